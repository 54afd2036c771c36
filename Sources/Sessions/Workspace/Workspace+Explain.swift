import DataModel
import Diagnostics
import Findings
import Planning
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// `explain` of a question: its plan and its SQL.
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
}
