import Diagnostics
import Vocabulary

extension Parser {
  /// Tests joined by `or`; `and` binds closer, `not` closest.
  mutating func predicate() throws(Stop) -> Predicate {
    try descend()
    defer { nesting -= 1 }
    var left = try conjunction()
    while takes(word: "or") {
      try lengthen()
      left = .or(left, try conjunction())
    }
    return left
  }

  private mutating func conjunction() throws(Stop) -> Predicate {
    var left = try negation()
    while takes(word: "and") {
      try lengthen()
      left = .and(left, try negation())
    }
    return left
  }

  /// Chains are bounded too: who walks the tree recurses over them.
  mutating func lengthen() throws(Stop) {
    operators += 1
    guard operators <= 2000 else { throw stop(.tooDeep(at: last.span), at: last) }
  }

  private mutating func negation() throws(Stop) -> Predicate {
    let token = needed
    guard token.isWord("not") else { return try test() }
    take()
    try descend()
    defer { nesting -= 1 }
    return .not(try negation(), span(from: token.span.start))
  }

  private mutating func test() throws(Stop) -> Predicate {
    let token = needed
    if token.isSymbol(.openBracket) {
      let aggregates = context.takesAggregates
      return try inBrackets(expecting: "and, or, )") { parser throws(Stop) in
        parser.context.takesAggregates = aggregates
        return try parser.predicate()
      }
    }
    let form = try testForm()
    try checkBehindTest()
    return .test(Test(form, span: span(from: token.span.start)))
  }

  /// A comma or a sign of arithmetic behind a test says what was meant.
  private func checkBehindTest() throws(Stop) {
    let token = next
    guard case .symbol(let symbol) = token.kind else { return }
    switch symbol {
    case .comma:
      if let number = thousands(at: token) { throw stop(.thousandsMark(number, at: token.span), at: token) }
      throw stop(.commaBetweenTests(at: token.span), at: token)
    case .plus, .minus, .times, .divided: throw stop(.arithmeticInTest(at: token.span), at: token)
    default: return
    }
  }

  /// `1,000` as `1000`.
  private func thousands(at comma: Token) -> String? {
    guard case .number = last.kind, !comma.followsSpace else { return nil }
    let behind = second()
    guard case .number = behind.kind, !behind.followsSpace, behind.span.end - behind.span.start == 3 else {
      return nil
    }
    return lastText + text(of: behind)
  }
}
