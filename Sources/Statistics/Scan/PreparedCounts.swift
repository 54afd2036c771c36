/// A count signal with its common movement taken into the exposure and its wobble measured.
struct PreparedCounts: PreparedSignal {
  let signal: CountSignal
  let common: [Double]
  /// The exposure times what happened to everybody.
  let adjusted: Grid
  let residuals: Residuals
  let wobble: Wobble
  private let prior: Double

  var bad: BadDirection { signal.bad }

  init(_ signal: CountSignal, windows: ScanWindows, isRelative: Bool, options: WobbleOptions) {
    self.signal = signal
    prior = options.priorPeriods
    common =
      isRelative ? CommonMovement.ofCounts(signal) : Array(repeating: 0, count: signal.events.periods)
    var adjusted = signal.exposure
    for (period, movement) in common.enumerated() {
      let factor = exp(movement)
      for cell in 0..<adjusted.cells { adjusted[cell, period] *= factor }
    }
    self.adjusted = adjusted
    residuals = Residuals(events: signal.events, exposure: adjusted, groups: windows.groups)
    wobble = Wobble(
      residuals, groups: windows.groups, start: signal.wobbleStart, floor: signal.wobbleFloor,
      options: options)
  }

  func isTestable(_ cell: Int, windows: ScanWindows, shape: ScanOptions.Shape) -> Bool {
    if shape == .ramp { return signal.events.sum(cell, over: 0..<windows.periods) >= signal.minimumEvents }
    let sums = WindowSums(signal.events, adjusted, cell, windows)
    let share = sums.currentShare
    return sums.total >= signal.minimumEvents
      && sums.total * min(share, 1 - share) >= signal.minimumExpected
  }

  func evidence(_ cell: Int, windows: ScanWindows, options: ScanOptions) -> SignalEvidence {
    let design = windows.design(options.shape)
    let test = contrast(cell, design: design, autocorrelation: wobble.autocorrelation)
    var evidence = SignalEvidence()
    evidence.statistic = test.z
    evidence.p = bad == .up ? test.pUp : opposite(test)
    evidence.wobbleShare = test.wobbleVariance / (test.samplingVariance + test.wobbleVariance)
    switch options.shape {
    case .step: addStepEffects(cell, windows, to: &evidence)
    case .ramp: addRampEffects(cell, design, windows, to: &evidence)
    }
    judge(&evidence)
    return evidence
  }

  func badness(_ cell: Int, from period: Int) -> Double {
    let all = 0..<signal.events.periods
    let design = ScanDesign(periods: Array(all), current: period..<all.upperBound)
    return bad.sign * contrast(cell, design: design, autocorrelation: 0).z
  }

  func contrast(_ cell: Int, design: ScanDesign, autocorrelation: Double) -> CountContrast {
    CountContrast(
      events: signal.events.row(cell, at: design.periods), exposure: adjusted.row(cell, at: design.periods),
      along: design.along, wobble: (wobble.variances[cell], autocorrelation),
      wobblePeriods: prior + wobble.information[cell], periods: design.periods)
  }

  /// The p-value of a fall, not as 1 - p, which would lose its digits.
  private func opposite(_ test: CountContrast) -> Double {
    StudentDistribution(degreesOfFreedom: test.degreesOfFreedom).upperTail(-test.z)
  }

  private func addStepEffects(_ cell: Int, _ windows: ScanWindows, to evidence: inout SignalEvidence) {
    let sums = WindowSums(signal.events, adjusted, cell, windows)
    evidence.effect = WindowSums(signal.events, signal.exposure, cell, windows).ratio
    evidence.relativeEffect = sums.ratio
    evidence.excess = sums.current - (sums.previous + 0.5) / sums.previousExposure * sums.currentExposure
    guard windows.current.count >= 3 else { return }
    let ratios = windows.current.compactMap { period -> Double? in
      let kept = windows.current.filter { $0 != period }
      let exposure = adjusted.sum(cell, over: kept)
      guard exposure > 0 else { return nil }
      let rate = (signal.events.sum(cell, over: kept) + 0.5) / exposure
      return rate / ((sums.previous + 0.5) / sums.previousExposure)
    }
    evidence.persistentEffect = (bad == .up ? ratios.min() : ratios.max()) ?? .nan
  }

  private func addRampEffects(
    _ cell: Int, _ design: ScanDesign, _ windows: ScanWindows, to evidence: inout SignalEvidence
  ) {
    let variance = wobble.variances[cell]
    let events = signal.events.row(cell, at: design.periods)
    evidence.effect = exp(
      logSlope(
        events, signal.exposure.row(cell, at: design.periods), along: design.along, variance: variance))
    evidence.relativeEffect = exp(
      logSlope(events, adjusted.row(cell, at: design.periods), along: design.along, variance: variance))
    evidence.excess = signal.events.sum(cell, over: windows.current) * (1 - 1 / evidence.relativeEffect)
  }

  private func judge(_ evidence: inout SignalEvidence) {
    let worsened = worse(evidence.relativeEffect)
    evidence.severity = clamped(log(worsened) / log(signal.fullRatio))
    evidence.isLarge = worsened >= signal.smallestRatio
    evidence.isWrong = worse(evidence.effect) > 1
    evidence.isPersistent = worse(evidence.persistentEffect) >= signal.smallestRatio.squareRoot()
  }

  /// A ratio turned so that above 1 is bad.
  private func worse(_ ratio: Double) -> Double { bad == .up ? ratio : 1 / ratio }
}

/// The weighted least squares slope of log((events + 1/2)/exposure) along a shape, weights mu/(1 + variance mu).
private func logSlope(
  _ events: [Double], _ exposure: [Double], along shape: [Double], variance: Double
) -> Double {
  let kept = events.indices.filter { exposure[$0] > 0 }
  let rate = kept.map { events[$0] }.plainSum() / kept.map { exposure[$0] }.plainSum()
  let weights = kept.map { period -> Double in
    let expected = max(rate * exposure[period], 1e-9)
    return expected / (1 + variance * expected)
  }
  let centre = zip(weights, kept).map { $0 * shape[$1] }.plainSum() / weights.plainSum()
  let shifts = kept.map { shape[$0] - centre }
  let logs = kept.map { log((events[$0] + 0.5) / exposure[$0]) }
  return kept.indices.map { weights[$0] * shifts[$0] * logs[$0] }.plainSum()
    / kept.indices.map { weights[$0] * shifts[$0] * shifts[$0] }.plainSum()
}

/// A share cut to 0...1; NaN stays NaN.
func clamped(_ share: Double) -> Double { share.isNaN ? .nan : min(1, max(0, share)) }
