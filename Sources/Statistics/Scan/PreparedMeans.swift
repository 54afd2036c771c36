/// A mean signal with its common movement subtracted and its wobble measured.
struct PreparedMeans: PreparedSignal {
  let signal: MeanSignal
  let common: [Double]
  /// Period means; NaN where there is no score.
  let means: Grid
  /// Period means less what happened to everybody.
  let adjusted: Grid
  let residuals: Residuals
  let wobble: Wobble
  private let within: WithinVariance
  private let prior: Double

  var bad: BadDirection { signal.bad }

  /// The sampling variances of the period means.
  private var variances: Grid { residuals.variances }

  init(_ signal: MeanSignal, windows: ScanWindows, isRelative: Bool, options: WobbleOptions) {
    self.signal = signal
    prior = options.priorPeriods
    within = WithinVariance(signal)
    let start = signal.wobbleStart * signal.wobbleStart
    let (means, variances) = PreparedMeans.periodMeans(signal, within)
    let weights = variances.map { $0.isFinite ? 1 / (start + $0) : 0 }
    common =
      isRelative
      ? CommonMovement.ofMeans(means, weights: weights) : Array(repeating: 0, count: means.periods)
    var adjusted = means
    for (period, movement) in common.enumerated() {
      for cell in 0..<adjusted.cells { adjusted[cell, period] -= movement }
    }
    self.means = means
    self.adjusted = adjusted
    residuals = Residuals(means: adjusted, variances: variances, weights: weights, groups: windows.groups)
    wobble = Wobble(
      residuals, groups: windows.groups, start: signal.wobbleStart, floor: signal.wobbleFloor,
      options: options)
  }

  private static func periodMeans(
    _ signal: MeanSignal, _ within: WithinVariance
  ) -> (means: Grid, variances: Grid) {
    var means = Grid(cells: signal.counts.cells, periods: signal.counts.periods, repeating: .nan)
    var variances = means
    for cell in 0..<means.cells {
      for period in 0..<means.periods where signal.counts[cell, period] > 0 {
        // Below one score, counts are weights: the mean is not blown up.
        let count = max(signal.counts[cell, period], 1)
        means[cell, period] = signal.sums[cell, period] / count
        variances[cell, period] = within.variances[cell] / count
      }
    }
    return (means, variances)
  }

  func isTestable(_ cell: Int, windows: ScanWindows, shape: ScanOptions.Shape) -> Bool {
    if shape == .step { return ScanSignal.mean(signal).isComparable(cell, windows: windows) }
    let all = 0..<windows.periods
    return all.count { means[cell, $0].isFinite } >= 5
      && signal.counts.sum(cell, over: all) >= 2 * signal.minimumCount
  }

  func evidence(_ cell: Int, windows: ScanWindows, options: ScanOptions) -> SignalEvidence {
    let design = windows.design(options.shape)
    let test = contrast(adjusted, cell, design: design, autocorrelation: wobble.autocorrelation)
    let raw = contrast(means, cell, design: design, autocorrelation: wobble.autocorrelation)
    var evidence = SignalEvidence()
    evidence.effect = raw.change
    evidence.relativeEffect = test.change
    evidence.standardError = test.standardError
    evidence.statistic = test.t
    evidence.p = p(test)
    evidence.wobbleShare = test.wobbleVariance / (test.samplingVariance + test.wobbleVariance)
    if options.shape == .step, windows.current.count >= 3 {
      evidence.persistentEffect = persistentChange(cell, design, windows)
    }
    judge(&evidence)
    return evidence
  }

  func badness(_ cell: Int, from period: Int) -> Double {
    let all = 0..<means.periods
    let design = ScanDesign(periods: Array(all), current: period..<all.upperBound)
    return bad.sign * contrast(adjusted, cell, design: design, autocorrelation: 0).t
  }

  private func contrast(
    _ values: Grid, _ cell: Int, design: ScanDesign, autocorrelation: Double
  ) -> MeanContrast {
    MeanContrast(
      means: values.row(cell, at: design.periods), variances: variances.row(cell, at: design.periods),
      along: design.along, wobble: (wobble.variances[cell], autocorrelation),
      wobblePeriods: prior + wobble.information[cell],
      scores: signal.priorScores + within.degreesOfFreedom[cell], periods: design.periods)
  }

  private func p(_ test: MeanContrast) -> Double {
    if bad == .down { return test.pDown }
    return StudentDistribution(degreesOfFreedom: test.degreesOfFreedom).upperTail(test.t)
  }

  private func persistentChange(_ cell: Int, _ design: ScanDesign, _ windows: ScanWindows) -> Double {
    let changes = windows.current.map { period in
      contrast(adjusted, cell, design: design.without(period), autocorrelation: wobble.autocorrelation).change
    }.filter(\.isFinite)
    return (bad == .down ? changes.max() : changes.min()) ?? .nan
  }

  private func judge(_ evidence: inout SignalEvidence) {
    let worsened = bad.sign * evidence.relativeEffect
    evidence.severity = clamped(worsened / signal.fullChange)
    evidence.isLarge = worsened >= signal.smallestChange
    evidence.isWrong = bad.sign * evidence.effect > 0
    evidence.isPersistent = bad.sign * evidence.persistentEffect >= signal.smallestChange / 2
  }
}
