/// Which periods a scan compares.
public struct ScanWindows: Sendable, Hashable {
  /// The number of periods.
  public let periods: Int
  /// The current window: the last periods.
  public let current: Range<Int>
  /// The comparison window, ascending.
  public let previous: [Int]

  /// The windows that the options ask for, as far as there are periods.
  public init(periods: Int, options: ScanOptions) {
    let length = max(0, min(options.currentPeriods, periods / 2))
    let start = periods - length
    self.periods = periods
    current = start..<periods
    previous = ScanWindows.previous(options.comparison, start: start, length: length)
  }

  private static func previous(_ comparison: ScanOptions.Comparison, start: Int, length: Int) -> [Int] {
    switch comparison {
    case .windows(let wanted): return periods(wanted * length, before: start)
    case .before(let wanted): return periods(wanted, before: start)
    case .periods(let chosen):
      return Set(chosen).filter { (0..<start).contains($0) }.sorted()
    case .yearEarlier(let periodsInYear):
      return (0..<length).map { start - periodsInYear + $0 }.filter { (0..<start).contains($0) }
    }
  }

  private static func periods(_ wanted: Int, before start: Int) -> [Int] {
    Array((start - max(0, min(wanted, start)))..<start)
  }

  /// The periods before the current window.
  var before: Range<Int> { 0..<current.lowerBound }

  /// The two groups that have a mean of their own when the wobble is measured.
  var groups: [Range<Int>] { [before, current] }

  /// The periods that a test uses, with the shape of change along them.
  func design(_ shape: ScanOptions.Shape) -> ScanDesign {
    switch shape {
    case .step:
      return ScanDesign(periods: previous + current, current: current)
    case .ramp:
      let last = max(1, Double(periods - 1))
      return ScanDesign(periods: Array(0..<periods), along: (0..<periods).map { Double($0) / last })
    }
  }
}

/// Periods with the value that the shape of change has in each.
struct ScanDesign {
  /// Period numbers, ascending.
  let periods: [Int]
  /// The shape: 0 and 1 for a step, 0 to 1 for a ramp.
  let along: [Double]

  init(periods: [Int], along: [Double]) {
    self.periods = periods
    self.along = along
  }

  /// A step that is 1 in the current window.
  init(periods: [Int], current: Range<Int>) {
    self.init(periods: periods, along: periods.map { current.contains($0) ? 1 : 0 })
  }

  /// The same without one period.
  func without(_ period: Int) -> ScanDesign {
    let kept = periods.indices.filter { periods[$0] != period }
    return ScanDesign(periods: kept.map { periods[$0] }, along: kept.map { along[$0] })
  }
}
