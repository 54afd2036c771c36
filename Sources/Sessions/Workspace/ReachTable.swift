import DataModel
import Engine
import Planning
import SQLWriting
import Semantics

/// The pairs of group and customer of one question, kept in the engine while they are counted.
final class ReachTable: ReachCounter {
  private let workspace: Workspace
  private let sql: ReachSQL
  private let keys: [ResolvedKey]

  init(_ plan: ReachPlan, workspace: Workspace) throws {
    self.workspace = workspace
    keys = plan.keys
    try workspace.learnSpellings(plan.fields)
    sql = PlanWriter(schema: workspace.schema).reach(plan, table: "_reach")
    _ = try workspace.query(sql.keep)
  }

  deinit { _ = try? workspace.connection().execute(sql.forget) }

  func byGroup() throws -> GroupedSums {
    let result = try workspace.query(sql.byGroup)
    let reader = ResultReader(zone: workspace.zone)
    return GroupedSums(
      rows: (0..<result.rowCount).map { row in
        GroupedSums.Row(
          keys: keys.enumerated().map { reader.key($1, result.columns[$0], row) },
          sums: [reader.sum(result.columns[keys.count], row)])
      })
  }

  func together(_ groups: [[Value]]?) throws -> (customers: Double, events: Double, withoutCustomer: Double) {
    let result = try workspace.query(sql.together(groups?.map { zip(keys, $0).map(stored) }))
    let sums = result.columns.map { $0.double(0) ?? 0 }
    return (sums[0], sums[1], sums[2])
  }

  /// A key as the engine holds it: steps of a duration in milliseconds.
  private func stored(_ key: ResolvedKey, _ value: Value) -> Value {
    guard case .steps(let field, _) = key.form, field.type == .duration, let seconds = value.asNumber else {
      return value
    }
    return .number(seconds * 1000)
  }
}
