/// What a statement lacks, has twice or has instead.
extension Diagnostic {
  /// Something is lacking: at the end of the text, or where something else was found.
  public static func missing(
    _ part: MissingPart, after: String, found: String?, hint: String?, at span: Span
  ) -> Diagnostic {
    let place = after.isEmpty ? "" : " after \(after)"
    let tail = found.map { ", found \($0)" } ?? ""
    let message =
      switch part {
      case .stepBetweenBars: "a step is missing between the bars"
      case .measureBetweenCommas: "a measure is missing between the commas"
      default: "\(part.phrase) is missing" + place + tail
      }
    return Diagnostic(code: part.code, message: message, span: span, hint: hint)
  }

  public static func unexpected(_ found: String, hint: String?, at span: Span) -> Diagnostic {
    Diagnostic(code: "unexpected", message: "unexpected \(found)", span: span, hint: hint)
  }

  public static func expectedHint(_ expected: String) -> String { "expected here: \(expected)" }
  public static func quoteHint(_ text: String) -> String { "a text with spaces is quoted: \"\(text)\"" }
  public static func goesOnHint(line: Int, after word: String) -> String {
    "the statement of line \(line) goes on here: something is missing after \(word)"
  }
  public static func writeHint(_ text: String) -> String { "write \(text)" }
  public static func keysHint(_ example: String) -> String { "keys stand behind by: \(example)" }
  public static func unitHint(_ example: String) -> String {
    "hours, days, weeks, months, quarters or years: \(example)"
  }
  public static func cellHint(_ row: String) -> String { "a figure has a row and a column: \(row).nps" }
  public static let commentHint = "# starts a comment after a space: quote it"
  public static let dollarHint = "$ alone is the last result, not a value"

  public static func twice(_ word: String, at span: Span) -> Diagnostic {
    let hint =
      switch word {
      case "where": "join tests with and"
      case "by": "several keys have commas between them: by stage, channel"
      default: "once is enough"
      }
    return Diagnostic(code: "twice", message: "\(word) twice", span: span, hint: hint)
  }

  public static func tooDeep(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "too-deep", message: "the statement is too long or nested too deeply", span: span,
      hint: "define segment gives a test a name")
  }

  /// The message of a word or sign that stands instead of what is written otherwise.
  public static func writeInstead(_ instead: String, found: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "write-instead", message: "unexpected \(found)", span: span, hint: "write \(instead)")
  }
}
