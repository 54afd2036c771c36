import DataModel
import Diagnostics
import Findings
import Planning
import Semantics
import Syntax
import Vocabulary

/// `explain` of one figure of a result: its formula, its sums, what is left out, and the events behind it.
extension Workspace {
  func performExplain(_ row: RowReference, _ column: Word) throws -> Performed {
    let stored = try result(row.result)
    let cells = try self.cells(of: row, in: stored)
    let position = try self.position(of: column, in: stored.table)
    let named = stored.table.columns[position]
    var lines = [line("figure", named.name, cells[position])]
    lines += bounds(of: named, in: stored.table, cells)
    for (key, value) in zip(stored.table.columns, cells) where key.part == .key {
      lines.append(line("of", key.name, value))
    }
    var table = Table(
      columns: [
        Column("what", .text, part: .key), Column("name", .text, part: .key),
        Column("value", .text, part: .figure),
      ], rows: lines)
    if let known = FindingColumn(rawValue: named.name) {
      table.rows.append(line("definition", named.name, .text(known.help.summary)))
    }
    guard let origin = stored.origin else {
      table.notes = ["The rows of this result are not made of events, so there is nothing behind it."]
      return Performed(table: table)
    }
    let scope = try self.scope(behind: row)
    table.rows += filters(scope)
    let item = origin.items.filter { $0.name == named.name || MeasureColumn(named.name, of: $0.name) != nil }
      .max { $0.name.count < $1.name.count }
    if let item { try explain(named.name, item, scope, in: &table) }
    table.rows += try sample(of: scope, for: item?.expression.measures ?? [])
    table.next = ["events of \(reference(stored))[\(row.row)]"]
    return Performed(table: table)
  }

  private func reference(_ stored: StoredResult) -> String { stored.name ?? "$\(stored.number)" }

  private func position(of column: Word, in table: Table) throws -> Int {
    let folded = column.text.lowercased()
    if let found = table.columns.firstIndex(where: { $0.name.lowercased() == folded }) { return found }
    let names = table.columns.map(\.name)
    throw Mistakes(
      .unknownName(
        "column", column.text, span: column.span, nearest: nearest(to: column.text, in: names), known: names))
  }

  /// The interval and n that stand beside the figure in its own result.
  private func bounds(of column: Column, in table: Table, _ cells: [Value]) -> [[Value]] {
    zip(table.columns, cells).compactMap { other, value in
      switch other.part {
      case .low(column.name): line("interval", "from", value)
      case .high(column.name): line("interval", "to", value)
      case .sampleSize(column.name): line("cases", "n", value)
      default: nil
      }
    }
  }

  /// Each link of the chain of filters.
  private func filters(_ scope: Scope) -> [[Value]] {
    scope.lines.map { text in
      let parts = text.split(separator: " ", maxSplits: 1)
      return line("filter", String(parts[0]), .text(parts.count > 1 ? String(parts[1]) : ""))
    }
  }

  /// Definition, formula, sums, what is left out and the method of each measure of an item.
  private func explain(_ column: String, _ item: ResolvedItem, _ scope: Scope, in table: inout Table) throws {
    let beside = MeasureColumn(column, of: item.name)
    if let beside { table.rows.append(line("column", column, .text(beside.summary))) }
    if beside?.isComparison == true {
      table.notes.append("The sums are those of the current side of the comparison.")
    }
    for measure in item.expression.measures where !measure.statistics.isEmpty {
      let words = FigureWords(measure)
      if let name = MeasureName(rawValue: measure.name) {
        table.rows.append(line("definition", measure.name, .text(name.declaration.definition)))
        table.rows.append(line("unit", measure.name, .text(name.declaration.unit)))
      }
      let sums =
        try run(GroupPlan(scope: scope, keys: [], statistics: measure.statistics)).rows.first?.sums ?? []
      table.rows.append(line("formula", measure.name, .text(words.formula(sums))))
      for ((part, statistic), sum) in zip(zip(words.parts, measure.statistics), sums) {
        table.rows.append(line(part, statistic.text, sum))
      }
      if let left = try leftOut(measure, scope, counted: words.cases(sums)) { table.rows.append(left) }
      let method = beside?.isComparison == true ? words.test : words.interval
      if let method { table.rows.append(line("method", measure.name, .text(method))) }
    }
  }

  /// The events of the measure's kinds in the scope that do not count, because what it needs is not known of them.
  private func leftOut(_ measure: Measure, _ scope: Scope, counted: Double?) throws -> [Value]? {
    guard let counted, let kinds = resolver().kinds(of: measure) else { return nil }
    var all = scope
    all.kinds = scope.kinds.map { kinds.intersection($0) } ?? kinds
    let plan = GroupPlan(scope: all, keys: [], statistics: [Statistic(.count)])
    let total = try run(plan).rows.first?.sums.first?.asNumber ?? 0
    guard total > counted else { return nil }
    let names = EventKind.allCases.filter(kinds.contains).map { $0.rawValue + "s" }.joined(separator: ", ")
    return line("left out", "\(names) of which it is not known", .integer(Int64(total - counted)))
  }

  /// The first events behind the figure, so that anybody can look them up in the file.
  private func sample(of scope: Scope, for measures: [Measure]) throws -> [[Value]] {
    let fields = measures.flatMap(\.statistics).compactMap {
      $0.field ?? $0.condition?.fields.first { $0.name != "kind" }
    }
    .filter { !FieldReference.computedFromHistory.contains($0) }
    var narrowed = scope
    if let measure = measures.first, let kinds = resolver().kinds(of: measure) {
      narrowed.kinds = scope.kinds.map { kinds.intersection($0) } ?? kinds
    }
    if let field = fields.first { narrowed = narrowed.narrowed(to: .not(.isMissing(field))) }
    let shown = [FieldReference.time, .source, FieldReference(.id)] + (fields.first.map { [$0] } ?? [])
    let rows = try run(RowPlan(scope: narrowed, fields: shown, limit: 3)).rows
    return rows.map { row in
      let value = row.count > 3 ? "\(shown[3].name) \(row[3].plain)" : ""
      return line("event", "\(row[1].plain) \(row[2].plain)", .text("\(row[0].plain) \(value)"))
    }
  }

  private func line(_ what: String, _ name: String, _ value: Value) -> [Value] {
    [.text(what), .text(name), .text(value.plain)]
  }
}
