import Diagnostics
import Vocabulary

/// What other languages and shells write, and how it is written here.
extension Parser {
  // MARK: Behind a question

  /// What a word was meant to be that stands where a clause, a comma or the end could: a step that lacks its bar, a
  /// clause of another language, or a misspelt one.
  ///
  /// - Parameter behindValue: the word may also be the second word of a text that lacks its quotes.
  func meant(by token: Token, behindValue: Bool = false) -> Diagnostic? {
    guard isQuestion, let word = token.word, lineHint(at: token) == nil else { return nil }
    if let instead = step(meantBy: word, token, behindValue) ?? clause(meantBy: word) {
      return .writeInstead(instead, found: name(of: token), at: token.span)
    }
    let near = nearest(to: word, in: ClauseName.names).filter { abs($0.count - word.count) <= 2 }
    guard !near.isEmpty, ReservedWord(word: word) == nil, MeasureName(rawValue: word) == nil else {
      return nil
    }
    return .noClause(name(of: token), nearest: near, at: token.span)
  }

  /// The statement is a question: steps and clauses belong to it.
  private var isQuestion: Bool {
    guard let name = tokens[statementStart].word.flatMap({ StatementName(word: $0) }) else { return true }
    return [.show, .events, .explain, .answer].contains(name)
  }

  /// `order by tickets` and `sort by tickets` as `| sort tickets`, `limit 5` as `| top 5`.
  private func step(meantBy word: String, _ token: Token, _ behindValue: Bool) -> String? {
    let following = second()
    switch word {
    case "order", "ordered", "sort", "sorted":
      if following.isWord("by") { return "| sort \(lineText(behind: following))" }
    case "limit", "first", "head":
      if case .number = following.kind { return "| top \(lineText(behind: token))" }
    default: break
    }
    guard let step = StepName(word: word), step != .where else { return nil }
    if case .number = following.kind { return "| " + lineText(from: token) }
    return behindValue ? nil : "| " + lineText(from: token)
  }

  private func clause(meantBy word: String) -> String? {
    let following = second()
    switch word {
    case "group", "grouped": return following.isWord("by") ? lineText(from: following) : nil
    case "last", "this": return "during \(lineText(from: next))"
    case "of":
      var ahead = self
      ahead.take(.optional)
      return ahead.beginsRow ? "events of \(lineText(from: following))" : nil
    default: return nil
    }
  }

  /// `average response_time` as `mean(response_time)`; a measure that is no field needs no function.
  func meantFunction(before token: Token) -> Diagnostic? {
    guard let word = last.word, let function = FunctionName(synonym: word), let field = token.word,
      ReservedWord(word: field) == nil
    else { return nil }
    let isField = Role(rawValue: field) != nil || MeasureName(rawValue: field) == nil
    let instead = isField ? "\(function.rawValue)(\(field))" : field
    return .noFunction(word, isAggregate: false, nearest: [instead], known: [], at: last.span)
  }

  // MARK: Tests

  /// `stage like "on%"` as `stage contains "on*"`.
  func meantTest(of field: Word, at token: Token) -> Diagnostic? {
    guard token.isWord("like") || token.isWord("ilike") else { return nil }
    guard case .text(let pattern, _) = second(.required).kind else {
      return .likeInTest(instead: nil, at: token.span)
    }
    var word = Substring(pattern)
    let isBeginning = word.hasSuffix("%") && !word.hasPrefix("%")
    while word.hasPrefix("%") { word.removeFirst() }
    while word.hasSuffix("%") { word.removeLast() }
    let instead = "\(field.printed) contains \"\(word)\(isBeginning ? "*" : "")\""
    return .likeInTest(instead: word.contains(where: "%_\"\\".contains) ? nil : instead, at: token.span)
  }

  /// `stage is null` as `stage is missing`, `stage is onboarding` as `stage = onboarding`.
  func meantMissing(of field: Word, negated: Bool) -> String? {
    let token = needed
    guard let word = token.word, word != "missing", lineHint(at: token) == nil else { return nil }
    if ["null", "none", "nil", "empty"].contains(word) {
      return Diagnostic.writeHint("\(field.printed) is \(negated ? "not " : "")missing")
    }
    guard ReservedWord(word: word) == nil else { return nil }
    return Diagnostic.writeHint("\(field.printed) \(negated ? "!=" : "=") \(text(of: token))")
  }

  // MARK: Statements

  /// A statement that another program would take: `select …`, `\q`, `.tables`.
  func foreignStatement() -> Stop? {
    let token = next
    guard let word = token.word else {
      guard let instead = ForeignCommand.instead(of: run(from: token)) else { return nil }
      return stopForeign(
        .foreignCommand(run(from: token), instead: instead, at: runSpan(from: token)), at: token)
    }
    let following = second()
    guard word == "select", !following.endsStatement, !following.isSymbol(.bar), !following.isSymbol(.openRow)
    else { return nil }
    return stopForeign(
      .bareSelect(text(of: token), all: textOfStatement(from: token), at: token.span), at: following)
  }

  /// A stop that a token which is none does not replace by its own mistake.
  private func stopForeign(_ diagnostic: Diagnostic, at token: Token) -> Stop {
    var stop = stop(diagnostic, at: token)
    stop.diagnostic = diagnostic
    return stop
  }

  // MARK: Texts

  /// The text from a token to the end of its line, or to the next bar.
  func lineText(from token: Token) -> String {
    let end = tokens[position...].first {
      $0.span.start > token.span.start && ($0.endsStatement || $0.isSymbol(.bar))
    }
    return trimmedRight(source.slice(Span(token.span.start, end?.span.start ?? token.span.end)))
  }

  private func lineText(behind token: Token) -> String {
    String(lineText(from: token).dropFirst(text(of: token).count).drop { $0 == " " })
  }

  /// The text from a token to the end of the statement, bars too.
  func textOfStatement(from token: Token) -> String {
    let end = tokens[position...].first { $0.span.start > token.span.start && $0.endsStatement }
    return trimmedRight(source.slice(Span(token.span.start, end?.span.start ?? token.span.end)))
  }
}
