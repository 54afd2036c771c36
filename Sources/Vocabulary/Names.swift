/// The kinds of event (design section 2), by the word that `load` and `kind` take.
public enum EventKind: String, CaseIterable, Sendable {
  case ticket, mention, review, survey, call, interaction, interview
}

/// What a file holds: a kind of event, or what describes customers or touchpoints.
public enum SourceKind: String, CaseIterable, Sendable {
  case tickets, mentions, reviews, surveys, calls, interactions, interviews, customers, touchpoints

  /// The kind that each row of such a file has, nil for the two that describe.
  public var eventKind: EventKind? {
    switch self {
    case .tickets: .ticket
    case .mentions: .mention
    case .reviews: .review
    case .surveys: .survey
    case .calls: .call
    case .interactions: .interaction
    case .interviews: .interview
    case .customers, .touchpoints: nil
    }
  }
}

/// The six dimensions of an event, in the order in which they are listed.
public enum Dimension: String, CaseIterable, Sendable {
  case persona, stage, channel, touchpoint, topic, team
}

/// The stages of a journey in their order, where the data uses these names.
public enum JourneyStage: String, CaseIterable, Sendable {
  case awareness, consideration, purchase, onboarding, retention, advocacy

  /// The place of a stage on the journey, from 0; nil for a name that is none of these.
  ///
  /// - Parameter name: in any case.
  public static func place(of name: String) -> Int? {
    let folded = name.lowercased()
    return allCases.firstIndex { $0.rawValue == folded }
  }
}

/// A unit of the calendar by which `by` groups.
///
/// `weekday` is not a unit of a period.
public enum Grain: String, CaseIterable, Sendable {
  case hour, day, week, month, quarter, year, weekday
}

/// The measures that a user can name (design section 3).
public enum MeasureName: String, CaseIterable, Sendable {
  case tickets, mentions, reviews, surveys, calls, interactions, interviews
  case allEvents = "all_events"
  case customers, sentiment
  case netSentiment = "net_sentiment"
  case nps, csat
  case csatTop2 = "csat_top2"
  case ces, rating
  case escalationRate = "escalation_rate"
  case reopenRate = "reopen_rate"
  case fcr
  case responseTime = "response_time"
  case resolutionTime = "resolution_time"
  case aht
  case contactRate = "contact_rate"
  case repeatRate = "repeat_rate"
  case revenue
  case churnRate = "churn_rate"
}

/// The functions of a field or a predicate.
public enum FunctionName: String, CaseIterable, Sendable {
  case count, share, mean, median, p90, sum, min, max, distinct, mode
}

/// The columns of the event model that a file's columns can fill, and those of the two describing kinds.
public enum Role: String, CaseIterable, Sendable {
  case time, kind, id, customer
  case persona, stage, channel, touchpoint, topic, team
  case sentiment
  case npsScore = "nps_score"
  case csatScore = "csat_score"
  case cesScore = "ces_score"
  case stars
  case escalated, reopened, resolved, answered
  case firstContact = "first_contact"
  case responseTime = "response_time"
  case resolutionTime = "resolution_time"
  case handleTime = "handle_time"
  case amount, text
  case segment, joined, churned
  case annualValue = "annual_value"
  case owner, owned, stakes, effort
}
