import Diagnostics
import Vocabulary

extension Parser {
  /// The measures of `show`, with commas between them.
  mutating func measures() throws(Stop) -> [MeasureItem] {
    var list = [try measure()]
    while takes(.comma) { list.append(try measure()) }
    try checkBehindMeasures()
    return list
  }

  private mutating func measure() throws(Stop) -> MeasureItem {
    let start = needed.span.start
    let expression = try measureExpression()
    let name = takes(word: "as") ? try name(.name) : nil
    return MeasureItem(expression: expression, name: name, span: span(from: start))
  }

  private func checkBehindMeasures() throws(Stop) {
    let token = next
    if token.isWord("per") {
      let key = second(.required)
      let instead = "by " + (key.endsStatement ? "week" : text(of: key))
      throw stop(.writeInstead(instead, found: "per", at: token.span), at: token)
    }
    switch token.kind {
    case .word(let word) where ReservedWord(word: word) == nil: break
    case .name, .number: break
    default: return
    }
    if lineHint(at: token) != nil { return }
    if let meant = meantFunction(before: token) ?? meant(by: token) { throw stop(meant, at: token) }
    throw stop(.commaBetweenMeasures(before: name(of: token), at: token.span), at: token)
  }

  // MARK: Arithmetic

  mutating func measureExpression() throws(Stop) -> MeasureExpression {
    try descend()
    defer { nesting -= 1 }
    var left = try measureProduct()
    while let sign = takesSign(.plus, .minus) {
      try lengthen()
      left = .binary(sign, left, try measureProduct())
    }
    return left
  }

  private mutating func measureProduct() throws(Stop) -> MeasureExpression {
    var left = try measureFactor()
    while let sign = takesSign(.times, .divided) {
      try lengthen()
      left = .binary(sign, left, try measureFactor())
    }
    return left
  }

  private mutating func measureFactor() throws(Stop) -> MeasureExpression {
    let token = needed
    switch token.kind {
    case .symbol(.openBracket):
      return try inBrackets(expecting: "+, -, *, /, )") { parser throws(Stop) in
        try parser.measureExpression()
      }
    case .symbol(.minus):
      if case .number = second(.required).kind { return .number(try number(.measure)) }
      take()
      try descend()
      defer { nesting -= 1 }
      return .negated(try measureFactor(), span(from: token.span.start))
    case .number: return .number(try number(.measure))
    default: return .aggregate(try aggregate())
    }
  }

  /// Takes one of two signs of arithmetic.
  mutating func takesSign(_ first: Token.Symbol, _ second: Token.Symbol) -> ArithmeticOperator? {
    for sign in [first, second] where takes(sign) { return ArithmeticOperator(rawValue: sign.rawValue) }
    return nil
  }

  // MARK: Aggregates

  mutating func aggregate() throws(Stop) -> Aggregate {
    let token = needed
    switch token.kind {
    case .word(let word) where ReservedWord(word: word) == nil: break
    case .name: break
    default: throw missing(token.isSymbol(.comma) && last.isSymbol(.comma) ? .measureBetweenCommas : .measure)
    }
    if token.isWord("share"), second(.required).isWord("of") { return try shareOf() }
    let name = try name(.measure)
    if name.form == .bare, FunctionName(word: name.text) != nil { return try function(name) }
    let filter = next.isSymbol(.openBracket) ? try bracketedFilter() : nil
    return Aggregate(.measure(name, filter), span: span(from: token.span.start))
  }

  private mutating func bracketedFilter() throws(Stop) -> Predicate {
    try inBrackets(expecting: "and, or, )") { parser throws(Stop) in try parser.predicate() }
  }

  private mutating func function(_ name: Word) throws(Stop) -> Aggregate {
    guard next.isSymbol(.openBracket) else {
      let argument = next.word.flatMap { ReservedWord(word: $0) == nil ? text(of: next) : nil }
      throw stop(.functionBrackets(name.text, argument: argument, at: name.span), at: next)
    }
    let argument = try inBrackets(expecting: "and, or, )") { parser throws(Stop) in
      parser.next.isSymbol(.closeBracket) ? nil : try parser.predicate()
    }
    return Aggregate(.function(name, argument), span: span(from: name.span.start))
  }

  /// `share of tickets(escalated) per (stage, channel)`.
  private mutating func shareOf() throws(Stop) -> Aggregate {
    let start = take().span.start
    take()
    let measure = try name(.measure)
    if measure.text.lowercased() == "share", next.isWord("of") {
      throw stop(.shareOfShare(at: next.span), at: next)
    }
    let filter = next.isSymbol(.openBracket) ? try bracketedFilter() : nil
    let per = next.isWord("per") && !isPerCustomerOfDerive ? try shareKeys() : []
    return Aggregate(.share(of: measure, filter, per: per), span: span(from: start))
  }

  private mutating func shareKeys() throws(Stop) -> [Word] {
    take()
    guard needed.isSymbol(.openBracket) else { return [try name(.field)] }
    return try inBrackets(expecting: ", or )") { parser throws(Stop) in try parser.names(.field) }
  }

  /// In `derive x = share of tickets per customer` the last `per customer` belongs to `derive`.
  private var isPerCustomerOfDerive: Bool {
    guard tokens[statementStart].isWord(StatementName.derive.rawValue), brackets.isEmpty else { return false }
    var ahead = self
    ahead.take()
    guard ahead.needed.isWord("customer") else { return false }
    ahead.take()
    return !ahead.next.isWord("per")
  }
}
