import Diagnostics
import Vocabulary

extension Parser {
  // MARK: What stays on

  mutating func focus() throws(Stop) -> StatementKind {
    let isNarrowing = needed.isWord("and")
    if isNarrowing { take() }
    return .focus(try predicate(), isNarrowing: isNarrowing)
  }

  mutating func parameter() throws(Stop) -> StatementKind {
    let name = try name(.name)
    try symbol(.equal, as: .equalSign)
    return .parameter(name: name, value: try parameterValue())
  }

  /// A value, or a period; a single point is a value and serves as a period too.
  private mutating func parameterValue() throws(Stop) -> ParameterValue {
    let token = needed
    switch token.kind {
    case .word(let word) where ["last", "this", "previous", "same"].contains(word.lowercased()):
      return .period(try period())
    case .symbol(.range): return .period(try period())
    case .point, .number:
      if second(.required).isSymbol(.range) { return .period(try period()) }
    default: break
    }
    return .literal(try value())
  }

  mutating func setting() throws(Stop) -> StatementKind {
    let token = needed
    let name = try name(.setting)
    guard let setting = SettingName(word: name.text) else {
      let known = SettingName.names
      throw stop(
        .noSetting(name.text, nearest: nearest(to: name.text, in: known), known: known, at: token.span),
        at: token)
    }
    return .set(name: Word(setting.rawValue, span: name.span), value: try value(after: setting.rawValue))
  }

  /// `where PREDICATE` of owner, effort and override.
  mutating func filter() throws(Stop) -> Predicate {
    try keyword("where", as: .whereClause)
    return try predicate()
  }

  mutating func override() throws(Stop) -> StatementKind {
    let field = try name(.field)
    try symbol(.equal, as: .equalSign)
    return .override(field: field, value: try number(.number), where: try filter())
  }

  // MARK: Sessions

  mutating func save() throws(Stop) -> StatementKind {
    let path = try quoted(.path)
    let last = takes(word: "last") ? try count(.number) : nil
    var flags = Set<String>()
    while let (token, flag) = try saveFlag() {
      guard flags.insert(flag).inserted else { throw stop(.twice(flag, at: token.span), at: token) }
    }
    return .save(
      path: path, last: last, withOutput: flags.contains("output"), withWords: flags.contains("words"),
      replace: flags.contains("replace"))
  }

  private mutating func saveFlag() throws(Stop) -> (Token, String)? {
    let token = next
    if takes(word: "replace") { return (token, "replace") }
    if token.isWord("output") || token.isWord("words") {
      throw stop(.withMissing(before: text(of: token), at: token.span), at: token)
    }
    guard takes(word: "with") else { return nil }
    let flag = needed
    guard flag.isWord("output") || flag.isWord("words") else { throw missing(.outputOrWords) }
    take()
    return (flag, flag.word ?? "")
  }

  mutating func replay() throws(Stop) -> StatementKind {
    let path = try quoted(.path)
    return .replay(path, against: takes(word: "against") ? try quoted(.path) : nil)
  }

  mutating func export() throws(Stop) -> StatementKind {
    let token = needed
    guard case .word = token.kind else {
      if case .name = token.kind { return .export(what: try name(.path), path: try quoted(.path)) }
      return .export(what: nil, path: try quoted(.path))
    }
    guard !tokens[min(position + 1, tokens.count - 1)].continuesPath else {
      throw stop(.unquoted(.path, instead: run(from: token), at: runSpan(from: token)), at: second())
    }
    return .export(what: try name(.path), path: try quoted(.path))
  }

  // MARK: The rest

  /// The words behind `help`, reserved ones too.
  mutating func topic() throws(Stop) -> [Word] {
    var words: [Word] = []
    while true {
      let token = tokens[position]
      switch token.kind {
      case .word(let word): words.append(Word(word, span: token.span))
      case .name(let name): words.append(Word(name, form: .backticks, span: token.span))
      default: return words
      }
      take(.optional)
    }
  }

  mutating func search() throws(Stop) -> String? {
    switch next.kind {
    case .text: try quoted(.text).text
    case .word(let word) where ReservedWord(word: word) == nil: try name(.text).text
    default: nil
    }
  }

  // MARK: Later capabilities

  /// A statement that is only printed again: its words in order, brackets closed.
  mutating func later(_ name: StatementName) throws(Stop) -> LaterStatement {
    let word = Word(name.rawValue, span: last.span)
    switch name {
    case .answer:
      guard !needed.endsStatement else { throw missing(.query) }
      return LaterStatement(name: word, printed: "answer " + (try query()).printed)
    case .task, .hint:
      return LaterStatement(name: word, printed: "\(name.rawValue) " + (try quoted(.text)).printed)
    case .cache: break
    default:
      if needed.endsStatement { throw missing(.rest) }
    }
    return LaterStatement(name: word, printed: name.rawValue + (try words()))
  }

  /// The text of the tokens up to the statement's end, one space where there was any.
  private mutating func words() throws(Stop) -> String {
    var printed = ""
    while !next.endsStatement {
      let token = next
      if case .bad(let diagnostic) = token.kind { throw stop(diagnostic, at: token) }
      take(.optional)
      printed += (token.followsSpace ? " " : "") + text(of: token)
      if token.isSymbol(.openBracket) { brackets.append(token) }
      if token.isSymbol(.closeBracket), brackets.popLast() == nil {
        throw stop(.strayBracket(at: token.span), at: token)
      }
    }
    if let open = brackets.last {
      let column = source.place(of: open.span.start).column
      throw stop(.openBracket(column: column, before: nil, at: open.span), at: next)
    }
    return printed
  }
}

extension Token {
  fileprivate var continuesPath: Bool {
    !followsSpace && (isSymbol(.dot) || isSymbol(.divided))
  }
}
