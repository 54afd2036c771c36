import DataModel
import Diagnostics
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `compare`: every measure of two sets of events, tested by method 5 and corrected for so many looks.
public struct CompareFinder: Finder {
  let query: ResolvedComparison
  let runner: any PlanRunner

  public init(_ query: ResolvedComparison, runner: any PlanRunner) {
    self.query = query
    self.runner = runner
  }

  public var keys: [ResolvedKey] { [] }
  /// A row is about two sets of events.
  public var scope: Scope? { nil }

  public var plans: [NamedPlan] {
    let tested = query.figures.filter { $0.isTested && !$0.readsHistory }
    return [
      NamedPlan(query.first.name, .group(firstPlan)), NamedPlan(query.second.name, .group(secondPlan)),
    ]
      + query.strata.flatMap { stratum in
        [query.first, query.second].map {
          NamedPlan("\($0.name) by \(stratum.name)", .group(plan($0, by: stratum, tested)))
        }
      }
  }

  /// Its events, those that are on the other side too, and the sums of each measure.
  private var firstPlan: GroupPlan {
    let shared = query.isRest ? [] : [Statistic(.count, where: query.second.condition)]
    return GroupPlan(
      scope: query.first.scope, keys: [],
      statistics: [Statistic(.count)] + shared + query.figures.flatMap(\.statistics))
  }

  private var secondPlan: GroupPlan {
    let silent = query.doubtful.map { Statistic(.count, where: .isMissing($0)) }
    return GroupPlan(
      scope: query.second.scope, keys: [],
      statistics: [Statistic(.count)] + silent + query.figures.flatMap(\.statistics))
  }

  private func plan(
    _ side: ResolvedComparison.Side, by stratum: ResolvedKey, _ figures: [ResolvedComparison.Figure]
  ) -> GroupPlan {
    GroupPlan(scope: side.scope, keys: [stratum], statistics: figures.flatMap { $0.measure.statistics })
  }

  /// - Throws: `Mistakes` where a side is empty, and what the runner throws.
  public func table() throws -> Table {
    let first = try runner.run(firstPlan).rows.first?.sums ?? []
    let second = try runner.run(secondPlan).rows.first?.sums ?? []
    let events = (first.first?.sum ?? 0, second.first?.sum ?? 0)
    try refuseEmptySides(events)
    let sharedCount = query.isRest ? 0 : 1
    var measures = compared(
      Array(first.dropFirst(1 + sharedCount)), Array(second.dropFirst(1 + query.doubtful.count)))
    let unknown = measures.filter { !$0.isKnown }.map(\.measure.name)
    measures = judged(measures.filter(\.isKnown))
    let silent = zip(query.doubtful, second.dropFirst()).map { (field: $0.name, events: $1.sum) }
    return CompareTable(
      query: query, measures: measures, unknown: unknown, events: events,
      shared: query.isRest ? 0 : first[1].sum, silent: silent,
      reversals: try reversals(measures.filter { $0.isFlagged && !$0.figure.readsHistory })
    ).table()
  }

  /// - Throws: `Mistakes`.
  private func refuseEmptySides(_ events: (Double, Double)) throws {
    let (first, second) = (query.first, query.second)
    if events.0 == 0 {
      throw Mistakes(
        .emptySide(first.name, other: second.name, count: Int(events.1), span: first.span))
    }
    if events.1 == 0 {
      throw Mistakes(
        .emptySide(second.name, other: first.name, count: Int(events.0), span: second.span))
    }
  }

  private func compared(_ first: [Value], _ second: [Value]) -> [ComparedMeasure] {
    var position = 0
    return query.figures.map { figure in
      let range = position..<position + figure.statistics.count
      position = range.upperBound
      return ComparedMeasure(figure, Array(first[range]), Array(second[range]))
    }
  }

  /// With q over all tested measures, the telling ones first.
  private func judged(_ measures: [ComparedMeasure]) -> [ComparedMeasure] {
    var judged = measures
    let qValues = FalseDiscovery.benjaminiHochberg(measures.map(\.p))
    for index in judged.indices { judged[index].q = qValues[index] }
    let order = ComparisonVerdict.allCases
    return judged.enumerated().sorted { left, right in
      let rank = { (verdict: ComparisonVerdict) in order.firstIndex(of: verdict) ?? order.count }
      return (rank(left.element.verdict), left.offset) < (rank(right.element.verdict), right.offset)
    }.map(\.element)
  }

  private func reversals(_ flagged: [ComparedMeasure]) throws -> [Reversal] {
    guard !flagged.isEmpty else { return [] }
    let figures = flagged.map(\.figure)
    var found: [Reversal] = []
    for stratum in query.strata {
      let first = try runner.run(plan(query.first, by: stratum, figures))
      let second = try runner.run(plan(query.second, by: stratum, figures))
      found += Reversal.all(of: flagged, within: stratum.name, first, second)
    }
    return found
  }
}
