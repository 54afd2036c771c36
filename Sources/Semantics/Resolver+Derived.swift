import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `derive`, and checks of what is named for later.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveDerived(_ form: DeriveStatement.Form) throws -> ResolvedExpression {
    try collect {
      switch form {
      case .expression(let expression):
        guard let resolved = try resolve(expression) else { return nil }
        if resolved.looksAround {
          report(
            .invalid(
              "rank, running, average and previous look at other rows of a result", code: "not-in-derive",
              span: expression.span, hint: "show … | add"))
        }
        return resolved
      case .cases(let cases, let otherwise): return try chain(cases[...], otherwise)
      case .perCustomer(let aggregate):
        report(.invalid("a figure of customers is no expression", code: "per-customer", span: aggregate.span))
        return nil
      }
    }
  }

  private func chain(_ cases: ArraySlice<(Predicate, Literal)>, _ otherwise: Literal) throws
    -> ResolvedExpression?
  {
    guard let (predicate, literal) = cases.first else { return value(otherwise) }
    let condition = try resolve(predicate)
    let rest = try chain(cases.dropFirst(), otherwise)
    guard let condition, let rest, let first = value(literal) else { return nil }
    guard first.type == rest.type else {
      report(
        .invalid(
          "\(literal.printed) is \(first.type.phrase), another case gives \(rest.type.phrase)",
          code: "mixed-types",
          span: literal.span, hint: "make all of them the same"))
      return nil
    }
    return .choice(condition, then: first, else: rest)
  }

  /// A bare word behind `=>` is always a value.
  private func value(_ literal: Literal) -> ResolvedExpression? {
    switch literal.form {
    case .word(let text), .text(let text): return .text(text)
    case .number(let number): return .number(number.isPercent ? number.value / 100 : number.value)
    case .duration(let duration): return .duration(duration.milliseconds)
    case .point(let point): return .instant(microseconds(point.days.lowerBound))
    case .field(let name):
      return field(Word(name, form: .backticks, span: literal.span)).map { .field($0.reference) }
    case .parameter(let name):
      guard case .literal(let inner)? = parameter(name, literal.span) else { return nil }
      return value(inner)
    }
  }

  /// - Throws: `Mistakes` where a measure's definition cannot be understood.
  public func checkMeasure(_ expression: MeasureExpression) throws {
    _ = try collect { try resolve(expression, keys: []) }
  }

  /// - Throws: `Mistakes` where a period cannot be understood.
  public func checkPeriod(_ period: Period) throws {
    switch period.form {
    // What it refers to is known only in a question.
    case .previous, .sameLastYear: break
    case .last, .this, .range, .parameter: _ = try collect { try resolve(period, kinds: nil) }
    }
  }
}

extension ResolvedExpression {
  /// It looks at other rows than its own.
  var looksAround: Bool {
    switch self {
    case .field, .number, .text, .instant, .duration: false
    case .negated(let inner): inner.looksAround
    case .binary(_, let left, let right, _): left.looksAround || right.looksAround
    case .choice(_, let value, let other): value.looksAround || other.looksAround
    case .call(let function, let arguments):
      [.rank, .running, .average, .previous].contains(function) || arguments.contains(where: \.looksAround)
    }
  }
}
