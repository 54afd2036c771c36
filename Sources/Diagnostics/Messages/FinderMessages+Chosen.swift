/// What is wrong with `compare` and `drivers`.
extension Diagnostic {
  /// `by` behind `compare`, whose rows are measures.
  public static func keysOfComparison(_ key: String, span: Span) -> Diagnostic {
    .invalid(
      "compare takes no by: its rows are measures", code: "no-places", span: span,
      hint: "show nps by \(key) where … vs rest; or compare … where \(key) = …")
  }

  /// A side of `compare` without events.
  public static func emptySide(_ side: String, other: String, count: Int, span: Span) -> Diagnostic {
    .invalid(
      "\(side) has 0 events here, so there is nothing to compare with the \(count) of \(other)",
      code: "empty-side", span: span, hint: "another test, or fewer filters and a longer time")
  }
}
