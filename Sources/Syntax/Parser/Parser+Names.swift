import Diagnostics
import Vocabulary

extension Parser {
  /// A name: a bare word that is not reserved, or anything in backticks.
  mutating func name(_ part: MissingPart) throws(Stop) -> Word {
    let token = needed
    switch token.kind {
    case .word(let word) where ReservedWord(word: word) == nil:
      take()
      return Word(word, form: .bare, span: token.span)
    case .name(let name):
      take()
      return Word(name, form: .backticks, span: token.span)
    case .word(let word): throw stop(.reservedName(word.lowercased(), at: token.span), at: token)
    case .text(let text, _): throw stop(.quotedName(text, part: part, at: token.span), at: token)
    default: throw missing(part)
    }
  }

  /// A name, or a column of a file in quotes.
  mutating func column(_ part: MissingPart) throws(Stop) -> Word {
    let token = needed
    guard case .text(let text, _) = token.kind else { return try name(part) }
    take()
    return Word(text, form: .quotes, span: token.span)
  }

  /// Names with commas between them.
  mutating func names(_ part: MissingPart) throws(Stop) -> [Word] {
    var list = [try name(part)]
    while takes(.comma) { list.append(try name(part)) }
    return list
  }

  /// A keyword that the grammar demands here.
  mutating func keyword(_ word: String, as part: MissingPart, hint: String? = nil) throws(Stop) {
    guard needed.isWord(word) else { throw missing(part, hint: hint) }
    take()
  }

  mutating func symbol(_ symbol: Token.Symbol, as part: MissingPart, hint: String? = nil) throws(Stop) {
    guard needed.isSymbol(symbol) else { throw missing(part, hint: hint) }
    take()
  }

  /// A text in quotes; what stands there without them is shown with them.
  mutating func quoted(_ part: MissingPart) throws(Stop) -> Quoted {
    let token = needed
    if case .text(let text, let isBlock) = token.kind {
      take()
      return Quoted(text, isBlock: isBlock, span: token.span)
    }
    if token.endsStatement { throw missing(part) }
    throw stop(.unquoted(part, instead: run(from: token), at: runSpan(from: token)), at: token)
  }

  // MARK: Runs of tokens without spaces

  /// The tokens from this one on that no space separates, such as `Europe/Berlin`.
  func runSpan(from token: Token) -> Span {
    guard var index = tokens.firstIndex(where: { $0.span.start == token.span.start }) else {
      return token.span
    }
    var span = token.span
    while index + 1 < tokens.count {
      index += 1
      let following = tokens[index]
      if following.followsSpace || following.endsStatement || following.breaksRun { break }
      span = span.union(following.span)
    }
    return span
  }

  func run(from token: Token) -> String { source.slice(runSpan(from: token)) }

  // MARK: Brackets

  /// Reads what stands in brackets: line breaks do not count there, and the surroundings lend nothing to it.
  mutating func inBrackets<Result>(
    expecting expected: String = ")", _ read: (inout Parser) throws(Stop) -> Result
  ) throws(Stop) -> Result {
    let saved = context
    let open = take()
    try descend()
    brackets.append(open)
    context = Context()
    let result = try read(&self)
    let token = next
    guard token.isSymbol(.closeBracket) else { throw unclosed(open, at: token, expected: expected) }
    take()
    brackets.removeLast()
    context = saved
    nesting -= 1
    return result
  }

  private func unclosed(_ open: Token, at token: Token, expected: String) -> Stop {
    let column = source.place(of: open.span.start).column
    let isOnLaterLine = lineBeginnings(before: token).contains { tokens[$0].span == token.span }
    if token.endsStatement || isOnLaterLine {
      let before = token.isSymbol(.semicolon) ? ";" : nil
      return stop(.openBracket(column: column, before: before, at: open.span), at: token)
    }
    if last.isWordOrText, token.isWordOrText {
      let both = source.slice(last.span.union(token.span))
      return stop(.unexpected(name(of: token), hint: Diagnostic.quoteHint(both), at: token.span), at: token)
    }
    return stop(
      .unexpected(name(of: token), hint: Diagnostic.expectedHint(expected), at: token.span), at: token)
  }

  /// Counts a step into the grammar.
  mutating func descend() throws(Stop) {
    nesting += 1
    if nesting > 100 { throw stop(.tooDeep(at: last.span), at: last) }
  }
}

extension Token {
  fileprivate var breaksRun: Bool {
    switch kind {
    case .symbol(.comma), .symbol(.closeBracket), .symbol(.openBracket), .symbol(.bar), .comment: true
    default: false
    }
  }
}
