import DataModel
import Diagnostics
import Semantics
import Syntax
import Vocabulary

/// Works the steps behind a bar on a table, one after another.
public struct StepRunner {
  let data: any DataCatalog
  let definitions: Definitions

  /// A value that the table has not leaves no row, and a note, as in a replay.
  let isForgiving: Bool

  public init(data: any DataCatalog, definitions: Definitions, isForgiving: Bool = false) {
    self.data = data
    self.definitions = definitions
    self.isForgiving = isForgiving
  }

  /// The table after a step.
  ///
  /// `as` and `export` leave it as it is: they are the session's work.
  ///
  /// - Throws: `Mistakes` for a column or value that the table has not, and for steps of later versions.
  public func apply(_ step: Step, to table: Table) throws -> Table {
    var result = table
    switch step.form {
    case .filter(let predicate): try filter(predicate, &result)
    case .sort(let columns): try sort(columns, &result)
    case .top(let count, let isBottom, let by, let per): try top(count, isBottom, by, per, step.span, &result)
    case .keep(let columns): try keep(columns, &result)
    case .drop(let columns): try drop(columns, &result)
    case .add(let name, let expression, let per): try add(name, expression, per, &result)
    case .facts: result = facts(of: table)
    case .pivot: throw Mistakes(.notYet("pivot", span: step.span))
    case .chart: throw Mistakes(.notYet("charts", span: step.span))
    case .name, .export: break
    }
    return result
  }

  private func resolver(_ table: Table) -> Resolver {
    Resolver(
      catalog: TableContext(table, data: data), definitions: definitions, isForgiving: isForgiving,
      noun: "column")
  }

  // MARK: - Rows

  private func filter(_ predicate: Predicate, _ table: inout Table) throws {
    let resolver = resolver(table)
    let condition = try resolver.resolveCondition(predicate)
    table.notes += resolver.remarks.map(\.message)
    let (body, total) = split(table)
    let kept = body.filter { row in
      let reader = RowReader(table, row)
      return ConditionEvaluator(read: { reader[$0] }).holds(condition)
    }
    setRows(kept, total: nil, of: &table)
    if total != nil {
      table.notes.append("The totals row is left out: it is about more than the rows that are left.")
    }
  }

  private func sort(_ columns: [(column: Word, descending: Bool)], _ table: inout Table) throws {
    let order = try columns.map { (try position(of: $0.column, in: table), $0.descending) }
    let (body, total) = split(table)
    let sorted = body.enumerated().sorted { left, right in
      for (column, descending) in order {
        let (a, b) = (left.element[column], right.element[column])
        if a == b { continue }
        if a.isMissing || b.isMissing { return b.isMissing }
        return valueAscends(a, b) != descending
      }
      return left.offset < right.offset
    }
    setRows(sorted.map(\.element), total: total, of: &table)
    table.isSorted = true
  }

  /// The rows with the largest (smallest) values, in that order; ties keep the table's order, as do rows without any number.
  private func top(
    _ count: Int, _ isBottom: Bool, _ by: Word?, _ per: [Word], _ span: Span, _ table: inout Table
  ) throws {
    guard count > 0 else {
      throw Mistakes(.invalid("\(count) rows are none", code: "no-rows", span: span, hint: "top 1 or more"))
    }
    // After a sort the order is said already.
    let column = try by.map { try position(of: $0, in: table) } ?? (table.isSorted ? nil : firstFigure(table))
    let groups = try per.map { try position(of: $0, in: table) }
    let (body, _) = split(table)
    var taken: [[Value]: Int] = [:]
    let kept = ranked(body, by: column, isBottom: isBottom).filter { row in
      let key = groups.map { row[$0] }
      taken[key, default: 0] += 1
      return (taken[key] ?? 0) <= count
    }
    setRows(groups.isEmpty ? kept : inGroups(kept, groups), total: nil, of: &table)
    guard kept.count < body.count else { return }
    let order =
      column.map { "by \(table.columns[$0].name)" }
      ?? (table.isSorted ? "in the order of sort" : "as they stand")
    table.notes.append("\(kept.count) of \(body.count) rows, \(order).")
  }

  private func ranked(_ rows: [[Value]], by column: Int?, isBottom: Bool) -> [[Value]] {
    guard let column else { return isBottom ? rows.reversed() : rows }
    return rows.enumerated().sorted { left, right in
      let (a, b) = (left.element[column], right.element[column])
      if a == b { return left.offset < right.offset }
      if a.isMissing || b.isMissing { return b.isMissing }
      return valueAscends(a, b) == isBottom
    }.map(\.element)
  }

  private func inGroups(_ rows: [[Value]], _ groups: [Int]) -> [[Value]] {
    rows.enumerated().sorted { left, right in
      let (a, b) = (groups.map { left.element[$0] }, groups.map { right.element[$0] })
      return a == b ? left.offset < right.offset : keysAscend(a, b)
    }.map(\.element)
  }

  private func firstFigure(_ table: Table) -> Int? {
    table.index(of: "priority") ?? table.columns.firstIndex { $0.part == .figure && $0.kind != .text }
      ?? table.columns.firstIndex { $0.kind == .integer || $0.kind == .number }
  }

  // MARK: - Columns

  private func position(of word: Word, in table: Table) throws -> Int {
    if let position = table.columns.firstIndex(where: { $0.name.lowercased() == word.text.lowercased() }) {
      return position
    }
    let names = table.columns.map(\.name)
    throw Mistakes(
      .unknownName(
        "column", word.text, span: word.span, nearest: nearest(to: word.text, in: names), known: names))
  }

  private func keep(_ words: [Word], _ table: inout Table) throws {
    select(try words.map { try position(of: $0, in: table) }, &table)
  }

  private func drop(_ words: [Word], _ table: inout Table) throws {
    let dropped = Set(try words.map { try position(of: $0, in: table) })
    let kept = table.columns.indices.filter { !dropped.contains($0) }
    guard !kept.isEmpty else {
      throw Mistakes(
        .invalid(
          "no column would be left", code: "no-columns", span: words[0].span, hint: "keep at least one"))
    }
    select(kept, &table)
  }

  private func select(_ positions: [Int], _ table: inout Table) {
    table.columns = positions.map { table.columns[$0] }
    table.rows = table.rows.map { row in positions.map { row[$0] } }
  }

  private func add(_ name: Word, _ expression: Expression, _ per: [Word], _ table: inout Table) throws {
    if table.columns.contains(where: { $0.name.lowercased() == name.text.lowercased() }) {
      throw Mistakes(.nameIsTaken(name.text, by: "a column of this result", span: name.span))
    }
    let resolved = try resolver(table).resolveExpression(expression)
    try requirePeriod(resolved, table, expression.span)
    let groups = try per.map { try position(of: $0, in: table) }
    let (body, total) = split(table)
    var rows = table
    setRows(body, total: nil, of: &rows)
    let values = ExpressionEvaluator(rows, per: groups).values(resolved).map { shown($0, resolved.type) }
    table.columns.append(column(name.text, resolved))
    setRows(zip(body, values).map { $0 + [$1] }, total: total.map { $0 + [.missing] }, of: &table)
  }

  private func requirePeriod(_ expression: ResolvedExpression, _ table: Table, _ span: Span) throws {
    guard expression.usesPrevious else { return }
    let hasPeriod = table.columns.contains { if case .period = $0.kind { true } else { false } }
    if !hasPeriod {
      throw Mistakes(
        .invalid(
          "previous needs a column of periods", code: "no-period", span: span,
          hint: "by week, or another grain"))
    }
  }

  /// A computed value in the units of a table: durations in seconds, times with their offset.
  private func shown(_ value: Value, _ type: FieldType) -> Value {
    switch (type, value) {
    case (.duration, .integer), (.duration, .number): value.asNumber.map { .number($0 / 1000) } ?? .missing
    case (.instant, .integer(let microseconds)): .instant(microseconds, offset: 0)
    default: value
    }
  }

  private func column(_ name: String, _ expression: ResolvedExpression) -> Column {
    switch expression.type {
    case .text: Column(name, .text)
    case .boolean: Column(name, .boolean)
    case .instant: Column(name, .instant)
    case .duration: Column(name, .number, unit: .seconds, part: .figure)
    case .number: Column(name, .number, part: .figure)
    }
  }

  // MARK: - The totals row and the facts

  private func split(_ table: Table) -> (rows: [[Value]], total: [Value]?) {
    table.hasTotals ? (Array(table.rows.dropLast()), table.rows.last) : (table.rows, nil)
  }

  private func setRows(_ rows: [[Value]], total: [Value]?, of table: inout Table) {
    table.rows = rows + (total.map { [$0] } ?? [])
    table.hasTotals = total != nil
    table.brief = nil
  }

  private func facts(of table: Table) -> Table {
    Table(
      columns: [Column("fact", .text, part: .key), Column("value", .text, part: .figure)],
      rows: table.facts.map { [.text($0.name), $0.value.plainText.map { .text($0) } ?? .missing] })
  }
}

extension ResolvedExpression {
  /// It looks at the period before.
  var usesPrevious: Bool {
    switch self {
    case .field, .number, .text, .instant, .duration: false
    case .negated(let inner): inner.usesPrevious
    case .binary(_, let left, let right, _): left.usesPrevious || right.usesPrevious
    case .choice(_, let value, let other): value.usesPrevious || other.usesPrevious
    case .call(let function, let arguments):
      function == .previous || arguments.contains(where: \.usesPrevious)
    }
  }
}
