/// What is wrong with questions about what customers do one after another.
extension Diagnostic {
  /// `by` behind a finder that has keys of its own.
  public static func noPlaces(_ finder: String, span: Span) -> Diagnostic {
    .invalid(
      "\(finder) takes no by", code: "no-places", span: span,
      hint: "where narrows it: \(finder) … where stage = …")
  }

  /// `journey by week` or by several fields.
  public static func onePathField(span: Span) -> Diagnostic {
    .invalid(
      "a path goes over the values of one field", code: "one-path-field", span: span,
      hint: "journey by stage, journey by channel, journey by touchpoint")
  }

  /// `cohorts hour`.
  public static func noIntakeGrain(_ grain: String, span: Span) -> Diagnostic {
    .invalid(
      "customers do not come by the \(grain)", code: "no-intake-grain", span: span,
      hint: "cohorts week, cohorts month, cohorts quarter")
  }

  /// A scope without two stages.
  public static func tooFewStages(_ count: Int, span: Span) -> Diagnostic {
    .invalid(
      "the events name \(count == 1 ? "one stage" : "no stage"): a way needs two", code: "too-few-stages",
      span: span, hint: "values stage")
  }

  /// Nobody with the event, or nobody to compare with.
  public static func nobodyToMatch(_ what: String, span: Span, hint: String) -> Diagnostic {
    .invalid(what, code: "nobody-to-match", span: span, hint: hint)
  }
}
