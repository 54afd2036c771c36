/// One cell of a scan of a single signal.
public struct SignalScanCell: Sendable, Hashable {
  /// The cell's index in the input.
  public let index: Int
  /// Its effect and test.
  public var evidence = SignalEvidence()
  /// The mean, or the events per exposure, in the comparison window; NaN where there is none.
  public var previousLevel = Double.nan
  /// The same in the current window.
  public var currentLevel = Double.nan
  /// The current events if the rate had not changed; NaN for a mean.
  public var expected = Double.nan
  /// The share of false findings in a list that ends with this cell (Benjamini-Hochberg).
  public var q = Double.nan
  /// Whether there is enough data for a test.
  public var isEligible = false
  /// Whether the move is bad, large and proven.
  public var isFlagged = false
}

/// The answer of a scan of a single signal.
public struct SignalScanResult: Sendable, Hashable {
  /// The cells in the order of the input.
  public let cells: [SignalScanCell]
  /// The periods that were compared.
  public let windows: ScanWindows
  /// Whether what happened to everybody was subtracted.
  public let isRelative: Bool
  /// What the cells have in common.
  public let footer: SignalFooter

  /// How everybody's mean moved, in scale units; 0 where that was not subtracted.
  public var commonChange: Double {
    mean(footer.common, over: windows.current) - mean(footer.common, over: windows.previous)
  }

  /// The places 1, 2, 3, … of the flagged cells, by reach times the effect as a share of a full one; nil elsewhere.
  ///
  /// The priority of the joint scan (method 3.8) for one signal and without effort, compared after rounding to 6
  /// significant digits; ties by reach, then by the order of the input.
  ///
  /// - Parameter reach: the customers of each cell, in the order of the input.
  public func ranks(reach: [Double]) -> [Int?] {
    let keys = cells.map { cell in
      let weight = reach[cell.index] * cell.evidence.severity
      return (weight.isFinite ? weight.rounded(significantDigits: 6) : 0, reach[cell.index])
    }
    var ranks: [Int?] = Array(repeating: nil, count: cells.count)
    let order = cells.indices.filter { cells[$0].isFlagged }.stablySorted { keys[$0] > keys[$1] }
    for (place, cell) in order.enumerated() { ranks[cell] = place + 1 }
    return ranks
  }
}

/// Finds the cells in which a mean got worse: CSAT, CES, NPS (scores of 100 and -100), sentiment.
///
/// The steps of the joint scan for one signal, with Benjamini-Hochberg over the cells. Of the options, the shape, the
/// correction, persistence and viral periods do not apply.
public func scanMeans(_ signal: MeanSignal, options: ScanOptions = .drops) -> SignalScanResult {
  let windows = ScanWindows(periods: signal.counts.periods, options: options)
  let cells = 0..<signal.counts.cells
  let comparable = cells.count { ScanSignal.mean(signal).isComparable($0, windows: windows) }
  let isRelative = options.isRelative && comparable >= options.minimumRelativeCells
  let prepared = PreparedMeans(signal, windows: windows, isRelative: isRelative, options: options.wobble)
  var stepped = options
  stepped.shape = .step
  let tested = cells.map { prepared.scanned($0, windows: windows, options: stepped) }
  return SignalScanResult(
    cells: flagged(tested, level: options.level), windows: windows, isRelative: isRelative,
    footer: SignalFooter(prepared))
}

/// Finds the cells in which events per exposure spiked, or, where a fall is bad, collapsed.
///
/// Always absolute: the exposure carries the volume. p is the beta-binomial mid-p of the current count given the total
/// (the normal tail above 2000), with the variance of the joint scan; Benjamini-Hochberg over the cells.
public func scanCounts(_ signal: CountSignal, options: ScanOptions = .spikes) -> SignalScanResult {
  let windows = ScanWindows(periods: signal.events.periods, options: options)
  let prepared = PreparedCounts(signal, windows: windows, isRelative: false, options: options.wobble)
  let tested = (0..<signal.events.cells).map { prepared.scanned($0, windows: windows) }
  return SignalScanResult(
    cells: flagged(tested, level: options.level), windows: windows, isRelative: false,
    footer: SignalFooter(prepared))
}

/// Finds the cells in which a signal moved in its bad direction, by `scanMeans` or `scanCounts`.
public func scanSignal(_ signal: ScanSignal, options: ScanOptions) -> SignalScanResult {
  switch signal {
  case .count(let signal): scanCounts(signal, options: options)
  case .mean(let signal): scanMeans(signal, options: options)
  }
}

/// The scan of all cells added up, in absolute mode: says whether the whole business moved.
public func scanSignalOfAll(_ signal: ScanSignal, options: ScanOptions) -> SignalScanResult {
  var absolute = options
  absolute.isRelative = false
  return scanSignal(signal.columnSums(), options: absolute)
}

private func flagged(_ cells: [SignalScanCell], level: Double) -> [SignalScanCell] {
  zip(cells, FalseDiscovery.benjaminiHochberg(cells.map(\.evidence.p))).map { cell, q in
    var cell = cell
    cell.q = q
    cell.isFlagged = q <= level && cell.evidence.isLarge && cell.evidence.isWrong
    return cell
  }
}

extension SignalFooter {
  init(_ signal: any PreparedSignal) {
    self.init(
      common: signal.common, wobble: signal.wobble.pooledVariance.squareRoot(),
      autocorrelation: signal.wobble.autocorrelation)
  }
}

extension PreparedMeans {
  fileprivate func scanned(_ index: Int, windows: ScanWindows, options: ScanOptions) -> SignalScanCell {
    var cell = SignalScanCell(index: index)
    cell.isEligible = isTestable(index, windows: windows, shape: .step)
    if cell.isEligible { cell.evidence = evidence(index, windows: windows, options: options) }
    cell.evidence.previous = signal.counts.sum(index, over: windows.previous)
    cell.evidence.current = signal.counts.sum(index, over: windows.current)
    if cell.evidence.previous > 0 {
      cell.previousLevel = signal.sums.sum(index, over: windows.previous) / cell.evidence.previous
    }
    if cell.evidence.current > 0 {
      cell.currentLevel = signal.sums.sum(index, over: windows.current) / cell.evidence.current
    }
    return cell
  }
}

extension PreparedCounts {
  fileprivate func scanned(_ index: Int, windows: ScanWindows) -> SignalScanCell {
    var cell = SignalScanCell(index: index)
    let sums = WindowSums(signal.events, adjusted, index, windows)
    (cell.evidence.previous, cell.evidence.current) = (sums.previous, sums.current)
    guard sums.previousExposure > 0, sums.currentExposure > 0 else { return cell }
    cell.previousLevel = sums.previous / sums.previousExposure
    cell.currentLevel = sums.current / sums.currentExposure
    cell.expected = sums.expected
    cell.isEligible = isTestable(index, windows: windows, shape: .step)
    if cell.isEligible {
      var options = ScanOptions()
      options.shape = .step
      cell.evidence = evidence(index, windows: windows, options: options)
      (cell.evidence.previous, cell.evidence.current) = (sums.previous, sums.current)
      cell.evidence.p = midP(index, sums, windows: windows)
    } else {
      (cell.evidence.effect, cell.evidence.relativeEffect) = (sums.ratio, sums.ratio)
    }
    return cell
  }

  /// The mid-p of a move at least this bad, given all events of both windows.
  private func midP(_ cell: Int, _ sums: WindowSums, windows: ScanWindows) -> Double {
    let test = contrast(
      cell, design: windows.design(.step), autocorrelation: wobble.autocorrelation)
    return conditionalMidP(
      sums, bad: signal.bad, variance: test.samplingVariance + test.wobbleVariance, z: test.z)
  }
}

/// The mid-p of one window's events given those of both, over-dispersed; a normal tail above 2000 events.
///
/// A fall of the current events is a rise of the earlier ones.
func conditionalMidP(_ sums: WindowSums, bad: BadDirection, variance: Double, z: Double) -> Double {
  if sums.total > DiscreteTail.largestCount { return NormalDistribution.upperTail(bad.sign * z) }
  let share = sums.currentShare
  return bad == .up
    ? betaBinomialMidP(Int(sums.current), of: Int(sums.total), share: share, variance: variance)
    : betaBinomialMidP(Int(sums.previous), of: Int(sums.total), share: 1 - share, variance: variance)
}
