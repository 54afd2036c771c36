import Diagnostics
import Vocabulary

extension Parser {
  // MARK: load

  mutating func load() throws(Stop) -> LoadStatement {
    let kind = try sourceKind()
    let origin = try origin()
    let alias = takes(word: "as") ? try name(.name) : nil
    var load = LoadStatement(kind: kind, origin: origin, alias: alias)
    if takes(word: "with") { try mappings(of: &load) }
    return load
  }

  private mutating func sourceKind() throws(Stop) -> (kind: SourceKind, span: Span)? {
    let token = needed
    guard case .word(let word) = token.kind, !token.isWord("from") else { return nil }
    let behind = second(.required)
    if let kind = SourceKind(word: word), behind.followsSpace || behind.isQuote {
      take()
      return (kind, token.span)
    }
    guard behind.isQuote || behind.isWord("from") else {
      throw stop(.unquoted(.path, instead: run(from: token), at: runSpan(from: token)), at: token)
    }
    throw stop(
      .noKind(
        word, nearest: nearest(to: word, in: SourceKind.names), known: SourceKind.names, at: token.span),
      at: token)
  }

  private mutating func origin() throws(Stop) -> LoadOrigin {
    guard needed.isWord("from") else { return .path(try quoted(.path)) }
    take()
    guard needed.isWord("table") else { return .remote(try quoted(.path)) }
    take()
    var parts = [try name(.table)]
    while takes(.dot) { parts.append(try name(.table)) }
    return .table(parts)
  }

  private mutating func mappings(of load: inout LoadStatement) throws(Stop) {
    let token = needed
    guard token.isSymbol(.openBracket) else {
      if token.endsStatement { throw missing(.bracketOfRoles) }
      let behind = source.slice(Span(token.span.start, endOfStatementText))
      throw stop(.bracketMissing(instead: "with (\(behind))", after: "with", at: token.span), at: token)
    }
    let pairs = try inBrackets(expecting: ", or )") { parser throws(Stop) in
      var mappings: [RoleMapping] = []
      var layout: [LayoutOption] = []
      repeat {
        let word = try parser.name(.role)
        if parser.needed.isSymbol(.equal) {
          mappings.append(try parser.mapping(word))
        } else {
          layout.append(try parser.layoutOption(word))
        }
      } while parser.takes(.comma)
      return (mappings, layout)
    }
    (load.mappings, load.layout) = pairs
  }

  private var endOfStatementText: Int {
    tokens[position...].first { $0.endsStatement }?.span.start ?? last.span.end
  }

  private mutating func mapping(_ role: Word) throws(Stop) -> RoleMapping {
    take()
    var mapping = RoleMapping(role: role, column: try column(.column))
    if takes(word: "scale") { mapping.scale = try scale() }
    if takes(word: "high") {
      try keyword("is", as: .highIs)
      let token = needed
      guard token.isWord("good") || token.isWord("bad") else { throw missing(.goodOrBad) }
      take()
      mapping.highIsGood = token.isWord("good")
    }
    mapping.span = span(from: role.span.start)
    return mapping
  }

  private mutating func scale() throws(Stop) -> (low: Double, high: Double) {
    let low = try number(.scale)
    guard next.isSymbol(.range) else {
      let token = needed
      if token.endsStatement { throw missing(.scaleRange) }
      let high = second(.required)
      let instead = "scale \(low.text)..\(high.endsStatement ? "5" : text(of: high))"
      var stop = stop(
        .writeInstead(instead, found: text(of: token), at: low.span.union(token.span)), at: token)
      stop.offset = low.span.start
      throw stop
    }
    take()
    return (low.value, try number(.scale).value)
  }

  private mutating func layoutOption(_ name: Word) throws(Stop) -> LayoutOption {
    let token = needed
    switch token.kind {
    case .text: return LayoutOption(name: name, setting: .text(try quoted(.text)))
    case .number: return LayoutOption(name: name, setting: .number(try number(.number)))
    case .point: return LayoutOption(name: name, setting: .point(try point()))
    case .symbol(.openBracket):
      let words = try inBrackets(expecting: ", or )") { parser throws(Stop) in
        var words = [try parser.column(.column)]
        while parser.takes(.comma) { words.append(try parser.column(.column)) }
        return words
      }
      return LayoutOption(name: name, setting: .words(words))
    case .word: return LayoutOption(name: name, setting: .word(try self.name(.word)))
    default: throw missing(.equalSign)
    }
  }

  // MARK: recode

  mutating func recode() throws(Stop) -> RecodeStatement {
    let field = try name(.field)
    try keyword("from", as: .fromColumn)
    let column = try column(.column)
    guard needed.isSymbol(.openBracket) else { throw missing(.bracketOfRecoding) }
    var statement = RecodeStatement(field: field, column: column, values: [])
    let (values, otherwise) = try inBrackets(expecting: ", or )") { parser throws(Stop) in
      try parser.recoding()
    }
    (statement.values, statement.otherwise) = (values, otherwise)
    statement.alias = try sourceOf()
    return statement
  }

  private mutating func recoding() throws(Stop) -> (
    values: [(old: Literal, new: RecodeStatement.Target)], otherwise: RecodeStatement.Target?
  ) {
    var values: [(old: Literal, new: RecodeStatement.Target)] = []
    repeat {
      let token = needed
      if token.isWord("else") {
        take()
        try symbol(.equal, as: .equalSign)
        let otherwise = try elseTarget()
        if next.isSymbol(.comma) { throw stop(.elseNotLast(at: token.span), at: token) }
        return (values, otherwise)
      }
      let old = try value()
      try equalOfRecoding()
      values.append((old, .value(try value())))
    } while takes(.comma)
    return (values, nil)
  }

  private mutating func equalOfRecoding() throws(Stop) {
    let token = needed
    if token.isSymbol(.arrow) {
      var stop = stop(.arrowInRecode(at: token.span), at: token)
      stop.offset += 1
      throw stop
    }
    try symbol(.equal, as: .equalSign)
  }

  private mutating func elseTarget() throws(Stop) -> RecodeStatement.Target {
    switch needed.word {
    case "keep": .keep(take().span)
    case "missing": .missing(take().span)
    default: .value(try value())
    }
  }

  /// `in ALIAS` behind recode, derive and exclude.
  mutating func sourceOf() throws(Stop) -> Word? {
    takes(word: "in") ? try name(.source) : nil
  }

  // MARK: link

  mutating func link() throws(Stop) -> LinkStatement {
    try keyword("customers", as: .customersBy)
    try keyword("by", as: .customersBy)
    var fields = [try column(.field)]
    while takes(.comma) { fields.append(try column(.field)) }
    try keyword("in", as: .inSources)
    guard needed.isSymbol(.openBracket) else { throw missing(.inSources) }
    let sources = try inBrackets(expecting: ", or )") { parser throws(Stop) in try parser.names(.source) }
    return LinkStatement(fields: fields, sources: sources)
  }

  // MARK: exclude

  mutating func exclude() throws(Stop) -> ExcludeStatement {
    let token = needed
    if token.isWord("duplicates") {
      take()
      try keyword("by", as: .byFields)
      let fields = try names(.field)
      return ExcludeStatement(form: .duplicates(fields), alias: try sourceOf())
    }
    try keyword("where", as: .whereOrDuplicates)
    context.takesSource = true
    let filter = try predicate()
    return ExcludeStatement(form: .filter(filter), alias: try sourceOf())
  }
}

extension Token {
  var isQuote: Bool {
    switch kind {
    case .text: true
    default: false
    }
  }
}
