import Diagnostics
import Vocabulary

/// How close an arithmetic part binds.
private enum Binding: Int { case sum, product, factor }

extension ArithmeticOperator {
  fileprivate var binding: Binding {
    switch self {
    case .plus, .minus: .sum
    case .times, .divided: .product
    }
  }

  /// What the right side must bind at least: the operators of one rank are read from the left.
  fileprivate var rightBinding: Binding {
    switch self {
    case .plus, .minus: .product
    case .times, .divided: .factor
    }
  }
}

extension MeasureExpression {
  /// As it is written; without `as` it names the column.
  public var printed: String { printed(binding: .sum) }

  private func printed(binding demanded: Binding) -> String {
    switch self {
    case .number(let number): return number.printed
    case .aggregate(let aggregate): return aggregate.printed
    case .negated(.number(let number), _) where !number.text.hasPrefix("-"): return "-(\(number.printed))"
    case .negated(let inner, _): return "-" + inner.printed(binding: .factor)
    case .binary(let sign, let left, let right):
      let text =
        left.printed(binding: sign.binding) + " \(sign.rawValue) " + right.printed(binding: sign.rightBinding)
      return sign.binding.rawValue < demanded.rawValue ? "(\(text))" : text
    }
  }
}

extension Aggregate {
  /// As it is written, such as `share(escalated)` or `tickets(channel = "chat")`.
  public var printed: String {
    switch form {
    case .measure(let name, let filter): name.printed + (filter.map { "(\($0.printed))" } ?? "")
    case .function(let name, let argument): name.text.lowercased() + "(\(argument?.printed ?? ""))"
    case .share(let measure, let filter, let per):
      "share of " + measure.printed + (filter.map { "(\($0.printed))" } ?? "") + keys(per)
    }
  }

  private func keys(_ per: [Word]) -> String {
    switch per.count {
    case 0: ""
    case 1: " per " + list(per)
    default: " per (" + list(per) + ")"
    }
  }
}

extension Expression {
  /// As the formatter writes it.
  public var printed: String { printed(binding: .sum) }

  private func printed(binding demanded: Binding) -> String {
    switch self {
    case .field(let word): return word.printed
    case .number(let number): return number.printed
    case .text(let text): return text.printed
    case .point(let point, _): return point.printed
    case .duration(let duration): return duration.printed
    case .parameter(let name): return "$" + name.text
    case .negated(.number(let number), _) where !number.text.hasPrefix("-"): return "-(\(number.printed))"
    case .negated(.duration(let duration), _) where !duration.amount.text.hasPrefix("-"):
      return "-(\(duration.printed))"
    case .negated(let inner, _): return "-" + inner.printed(binding: .factor)
    case .choice(let condition, let then, let otherwise, _):
      let text = "if \(condition.printed) then \(then.printed) else \(otherwise.printed)"
      return demanded == .sum ? text : "(\(text))"
    case .call(let name, let arguments, _):
      return name.printed + "(" + arguments.map(\.printed).joined(separator: ", ") + ")"
    case .binary(let sign, let left, let right):
      let text = left.printedLeft(of: sign) + " \(sign.rawValue) " + right.printed(binding: sign.rightBinding)
      return sign.binding.rawValue < demanded.rawValue ? "(\(text))" : text
    }
  }

  /// `if … else …` reaches as far right as it can, so on the left of an operator it stands in brackets.
  private func printedLeft(of sign: ArithmeticOperator) -> String {
    if case .choice = self { return "(\(printed))" }
    return printed(binding: sign.binding)
  }
}
