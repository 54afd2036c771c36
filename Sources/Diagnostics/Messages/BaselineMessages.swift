/// What is wrong with frozen figures.
extension Diagnostic {
  /// A measure by keys by which a baseline does not hold it.
  public static func notInBaseline(
    _ measure: String, by keys: String, baseline: String, span: Span, held: [String]
  ) -> Diagnostic {
    let what = keys.isEmpty ? measure : "\(measure) by \(keys)"
    return .invalid(
      "the baseline \"\(baseline)\" holds no \(what)", code: "not-in-baseline", span: span,
      hint: "it holds \(held.prefix(6).joined(separator: "; "))")
  }

  /// `baseline` before any figure was shown.
  ///
  /// - Parameter left: keys that are no places, by which figures were shown.
  public static func nothingToFreeze(left: [String], span: Span) -> Diagnostic {
    .invalid(
      left.isEmpty
        ? "there are no figures to freeze"
        : "there are no figures to freeze: those by \(left.joined(separator: ", ")) are of no place",
      code: "nothing-to-freeze", span: span,
      hint: "ask first: show nps, csat by stage during 2026-Q2")
  }
}
