/// Measures, periods and durations.
extension Diagnostic {
  public static func commaBetweenMeasures(before found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "missing-comma", message: "a comma is missing between two measures, before \(found)", span: span)
  }

  public static func functionBrackets(_ name: String, argument: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "missing-bracket", message: "\(name) needs brackets", span: span,
      hint: "write \(name)(\(argument ?? "…"))")
  }

  public static func shareOfShare(at span: Span) -> Diagnostic {
    Diagnostic(code: "share-of-share", message: "share of takes one measure", span: span)
  }

  public static let periodHint =
    "such as during 2026-09, during last 4 weeks, during 2026-07-01..2026-09-30"
  public static let versusHint =
    "vs takes a period, such as vs previous, or rest; compare, which takes two tests, comes later"
  public static func durationHint(_ units: [String]) -> String {
    "the units of a duration are " + units.joined(separator: ", ")
  }

  public static func weekdayUnit(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "weekday-unit", message: "weekday is not a unit of time", span: span, hint: "did you mean days?")
  }

  public static func grainWithNumber(_ grain: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "grain-with-number", message: "a grain has no number", span: span, hint: "write by \(grain)")
  }
}
