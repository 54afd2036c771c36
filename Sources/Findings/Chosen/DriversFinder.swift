import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `drivers`: the cases with each value beside all other cases, and how far the value pulls the total.
///
/// The sums of a measure add up over the values of a field, so the others are the total less the value.
public struct DriversFinder: Finder {
  let query: ResolvedDrivers
  let runner: any PlanRunner

  public init(_ query: ResolvedDrivers, runner: any PlanRunner) {
    self.query = query
    self.runner = runner
  }

  public var keys: [ResolvedKey] { [] }
  /// Each row is about a field of its own.
  public var scope: Scope? { nil }
  public var plans: [NamedPlan] { query.keys.map { NamedPlan($0.name, .group(plan(by: $0))) } }

  private func plan(by key: ResolvedKey) -> GroupPlan {
    GroupPlan(scope: query.scope, keys: [key], statistics: query.measure.statistics)
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    var drivers: [Driver] = []
    var total: [Value] = []
    var unsaid: [(field: String, cases: Double)] = []
    for key in query.keys {
      let rows = try runner.run(plan(by: key)).rows
      total = sum(rows)
      let isMissing = { (row: GroupedSums.Row) in row.keys == [.missing] }
      unsaid.append((key.name, rows.filter(isMissing).reduce(0) { $0 + cases($1.sums) }))
      drivers += rows.filter { !isMissing($0) && cases($0.sums) > 0 }.map {
        Driver(key: key, value: $0.keys[0], sums: $0.sums, total: total, measure: query.measure)
      }
    }
    return DriversTable(
      query: query, drivers: judged(drivers), total: query.measure.finish(total), cases: cases(total),
      unsaid: unsaid
    ).table()
  }

  private func cases(_ sums: [Value]) -> Double { FigureWords(query.measure).cases(sums) ?? 0 }

  private func sum(_ rows: [GroupedSums.Row]) -> [Value] {
    query.measure.statistics.indices.map { index in
      .number(rows.reduce(0) { $0 + $1.sums[index].sum })
    }
  }

  /// With q over all values of all fields, the strongest pull first.
  private func judged(_ drivers: [Driver]) -> [Driver] {
    var judged = drivers
    let qValues = FalseDiscovery.benjaminiHochberg(drivers.map(\.p))
    for index in judged.indices { judged[index].q = qValues[index] }
    return judged.sorted { left, right in
      let pulls = (abs(left.contribution), abs(right.contribution))
      if pulls.0 != pulls.1 { return pulls.0 > pulls.1 }
      if left.key.name != right.key.name { return left.key.name < right.key.name }
      return valueAscends(left.value, right.value)
    }
  }
}

/// One value of one field beside all other cases.
struct Driver {
  let key: ResolvedKey
  let value: Value
  let with: Estimate
  let without: Estimate
  let change: Change
  let cases: Double
  let others: Double
  /// Of all cases.
  let share: Double
  /// share × (with − total): how far the total would fall if its cases were like the average.
  let contribution: Double
  /// Corrected over all rows.
  var q = Double.nan

  init(key: ResolvedKey, value: Value, sums: [Value], total: [Value], measure: Measure) {
    self.key = key
    self.value = value
    let rest = zip(total, sums).map { Value.number($0.sum - $1.sum) }
    let words = FigureWords(measure)
    with = measure.finish(sums)
    without = measure.finish(rest)
    change = measure.change(sums, rest, exposures: (1, 1))
    cases = words.cases(sums) ?? 0
    others = words.cases(rest) ?? 0
    share = cases / (cases + others)
    contribution =
      share * ((with.value.asNumber ?? .nan) - (measure.finish(total).value.asNumber ?? .nan))
  }

  /// NaN below 10 cases with the value, or without it.
  var p: Double { min(cases, others) < leastForVerdict ? .nan : change.p.asNumber ?? .nan }
  var isTelling: Bool { q <= travelLevel }
  /// `channel = chat`.
  var name: String { "\(key.name) \(value.words)" }
}
