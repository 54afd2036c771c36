import DataModel
import Diagnostics
import Vocabulary

/// `compare P vs Q`: two sets of events and the measures that both may have.
public struct ResolvedComparison: Sendable {
  /// One set of events.
  public struct Side: Sendable {
    /// The test as it is written; `rest`.
    public var name: String
    public var condition: Condition
    public var scope: Scope
    public var span: Span
  }

  /// A measure as it is compared.
  public struct Figure: Sendable {
    public var measure: Measure
    /// Counts the cases where the measure's sums do not: of a median.
    public var cases: Statistic?

    /// What the engine must compute for it.
    public var statistics: [Statistic] { measure.statistics + (cases.map { [$0] } ?? []) }
    /// Two samples of it can be tested.
    public var isTested: Bool { measure.hasInterval }
    /// It needs each customer's other events, which costs a pass of its own: looked at as a whole only.
    public var readsHistory: Bool {
      measure.statistics.contains { !$0.fields.isDisjoint(with: FieldReference.computedFromHistory) }
    }
  }

  public var first: Side
  public var second: Side
  /// The second side is everything that the first is not.
  public var isRest: Bool
  public var figures: [Figure]
  /// Measures for which nothing is loaded.
  public var unavailable: [String]
  /// Counts that cannot be divided by customers.
  public var counts: [String]
  /// Measures that read what the tests read, and so differ by themselves.
  public var ownMeasures: [String]
  /// Fields of the first test that an event of the rest may not have.
  public var doubtful: [FieldReference]
  /// The dimensions within which a difference may turn round.
  public var strata: [ResolvedKey]
  public var notes: [String]
}
