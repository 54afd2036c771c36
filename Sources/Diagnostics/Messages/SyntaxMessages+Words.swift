/// What is wrong with one word: its characters, its quotes, its number.
extension Diagnostic {
  public static func wrongQuote(_ quote: String, isStraight: Bool, at span: Span) -> Diagnostic {
    let kind = isStraight ? "double quotes" : "straight double quotes"
    return Diagnostic(
      code: "wrong-quote", message: "texts stand in \(kind), not \(quote)", span: span, hint: "write \"…\"")
  }

  public static func unknownCharacter(_ run: String, instead: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unknown-character", message: "unexpected \(run)", span: span,
      hint: instead.map { "write \($0)" } ?? "a text with signs is quoted: \"\(run)\"")
  }

  public static func openText(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "open-text", message: "the text is not closed on its line", span: span,
      hint: "a text of several lines stands in \"\"\"…\"\"\"")
  }

  public static func openBlock(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "open-block", message: "the text is not closed", span: span, hint: "close it with \"\"\"",
      isIncomplete: true)
  }

  public static func openBackticks(at span: Span) -> Diagnostic {
    Diagnostic(code: "open-name", message: "the name in backticks is not closed on its line", span: span)
  }

  public static func emptyBackticks(at span: Span) -> Diagnostic {
    Diagnostic(code: "empty-name", message: "a name is missing between the backticks", span: span)
  }

  public static func unknownEscape(_ escape: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unknown-escape", message: "\(escape) is not an escape", span: span,
      hint: "write \\\\ for a backslash; the escapes are \\\" \\\\ \\n \\t \\u{…}")
  }

  public static func hashInWord(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "hash-in-word", message: "# inside a word", span: span,
      hint: "quote it, or put a space before a comment")
  }

  public static func hashValue(_ run: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "quote-it", message: "unexpected #", span: span, hint: "quote it: \"\(run)\"")
  }

  public static func notANumber(_ run: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "not-a-number", message: "\(run) is not a number", span: span, hint: "quote it: \"\(run)\"")
  }

  public static func durationWithoutSpace(_ instead: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "duration-without-space", message: "a duration is a number and a unit", span: span,
      hint: "write \(instead)")
  }

  public static func notAPoint(_ run: String, reason: String?, instead: String?, at span: Span) -> Diagnostic
  {
    let message = reason ?? "\(run) is not a point of time"
    let hint = instead.map { "write \($0)" } ?? "points are 2026-07-01, 2026-07, 2026-Q3, 2026-W31, 2026"
    return Diagnostic(code: "not-a-point", message: message, span: span, hint: hint)
  }

  public static func notAYear(_ found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "not-a-point", message: "\(found) is not a point of time", span: span,
      hint: "points are 2026-07-01, 2026-07, 2026-Q3, 2026-W31, 2026")
  }

  public static func notACount(_ found: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "not-a-count", message: "\(found) is not a whole number from 1", span: span)
  }

  public static func thousandsMark(_ number: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "thousands-mark", message: "numbers have no thousands mark", span: span, hint: "write \(number)")
  }
}
