import Diagnostics
import Vocabulary

/// Reads statements by recursive descent.
///
/// A mistake ends its statement; the parser goes on with the next one.
///
/// A line break ends a statement where the grammar could end; it is skipped where something is still lacking, inside
/// brackets, and before a line that begins with a bar or a clause.
struct Parser {
  let source: SourceText
  let tokens: [Token]
  /// The index of the first token that is not consumed.
  var position = 0
  /// The token that was consumed last; its text is what a message names as "after".
  var last: Token
  /// The brackets that are open in this statement.
  var brackets: [Token] = []
  var context = Context()
  /// The index of the first token of the statement that is read.
  var statementStart = 0
  /// How deep the grammar is inside itself; bounded, because the parser and all who walk the tree recurse.
  var nesting = 0
  /// How many operators were read in this statement; bounded for the same reason.
  var operators = 0
  var items: [ScriptItem] = []
  var mistakes: [Stop] = []

  /// What the surroundings of a predicate allow behind it or in it.
  struct Context {
    /// The options of the finder whose clauses are read: such a word ends a test.
    var options: [OptionDeclaration] = []
    /// `in ALIAS` may follow (`exclude`).
    var takesSource = false
    /// An aggregate may stand on the left of a test (`define persona`).
    var takesAggregates = false
    /// `=>` ends a test (`case`).
    var takesArrow = false
  }

  init(_ source: SourceText) {
    self.source = source
    var lexer = Lexer(source.text)
    tokens = lexer.run()
    last = Token(kind: .newline, span: Span(0, 0), followsSpace: true)
  }
}

/// Why a statement was given up, and where no reading goes on.
struct Stop: Error {
  var diagnostic: Diagnostic
  /// The UTF-8 offset at which the text stops to be a beginning of any statement.
  var offset: Int
  /// The token with that offset.
  var index: Int
}

// MARK: - Looking and taking

extension Parser {
  /// The next token of the statement, or what ends it.
  var next: Token { tokens[index(of: .optional)] }

  /// The next token where the grammar lacks something: line breaks before it do not count.
  var needed: Token { tokens[index(of: .required)] }

  enum Demand { case optional, required }

  func index(of demand: Demand) -> Int {
    let skipsLines = demand == .required || !brackets.isEmpty || endsInCommaOrBar
    var index = position
    while true {
      switch tokens[index].kind {
      case .comment: index += 1
      case .newline where skipsLines: index += 1
      case .newline: return continuation(from: index) ?? index
      default: return index
      }
    }
  }

  private var endsInCommaOrBar: Bool { last.kind == .symbol(.comma) || last.kind == .symbol(.bar) }

  /// The index of a bar or a clause at the beginning of the next line that has anything.
  func continuation(from newline: Int) -> Int? {
    var index = newline
    while true {
      switch tokens[index].kind {
      case .comment, .newline: index += 1
      case .symbol(.bar): return index
      case .word(let word): return ClauseName(word: word) == nil ? nil : index
      default: return nil
      }
    }
  }

  @discardableResult
  mutating func take(_ demand: Demand = .required) -> Token {
    let index = index(of: demand)
    last = tokens[index]
    if last.kind != .end { position = index + 1 }
    return last
  }

  /// Takes the next token if it is this symbol.
  mutating func takes(_ symbol: Token.Symbol) -> Bool {
    guard next.kind == .symbol(symbol) else { return false }
    take(.optional)
    return true
  }

  /// Takes the next token if it is this bare word, in any case.
  mutating func takes(word: String) -> Bool {
    guard next.isWord(word) else { return false }
    take(.optional)
    return true
  }

  /// The token behind the next one.
  func second(_ demand: Demand = .optional) -> Token {
    var ahead = self
    ahead.take(demand)
    return ahead.next
  }

  func span(from start: Int) -> Span { Span(start, max(start, last.span.end)) }

  func text(of token: Token) -> String { source.slice(token.span) }
}

extension Token {
  /// A bare word in lower case.
  var word: String? {
    if case .word(let word) = kind { word.lowercased() } else { nil }
  }

  func isWord(_ word: String) -> Bool { self.word == word }

  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }

  var isPartOfStatement: Bool {
    if case .comment = kind { false } else { !endsStatement }
  }

  /// Nothing of a statement can stand here or behind it.
  var endsStatement: Bool {
    switch kind {
    case .end, .newline, .symbol(.semicolon), .fact, .record, .output: true
    default: false
    }
  }
}

// MARK: - Stopping

extension Parser {
  /// A stop at a token.
  ///
  /// Where the text ends, the statement is incomplete; a token that is none brings its own mistake.
  func stop(_ diagnostic: Diagnostic, at token: Token) -> Stop {
    var diagnostic = diagnostic
    switch token.kind {
    case .bad(let own): diagnostic = own
    case .end:
      diagnostic.isIncomplete = true
      if isCommentOpen, diagnostic.code == MissingPart.value.code {
        diagnostic.hint = diagnostic.hint ?? Diagnostic.commentHint
      }
    default: break
    }
    return Stop(diagnostic: diagnostic, offset: token.span.start, index: indexOfToken(at: token.span.start))
  }

  /// The index of the token that begins at an offset; every token but the last has a length.
  private func indexOfToken(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count - 1
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The text ends in a comment on the line of the last token, which may have been meant as a value.
  private var isCommentOpen: Bool {
    guard position < tokens.count, case .comment = tokens[position].kind else { return false }
    return tokens[position].span.start > last.span.end
  }

  /// Something is lacking at the next token.
  func missing(_ part: MissingPart, after: String? = nil, hint: String? = nil) -> Stop {
    let token = needed
    let found = token.endsStatement ? nil : name(of: token)
    let place = token.endsStatement ? Span(last.span.end, last.span.end) : token.span
    let diagnostic = Diagnostic.missing(
      part, after: after ?? lastText, found: found, hint: hint ?? lineHint(at: token), at: place)
    return stop(diagnostic, at: token)
  }

  /// The last token, as a message names it.
  var lastText: String { name(of: last) }

  /// A token, as a message names it.
  func name(of token: Token) -> String {
    switch token.kind {
    case .text(_, isBlock: true): "a text"
    case .text(let text, _) where text.count > 30: "a text"
    case .symbol(.comma): "a comma"
    default: text(of: token)
    }
  }

  /// Says that a statement goes on over a line end, where that explains a mistake.
  func lineHint(at token: Token) -> String? {
    guard let beginning = lineBeginnings(before: token).first else { return nil }
    let before = tokens[statementStart..<beginning].last { $0.isPartOfStatement } ?? tokens[statementStart]
    let line = source.place(of: tokens[statementStart].span.start).line
    return Diagnostic.goesOnHint(line: line, after: name(of: before))
  }

  /// Later lines of this statement that begin like a statement, up to a token.
  func lineBeginnings(before token: Token) -> [Int] {
    guard statementStart + 1 < tokens.count else { return [] }
    return tokens.indices[(statementStart + 1)...].prefix { tokens[$0].span.start <= token.span.start }.filter
    { index in
      tokens[index - 1].kind == .newline && beginsStatement(tokens[index])
    }
  }

  func beginsStatement(_ token: Token) -> Bool {
    guard let word = token.word else { return false }
    return Catalogue.statementWords.contains(word)
  }
}
