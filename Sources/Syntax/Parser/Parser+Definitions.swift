import Diagnostics
import Vocabulary

extension Parser {
  // MARK: derive

  mutating func derive() throws(Stop) -> DeriveStatement {
    let name = try name(.name)
    try symbol(.equal, as: .equalSign)
    let form: DeriveStatement.Form
    if needed.isWord("case") {
      form = try cases()
    } else if beginsAggregate {
      let aggregate = try aggregate()
      try keyword("per", as: .perCustomer)
      try keyword("customer", as: .perCustomer)
      form = .perCustomer(aggregate)
    } else {
      form = .expression(try expression())
    }
    return DeriveStatement(name: name, form: form, alias: try sourceOf())
  }

  /// Whether `… per customer` stands here: `tickets per customer`, `mode(channel) per customer`.
  private var beginsAggregate: Bool {
    guard let word = needed.word, ReservedWord(word: word) == nil else { return false }
    var ahead = self
    ahead.take()
    if ahead.next.isWord("per") || word == "share" && ahead.next.isWord("of") { return true }
    guard ahead.next.isSymbol(.openBracket), ExpressionFunction(word: word) == nil else { return false }
    if FunctionName(word: word) != nil || MeasureName(rawValue: word) != nil { return true }
    return ahead.behindBrackets.isWord("per")
  }

  /// The token behind the brackets that open next.
  private var behindBrackets: Token {
    var depth = 0
    for token in tokens[position...] {
      if token.isSymbol(.openBracket) { depth += 1 }
      if token.isSymbol(.closeBracket) { depth -= 1 }
      if depth == 0, !token.isSymbol(.closeBracket) || token.endsStatement { return token }
    }
    return tokens[tokens.count - 1]
  }

  private mutating func cases() throws(Stop) -> DeriveStatement.Form {
    take()
    guard needed.isSymbol(.openBracket) else { throw missing(.bracketOfCases) }
    return try inBrackets(expecting: ", or )") { parser throws(Stop) in
      var list: [(Predicate, Literal)] = []
      while true {
        let token = parser.needed
        if token.isWord("else") {
          parser.take()
          let otherwise = try parser.result()
          if parser.next.isSymbol(.comma) { throw parser.stop(.elseNotLast(at: token.span), at: token) }
          return .cases(list, otherwise: otherwise)
        }
        parser.context.takesArrow = true
        let condition = try parser.predicate()
        parser.context.takesArrow = false
        list.append((condition, try parser.result()))
        guard parser.takes(.comma) else { throw parser.elseMissing() }
      }
    }
  }

  /// `=> value` of a case.
  private mutating func result() throws(Stop) -> Literal {
    guard needed.isSymbol(.arrow) else { throw missing(.arrow) }
    take()
    return try value()
  }

  private func elseMissing() -> Stop {
    let token = next
    if token.isSymbol(.closeBracket) { return missing(.elseOfCase) }
    if token.isSymbol(.arrow) { return stop(.arrowInTest(at: token.span), at: token) }
    guard let open = brackets.last, token.endsStatement else {
      return stop(
        .unexpected(name(of: token), hint: Diagnostic.expectedHint(", or )"), at: token.span), at: token)
    }
    let column = source.place(of: open.span.start).column
    return stop(.openBracket(column: column, before: nil, at: open.span), at: token)
  }

  // MARK: define

  mutating func define() throws(Stop) -> DefineStatement {
    let token = needed
    guard let word = token.word else { throw missing(.definitionKind) }
    guard let kind = DefinitionKind(word: word) else {
      let known = DefinitionKind.names
      throw stop(
        .noDefinition(word, nearest: nearest(to: word, in: known), known: known, at: token.span), at: token)
    }
    take()
    return DefineStatement(form: try definition(kind))
  }

  private mutating func definition(_ kind: DefinitionKind) throws(Stop) -> DefineStatement.Form {
    switch kind {
    case .persona:
      let title = try quoted(.text)
      try symbol(.equal, as: .equalSign)
      try keyword("customers", as: .customersWhere)
      try keyword("where", as: .customersWhere)
      context.takesAggregates = true
      return .persona(title, try predicate())
    case .segment: return .segment(try defined(), try predicate())
    case .measure: return .measure(try defined(), try measureExpression())
    case .theme: return .theme(try titled(), try predicate())
    case .emotion: return .emotion(try titled(), try predicate())
    }
  }

  private mutating func defined() throws(Stop) -> Word {
    let name = try name(.name)
    try symbol(.equal, as: .equalSign)
    return name
  }

  private mutating func titled() throws(Stop) -> Quoted {
    let title = try quoted(.text)
    try symbol(.equal, as: .equalSign)
    return title
  }
}
