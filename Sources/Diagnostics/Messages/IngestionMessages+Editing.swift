/// What can be wrong with a change of loaded rows.
extension Diagnostic {
  public static func engineCannotChange(_ what: String, reason: String) -> Diagnostic {
    Diagnostic(code: "engine-cannot-change", message: "\(what) failed: \(reason)")
  }

  public static func unknownSourceField(
    _ name: String, alias: String, nearest: [String], known: [String], span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-field", message: "\(alias) has no field or column \"\(name)\"", span: span,
      hint: didYouMean(nearest), known: known)
  }

  public static func unknownOldValue(
    _ value: String, column: String, nearest: [String], known: [String], span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-value", message: "\(column) never holds \"\(value)\"", span: span,
      hint: didYouMean(nearest),
      known: known)
  }

  public static func valueDoesNotFit(_ value: String, role: String, expected: String, span: Span?)
    -> Diagnostic
  {
    Diagnostic(
      code: "value-does-not-fit", message: "\"\(value)\" cannot be a value of \(role), which is \(expected)",
      span: span)
  }

  public static func derivedTypeDoesNotFit(_ name: String, expected: String, found: String) -> Diagnostic {
    Diagnostic(
      code: "type-does-not-fit", message: "\(name) is \(expected); the expression gives \(found)",
      hint: "derive it under another name")
  }
}
