/// Names and values that need quotes or another name.
extension Diagnostic {
  public static func reservedName(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "reserved-word", message: "\(word) is a reserved word", span: span,
      hint: "as a name it stands in backticks: `\(word)`")
  }

  public static func reservedValue(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "reserved-word", message: "\(word) is a reserved word", span: span, hint: "quote it: \"\(word)\"")
  }

  public static func quotedName(_ text: String, part: MissingPart, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "quoted-name", message: "\(part.phrase) has no quotes", span: span,
      hint: "write \(text) or `\(text)`")
  }

  public static func quoteIt(_ run: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "quote-it", message: "a text with signs stands in quotes", span: span,
      hint: "quote it: \"\(run)\"")
  }

  public static func unquoted(_ part: MissingPart, instead: String, at span: Span) -> Diagnostic {
    let known: [MissingPart] = [.path, .pattern, .uri, .text]
    let phrase = known.contains(part) ? part.phrase : "a text"
    return Diagnostic(
      code: "unquoted-\(known.contains(part) ? part.rawValue : "text")",
      message: "\(phrase) stands in quotes",
      span: span, hint: "quote it: \"\(instead)\"")
  }

  public static func bracketedValue(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "bracketed-value", message: "one value stands here without brackets", span: span,
      hint: "several values: in (…)")
  }
}
