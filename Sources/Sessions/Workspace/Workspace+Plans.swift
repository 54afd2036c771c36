import DataModel
import Diagnostics
import Engine
import Planning
import SQLWriting
import Semantics
import Vocabulary

/// Runs plans on the engine.
extension Workspace: PlanRunner {
  public func run(_ plan: GroupPlan) throws -> GroupedSums {
    let result = try query(try sql(for: .group(plan)))
    let reader = ResultReader(zone: zone)
    let rows = (0..<result.rowCount).map { row in
      GroupedSums.Row(
        keys: plan.keys.enumerated().map { reader.key($1, result.columns[$0], row) },
        sums: plan.statistics.indices.map { reader.sum(result.columns[plan.keys.count + $0], row) })
    }
    return GroupedSums(rows: rows)
  }

  public func run(_ plan: ReachPlan) throws -> Reach {
    let result = try query(try sql(for: .reach(plan)))
    let reader = ResultReader(zone: zone)
    let sums = result.columns.suffix(3).map { column in
      (0..<result.rowCount).map { column.double($0) ?? 0 }
    }
    var reach = Reach(allCustomers: sums[0][0], events: sums[1][0], eventsWithoutCustomer: sums[2][0])
    for row in 1..<result.rowCount {
      let keys = plan.keys.enumerated().map { reader.key($1, result.columns[$0 + 1], row) }
      reach.customers[keys] = sums[0][row]
    }
    return reach
  }

  public func run(_ plan: RowPlan) throws -> Table {
    let result = try query(try sql(for: .rows(plan)))
    let reader = ResultReader(zone: zone)
    let columns = plan.fields.map { reader.column(for: $0) }
    let rows = (0..<result.rowCount).map { row in
      plan.fields.enumerated().map { reader.value($1, result.columns[$0], row) }
    }
    return Table(columns: columns, rows: rows)
  }

  public func rows(of plan: Plan) throws -> [[Value]] {
    let result = try query(try sql(for: plan))
    let reader = ResultReader(zone: zone)
    let keys = plan.keys
    return (0..<result.rowCount).map { row in
      result.columns.indices.map { column in
        column < keys.count
          ? reader.key(keys[column], result.columns[column], row) : reader.sum(result.columns[column], row)
      }
    }
  }

  /// The statement of a plan, after what it needs to know about the data was asked.
  func sql(for plan: Plan) throws -> String {
    try learnSpellings(plan.fields)
    if !plan.fields.isDisjoint(with: FieldReference.computedFromHistory) { _ = try calendar() }
    return PlanWriter(schema: schema).sql(for: plan)
  }

  /// Which spellings of the folded fields are shown as another.
  func learnSpellings(_ fields: Set<FieldReference>) throws {
    for field in fields where field.isFolded && field.name != "kind" && field.name != "source" {
      _ = try values(of: field)
    }
  }
}

/// Turns what the engine gave into values of a table.
struct ResultReader {
  let zone: Zone

  func key(_ key: ResolvedKey, _ column: ResultColumn, _ row: Int) -> Value {
    guard !column.isNull(row) else { return .missing }
    switch key.form {
    case .field(let field): return value(field, column, row)
    case .grain(let grain):
      return column.int(row).map { .period(CalendarPeriod(grain: grain, index: Int32($0))) } ?? .missing
    case .steps(let field, _):
      guard let number = column.double(row) else { return .missing }
      return .number(field.type == .duration ? number / 1000 : number)
    case .condition: return column.bool(row).map { .boolean($0) } ?? .missing
    }
  }

  /// A sum: whole where it is, else the nearest floating-point number to the exact sum.
  func sum(_ column: ResultColumn, _ row: Int) -> Value {
    guard !column.isNull(row) else { return .missing }
    switch column[row] {
    case .null: return .missing
    case .bool(let value): return .boolean(value)
    case .text(let text): return .text(text)
    case .timestamp(let microseconds, _): return instant(microseconds)
    case .date(let days): return instant(Int64(days) * 86_400_000_000)
    case .decimal(let unscaled, 0):
      return Int64(exactly: unscaled).map { .integer($0) } ?? .number(Double(unscaled))
    case .int, .uint: return column.int(row).map { .integer($0) } ?? .missing
    case .decimal, .double: return column.double(row).map { .defined($0) } ?? .missing
    case .bytes, .time, .interval, .list, .record: return .text(column[row].plainText)
    }
  }

  /// A field of an event.
  func value(_ field: FieldReference, _ column: ResultColumn, _ row: Int) -> Value {
    guard !column.isNull(row) else { return .missing }
    switch field.type {
    case .text: return column.text(row).map { .text($0) } ?? .missing
    case .boolean: return column.bool(row).map { .boolean($0) } ?? .missing
    case .duration: return column.double(row).map { .number($0 / 1000) } ?? .missing
    case .instant: return column.microseconds(row).map(instant) ?? .missing
    case .number:
      if let whole = column.int(row) { return .integer(whole) }
      return column.double(row).map { .defined($0) } ?? .missing
    }
  }

  func column(for field: FieldReference) -> Column {
    switch field.type {
    case .text: Column(field.name, .text)
    case .boolean: Column(field.name, .boolean)
    case .duration: Column(field.name, .number, unit: .seconds)
    case .instant: Column(field.name, .instant)
    case .number: Column(field.name, .number)
    }
  }

  /// The wall clock of the session's zone; an offset that changes over the year is not shown.
  private func instant(_ wallClock: Int64) -> Value {
    if case .offset(let seconds) = zone {
      return .instant(wallClock - Int64(seconds) * 1_000_000, offset: Int32(seconds))
    }
    return .instant(wallClock, offset: 0)
  }
}
