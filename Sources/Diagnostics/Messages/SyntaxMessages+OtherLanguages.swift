/// What people type who think of another program.
extension Diagnostic {
  /// A word or sign with which another program is told something.
  public static func foreignCommand(_ command: String, instead: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "unknown-statement", message: "no such statement: \(command)", span: span, hint: instead)
  }

  public static func bareSelect(_ word: String, all text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unknown-statement", message: "no such statement: \(word)", span: span,
      hint: "write sql " + quotedSQL(text))
  }

  public static func unquotedSQL(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unquoted-text", message: "a SELECT statement stands in quotes", span: span,
      hint: "write sql " + quotedSQL(text))
  }

  /// The whole text in quotes; of a long one its beginning.
  private static func quotedSQL(_ text: String) -> String {
    guard text.count <= 60 else { return "\"\(text.prefix { $0 != " " }) …\", all of it in quotes" }
    return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
  }
}
