import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// Expressions of `add` and `derive`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveExpression(_ expression: Expression) throws -> ResolvedExpression {
    try collect { try resolve(expression) }
  }

  /// - Throws: `Mistakes`.
  public func resolveCondition(_ predicate: Predicate) throws -> Condition {
    try collect { try resolve(predicate) }
  }

  func resolve(_ expression: Expression) throws -> ResolvedExpression? {
    switch expression {
    case .field(let word): return field(word).map { .field($0.reference) }
    case .number(let number): return .number(number.isPercent ? number.value / 100 : number.value)
    case .text(let quoted): return .text(quoted.text)
    case .point(let point, _): return .instant(microseconds(point.days.lowerBound))
    case .duration(let duration): return .duration(duration.milliseconds)
    case .parameter(let word): return parameterExpression(word)
    case .negated(let inner, let span): return try negated(inner, span)
    case .binary(let symbol, let left, let right):
      guard let first = try resolve(left), let second = try resolve(right) else { return nil }
      return binary(symbol, first, second, expression.span)
    case .choice(let predicate, let value, let other, let span):
      let condition = try resolve(predicate)
      guard let condition, let first = try resolve(value), let second = try resolve(other) else { return nil }
      guard first.type == second.type else {
        report(
          .invalid(
            "then gives \(first.type.phrase), else gives \(second.type.phrase)", code: "mixed-types",
            span: span,
            hint: "make both the same"))
        return nil
      }
      return .choice(condition, then: first, else: second)
    case .call(let word, let arguments, let span): return try call(word, arguments, span)
    }
  }

  private func parameterExpression(_ word: Word) -> ResolvedExpression? {
    guard let value = parameter(word.text, word.span) else { return nil }
    guard case .literal(let literal) = value else {
      report(.invalid("$\(word.text) is a period, not a value", code: "period-as-value", span: word.span))
      return nil
    }
    switch literal.form {
    case .number(let number): return .number(number.isPercent ? number.value / 100 : number.value)
    case .duration(let duration): return .duration(duration.milliseconds)
    case .point(let point): return .instant(microseconds(point.days.lowerBound))
    case .word(let text), .text(let text), .field(let text), .parameter(let text): return .text(text)
    }
  }

  private func negated(_ inner: Expression, _ span: Span) throws -> ResolvedExpression? {
    guard let value = try resolve(inner) else { return nil }
    guard value.type == .number || value.type == .duration else {
      report(.functionNeeds("-", "a number", found: "this is \(value.type.phrase)", span: span))
      return nil
    }
    return .negated(value)
  }

  private func binary(
    _ symbol: ArithmeticOperator, _ left: ResolvedExpression, _ right: ResolvedExpression, _ span: Span
  ) -> ResolvedExpression? {
    guard let type = Self.resultType(symbol, left.type, right.type) else {
      report(
        .invalid(
          "\(left.type.phrase) \(symbol.rawValue) \(right.type.phrase) has no meaning", code: "wrong-type",
          span: span))
      return nil
    }
    return .binary(symbol, left, right, type)
  }

  private static func resultType(_ symbol: ArithmeticOperator, _ left: FieldType, _ right: FieldType)
    -> FieldType?
  {
    switch (left, symbol, right) {
    case (.number, _, .number): .number
    case (.duration, .plus, .duration), (.duration, .minus, .duration): .duration
    case (.duration, .divided, .duration): .number
    case (.duration, .times, .number), (.number, .times, .duration), (.duration, .divided, .number): .duration
    case (.instant, .minus, .instant): .duration
    case (.instant, .plus, .duration), (.instant, .minus, .duration), (.duration, .plus, .instant): .instant
    default: nil
    }
  }

  private func call(_ word: Word, _ arguments: [Expression], _ span: Span) throws -> ResolvedExpression? {
    guard let function = ExpressionFunction(word: word.text) else {
      let names = ExpressionFunction.names
      report(
        .unknownName(
          "function", word.text, span: word.span, nearest: nearest(to: word.text, in: names), known: names))
      return nil
    }
    let values = try arguments.map { try resolve($0) }.compactMap { $0 }
    guard values.count == arguments.count else { return nil }
    if let needs = mistake(function, values) {
      report(.functionNeeds(word.text, needs, found: "\(values.count) given", span: span))
      return nil
    }
    return .call(function, values)
  }

  /// What is wrong with a function's arguments, nil if nothing is.
  private func mistake(_ function: ExpressionFunction, _ values: [ResolvedExpression]) -> String? {
    switch function {
    case .round:
      guard (1...2).contains(values.count), values.allSatisfy({ $0.type == .number || $0.type == .duration })
      else {
        return "a number and at most the count of decimals"
      }
    case .abs:
      guard values.count == 1, values[0].type == .number || values[0].type == .duration else {
        return "one number"
      }
    case .coalesce:
      guard values.count >= 2, Set(values.map(\.type)).count == 1 else {
        return "two or more values of one type"
      }
    case .rank, .running, .average, .previous:
      guard values.count == 1 else { return "one column" }
      guard values[0].type == .number || values[0].type == .duration || function == .previous else {
        return "a column of numbers"
      }
    }
    return nil
  }
}
