import DataModel
import Vocabulary

/// `coverage` and `gaps`: how well the voice covers the traffic of each place.
public struct ResolvedCoverage: Sendable {
  public var tail: ResolvedTail
  /// The events that are the traffic: interactions, or tickets and calls where none are loaded.
  public var traffic: Set<EventKind>
  /// The loaded kinds that are feedback.
  public var feedback: Set<EventKind>
  /// `gaps`: listed touchpoints that never appear belong to the answer.
  public var isAboutGaps: Bool
}

/// `silences`: places where the voice stopped.
public struct ResolvedSilences: Sendable {
  public var tail: ResolvedTail
  public var traffic: Set<EventKind>
  public var voice: Set<EventKind>
}

/// `silences of customers`: customers who stopped.
public struct ResolvedQuietCustomers: Sendable {
  public var tail: ResolvedTail
  /// What is told of the last event, as far as it is loaded: kind, topic, sentiment, csat_score, resolved.
  public var details: [FieldReference]
  /// The day from which nothing counts, where now is pinned.
  public var now: Int?
}

/// `loop`: detractors and who came back to them.
public struct ResolvedLoop: Sendable {
  /// Its scope is the detractors.
  public var tail: ResolvedTail
  /// How soon an answer counts, in milliseconds.
  public var within: Int64
  /// The kinds of event that count as an answer to the same customer.
  public var contacts: Set<EventKind>
  /// What the row itself may say of its answer, as far as it is loaded.
  public var hasAnswered: Bool
  public var hasResponseTime: Bool
  public var hasCustomers: Bool
}

/// `unanswered`: public complaints without a reply.
public struct ResolvedUnanswered: Sendable {
  /// Its scope is the complaints.
  public var tail: ResolvedTail
  /// How soon a reply counts, in milliseconds; nil for whenever.
  public var within: Int64?
  public var hasAnswered: Bool
  public var hasResponseTime: Bool
}

/// `advocates`: those who are happy and were never asked to say so in public.
public struct ResolvedAdvocates: Sendable {
  /// Its scope is the events that show a happy customer.
  public var tail: ResolvedTail
  /// The loaded kinds in which customers speak in public.
  public var voice: Set<EventKind>
  /// Events that show that somebody was asked, or referred somebody; nil where nothing can tell.
  public var asked: Condition?
}

/// `bias`: who answers the surveys.
public struct ResolvedBias: Sendable {
  /// Its keys are the dimensions, each looked at alone.
  public var tail: ResolvedTail
  /// The keys that are fields of the customers' files; of the others the most frequent value outside of surveys counts.
  public var ofCustomers: Set<String>
  /// The loaded survey scores: nps, csat, ces.
  public var measures: [Measure]
  /// Customers without events are in the files of customers, and no filter forbids to count them.
  public var countsListed: Bool
  /// Surveys tell how long the answer took.
  public var hasResponseTime: Bool
}
