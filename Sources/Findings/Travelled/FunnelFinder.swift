import DataModel
import Diagnostics
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `funnel`: how many customers go on from each stage to the next, and where the others were seen last.
public struct FunnelFinder: Finder {
  let query: ResolvedFunnel
  let runner: any PlanRunner
  let stages: [String]

  /// - Throws: what the runner throws; `Mistakes` where the events name no two stages.
  public init(_ query: ResolvedFunnel, runner: any PlanRunner) throws {
    self.query = query
    self.runner = runner
    guard !query.isOrdered else {
      stages = query.stages
      return
    }
    let plan = TravelPlan(scope: query.scope, keys: [], question: .stages)
    stages = try runner.rows(of: .travel(plan)).compactMap { row in
      if case .text(let stage)? = row.first { stage } else { nil }
    }
    if stages.count < 2 { throw Mistakes(.tooFewStages(stages.count, span: query.span)) }
  }

  public var keys: [ResolvedKey] {
    query.keys + [ResolvedKey(name: "stage", form: .field(FieldReference(.stage)))]
  }
  public var scope: Scope? { query.scope }

  public var plans: [NamedPlan] {
    [NamedPlan("", .travel(TravelPlan(scope: query.scope, keys: query.keys, question: .funnel(stages))))]
  }

  /// Customers who entered a stage.
  private struct Step {
    var keys: [Value]
    var number: Int
    var entered, onward, milliseconds, young: Double
    /// Where those who did not go on were seen last, the most frequent.
    var left: (place: String, count: Double)?
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let steps = steps(try runner.rows(of: plans[0].plan))
    var table = Table(columns: query.keys.map(\.column) + columns, rows: steps.map(row))
    table.explanation = explanation(steps)
    table.notes = query.notes + notes(steps)
    if let last = worst(steps) {
      table.next = ["journey by touchpoint where stage = \(quoted(stages[last.number]))"]
    }
    return table
  }

  private func steps(_ rows: [[Value]]) -> [Step] {
    let count = query.keys.count
    var steps: [Step] = []
    for row in rows {
      let sums = row.suffix(4).map(\.asNumber)
      guard case .text(let place) = row[count + 1] else {
        guard row[count + 1].isMissing, sums[1] != nil else { continue }
        steps.append(
          Step(
            keys: Array(row.prefix(count)), number: Int(row[count].sum), entered: sums[0] ?? 0,
            onward: sums[1] ?? 0, milliseconds: sums[2] ?? .nan, young: sums[3] ?? 0))
        continue
      }
      if let last = steps.indices.last, (sums[0] ?? 0) > steps[last].left?.count ?? 0 {
        steps[last].left = (place, sums[0] ?? 0)
      }
    }
    return steps.sorted { left, right in
      left.keys == right.keys ? left.number < right.number : keysAscend(left.keys, right.keys)
    }
  }

  // MARK: - Columns and rows

  private var columns: [Column] {
    [
      Column("stage", .text, part: .key), Column("customers", .integer, unit: .count, part: .figure),
      Column("went_on", .integer, unit: .count),
    ] + ShareColumns(name: "conversion", bad: .down).columns + [
      Column("time_to_next", .number, unit: .seconds, part: .figure, givesWay: 1),
      Column("left", .integer, unit: .count, bad: .up),
      Column("left_recently", .integer, unit: .count, givesWay: 3),
      Column("last_seen", .text, givesWay: 1), Column("last_seen_count", .integer, unit: .count, givesWay: 4),
      Column("note", .text, givesWay: 5),
    ]
  }

  private func row(_ step: Step) -> [Value] {
    let start = step.keys + [.text(stages[step.number]), .integer(Int64(step.entered))]
    let mark: [Value] = [smallness(step.entered).map { .text($0) } ?? .missing]
    // Behind the last stage there is none to go on to.
    guard step.number < stages.count - 1 else {
      return start + [Value](repeating: .missing, count: 10) + mark
    }
    return start + [.integer(Int64(step.onward))] + ShareColumns.values(step.onward, of: step.entered) + [
      .defined(step.milliseconds / 1000), .integer(Int64(step.entered - step.onward)),
      .integer(Int64(step.young)), step.left.map { .text($0.place) } ?? .missing,
      step.left.map { .integer(Int64($0.count)) } ?? .missing,
    ] + mark
  }

  // MARK: - Words

  /// The step with the lowest conversion among those with enough customers.
  private func worst(_ steps: [Step]) -> Step? {
    steps.filter { $0.number < stages.count - 1 && $0.entered >= leastForVerdict }
      .min { $0.onward / $0.entered < $1.onward / $1.entered }
  }

  private func explanation(_ steps: [Step]) -> [String] {
    guard let worst = worst(steps) else { return ["Too few customers for a verdict."] }
    let stage = (worst.keys + [.text(stages[worst.number])]).words
    let place = worst.left.map {
      "; most of the others were seen last at \($0.place) (\(counted($0.count, "customer")))"
    }
    return [
      "Most customers are lost after \(stage): \(percentText(worst.onward / worst.entered)) of"
        + " \(counted(worst.entered, "customer")) go on to \(stages[worst.number + 1])\(place ?? "")."
    ]
  }

  private func notes(_ steps: [Step]) -> [String] {
    var notes = [
      "A customer enters a stage with the first event there and goes on with an event of the next stage at any time after it;"
        + " events without a customer take no part."
    ]
    if !query.isOrdered {
      notes.append(
        "The stages stand in the order in which customers enter them: \(stages.joined(separator: ", ")).")
    }
    let young = steps.filter { $0.number < stages.count - 1 }.reduce(0) { $0 + $1.young }
    if young > 0 {
      notes.append(
        "left_recently: entered in the last 28 days of the data and may yet go on; conversion counts them as left."
          + " A customer from before the data may have gone on before it.")
    }
    return notes
  }
}
