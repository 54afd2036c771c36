/// Finds the cells in which two signals get worse together: by more than what happened to everybody, by more than the
/// cell's usual wobble, and at a known rate of false alarms over all cells.
///
/// The two signals are tested apart and the weaker one decides. Effects, tests and defaults are those of the method's
/// section 3; each type in this folder carries one of its steps.
///
/// - Parameters:
///   - input: two signals by cell and period, of one shape.
///   - options: windows, shape and thresholds.
/// - Returns: every cell with its verdict, in the order of the input, and what all have in common.
public func jointScan(_ input: ScanInput, options: ScanOptions = ScanOptions()) -> ScanResult {
  JointScan(input, options: options).result()
}

/// The scan of all cells added up, in absolute mode: says whether the whole business moved; it is never ranked.
///
/// - Parameter reach: distinct customers of the current window, which do not add up over cells; nil stands for its cases.
public func jointScanOfAll(
  _ input: ScanInput, options: ScanOptions = ScanOptions(), reach: Double? = nil
) -> ScanResult {
  var absolute = options
  absolute.isRelative = false
  var result = jointScan(input.columnSums(reach: reach), options: absolute)
  for cell in result.cells.indices { result.cells[cell].rank = nil }
  return result
}

private struct JointScan {
  let options: ScanOptions
  let windows: ScanWindows
  let isRelative: Bool
  let cells: [ScanCell]
  let input: ScanInput
  let first: any PreparedSignal
  let second: any PreparedSignal

  init(_ original: ScanInput, options: ScanOptions) {
    self.options = options
    let windows = ScanWindows(periods: original.periods, options: options)
    // Reach is taken first: the customers of a viral period were reached all the same.
    let (input, cells) = leavingOutViralPeriods(
      original, blankCells(original, windows: windows), windows: windows, options: options)
    let comparable = (0..<input.cells).count { cell in
      input.first.isComparable(cell, windows: windows) && input.second.isComparable(cell, windows: windows)
    }
    isRelative = options.isRelative && comparable >= options.minimumRelativeCells
    first = input.first.prepared(windows: windows, isRelative: isRelative, options: options.wobble)
    second = input.second.prepared(windows: windows, isRelative: isRelative, options: options.wobble)
    (self.windows, self.input, self.cells) = (windows, input, cells)
  }

  func result() -> ScanResult {
    let kappa = wobbleCorrelation(
      (first.residuals, first.wobble.pooledVariance, first.bad),
      (second.residuals, second.wobble.pooledVariance, second.bad))
    var judged = cells.map(tested)
    for (cell, q) in zip(judged.indices, qValues(judged, kappa: kappa)) { judged[cell].q = q }
    judged = judged.map(decided)
    rankByPriority(&judged, status: .compound)
    rankByPriority(&judged, status: .watch)
    return ScanResult(
      cells: judged, windows: windows, isRelative: isRelative, first: SignalFooter(first),
      second: SignalFooter(second),
      kappa: kappa)
  }

  /// The cell with the evidence of both signals, if there is enough data.
  private func tested(_ blank: ScanCell) -> ScanCell {
    var cell = blank
    cell.isEligible =
      first.isTestable(cell.index, windows: windows, shape: options.shape)
      && second.isTestable(cell.index, windows: windows, shape: options.shape)
    if cell.isEligible {
      cell.first = first.evidence(cell.index, windows: windows, options: options)
      cell.second = second.evidence(cell.index, windows: windows, options: options)
      cell.p = FalseDiscovery.intersectionUnion(cell.first.p, cell.second.p)
      cell.severity = severity(cell.first.severity, cell.second.severity)
    }
    (cell.first.previous, cell.first.current) = caseSums(input.first, cell.index)
    (cell.second.previous, cell.second.current) = caseSums(input.second, cell.index)
    return cell
  }

  private func caseSums(_ signal: ScanSignal, _ cell: Int) -> (Double, Double) {
    (signal.cases.sum(cell, over: windows.previous), signal.cases.sum(cell, over: windows.current))
  }

  private func qValues(_ cells: [ScanCell], kappa: Double) -> [Double] {
    if options.correction == .strict { return FalseDiscovery.benjaminiHochberg(cells.map(\.p)) }
    return FalseDiscovery.adaFilter(
      cells.map(\.first.p), cells.map(\.second.p),
      correlations: cells.map { kappa * ($0.first.wobbleShare * $0.second.wobbleShare).squareRoot() })
  }

  private func decided(_ tested: ScanCell) -> ScanCell {
    var cell = tested
    let verdict = ScanVerdict(cell, options: options, currentPeriods: windows.current.count)
    (cell.status, cell.watchReason) = (verdict.status, verdict.watchReason)
    if cell.status == .compound || cell.status == .watch { cell.since = start(of: cell.index) }
    return cell
  }

  private func start(of cell: Int) -> Int? {
    failureStart(periods: windows.periods) { period in
      (first.badness(cell, from: period), second.badness(cell, from: period))
    }?.period
  }
}

private func blankCells(_ input: ScanInput, windows: ScanWindows) -> [ScanCell] {
  (0..<input.cells).map { cell in
    let cases =
      input.first.cases.sum(cell, over: windows.current) + input.second.cases.sum(cell, over: windows.current)
    let effort = input.efforts.flatMap { $0.indices.contains(cell) ? $0[cell] : nil }
    let reach = input.reach.flatMap { $0.indices.contains(cell) ? $0[cell] : nil }
    return ScanCell(index: cell, reach: reach ?? cases, effort: effort)
  }
}

private func leavingOutViralPeriods(
  _ original: ScanInput, _ blanks: [ScanCell], windows: ScanWindows, options: ScanOptions
) -> (ScanInput, [ScanCell]) {
  var (input, cells) = (original, blanks)
  guard options.leavesOutViralPeriod, options.shape == .step, let mentions = original.scores else {
    return (input, cells)
  }
  for cell in cells.indices {
    let row = mentions.row(cell, at: 0..<windows.periods)
    guard let period = viralPeriod(row, currentPeriods: windows.current.count) else { continue }
    cells[cell].viralPeriod = period
    input.first.leaveOut(cell, period)
    input.second.leaveOut(cell, period)
  }
  return (input, cells)
}

extension ScanInput {
  /// The scores whose flood makes a period viral: those of the second signal, or else of the first.
  fileprivate var scores: Grid? {
    if case .mean(let signal) = second { return signal.counts }
    if case .mean(let signal) = first { return signal.counts }
    return nil
  }
}
