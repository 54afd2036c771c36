import DataModel
import Planning
import Semantics

/// What the customers of the places are worth in a year, as far as their files say.
struct FixValue {
  let compound: CompoundFinder
  let runner: any PlanRunner
  let annualValue: FieldReference

  /// Each customer of these places once in each of them, with the value.
  func plan(of cells: [[Value]]) -> GroupPlan {
    let places = cells.map { cell in
      Condition.all(zip(compound.keys, cell).map { $0.condition(equalTo: $1) })
    }
    return GroupPlan(
      scope: compound.currentScope.narrowed(
        to: .all([.any(places), .not(.isMissing(.customer))])),
      keys: compound.keys + [ResolvedKey(name: "customer", form: .field(.customer))],
      statistics: [Statistic(.maximum, of: annualValue)])
  }

  /// - Returns: by cell the sum of the values, and how many customers have one.
  /// - Throws: what the runner throws.
  func values(of cells: [[Value]]) throws -> [[Value]: (sum: Double, customers: Int)] {
    guard !cells.isEmpty else { return [:] }
    var values: [[Value]: (sum: Double, customers: Int)] = [:]
    // In the order of the keys, so that the sum is the same each time.
    for row in try runner.run(plan(of: cells)).rows {
      guard let value = row.sums[0].asNumber else { continue }
      let cell = Array(row.keys.dropLast())
      let before = values[cell] ?? (0, 0)
      values[cell] = (before.sum + value, before.customers + 1)
    }
    return values
  }
}
