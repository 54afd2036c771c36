import Diagnostics
import Vocabulary

extension Parser {
  /// A head and the steps behind bars.
  mutating func query() throws(Stop) -> Query {
    let start = needed.span.start
    let head = try head()
    context = Context()
    let steps = try steps()
    return Query(head: head, steps: steps, span: span(from: start))
  }

  private mutating func head() throws(Stop) -> Head {
    let token = needed
    switch token.kind {
    case .word(let word):
      let folded = word.lowercased()
      if folded == StatementName.show.rawValue { return try show() }
      if folded == StatementName.events.rawValue { return try events() }
      if folded == StatementName.timeline.rawValue { return try timeline() }
      if let finder = FinderName(word: folded) { return .finder(try finderCall(finder)) }
      if let listing = ListingName(word: folded) { return .listing(try listingCall(listing)) }
      if ReservedWord(word: folded) != nil { throw stop(.strayClause(folded, at: token.span), at: token) }
      return .result(try namedResult())
    case .name: return .result(try namedResult())
    case .symbol(.dollar): return .result(try numberedResult())
    case .symbol(.bar): throw stop(.strayBar(isBehindRecord: isBehindRecord, at: token.span), at: token)
    default: throw missing(.statement, after: "")
    }
  }

  private var isBehindRecord: Bool {
    for item in items.reversed() {
      switch item {
      case .record, .output: return true
      case .blank, .comment: continue
      case .statement, .fact: return false
      }
    }
    return false
  }

  private mutating func show() throws(Stop) -> Head {
    take()
    let measures = try measures()
    var tail = Tail()
    while try clause(into: &tail) {}
    return .show(measures, tail)
  }

  private mutating func events() throws(Stop) -> Head {
    take()
    let row = takes(word: "of") ? try rowReference() : nil
    var tail = Tail()
    while try clause(into: &tail) {}
    return .events(of: row, tail)
  }

  private mutating func timeline() throws(Stop) -> Head {
    take()
    if needed.endsStatement || needed.isSymbol(.bar) { throw missing(.customer) }
    return .timeline(try value())
  }

  // MARK: Clauses

  /// Reads one clause; false where none stands.
  mutating func clause(into tail: inout Tail) throws(Stop) -> Bool {
    let token = next
    guard let clause = token.word.flatMap({ ClauseName(word: $0) }) else { return false }
    let isTwice = tail.has(clause)
    if isTwice, clause != .with { throw stop(.twice(clause.rawValue, at: token.span), at: token) }
    take()
    switch clause {
    case .by: tail.keys = try keys()
    case .where: tail.filter = try predicate()
    case .during: tail.during = try period()
    case .vs: tail.versus = try versus()
    case .with:
      try keyword("totals", as: .totals)
      if isTwice { throw stop(.twice("with totals", at: span(from: token.span.start)), at: token) }
      tail.withTotals = true
    }
    return true
  }

  private mutating func versus() throws(Stop) -> Versus {
    if needed.isWord("rest") { return .rest(take().span) }
    if needed.isWord("baseline") {
      take()
      return .baseline(try quoted(.baselineName))
    }
    return .period(try period(hint: Diagnostic.versusHint))
  }

  // MARK: Keys

  private mutating func keys() throws(Stop) -> [Key] {
    var list = [try key()]
    while takes(.comma) { list.append(try key()) }
    return list
  }

  mutating func key() throws(Stop) -> Key {
    let token = needed
    let form = try keyForm(token)
    let name = takes(word: "as") ? try name(.name) : nil
    return Key(form, name: name, span: span(from: token.span.start))
  }

  private mutating func keyForm(_ token: Token) throws(Stop) -> Key.Form {
    switch token.kind {
    case .number: throw numberedGrain(token)
    case .word(let word) where ReservedWord(word: word) != nil: throw missing(.key)
    case .word(let word):
      if let grain = Grain(rawValue: word.lowercased()), !second().isWord("in") {
        take()
        return .grain(grain)
      }
    case .name, .text: break
    default: throw missing(.key)
    }
    let field = try name(.key)
    guard takes(word: "in") else { return .field(field) }
    try keyword("steps", as: .stepsOf)
    try keyword("of", as: .stepsOf)
    return .steps(field, of: try stepSize())
  }

  private func numberedGrain(_ token: Token) -> Stop {
    guard let grain = second(.required).word.flatMap({ Grain(unit: $0) }) else { return missing(.key) }
    return stop(.grainWithNumber(grain.rawValue, at: token.span), at: token)
  }
}

extension Tail {
  func has(_ clause: ClauseName) -> Bool {
    switch clause {
    case .by: !keys.isEmpty
    case .where: filter != nil
    case .during: during != nil
    case .vs: versus != nil
    case .with: withTotals
    }
  }
}
