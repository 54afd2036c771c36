/// Brackets that do not match, and lists without anything in them.
extension Diagnostic {
  public static func openBracket(column: Int, before: String?, at span: Span) -> Diagnostic {
    let end = before.map { " before \($0)" } ?? ""
    return Diagnostic(
      code: "open-bracket", message: "the bracket at column \(column) is not closed\(end)", span: span)
  }

  public static func strayBracket(at span: Span) -> Diagnostic {
    Diagnostic(code: "stray-bracket", message: "a bracket is closed that was not opened", span: span)
  }

  public static func bracketMissing(instead: String, after: String, at span: Span) -> Diagnostic {
    let message = after == "in" ? "values after in stand in brackets" : "\(after) needs brackets"
    return Diagnostic(code: "missing-bracket", message: message, span: span, hint: "write \(instead)")
  }

  public static func emptyList(after word: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "empty-list", message: "\(word) needs at least one value", span: span)
  }
}
