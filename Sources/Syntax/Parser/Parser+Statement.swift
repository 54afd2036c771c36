import Diagnostics
import Vocabulary

extension Parser {
  mutating func statementKind() throws(Stop) -> StatementKind {
    if let stop = foreignStatement() { throw stop }
    guard let word = next.word else { return .query(try query()) }
    if let name = StatementName(word: word) { return try statement(name) }
    if word == "exit", second().endsStatement {
      take()
      return .quit
    }
    return .query(try query())
  }

  private mutating func statement(_ name: StatementName) throws(Stop) -> StatementKind {
    if name == .show || name == .events || name == .timeline { return .query(try query()) }
    take()
    switch name {
    case .show, .events, .timeline: return .query(try query())
    case .load: return .load(try load())
    case .recode: return .recode(try recode())
    case .derive: return .derive(try derive())
    case .define: return .define(try define())
    case .exclude: return .exclude(try exclude())
    case .link: return .link(try link())
    case .focus: return try focus()
    case .unfocus: return .unfocus
    case .parameter: return try parameter()
    case .set: return try setting()
    case .note: return .note(try quoted(.text))
    case .owner: return .owner(try quoted(.text), where: try filter())
    case .effort: return .effort(try number(.number), where: try filter())
    case .override: return try override()
    case .score: return .score(try score())
    case .save: return try save()
    case .run: return .run(try quoted(.path))
    case .replay: return try replay()
    case .export: return try export()
    case .connect: return .connect(try quoted(.uri))
    case .disconnect: return .disconnect
    case .explain: return try explain()
    case .help: return .help(topic: try topic())
    case .undo: return .undo
    case .history: return .history(search: try search())
    case .quit: return .quit
    case .baseline: return .baseline(try quoted(.baselineName))
    case .plan: return .plan(try plan())
    case .cost: return .cost(perContact: try cost())
    case .cache, .task, .hint, .answer:
      return .later(try later(name))
    }
  }

  // MARK: The end of a statement

  mutating func endOfStatement() throws(Stop) {
    let token = next
    guard !token.endsStatement else { return }
    throw stop(unexpected(token), at: token)
  }

  /// Demands that nothing but empty lines and comments follows.
  mutating func endOfText() throws(Stop) {
    let token = needed
    if token.kind != .end { throw stop(unexpected(token), at: token) }
  }

  /// What the first token is called that does not belong to the statement any more.
  private func unexpected(_ token: Token) -> Diagnostic {
    let found = name(of: token)
    let hint = lineHint(at: token)
    if let clause = token.word.flatMap({ ClauseName(word: $0) }) {
      return .misplacedClause(clause.rawValue, hint: hint, at: token.span)
    }
    if token.isSymbol(.closeBracket) { return .strayBracket(at: token.span) }
    if token.isSymbol(.openRow) { return .unexpected(found, hint: hint, at: token.span) }
    let isInText = last.isWordOrText && token.isWordOrText && hint == nil && isValue(last)
    if let meant = meant(by: token, behindValue: isInText) { return meant }
    if isInText {
      let both = source.slice(last.span.union(token.span))
      return .unexpected(found, hint: Diagnostic.quoteHint(both), at: token.span)
    }
    return .unexpected(found, hint: hint ?? unitHint(at: token), at: token.span)
  }

  /// `> 4 parsecs`: the units that there are.
  private func unitHint(at token: Token) -> String? {
    guard case .number = last.kind, let word = token.word, isCompared(last) else { return nil }
    let units = DurationLiteral.Unit.allCases.map { $0.rawValue + "s" }
    return Diagnostic.didYouMean(nearest(to: word, in: units)) ?? Diagnostic.durationHint(units)
  }

  /// The token stands behind a comparison.
  private func isCompared(_ token: Token) -> Bool {
    guard case .symbol(let symbol) = tokens[..<position].dropLast().last?.kind else { return false }
    return ComparisonOperator(rawValue: symbol.rawValue) != nil
  }

  /// The token stands behind a comparison: it may be the first word of a text that lacks its quotes.
  private func isValue(_ token: Token) -> Bool {
    let before = tokens[..<position].dropLast().last
    guard case .symbol(let symbol) = before?.kind else { return false }
    return [.equal, .unequal].contains(symbol)
  }
}

extension Token {
  var isWordOrText: Bool {
    switch kind {
    case .word(let word): ReservedWord(word: word) == nil
    case .number: true
    default: false
    }
  }
}
