import DataModel
import Diagnostics
import Engine
import Findings
import Planning
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// Answers `show churn_rate`: it is about the customers' files, so it stands alone and takes their fields as keys.
struct ChurnAnswer {
  let query: ResolvedShow
  let workspace: Workspace

  func table() throws -> Table {
    guard query.items.count == 1, case .measure(let measure) = query.items[0].expression else {
      throw Mistakes(
        .invalid(
          "churn_rate is about customers, not events: it stands alone", code: "churn-alone", span: nil,
          hint: "show churn_rate by persona during 2026-Q3"))
    }
    try requireCustomerFields()
    try workspace.learnSpellings(
      query.keys.reduce(into: query.scope.condition?.fields ?? []) { $0.formUnion($1.fields) })
    let calendar = try workspace.calendar()
    let start = query.scope.days?.start ?? calendar.firstDay(of: nil) ?? 0
    let end = query.scope.days?.end ?? calendar.end(of: nil) ?? 0
    let condition = query.scope.condition
    var table = Table(
      columns: query.keys.map(\.column) + figureColumns,
      rows: try rows(query.keys, condition, measure, start, end))
    if query.withTotals {
      table.rows += try rows([], condition, measure, start, end).map { query.keys.map { _ in .missing } + $0 }
      table.hasTotals = true
    }
    table.notes =
      query.notes + [
        "Customers at \(CivilDate(dayNumber: start).text), lost before \(CivilDate(dayNumber: end).text)."
      ]
    return table
  }

  private var figureColumns: [Column] {
    let name = query.items[0].name
    return [
      Column(name, .number, unit: .fraction, part: .figure, bad: .up),
      Column(name + "_low", .number, unit: .fraction, part: .low(of: name)),
      Column(name + "_high", .number, unit: .fraction, part: .high(of: name)),
      Column(name + "_n", .integer, unit: .count, part: .sampleSize(of: name)),
    ]
  }

  private func rows(
    _ keys: [ResolvedKey], _ condition: Condition?, _ measure: Measure, _ start: Int, _ end: Int
  ) throws -> [[Value]] {
    let sql = PlanWriter(schema: workspace.schema).churnSQL(
      keys: keys, condition: condition, start: start, end: end)
    let result = try workspace.query(sql)
    let reader = ResultReader(zone: workspace.zone)
    return (0..<result.rowCount).map { row in
      let sums = [0, 1].map { reader.sum(result.columns[keys.count + $0], row) }
      let estimate = measure.finish(sums)
      return keys.enumerated().map { reader.key($1, result.columns[$0], row) }
        + [estimate.value, estimate.low, estimate.high, estimate.count]
    }
  }

  private func requireCustomerFields() throws {
    if query.versus != nil { throw Mistakes(.notYet("churn_rate beside another period", span: nil)) }
    let fields = query.keys.reduce(into: query.scope.condition?.fields ?? []) { $0.formUnion($1.fields) }
    for field in fields.sorted(by: { $0.name < $1.name })
    where workspace.fields[field.name]?.customerColumns.isEmpty ?? true {
      let known = workspace.fields.fields.filter { !$0.customerColumns.isEmpty }.map(\.reference.name)
      throw Mistakes(
        .unknowable(
          measure: "churn_rate", about: "customers", field: field.name, knownFor: "events", clause: "key",
          span: nil,
          hint: "fields of customers: \(known.joined(separator: ", "))"))
    }
  }
}
