/// The moments from which the wobble is estimated.
struct WobbleMoments {
  /// Known periods of one cell in one group, two at least.
  private struct Block {
    let cell: Int
    let periods: [Int]
  }

  private let residuals: Residuals
  private let blocks: [Block]
  private let before: Range<Int>

  init(_ residuals: Residuals, groups: [Range<Int>]) {
    self.residuals = residuals
    before = groups.first ?? 0..<0
    blocks = (0..<residuals.deviations.cells).flatMap { cell in
      groups.map { group in Block(cell: cell, periods: group.filter { residuals.isKnown(cell, $0) }) }
        .filter { $0.periods.count >= 2 }
    }
  }

  /// What one cell says about the wobble.
  struct Sums {
    /// Weighted squared deviations beyond what sampling explains.
    var excess = 0.0
    /// The weight of the wobble in them.
    var leverage = 0.0
    /// Periods' worth of information.
    var information = 0.0
  }

  /// The sums of each cell at a present estimate.
  func sums(variance: Double, autocorrelation: Double) -> [Sums] {
    var sums = [Sums](repeating: Sums(), count: residuals.deviations.cells)
    var corrections: [Int: Double] = [:]
    for block in blocks {
      let count = block.periods.count
      let correction =
        corrections[count] ?? WobbleMoments.correction(count: count, autocorrelation: autocorrelation)
      corrections[count] = correction
      add(block, variance: variance, correction: correction, to: &sums[block.cell])
    }
    return sums
  }

  private func add(_ block: Block, variance: Double, correction: Double, to sums: inout Sums) {
    var total = 0.0
    for period in block.periods { total += 1 / (variance + residuals.variances[block.cell, period]) }
    for period in block.periods {
      let sampling = residuals.variances[block.cell, period]
      let deviation = residuals.deviations[block.cell, period]
      let weight = 1 / (variance + sampling)
      let leverage = 1 - weight / total
      let squaredWeight = weight * weight
      sums.excess += squaredWeight * (deviation * deviation - leverage * sampling)
      sums.leverage += squaredWeight * leverage * correction
      sums.information += leverage * variance * variance * squaredWeight
    }
  }

  /// Autocorrelated periods share a part of their wobble with the mean that was subtracted from them.
  private static func correction(count: Int, autocorrelation: Double) -> Double {
    let inflated = autocorrelationFactor(count: count, autocorrelation: autocorrelation)
    return (1 - inflated / Double(count)) / (1 - 1 / Double(count))
  }

  /// The correlation of neighbouring periods before the current window, corrected for its bias (Marriott and Pope 1954).
  func autocorrelation(variance: Double, options: WobbleOptions) -> Double {
    guard before.count >= 8 else { return options.assumedAutocorrelation }
    var (product, weights) = (0.0, 0.0)
    for block in blocks where block.periods.first.map(before.contains) == true {
      for (period, next) in zip(block.periods, block.periods.dropFirst()) where next == period + 1 {
        let weight =
          1
          / ((variance + residuals.variances[block.cell, period])
            * (variance + residuals.variances[block.cell, next]))
        product += weight * residuals.deviations[block.cell, period] * residuals.deviations[block.cell, next]
        weights += weight
      }
    }
    let raw = variance * weights > 0 ? product / (variance * weights) : 0
    let count = Double(before.count)
    return min(options.largestAutocorrelation, max(0, (raw + 1 / count) / (1 - 3 / count)))
  }
}
