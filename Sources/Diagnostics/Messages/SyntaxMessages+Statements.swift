/// Words that are no statement, clause, step or option, or that stand in the wrong place.
extension Diagnostic {
  public static func noStatement(
    _ word: String, nearest: [String], known: [String], at span: Span
  ) -> Diagnostic {
    unknown("statement", word, nearest: nearest, known: nearest.isEmpty ? known : [], at: span)
  }

  public static func noClause(_ word: String, nearest: [String], at span: Span) -> Diagnostic {
    unknown("clause", word, nearest: nearest, known: [], at: span)
  }

  public static func noStep(_ word: String, nearest: [String], known: [String], at span: Span) -> Diagnostic {
    unknown("step", word, nearest: nearest, known: known, at: span)
  }

  public static func noChart(_ word: String, nearest: [String], known: [String], at span: Span) -> Diagnostic
  {
    unknown("chart", word, nearest: nearest, known: known, at: span)
  }

  public static func noSetting(_ word: String, nearest: [String], known: [String], at span: Span)
    -> Diagnostic
  {
    unknown("setting", word, nearest: nearest, known: known, at: span)
  }

  public static func noKind(_ word: String, nearest: [String], known: [String], at span: Span) -> Diagnostic {
    unknown("kind", word, nearest: nearest, known: known, at: span)
  }

  public static func noDefinition(_ word: String, nearest: [String], known: [String], at span: Span)
    -> Diagnostic
  {
    unknown("definition", word, nearest: nearest, known: known, at: span)
  }

  public static func noFunction(
    _ word: String, isAggregate: Bool, nearest: [String], known: [String], at span: Span
  ) -> Diagnostic {
    guard isAggregate else { return unknown("function", word, nearest: nearest, known: known, at: span) }
    return Diagnostic(
      code: "aggregate-in-expression", message: "\(word) (…) is a measure, not possible in an expression",
      span: span, hint: "a column of the result stands in backticks: `\(word)(…)`")
  }

  public static func noOption(
    _ word: String, of finder: String, nearest: [String], known: [String], at span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-option", message: "\(finder) has no option \(word)", span: span,
      hint: didYouMean(nearest), known: known)
  }

  private static func unknown(
    _ what: String, _ word: String, nearest: [String], known: [String], at span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-\(what)", message: "no such \(what): \(word)", span: span, hint: didYouMean(nearest),
      known: known)
  }

  /// `did you mean show?`, nil without names.
  public static func didYouMean(_ nearest: [String]) -> String? {
    guard let last = nearest.last else { return nil }
    let list = nearest.count == 1 ? last : nearest.dropLast().joined(separator: ", ") + " or " + last
    return "did you mean \(list)?"
  }

  public static func stepAsStatement(_ text: String, word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "step-as-statement", message: "\(word) is a step: it works on a result", span: span,
      hint: "write $ | \(text)")
  }

  public static func measureAsStatement(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unknown-statement", message: "no such statement: \(word)", span: span, hint: "write show \(word)"
    )
  }

  public static func strayClause(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "stray-clause", message: "\(word) belongs to the statement before it", span: span,
      hint: "a statement begins with a word such as show")
  }

  public static func strayBar(isBehindRecord: Bool, at span: Span) -> Diagnostic {
    let message =
      isBehindRecord ? "a step stands after the record of a result" : "a step stands behind a question"
    return Diagnostic(code: "stray-bar", message: message, span: span, hint: "$ is the last result: $ | …")
  }

  public static func misplacedClause(_ word: String, hint: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "misplaced-clause", message: "\(word) is not possible here", span: span,
      hint: hint ?? (word == "where" ? nil : "\(word) belongs before the first bar"))
  }

  public static func clauseBehindBar(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "clause-behind-bar", message: "\(word) belongs before the first bar", span: span)
  }

  public static func parameterAsResult(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "parameter-as-result", message: "$\(name) is a parameter, not a result", span: span,
      hint: "a result is named without $: \(name)")
  }

  public static func rowAsResult(_ row: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "row-as-result", message: "a row is not a result", span: span, hint: "write events of \(row)")
  }

  public static func notAQuery(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "not-a-query", message: "explain takes a question, not \(word)", span: span)
  }

  public static func withMissing(before word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "missing-with", message: "with is missing before \(word)", span: span, hint: "write with \(word)")
  }
}
