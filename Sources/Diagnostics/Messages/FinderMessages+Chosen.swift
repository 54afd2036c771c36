/// What is wrong with `compare` and `drivers`.
extension Diagnostic {
  /// `by` behind `compare`, whose rows are measures.
  public static func keysOfComparison(_ key: String, span: Span) -> Diagnostic {
    .invalid(
      "compare takes no by: its rows are measures", code: "no-places", span: span,
      hint: "show nps by \(key) where … vs rest; or compare … where \(key) = …")
  }

  /// `compare P vs previous`.
  public static func periodOfComparison(_ word: String, span: Span) -> Diagnostic {
    .invalid(
      "compare takes a test or rest behind vs, not \(word)", code: "period-of-comparison", span: span,
      hint: "for a period: show nps where … during last 4 weeks vs \(word)")
  }

  /// A side of `compare` without events.
  public static func emptySide(_ side: String, other: String, count: Int, span: Span) -> Diagnostic {
    .invalid(
      "\(side) has 0 events here, so there is nothing to compare with the \(count) of \(other)",
      code: "empty-side", span: span, hint: "another test, or fewer filters and a longer time")
  }
}

/// Why values cannot be said to pull a measure up or down.
public enum DriverRefusal: Sendable, Equatable {
  case arithmetic, customersFile, count, quotient, value

  fileprivate var reason: String {
    switch self {
    case .arithmetic: "is a calculation, whose chance swings are not known"
    case .customersFile: "counts customers of the customers' file, not events with a channel or a topic"
    case .count: "is a count or a sum: its parts are shares of it, and show … by … with totals has them"
    case .quotient: "divides unlike things, which do not add up over values"
    case .value: "does not add up over values, so a contribution cannot be worked out"
    }
  }
}

extension Diagnostic {
  /// A measure that `drivers` does not take.
  public static func notDriven(_ measure: String, _ refusal: DriverRefusal, span: Span) -> Diagnostic {
    .invalid(
      "\(measure) \(refusal.reason)", code: "not-driven", span: span,
      hint: "drivers takes a share, a mean or a balance: nps, csat, sentiment, escalation_rate")
  }

  /// None of the usual fields is known for the events of a measure.
  public static func noDriverFields(_ measure: String, known: [String], span: Span) -> Diagnostic {
    .invalid(
      "the events of \(measure) have no touchpoint, topic, channel, stage or persona",
      code: "no-keys", span: span, hint: "drivers \(measure) by FIELD; fields lists them")
  }
}
