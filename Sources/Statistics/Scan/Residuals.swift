/// How far each period lies from its cell's mean before and in the current window.
struct Residuals {
  /// The deviations: relative for counts, in scale units for means; NaN where missing.
  var deviations: Grid
  /// Their sampling variances.
  var variances: Grid

  /// The residuals of counts around one rate for each cell and group of periods.
  init(events: Grid, exposure: Grid, groups: [Range<Int>]) {
    deviations = Grid(cells: events.cells, periods: events.periods, repeating: .nan)
    variances = deviations
    for cell in 0..<events.cells {
      for group in groups {
        let rate = events.sum(cell, over: group) / max(exposure.sum(cell, over: group), 1e-300)
        for period in group {
          let expected = rate * exposure[cell, period]
          guard expected > 0 else { continue }
          deviations[cell, period] = (events[cell, period] - expected) / expected
          variances[cell, period] = 1 / expected
        }
      }
    }
  }

  /// The residuals of means around one weighted mean for each cell and group of periods.
  init(means: Grid, variances: Grid, weights: Grid, groups: [Range<Int>]) {
    deviations = Grid(cells: means.cells, periods: means.periods, repeating: .nan)
    self.variances = variances
    for cell in 0..<means.cells {
      for group in groups {
        let present = group.filter { weights[cell, $0] > 0 }
        let centre =
          present.map { weights[cell, $0] * means[cell, $0] }.plainSum()
          / present.map { weights[cell, $0] }.plainSum()
        for period in present { deviations[cell, period] = means[cell, period] - centre }
      }
    }
  }

  /// Whether a deviation and its variance are known.
  func isKnown(_ cell: Int, _ period: Int) -> Bool {
    deviations[cell, period].isFinite && variances[cell, period].isFinite
  }
}
