import Diagnostics
import Vocabulary

extension Parser {
  /// An expression over fields or columns.
  mutating func expression() throws(Stop) -> Expression {
    try descend()
    defer { nesting -= 1 }
    var left = try product()
    while let sign = takesSign(.plus, .minus) {
      try lengthen()
      left = .binary(sign, left, try product())
    }
    return left
  }

  private mutating func product() throws(Stop) -> Expression {
    var left = try factor()
    while let sign = takesSign(.times, .divided) {
      try lengthen()
      left = .binary(sign, left, try factor())
    }
    return left
  }

  private mutating func factor() throws(Stop) -> Expression {
    let token = needed
    switch token.kind {
    case .symbol(.openBracket):
      return try inBrackets(expecting: "+, -, *, /, )") { parser throws(Stop) in try parser.expression() }
    case .symbol(.minus):
      if case .number = second(.required).kind { return try quantity() }
      take()
      try descend()
      defer { nesting -= 1 }
      return .negated(try factor(), span(from: token.span.start))
    case .number: return try quantity()
    case .point(let point):
      take()
      return .point(point, token.span)
    case .text(let text, let isBlock):
      take()
      return .text(Quoted(text, isBlock: isBlock, span: token.span))
    case .symbol(.dollar): return .parameter(try parameterName())
    case .word, .name: return try named(token)
    default: throw missing(.operand)
    }
  }

  private mutating func named(_ token: Token) throws(Stop) -> Expression {
    if token.isWord("if") { return try choice() }
    if token.isWord("case") { throw stop(.caseInExpression(at: token.span), at: token) }
    if let word = token.word, ReservedWord(word: word) != nil { throw missing(.operand) }
    let name = try name(.operand)
    guard name.form == .bare, next.isSymbol(.openBracket) else { return .field(name) }
    return try call(name)
  }

  private mutating func choice() throws(Stop) -> Expression {
    let start = take().span.start
    let condition = try predicate()
    try keyword("then", as: .thenWord)
    let then = try expression()
    try keyword("else", as: .elseWord)
    let otherwise = try expression()
    return .choice(condition, then: then, else: otherwise, span(from: start))
  }

  private mutating func call(_ name: Word) throws(Stop) -> Expression {
    guard let function = ExpressionFunction(word: name.text) else { throw noFunction(name) }
    let arguments = try inBrackets(expecting: ", or )") { parser throws(Stop) in
      var list = [try parser.expression()]
      while parser.takes(.comma) { list.append(try parser.expression()) }
      return list
    }
    let word = Word(function.rawValue, span: name.span)
    return .call(word, arguments, span(from: name.span.start))
  }

  private func noFunction(_ name: Word) -> Stop {
    let isAggregate =
      FunctionName(word: name.text) != nil || MeasureName(rawValue: name.text.lowercased()) != nil
    let known = ExpressionFunction.names
    return stop(
      .noFunction(
        name.text, isAggregate: isAggregate, nearest: nearest(to: name.text, in: known), known: known,
        at: name.span), at: next)
  }
}
