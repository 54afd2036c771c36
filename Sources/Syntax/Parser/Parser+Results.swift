import Diagnostics
import Vocabulary

extension Parser {
  /// A result by its name.
  ///
  /// What follows it tells whether a statement's word was misspelt.
  mutating func namedResult() throws(Stop) -> ResultReference {
    let token = needed
    let word = try name(.statement)
    let following = next
    guard following.endsStatement || following.isSymbol(.bar) else {
      if following.isSymbol(.openRow) { throw rowInsteadOfResult(word.printed) }
      throw stop(noStatement(word.text, at: token), at: following)
    }
    return .named(word)
  }

  private func noStatement(_ word: String, at token: Token) -> Diagnostic {
    if StepName(word: word) != nil {
      return .stepAsStatement(lineText(from: token), word: word, at: token.span)
    }
    if MeasureName(rawValue: word.lowercased()) != nil || FunctionName(word: word) != nil {
      return .measureAsStatement(word, at: token.span)
    }
    if let instead = ForeignCommand.instead(of: word) {
      return .foreignCommand(word, instead: instead, at: token.span)
    }
    return .noStatement(
      word, nearest: nearest(to: word, in: Catalogue.statementWords), known: Catalogue.firstWords,
      at: token.span)
  }

  /// `$`, `$3`.
  mutating func numberedResult() throws(Stop) -> ResultReference {
    let reference = try dollarReference()
    if next.isSymbol(.openRow) { throw rowInsteadOfResult(source.slice(span(from: spanOf(reference).start))) }
    return reference
  }

  private func spanOf(_ reference: ResultReference) -> Span {
    switch reference {
    case .named(let word): word.span
    case .numbered(_, let span): span
    }
  }

  private mutating func dollarReference() throws(Stop) -> ResultReference {
    let start = take().span.start
    switch next.kind {
    case .number:
      let number = try count(.number)
      return .numbered(number, span(from: start))
    case .word(let word) where ReservedWord(word: word) == nil:
      throw stop(.parameterAsResult(word, at: next.span), at: next)
    default: return .numbered(nil, span(from: start))
    }
  }

  /// `$3[2]` where a result is wanted.
  private func rowInsteadOfResult(_ result: String) -> Stop {
    let token = next
    var ahead = self
    ahead.take()
    let row = ahead.needed.endsStatement ? "1" : text(of: ahead.needed)
    return stop(.rowAsResult("\(result)[\(row)]", at: token.span), at: token)
  }

  /// `r3[2]`, `$[2]`.
  mutating func rowReference() throws(Stop) -> RowReference {
    let token = needed
    let result: ResultReference =
      token.isSymbol(.dollar) ? try dollarReference() : .named(try name(.row))
    guard next.isSymbol(.openRow) else { throw missing(.rowNumber) }
    take()
    let row = try count(.rowNumber)
    guard needed.isSymbol(.closeRow) else { throw missing(.closeRow) }
    take()
    return RowReference(result: result, row: row, span: span(from: token.span.start))
  }

  /// `explain QUERY`, or `explain r3[2].nps`.
  mutating func explain() throws(Stop) -> StatementKind {
    guard beginsRow else { return .explainQuery(try explainedQuery()) }
    let row = try rowReference()
    guard next.isSymbol(.dot) else {
      throw missing(.column, hint: Diagnostic.cellHint(source.slice(row.span)))
    }
    take()
    return .explainCell(row, column: try name(.column))
  }

  private mutating func explainedQuery() throws(Stop) -> Query {
    let token = needed
    if let name = token.word.flatMap({ StatementName(word: $0) }), name != .show, name != .events {
      throw stop(.notAQuery(name.rawValue, at: token.span), at: token)
    }
    guard !token.endsStatement else { throw missing(.query) }
    return try query()
  }

  var beginsRow: Bool {
    var ahead = self
    switch ahead.needed.kind {
    case .word, .name: break
    case .symbol(.dollar):
      if case .number = second(.required).kind { ahead.take() }
    default: return false
    }
    ahead.take()
    return ahead.next.isSymbol(.openRow)
  }
}
