import DataModel
import Diagnostics
import Syntax
import Vocabulary

extension Set<EventKind> {
  /// Events by which customers turn to the company, or speak about it, of their own accord and in words.
  ///
  /// Interactions are visits without words; surveys and interviews are answers to a question.
  public static let contacts: Set<EventKind> = [.ticket, .call, .mention, .review]
}

/// `repeats` and `handoffs`: contacts of a customer on a topic, cut into episodes.
public struct ResolvedEpisodes: Sendable {
  public var keys: [ResolvedKey]
  public var scope: Scope
  /// The longest time between two contacts of one episode, in milliseconds.
  public var gap: Int64
  public var notes: [String]
}

/// `funnel`.
public struct ResolvedFunnel: Sendable {
  public var keys: [ResolvedKey]
  public var scope: Scope
  /// The stages that the data names, in the order of the journey as far as they have one.
  public var stages: [String]
  /// All stages are those of the set; else their order must be found.
  public var isOrdered: Bool
  public var span: Span
  public var notes: [String]
}

/// `journey`.
public struct ResolvedJourney: Sendable {
  public var field: FieldReference
  public var scope: Scope
  public var notes: [String]
}

/// `cohorts GRAIN`.
public struct ResolvedCohorts: Sendable {
  public var grain: Grain
  public var keys: [ResolvedKey]
  public var scope: Scope
  public var span: Span
  public var notes: [String]
}

/// `after (P) within D`.
public struct ResolvedAfter: Sendable {
  public var condition: Condition
  /// The condition as it was written.
  public var text: String
  /// In milliseconds.
  public var within: Int64
  /// In what a pair agrees: those of persona and channel that the data knows.
  public var matching: [FieldReference]
  public var scope: Scope
  /// The outcomes that the data can know.
  public var knowsEscalation, knowsChurn: Bool
  public var kinds: Set<EventKind>
  public var span: Span
  public var notes: [String]
}
