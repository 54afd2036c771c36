import Diagnostics
import Vocabulary

/// Tests of what a customer did.
extension Parser {
  mutating func had(_ field: Word, negated: Bool) throws(Stop) -> Test.Form {
    let token = needed
    guard field.text.lowercased() == Role.customer.rawValue else {
      throw stop(.hadOfOther(field.text, at: token.span), at: token)
    }
    take()
    let open = needed
    if !open.isSymbol(.openBracket), !open.endsStatement {
      throw stop(.bracketMissing(instead: "had (\(text(of: open)))", after: "had", at: open.span), at: open)
    }
    guard open.isSymbol(.openBracket) else { throw missing(.bracketOfTest) }
    let inner = try inBrackets(expecting: "and, or, )") { parser throws(Stop) in try parser.predicate() }
    let (within, after) = try timeOfHad()
    return .had(negated: negated, inner, within: within, after: after)
  }

  /// `within 14 days before`: behind had's bracket, `within` is always had's.
  private mutating func timeOfHad() throws(Stop) -> (DurationLiteral?, after: Bool) {
    let within = next
    guard within.isWord("within") else { return (nil, after: false) }
    take()
    let duration = try duration()
    switch needed.word {
    case "before": take()
    case "after":
      take()
      return (duration, after: true)
    default:
      if context.options.contains(where: { $0.name == "within" }) {
        throw stop(.withinOfHad(at: within.span), at: within)
      }
      throw missing(.beforeOrAfter)
    }
    return (duration, after: false)
  }
}

/// Aggregates on the left (`define persona`).
extension Parser {
  /// An aggregate, or nil where the word is a field.
  mutating func aggregateOperand() throws(Stop) -> Operand? {
    guard let word = needed.word else { return nil }
    let behind = second(.required)
    let isMeasure = MeasureName(rawValue: word) != nil && Role(rawValue: word) == nil
    let isAggregate =
      behind.isSymbol(.openBracket) || behind.isWord("per") || word == "share" && behind.isWord("of")
      || isMeasure
    guard isAggregate else { return nil }
    let aggregate = try aggregate()
    guard takes(word: "per") else { return .aggregate(aggregate, per: nil) }
    guard let grain = needed.word.flatMap({ Grain(rawValue: $0) }) else { throw missing(.grain) }
    take()
    return .aggregate(aggregate, per: grain)
  }

  mutating func aggregateTest(_ operand: Operand) throws(Stop) -> Test.Form {
    let token = next
    if case .symbol(let symbol) = token.kind, let comparison = ComparisonOperator(rawValue: symbol.rawValue) {
      take()
      return .compare(operand, comparison, try value())
    }
    let negated = takes(word: "not")
    guard needed.isWord("between") else { throw missing(.comparison) }
    take()
    let (low, high) = try bounds()
    return .between(operand, negated: negated, low, high)
  }
}
