import DataModel
import Diagnostics
import Findings
import Planning
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// `explain`: the plan and the SQL of a question, or where one figure of a result comes from.
extension Workspace {
  func performExplain(_ query: Query) throws -> Performed {
    var lines: [[Value]] = []
    switch query.head {
    case .show(let items, let tail):
      let resolved = try resolving { try $0.resolveShow(items, tail, span: query.span) }
      lines = try explained(
        ShowFinder(resolved, runner: self, calendar: try calendar()).plans.map { NamedPlan("", .group($0)) })
    case .finder(let call):
      lines = try explained(try finder(for: call, query.span).plans)
    case .events(_, let tail):
      let resolved = try resolving { try $0.resolveEvents(tail, span: query.span) }
      let plan = RowPlan(scope: resolved.scope, fields: resolved.fields, limit: nil)
      try learnSpellings(plan.allFields)
      lines = part("rows", PlanWriter(schema: schema).sql(for: plan))
    case .timeline(let customer):
      let plan = try timelinePlan(customer)
      lines = part("rows", PlanWriter(schema: schema).sql(for: plan))
    case .listing(let call):
      throw Mistakes(.invalid("\(call.name.text) has no plan", code: "no-plan", span: call.name.span))
    case .result(let reference):
      let stored = try result(reference)
      lines = part(
        "result", "result \(stored.number), \(stored.table.rows.count) rows, is kept: nothing is run")
    }
    for step in query.steps { lines += part("step", "in memory: \(step.printed)") }
    return Performed(
      table: Table(columns: [Column("part", .text, part: .key), Column("text", .text)], rows: lines))
  }

  private func explained(_ plans: [NamedPlan]) throws -> [[Value]] {
    try plans.enumerated().flatMap { index, plan in
      let name = plan.name.isEmpty && plans.count > 1 ? String(index + 1) : plan.name
      let suffix = name.isEmpty ? "" : " " + name
      return part("plan" + suffix, plan.plan.text) + part("sql" + suffix, try sql(for: plan.plan))
    }
  }

  private func part(_ name: String, _ text: String) -> [[Value]] {
    text.split(separator: "\n").map { [.text(name), .text(String($0))] }
  }

  func performExplain(_ row: RowReference, _ column: Word) throws -> Performed {
    let stored = try result(row.result)
    let cells = try self.cells(of: row, in: stored)
    guard
      let position = stored.table.columns.firstIndex(where: {
        $0.name.lowercased() == column.text.lowercased()
      })
    else {
      let names = stored.table.columns.map(\.name)
      throw Mistakes(
        .unknownName(
          "column", column.text, span: column.span, nearest: nearest(to: column.text, in: names), known: names
        ))
    }
    var rows: [[Value]] = [line("figure", stored.table.columns[position].name, cells[position])]
    for (key, value) in zip(stored.table.columns, cells) where key.part == .key {
      rows.append(line("of", key.name, value))
    }
    if let origin = stored.origin {
      rows += try sums(of: stored.table.columns[position].name, origin, try scope(behind: row))
    }
    return Performed(
      table: Table(
        columns: [
          Column("what", .text, part: .key), Column("name", .text), Column("value", .text, part: .figure),
        ],
        rows: rows))
  }

  /// The sums of the measure that a column belongs to, over the events behind the row.
  private func sums(of column: String, _ origin: ResultOrigin, _ scope: Scope) throws -> [[Value]] {
    var rows: [[Value]] = []
    if let days = scope.days { rows.append([.text("events"), .text("during"), .text(days.text)]) }
    let item = origin.items.filter { column == $0.name || column.hasPrefix($0.name + "_") }.max {
      $0.name.count < $1.name.count
    }
    guard let item else { return rows }
    for measure in item.expression.measures where !measure.statistics.isEmpty {
      if let name = MeasureName(rawValue: measure.name) {
        rows.append([.text("definition"), .text(measure.name), .text(name.help.summary)])
      }
      let sums =
        try run(GroupPlan(scope: scope, keys: [], statistics: measure.statistics)).rows.first?.sums ?? []
      for (statistic, sum) in zip(measure.statistics, sums) {
        rows.append(line("sum", statistic.text, sum))
      }
    }
    return rows
  }

  private func line(_ what: String, _ name: String, _ value: Value) -> [Value] {
    let text =
      switch value {
      case .missing: "—"
      case .integer(let whole): "\(whole)"
      case .number(let number): "\(number)"
      case .text(let text): text
      case .boolean(let flag): flag ? "true" : "false"
      case .period(let period): period.text
      case .instant: ""
      }
    return [.text(what), .text(name), .text(text)]
  }
}
