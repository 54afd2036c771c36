/// What a joint scan is about: two signals by cell and period, and what ranks their failures.
///
/// Cells stand in the order of their keys, which breaks ties. A cell-period without rows is 0 everywhere: a true zero of
/// events, a missing mean.
public struct ScanInput: Sendable, Hashable {
  /// The first signal, by default tickets.
  public var first: ScanSignal
  /// The second signal, by default sentiment; of the same shape.
  public var second: ScanSignal
  /// Distinct customers of each cell in the current window; nil stands for the cases of both signals there.
  public var reach: [Double]?
  /// What repairing each cell takes; nil, or a missing entry, stands for one team and a sprint.
  public var efforts: [Effort?]?

  /// A scan of any two signals.
  public init(first: ScanSignal, second: ScanSignal, reach: [Double]? = nil, efforts: [Effort?]? = nil) {
    self.first = first
    self.second = second
    self.reach = reach
    self.efforts = efforts
  }

  /// A scan of tickets and the sentiment of mentions.
  ///
  /// - Parameters:
  ///   - tickets: tickets by cell and period.
  ///   - mentions: scored mentions.
  ///   - sum: sums of their scores on [-1, 1].
  ///   - sumOfSquares: sums of the squared scores.
  ///   - exposure: what tickets are divided by; nil for periods of equal length.
  public init(
    tickets: Grid, mentions: Grid, sum: Grid, sumOfSquares: Grid, exposure: Grid? = nil,
    reach: [Double]? = nil, efforts: [Effort?]? = nil
  ) {
    self.init(
      first: .count(CountSignal(events: tickets, exposure: exposure)),
      second: .mean(MeanSignal(counts: mentions, sums: sum, sumsOfSquares: sumOfSquares)),
      reach: reach, efforts: efforts)
  }

  /// The number of cells.
  public var cells: Int { first.cases.cells }
  /// The number of periods.
  public var periods: Int { first.cases.periods }

  /// All cells added up, as an input of one cell.
  ///
  /// - Parameter reach: its distinct customers, which do not add up over cells; nil stands for its cases.
  func columnSums(reach: Double?) -> ScanInput {
    ScanInput(first: first.columnSums(), second: second.columnSums(), reach: reach.map { [$0] })
  }
}

/// What repairing a failure takes.
public enum Effort: Int, Sendable, Hashable, CaseIterable {
  /// A text or a setting: days.
  case setting = 1
  /// One team, a week.
  case week = 2
  /// One team, a sprint.
  case sprint = 3
  /// Several teams, a quarter.
  case quarter = 5
  /// A new system.
  case system = 8

  /// What is assumed where nothing is known.
  public static let assumed = Effort.sprint
}
