/// Tests behind `where`, `filter`, `derive` and `define segment`.
extension Diagnostic {
  public static func operatorMissing(after field: String, instead: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "missing-operator", message: "an operator is missing after \(field)", span: span,
      hint: "write \(instead)")
  }

  public static func fieldMissing(before word: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "missing-field", message: "a field is missing before \(word)", span: span)
  }

  public static func valueFirst(instead: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "value-first", message: "the field stands first in a test", span: span,
      hint: instead.map { "write \($0)" })
  }

  public static func doubleEqual(at span: Span) -> Diagnostic {
    Diagnostic(code: "double-equal", message: "one = compares", span: span, hint: "write =")
  }

  public static func angleUnequal(at span: Span) -> Diagnostic {
    Diagnostic(code: "angle-unequal", message: "unexpected > after <", span: span, hint: "write !=")
  }

  public static func commaBetweenTests(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "comma-between-tests", message: "unexpected comma", span: span, hint: "join tests with and")
  }

  public static func arithmeticInTest(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "arithmetic-in-test", message: "arithmetic is not possible in a test", span: span,
      hint: "add a column, then test it: … | add x = … | where x > …")
  }

  public static func aggregateInTest(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "aggregate-in-test", message: "\(name) (…) is possible only in define persona", span: span,
      hint: "a column of the result is tested behind a bar: | where `\(name)(…)` > …")
  }

  public static func likeInTest(instead: String?, at span: Span) -> Diagnostic {
    let test = instead ?? "contains, with * for the end of a word,"
    return Diagnostic(
      code: "write-instead", message: "unexpected like", span: span,
      hint: "write \(test) or matches with a pattern")
  }

  public static func arrowInTest(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "arrow-in-test", message: "=> ends a test in case", span: span, hint: "greater or equal is >=")
  }

  public static func containsNeedsText(_ found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "contains-needs-text", message: "contains takes a text", span: span,
      hint: found.hasPrefix("any") ? "write contains \(found)" : "quote it: \"\(found)\"")
  }

  public static func hadOfOther(_ field: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "had-of-other", message: "had is about customers, not \(field)", span: span,
      hint: "write customer had (…)")
  }

  public static func withinOfHad(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "missing-before-or-after", message: "before or after is missing: this within is had's",
      span: span,
      hint: "the option within stands before where")
  }

  public static func elseNotLast(at span: Span) -> Diagnostic {
    Diagnostic(code: "else-not-last", message: "else stands last", span: span)
  }

  public static func arrowInRecode(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "arrow-in-recode", message: "recode takes =, case takes =>", span: span, hint: "write old = new")
  }

  public static func caseInExpression(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "case-in-expression", message: "case stands right behind derive NAME =", span: span,
      hint: "here: if … then … else …")
  }
}
