/// Why a measure cannot be watched by a scan along time.
public enum SignalRefusal: Error, Sendable, Equatable {
  /// Several measures calculated with each other.
  case arithmetic
  /// It is counted from the customers' file, not from events.
  case customersFile
  /// Distinct values.
  case distinct
  /// A mean on a scale without both ends.
  case unbounded(example: String?)
  /// A sum of amounts.
  case total(example: String?)
  /// Unlike things divided.
  case quotient
  /// A median, another quantile, an extreme, the most frequent value.
  case value(example: String?)

  fileprivate var reason: String {
    switch self {
    case .arithmetic: "is a calculation, whose chance swings are not known"
    case .customersFile: "counts customers of the customers' file, not events week by week"
    case .distinct: "counts distinct values, which do not add up over weeks"
    case .unbounded: "is a mean without a scale: one extreme case moves it, and 2.5 % of its range is nothing"
    case .total: "is a sum of amounts: a few large ones move it"
    case .quotient: "divides unlike things, so its chance swings are not known"
    case .value: "does not add up over weeks, so its chance swings are not known"
    }
  }

  fileprivate var instead: String {
    switch self {
    case .arithmetic: "one measure, such as tickets or csat"
    case .customersFile: "escalation_rate, reopen_rate or tickets"
    case .distinct, .quotient: "tickets or interactions"
    case .unbounded(let example), .total(let example), .value(let example):
      "a count, a share or a mean on a scale, such as " + (example ?? "csat")
    }
  }
}

/// What is wrong with the measures of a scan.
extension Diagnostic {
  /// A measure that cannot be watched along time.
  public static func noSignal(_ measure: String, _ refusal: SignalRefusal, span: Span) -> Diagnostic {
    .invalid(
      "\(measure) \(refusal.reason)", code: "no-signal", span: span, hint: "take \(refusal.instead)")
  }

  /// A measure of `compound A and B` that is neither good nor bad.
  public static func noDirection(_ measure: String, span: Span) -> Diagnostic {
    .invalid(
      "more of \(measure) is neither good nor bad, so it cannot get worse", code: "no-direction", span: span,
      hint: "take measures such as tickets, csat, nps, sentiment, escalation_rate; or spikes \(measure)")
  }

  public static func sameMeasureTwice(_ measure: String, span: Span) -> Diagnostic {
    .invalid(
      "compound needs two different measures, and both are \(measure)", code: "same-measure", span: span,
      hint: "drops \(measure) looks at one alone")
  }

  /// `of mention` where neither measure is a sentiment.
  public static func voiceWithoutSentiment(_ measures: [String], span: Span) -> Diagnostic {
    .invalid(
      "of says whose sentiment counts, and neither \(measures.joined(separator: " nor ")) is one",
      code: "no-sentiment", span: span, hint: "where kind = ticket filters events")
  }
}
