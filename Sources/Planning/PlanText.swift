import DataModel
import Semantics
import Vocabulary

/// The short text form of plans, for `explain` and for tests.
extension GroupPlan {
  public var text: String {
    var lines = ["sums \(statistics.map(\.text).joined(separator: ", "))"]
    if !keys.isEmpty { lines.append("by \(keys.map(\.name).joined(separator: ", "))") }
    lines += scope.lines
    return lines.joined(separator: "\n")
  }
}

extension ReachPlan {
  public var text: String {
    (["distinct customers by \(keys.map(\.name).joined(separator: ", "))"] + scope.lines).joined(
      separator: "\n")
  }
}

extension RowPlan {
  public var text: String {
    let most = limit.map { ["at most \($0)"] } ?? []
    return (["events with \(fields.map(\.name).joined(separator: ", "))"] + scope.lines + most).joined(
      separator: "\n")
  }
}

extension Scope {
  /// Kinds, conditions and days, one line each.
  public var lines: [String] {
    var lines: [String] = []
    if let kinds { lines.append("of \(kinds.map(\.rawValue).sorted().joined(separator: ", "))") }
    if let condition { lines.append("where \(condition.text)") }
    if let days { lines.append("during \(days.text)") }
    return lines
  }
}

extension Statistic {
  /// `count(ticket where escalated)`, `sum(sentiment)`.
  public var text: String {
    var inside: [String] = []
    if let field { inside.append(field.name) }
    if let kinds { inside.append("of \(kinds.map(\.rawValue).sorted().joined(separator: ", "))") }
    if let condition { inside.append("where \(condition.text)") }
    return "\(function.text)(\(inside.joined(separator: " ")))"
  }
}

extension Statistic.Function {
  var text: String {
    switch self {
    case .count: "count"
    case .sum: "sum"
    case .sumOfSquares: "sum of squares"
    case .distinct: "distinct"
    case .quantile(let share): share == 0.5 ? "median" : "quantile \(share)"
    case .minimum: "min"
    case .maximum: "max"
    case .mode: "mode"
    }
  }
}

extension Condition {
  /// The condition in the words of the language, as far as it has them.
  public var text: String {
    switch self {
    case .always(let value): value ? "every event" : "no event"
    case .all(let parts): parts.map(\.bracketed).joined(separator: " and ")
    case .any(let parts): parts.map(\.bracketed).joined(separator: " or ")
    case .not(let inner): "not \(inner.bracketed)"
    case .compare(let field, let comparison, let value): "\(field.name) \(comparison.rawValue) \(value.text)"
    case .compareFields(let left, let comparison, let right):
      "\(left.name) \(comparison.rawValue) `\(right.name)`"
    case .among(let field, let values): "\(field.name) in (\(values.map(\.text).joined(separator: ", ")))"
    case .contains(let field, let patterns):
      "\(field.name) contains any (\(patterns.map { "\"\($0.text)\($0.isPrefix ? "*" : "")\"" }.joined(separator: ", ")))"
    case .matches(let field, let pattern): "\(field.name) matches \"\(pattern)\""
    case .isMissing(let field): "\(field.name) is missing"
    case .isTrue(let field): field.name
    case .onWeekday(let day): "on a \(CalendarPeriod.weekdayNames[day % 7])"
    case .customerHad(let inner, let reach): "customer had (\(inner.text))\(reach.text)"
    }
  }

  private var bracketed: String {
    switch self {
    case .all, .any: "(\(text))"
    default: text
    }
  }
}

extension Condition.Reach {
  var text: String {
    switch self {
    case .ever: ""
    case .before(let milliseconds): " within \(milliseconds / 1000) seconds before"
    case .after(let milliseconds): " within \(milliseconds / 1000) seconds after"
    }
  }
}

extension Scalar {
  var text: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .number(let number): "\(number)"
    case .boolean(let value): "\(value)"
    case .milliseconds(let value): "\(value / 1000) seconds"
    case .wallClock(let value):
      CivilDate(dayNumber: Int((Double(value) / 86_400_000_000).rounded(.down))).text
    }
  }
}
