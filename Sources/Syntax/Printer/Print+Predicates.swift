import Diagnostics
import Vocabulary

extension Predicate {
  /// With the brackets that the reading needs, and no others.
  public var printed: String { printed(binding: .or) }

  private enum Binding: Int { case or, and, not, test }

  private var binding: Binding {
    switch self {
    case .or: .or
    case .and: .and
    case .not: .not
    case .test: .test
    }
  }

  /// In brackets where it binds less than its place demands.
  private func printed(binding demanded: Binding) -> String {
    binding.rawValue < demanded.rawValue ? "(" + bare + ")" : bare
  }

  private var bare: String {
    switch self {
    case .or(let left, let right): left.printed(binding: .or) + " or " + right.printed(binding: .and)
    case .and(let left, let right): left.printed(binding: .and) + " and " + right.printed(binding: .not)
    case .not(let inner, _): "not " + inner.printed(binding: .not)
    case .test(let test): test.printed
    }
  }
}

extension Test {
  /// As the formatter writes it.
  public var printed: String {
    switch form {
    case .compare(let operand, let comparison, let value):
      "\(operand.printed) \(comparison.rawValue) \(value.printed)"
    case .among(let field, let negated, let values):
      "\(field.printed)\(not(negated)) in \(list(values))"
    case .between(let operand, let negated, let low, let high):
      "\(operand.printed)\(not(negated)) between \(low.printed) and \(high.printed)"
    case .contains(let field, let negated, let values, let any):
      "\(field.printed)\(not(negated)) contains "
        + (any ? "any " + list(values) : values.first?.printed ?? "\"\"")
    case .matches(let field, let negated, let pattern):
      "\(field.printed)\(not(negated)) matches \(pattern.printed)"
    case .missing(let field, let negated): "\(field.printed) is\(not(negated)) missing"
    case .name(let name): name.printed
    case .had(let negated, let inner, let within, let after):
      "customer\(not(negated)) had (\(inner.printed))" + (within.map { time($0, after) } ?? "")
    }
  }

  private func not(_ negated: Bool) -> String { negated ? " not" : "" }

  private func list(_ values: [Literal]) -> String {
    "(" + values.map(\.printed).joined(separator: ", ") + ")"
  }

  private func time(_ within: DurationLiteral, _ after: Bool) -> String {
    " within \(within.printed) \(after ? "after" : "before")"
  }
}

extension Operand {
  /// As the formatter writes it.
  public var printed: String {
    switch self {
    case .field(let field): field.printed
    case .aggregate(let aggregate, let grain): aggregate.printed + (grain.map { " per \($0.rawValue)" } ?? "")
    }
  }
}
