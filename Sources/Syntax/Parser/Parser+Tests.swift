import Diagnostics
import Vocabulary

/// One test: a field, an operator, a value.
extension Parser {
  mutating func testForm() throws(Stop) -> Test.Form {
    let token = needed
    switch token.kind {
    case .name: return try fieldTest(try name(.test))
    case .word(let word):
      if let reserved = ReservedWord(word: word) { throw reservedAtTest(reserved, token) }
      if context.takesAggregates, let operand = try aggregateOperand() { return try aggregateTest(operand) }
      return try fieldTest(try name(.test))
    case .number, .text, .point: throw try valueFirst(token)
    case .symbol(let symbol) where ComparisonOperator(rawValue: symbol.rawValue) != nil:
      throw stop(.fieldMissing(before: symbol.rawValue, at: token.span), at: token)
    default: throw missing(.test)
    }
  }

  private func reservedAtTest(_ word: ReservedWord, _ token: Token) -> Stop {
    switch word {
    case .is, .in, .between, .contains, .matches:
      stop(.fieldMissing(before: word.rawValue, at: token.span), at: token)
    default: missing(.test)
    }
  }

  /// `5 < amount` as `amount > 5`.
  private func valueFirst(_ token: Token) throws(Stop) -> Stop {
    var ahead = self
    let value = (try? ahead.value()).map(\.printed) ?? text(of: token)
    var hint: String?
    if case .symbol(let symbol) = ahead.next.kind,
      let comparison = ComparisonOperator(rawValue: symbol.rawValue)
    {
      ahead.take()
      if case .word(let field) = ahead.next.kind { hint = "\(field) \(comparison.flipped.rawValue) \(value)" }
    }
    return stop(.valueFirst(instead: hint, at: token.span), at: token)
  }

  private mutating func fieldTest(_ field: Word) throws(Stop) -> Test.Form {
    let token = next
    if case .symbol(let symbol) = token.kind { return try symbolTest(field, symbol, token) }
    guard case .word(let word) = token.kind else { return try nameTest(field, before: token) }
    switch word.lowercased() {
    case "not":
      take()
      return try negatedTest(field)
    case "in" where context.takesSource && !second().isSymbol(.openBracket) && !second().endsStatement:
      return .name(field)
    case "in", "between", "contains", "matches": return try wordTest(.field(field), field, negated: false)
    case "is": return try missingTest(field)
    case "had": return try had(field, negated: false)
    default: return try nameTest(field, before: token)
    }
  }

  /// A field alone is a test where it is true or false, or the name of a segment.
  private func nameTest(_ field: Word, before token: Token) throws(Stop) -> Test.Form {
    switch token.kind {
    case .word(let word):
      if ReservedWord(word: word) != nil || context.options.contains(where: { token.isWord($0.name) }) {
        return .name(field)
      }
    case .number, .text, .point, .name: break
    default: return .name(field)
    }
    if let hint = lineHint(at: token) {
      throw stop(.unexpected(name(of: token), hint: hint, at: token.span), at: token)
    }
    if let meant = meantTest(of: field, at: token) ?? meant(by: token) { throw stop(meant, at: token) }
    let instead = "\(field.printed) = \(name(of: token))"
    throw stop(.operatorMissing(after: field.text, instead: instead, at: token.span), at: token)
  }

  private mutating func symbolTest(
    _ field: Word, _ symbol: Token.Symbol, _ token: Token
  ) throws(Stop) -> Test.Form {
    if let comparison = ComparisonOperator(rawValue: symbol.rawValue) {
      take()
      return .compare(.field(field), comparison, try value())
    }
    switch symbol {
    case .arrow where !context.takesArrow:
      var stop = stop(.arrowInTest(at: token.span), at: token)
      stop.offset += 1
      throw stop
    case .plus, .minus, .times, .divided: throw stop(.arithmeticInTest(at: token.span), at: token)
    case .openBracket: throw stop(.aggregateInTest(field.text, at: token.span), at: token)
    default: return .name(field)
    }
  }

  private mutating func negatedTest(_ field: Word) throws(Stop) -> Test.Form {
    switch needed.word {
    case "in", "between", "contains", "matches": return try wordTest(.field(field), field, negated: true)
    case "had": return try had(field, negated: true)
    default:
      if let meant = meantTest(of: field, at: needed) { throw stop(meant, at: needed) }
      throw missing(.testBehindNot)
    }
  }

  /// The tests that are words: `in`, `between`, `contains`, `matches`.
  private mutating func wordTest(
    _ operand: Operand, _ field: Word, negated: Bool
  ) throws(Stop) -> Test.Form {
    switch take().word {
    case "in": return .among(field, negated: negated, try amongValues(field))
    case "between":
      let (low, high) = try bounds()
      return .between(operand, negated: negated, low, high)
    case "contains": return try contained(field, negated: negated)
    default: return .matches(field, negated: negated, try pattern())
    }
  }

  private mutating func amongValues(_ field: Word) throws(Stop) -> [Literal] {
    let token = needed
    if token.isSymbol(.openBracket) { return try values(after: "in") }
    if token.endsStatement { throw missing(.bracketOfValues) }
    if case .point = token.kind {
      throw stop(
        .writeInstead("during \(text(of: token))", found: text(of: token), at: token.span), at: token)
    }
    throw stop(.bracketMissing(instead: "in (\(text(of: token)))", after: "in", at: token.span), at: token)
  }

  mutating func bounds() throws(Stop) -> (Literal, Literal) {
    let low = try value()
    if next.isSymbol(.comma) {
      let high = text(of: second(.required))
      throw stop(.writeInstead("between \(low.printed) and \(high)", found: ",", at: next.span), at: next)
    }
    try keyword("and", as: .andOfBetween)
    return (low, try value())
  }

  private mutating func contained(_ field: Word, negated: Bool) throws(Stop) -> Test.Form {
    let token = needed
    if token.isWord("any") {
      take()
      guard needed.isSymbol(.openBracket) else { throw missing(.bracketOfValues) }
      return .contains(field, negated: negated, try values(after: "any"), any: true)
    }
    switch token.kind {
    case .number, .point, .name, .symbol(.dollar), .symbol(.openBracket):
      let instead = token.isSymbol(.openBracket) ? "any (…)" : run(from: token)
      throw stop(.containsNeedsText(instead, at: token.span), at: token)
    default: return .contains(field, negated: negated, [try value()], any: false)
    }
  }

  private mutating func pattern() throws(Stop) -> Quoted {
    let token = needed
    guard case .text = token.kind else {
      if token.endsStatement { throw missing(.pattern) }
      throw stop(.unquoted(.pattern, instead: run(from: token), at: token.span), at: token)
    }
    return try quoted(.pattern)
  }

  private mutating func missingTest(_ field: Word) throws(Stop) -> Test.Form {
    take()
    let negated = needed.isWord("not")
    if negated { take() }
    try keyword("missing", as: .missingWord, hint: meantMissing(of: field, negated: negated))
    return .missing(field, negated: negated)
  }
}

extension ComparisonOperator {
  /// The same comparison read from the other side.
  var flipped: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .unequal: self
    }
  }
}
