import Diagnostics
import Vocabulary

/// `plan` and `cost`.
extension Parser {
  /// `N`, then `owner TEXT`, `target MEASURE >= VALUE` and `due DATE` in any order, each at most once, one at least.
  mutating func plan() throws(Stop) -> PlanStatement {
    let number = needed
    var plan = PlanStatement(number: try count(.fixNumber), numberSpan: number.span)
    if needed.endsStatement { throw missing(.planPart) }
    while try planPart(into: &plan) {}
    let token = next
    if case .word(let word) = token.kind, ReservedWord(word: word) == nil, lineHint(at: token) == nil {
      let known = PlanPart.names
      throw stop(
        .noOption(word, of: "plan", nearest: nearest(to: word, in: known), known: known, at: token.span),
        at: token)
    }
    guard !plan.isEmpty else { throw missing(.planPart) }
    return plan
  }

  private mutating func planPart(into plan: inout PlanStatement) throws(Stop) -> Bool {
    let token = next
    guard let part = token.word.flatMap({ PlanPart(word: $0) }) else { return false }
    let isThere =
      switch part {
      case .owner: plan.owner != nil
      case .target: plan.target != nil
      case .due: plan.due != nil
      }
    if isThere { throw stop(.twice(part.rawValue, at: token.span), at: token) }
    take()
    switch part {
    case .owner: plan.owner = try quoted(.text)
    case .target: plan.target = try target()
    case .due: plan.due = try day()
    }
    return true
  }

  private mutating func target() throws(Stop) -> PlanTarget {
    let start = needed.span.start
    let measure = try measureExpression()
    let token = needed
    guard case .symbol(let symbol) = token.kind,
      let comparison = ComparisonOperator(rawValue: symbol.rawValue),
      comparison != .equal, comparison != .unequal
    else { throw missing(.side) }
    take()
    return PlanTarget(
      measure: measure, comparison: comparison, value: try value(after: symbol.rawValue),
      span: span(from: start))
  }

  private mutating func day() throws(Stop) -> Point {
    let token = needed
    let point = try point()
    guard case .day = point else { throw stop(.notADay(point.printed, at: token.span), at: token) }
    return point
  }

  /// `per contact N`.
  mutating func cost() throws(Stop) -> NumberLiteral {
    try keyword("per", as: .perContact)
    try keyword("contact", as: .perContact)
    return try number(.number)
  }
}
