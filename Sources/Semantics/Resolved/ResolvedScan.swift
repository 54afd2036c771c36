import DataModel
import Vocabulary

/// What every scan along time is about: which events, in which cells, compared with which window.
public struct ResolvedScan: Sendable {
  /// The finder as it is typed.
  public var finder: String
  /// The events that it is about in words, such as `tickets and of mentions`.
  public var subject: String
  public var kinds: Set<EventKind>
  public var keys: [ResolvedKey]
  /// Filters what is learned from as well as what is shown.
  public var condition: Condition?
  /// A focus on keys of the question: hides cells only.
  public var hiding: Condition?
  public var period: ResolvedPeriod?
  public var comparison = ScanComparison.standard
  public var keepsPartial = false
  /// The false discovery rate, 0…1.
  public var level = 0.1
  public var notes: [String] = []
}

/// `compound`, with its windows still to be cut.
public struct ResolvedCompound: Sendable {
  public enum Shape: String, Sendable { case step, trend }

  public var scan: ResolvedScan
  /// Tickets, unless others are named.
  public var first: ResolvedSignal
  /// The sentiment of the voice, unless others are named.
  public var second: ResolvedSignal
  /// No measures are named: the columns have the names of the method.
  public var isStandard = true
  public var shape = Shape.step
  public var isStrict = false
}

/// The window that a scan compares with.
public enum ScanComparison: Sendable, Equatable {
  /// What the finder compares with by itself.
  case standard
  /// A number of whole periods directly before the current window.
  case before(unit: Grain, count: Int)
  case range(DayRange)
  /// The same periods 52 weeks earlier.
  case yearOnYear
}
