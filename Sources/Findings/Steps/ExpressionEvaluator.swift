import DataModel
import Semantics
import Syntax
import Vocabulary

/// Computes the expression of `add` for every row of a table.
struct ExpressionEvaluator {
  let table: Table
  /// The rows of each row's group (`per`), in the order of the table.
  let groups: [[Int]]
  /// The group of each row.
  let groupOfRow: [Int]

  init(_ table: Table, per: [Int]) {
    self.table = table
    var positions: [[Value]: Int] = [:]
    var groups: [[Int]] = []
    var groupOfRow: [Int] = []
    for (index, row) in table.rows.enumerated() {
      let key = per.map { row[$0] }
      let group = positions[key] ?? groups.count
      if group == groups.count {
        positions[key] = group
        groups.append([])
      }
      groups[group].append(index)
      groupOfRow.append(group)
    }
    self.groups = groups
    self.groupOfRow = groupOfRow
  }

  /// One value for each row; durations in milliseconds, times in microseconds.
  func values(_ expression: ResolvedExpression) -> [Value] {
    switch expression {
    case .field(let field): column(field)
    case .number(let number): constant(.number(number))
    case .text(let text): constant(.text(text))
    case .instant(let microseconds): constant(.integer(microseconds))
    case .duration(let milliseconds): constant(.number(milliseconds))
    case .negated(let inner): values(inner).map { $0.asNumber.map { .number(-$0) } ?? .missing }
    case .binary(let symbol, let left, let right, let type):
      zip(values(left), values(right)).map { binary(symbol, $0, $1, left.type, right.type, type) }
    case .choice(let condition, let then, let other): choice(condition, values(then), values(other))
    case .call(let function, let arguments): call(function, arguments.map(values))
    }
  }

  private func constant(_ value: Value) -> [Value] { table.rows.map { _ in value } }

  private func column(_ field: FieldReference) -> [Value] {
    if table.index(of: field.name) == nil, field.name.hasSuffix(TableContext.totalSuffix) {
      let base = FieldReference(
        name: String(field.name.dropLast(TableContext.totalSuffix.count)), type: field.type)
      return overGroups(column(base)) { values in
        let known = values.compactMap(\.asNumber)
        return values.map { _ in known.isEmpty ? .missing : .number(known.reduce(0, +)) }
      }
    }
    return table.rows.map { RowReader(table, $0)[field] }
  }

  private func binary(
    _ symbol: ArithmeticOperator, _ left: Value, _ right: Value, _ leftType: FieldType,
    _ rightType: FieldType,
    _ type: FieldType
  ) -> Value {
    guard let a = left.asNumber, let b = right.asNumber else { return .missing }
    // Instants are microseconds, durations milliseconds.
    switch (leftType, rightType, type) {
    case (.instant, .instant, .duration): return .number((a - b) / 1000)
    case (.instant, .duration, _): return .integer(Int64(symbol.apply(a, b * 1000)))
    case (.duration, .instant, _): return .integer(Int64(b + a * 1000))
    default: return .defined(symbol.apply(a, b))
    }
  }

  private func choice(_ condition: Condition, _ then: [Value], _ other: [Value]) -> [Value] {
    table.rows.indices.map { index in
      let reader = RowReader(table, table.rows[index])
      return ConditionEvaluator(read: { reader[$0] }).holds(condition) ? then[index] : other[index]
    }
  }

  private func call(_ function: ExpressionFunction, _ arguments: [[Value]]) -> [Value] {
    guard let first = arguments.first else { return constant(.missing) }
    switch function {
    case .abs: return first.map { $0.asNumber.map { .number(abs($0)) } ?? .missing }
    case .round: return round(first, decimals: arguments.count > 1 ? arguments[1] : constant(.number(0)))
    case .coalesce:
      return table.rows.indices.map { row in arguments.first { !$0[row].isMissing }?[row] ?? .missing }
    case .rank: return overGroups(first, rank)
    case .running: return overGroups(first, running)
    case .average: return overGroups(first, average)
    case .previous: return previous(first)
    }
  }

  private func round(_ values: [Value], decimals: [Value]) -> [Value] {
    zip(values, decimals).map { value, places in
      guard let number = value.asNumber, let places = places.asNumber, abs(places) <= 12 else {
        return .missing
      }
      var scale = 1.0
      for _ in 0..<Int(abs(places)) { scale *= 10 }
      return .number(
        places < 0
          ? (number / scale).rounded(.toNearestOrEven) * scale
          : (number * scale).rounded(.toNearestOrEven) / scale)
    }
  }

  private func overGroups(_ values: [Value], _ body: ([Value]) -> [Value]) -> [Value] {
    var result = values
    for rows in groups {
      for (row, value) in zip(rows, body(rows.map { values[$0] })) { result[row] = value }
    }
    return result
  }

  /// 1 for the largest; equal values share a rank.
  private func rank(_ values: [Value]) -> [Value] {
    let numbers = values.compactMap(\.asNumber).sorted(by: >)
    return values.map { value in
      guard let number = value.asNumber, let place = numbers.firstIndex(of: number) else { return .missing }
      return .integer(Int64(place + 1))
    }
  }

  private func running(_ values: [Value]) -> [Value] {
    var sum = 0.0
    return values.map { value in
      sum += value.asNumber ?? 0
      return .number(sum)
    }
  }

  private func average(_ values: [Value]) -> [Value] {
    let known = values.compactMap(\.asNumber)
    let mean: Value = known.isEmpty ? .missing : .number(known.reduce(0, +) / Double(known.count))
    return values.map { _ in mean }
  }

  /// The value of the period before, among the rows with the same other keys.
  private func previous(_ values: [Value]) -> [Value] {
    guard let period = table.columns.firstIndex(where: { if case .period = $0.kind { true } else { false } })
    else {
      return constant(.missing)
    }
    let keys = table.columns.indices.filter { table.columns[$0].part == .key && $0 != period }
    var byKey: [[Value]: Value] = [:]
    for (row, value) in zip(table.rows, values) { byKey[keys.map { row[$0] } + [row[period]]] = value }
    return table.rows.map { row in
      guard case .period(let now) = row[period] else { return .missing }
      let before = CalendarPeriod(grain: now.grain, index: Int32(now.grain.advance(Int(now.index), by: -1)))
      return byKey[keys.map { row[$0] } + [.period(before)]] ?? .missing
    }
  }
}
