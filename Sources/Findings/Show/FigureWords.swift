import DataModel
import Vocabulary

/// What a measure's sums are called, and how they make the figure.
public struct FigureWords: Sendable {
  let measure: Measure

  public init(_ measure: Measure) { self.measure = measure }

  /// What each statistic is in the formula, in their order.
  public var parts: [String] {
    switch measure.form {
    case .count, .total, .value: ["figure"]
    case .proportion, .quotient: ["numerator", "denominator"]
    case .balance: ["plus", "minus", "denominator"]
    case .mean: ["denominator", "numerator", "squares"]
    }
  }

  /// The formula with the sums in it, such as `100 × (41 − 20) ÷ 120`.
  public func formula(_ sums: [Value]) -> String {
    let numbers = sums.map(\.plain)
    switch (measure.form, numbers.count) {
    case (.count, 1), (.total, 1), (.value(factor: 1), 1): return numbers[0]
    case (.value(let factor), 1): return "\(numbers[0]) × \(Value.number(factor).plain)"
    case (.proportion, 2), (.quotient, 2): return "\(numbers[0]) ÷ \(numbers[1])"
    case (.balance(let factor), 3):
      let quotient = "(\(numbers[0]) − \(numbers[1])) ÷ \(numbers[2])"
      return factor == 1 ? quotient : "\(Value.number(factor).plain) × \(quotient)"
    case (.mean(_, _, let factor), 3):
      let quotient = "\(numbers[1]) ÷ \(numbers[0])"
      return factor == 1 ? quotient : "\(quotient) × \(Value.number(factor).plain)"
    default: return "—"
    }
  }

  /// The cases that the figure is made of, from its sums; nil for a form that has none of its own.
  public func cases(_ sums: [Value]) -> Double? {
    switch measure.form {
    case .proportion: sums.count == 2 ? sums[1].asNumber : nil
    case .balance: sums.count == 3 ? sums[2].asNumber : nil
    case .mean: sums.first?.asNumber
    case .count, .total, .quotient, .value: nil
    }
  }

  /// How its interval is made; nil where it has none.
  public var interval: String? {
    switch measure.form {
    case .proportion: "Wilson score interval of a share, 95 %"
    case .balance: "score interval of a difference of two shares (Tango), 95 %"
    case .mean: "Student's interval of a mean, clipped to the scale, 95 %"
    case .count, .total, .quotient, .value: nil
    }
  }

  /// By which test two groups are compared; nil where by none.
  public var test: String? {
    switch measure.form {
    case .count: "score test of two Poisson rates per day"
    case .proportion: "N−1 test of two shares; Newcombe's interval"
    case .balance: "adjusted Wald test of two net scores"
    case .mean: "Welch's test of two means"
    case .total, .quotient, .value: nil
    }
  }
}

extension Value {
  /// The value as text, whole numbers without a point.
  public var plain: String {
    switch self {
    case .missing: "—"
    case .integer(let whole): "\(whole)"
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    case .text(let text): text
    case .boolean(let flag): flag ? "true" : "false"
    case .period(let period): period.text
    case .instant(let microseconds, _):
      CivilDate(dayNumber: Int((Double(microseconds) / 86_400_000_000).rounded(.down))).text
    }
  }
}
