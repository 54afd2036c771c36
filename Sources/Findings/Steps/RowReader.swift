import DataModel
import Vocabulary

/// Reads the cells of one row as the types by which conditions and expressions compare: durations in milliseconds, periods and
/// times in microseconds.
struct RowReader {
  let table: Table
  let row: [Value]
  private let positions: [String: Int]

  init(_ table: Table, _ row: [Value]) {
    self.table = table
    self.row = row
    positions = Dictionary(
      table.columns.enumerated().map { ($1.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(field: FieldReference) -> Value {
    guard let position = positions[field.name.lowercased()] else { return .missing }
    let value = row[position]
    switch value {
    case .period(let period):
      return period.grain == .weekday ? .text(period.text) : .integer(period.startMicroseconds)
    case .instant(let microseconds, let offset): return .integer(microseconds + Int64(offset) * 1_000_000)
    case .integer, .number:
      guard table.columns[position].unit == .seconds, let number = value.asNumber else { return value }
      return .number(number * 1000)
    default: return value
    }
  }
}

extension CalendarPeriod {
  /// The start of the period in microseconds of the wall clock.
  public var startMicroseconds: Int64 {
    grain == .hour ? Int64(index) * 3_600_000_000 : Int64(index) * 86_400_000_000
  }
}

/// Decides conditions on a row in memory, with the same two-valued logic as in SQL.
public struct ConditionEvaluator {
  let read: (FieldReference) -> Value

  /// - Parameter read: the value of a field in the row in question.
  public init(read: @escaping (FieldReference) -> Value) { self.read = read }

  public func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .always(let value): value
    case .all(let parts): parts.allSatisfy(holds)
    case .any(let parts): parts.contains(where: holds)
    case .not(let inner): !holds(inner)
    case .compare(let field, let comparison, let scalar): compare(read(field), comparison, value(scalar))
    case .compareFields(let left, let comparison, let right): compare(read(left), comparison, read(right))
    case .among(let field, let scalars): scalars.contains { compare(read(field), .equal, value($0)) }
    case .contains(let field, let patterns): contains(read(field), patterns)
    case .matches(let field, let pattern): matches(read(field), pattern)
    case .isMissing(let field): read(field).isMissing
    case .isTrue(let field): read(field) == .boolean(true)
    case .onWeekday(let day):
      read(.time).asNumber.map {
        CivilDate(dayNumber: Int(($0 / 86_400_000_000).rounded(.down))).weekday == day
      }
        ?? false
    case .customerHad: false
    }
  }

  private func value(_ scalar: Scalar) -> Value {
    switch scalar {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .boolean(let value): .boolean(value)
    case .milliseconds(let value), .wallClock(let value): .integer(value)
    }
  }

  private func compare(_ left: Value, _ comparison: Comparison, _ right: Value) -> Bool {
    if left.isMissing || right.isMissing { return comparison == .unequal }
    if let a = left.asNumber, let b = right.asNumber {
      return switch comparison {
      case .equal: a == b
      case .unequal: a != b
      case .less: a < b
      case .lessOrEqual: a <= b
      case .greater: a > b
      case .greaterOrEqual: a >= b
      }
    }
    let isSame = left.plainText?.lowercased() == right.plainText?.lowercased()
    return comparison == .unequal ? !isSame : comparison == .equal && isSame
  }

  private func contains(_ value: Value, _ patterns: [WordPattern]) -> Bool {
    guard let text = value.plainText else { return false }
    let folded = Array(Accents.folded(text))
    return patterns.contains { WordFinder($0).occurs(in: folded) }
  }

  private func matches(_ value: Value, _ pattern: String) -> Bool {
    guard let text = value.plainText, let expression = try? Regex(pattern) else { return false }
    return text.contains(expression)
  }
}
