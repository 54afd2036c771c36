/// What can be wrong with the kind of a file, or with the columns that fill its roles.
extension Diagnostic {
  public static func unknownKind(_ path: String, columns: [String], span: Span?) -> Diagnostic {
    Diagnostic(
      code: "unknown-kind",
      message: "neither the name of \"\(path)\" nor its columns tell what it holds", span: span,
      hint:
        "say it: load tickets \"\(path)\" (or mentions, reviews, surveys, calls, interactions, interviews, customers, touchpoints)",
      known: columns)
  }

  public static func unknownFileColumn(_ name: String, nearest: [String], known: [String], span: Span?)
    -> Diagnostic
  {
    Diagnostic(
      code: "unknown-column", message: "the file has no column \"\(name)\"", span: span,
      hint: didYouMean(nearest),
      known: known)
  }

  public static func roleWithoutEqual(_ role: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "role-without-equal", message: "\(role) is a role: it wants = and a column", span: span,
      hint: "write \(role) = COLUMN")
  }

  public static func roleOfOtherKind(_ role: String, kind: String, home: String?, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "role-of-other-kind", message: "\(kind) have no \(role)", span: span,
      hint: home.map {
        "\(role) belongs to a file of \($0); without it the column stays available under its own name"
      }
        ?? "leave it out: the column stays available under its own name")
  }

  public static func columnIsNot(
    _ column: String, role: String, expected: String, example: String, span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "column-does-not-fit",
      message:
        "column \"\(column)\" cannot be \(role): no cell of it is \(expected), as \"\(example.prefix(40))\" shows",
      span: span, hint: "name another column, or leave \(role) out")
  }

  public static func columnIsHalfUnderstood(
    _ column: String, role: String, unknown: [String], known: [String], statement: String, span: Span?
  ) -> Diagnostic {
    let words = unknown.prefix(4).map { "\"\($0.prefix(40))\"" }.joined(separator: ", ")
    let read = known.isEmpty ? "" : ", unlike " + known.prefix(4).map { "\"\($0)\"" }.joined(separator: ", ")
    return Diagnostic(
      code: "half-understood-answers",
      message:
        "not all words of \"\(column)\" are known as \(role): \(words)\(unknown.count > 4 ? " …" : "")\(read); "
        + "the answers without them would mislead",
      span: span, hint: "leave \(role) out and say what the words mean behind the load: \(statement)")
  }

  public static func noTimeColumn(
    _ path: String, kind: String, candidates: [String], tried: String?, example: String?, known: [String],
    options: [String] = [], span: Span?
  ) -> Diagnostic {
    var message = "no column of \"\(path)\" was recognised as the time, which every event needs"
    if let tried { message += "; \(tried) looks like it, but \"\((example ?? "").prefix(40))\" is no time" }
    let choice = candidates.first.map(backticked) ?? "COLUMN"
    return Diagnostic(
      code: "no-time-column", message: message, span: span,
      hint: "name it: load \(kind) \"\(path)\" with (\(list(options, "time = \(choice)")))"
        + (candidates.isEmpty
          ? "; or, where the file holds no times, say of which day it is: with (date 2026-09-30)" : ""),
      known: candidates.count > 1 ? candidates : known)
  }

  public static func noKeyColumn(
    _ path: String, role: String, kind: String, known: [String], options: [String] = [], span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "no-key-column",
      message: "no column of \"\(path)\" was recognised as the \(role), which \(kind) need",
      span: span, hint: "name it: load \(kind) \"\(path)\" with (\(list(options, "\(role) = COLUMN")))",
      known: known)
  }

  private static func list(_ options: [String], _ last: String) -> String {
    (options + [last]).joined(separator: ", ")
  }

  private static func backticked(_ name: String) -> String {
    let isWord = name.first?.isLetter == true && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isWord ? name : "`\(name)`"
  }
}
