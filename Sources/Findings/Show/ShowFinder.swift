import DataModel
import Planning
import Semantics
import Vocabulary

/// Answers `show`: runs the sums of its measures and finishes them into a table.
public struct ShowFinder {
  let query: ResolvedShow
  let runner: any PlanRunner
  let calendar: DataCalendar

  public init(_ query: ResolvedShow, runner: any PlanRunner, calendar: DataCalendar) {
    self.query = query
    self.runner = runner
    self.calendar = calendar
  }

  /// Every plan that the question needs, for `explain`: the current figures, what they are compared with, the totals.
  public var plans: [GroupPlan] {
    let current = plan(query.scope, keys: query.keys)
    return [current] + [comparisonScope.map { plan($0, keys: query.keys) }].compactMap { $0 }
      + (query.withTotals ? [plan(query.scope, keys: [])] : [])
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let sheet = StatisticSheet(query.items)
    let coverage = DataCoverage(query, calendar: calendar, sheet: sheet)
    let found = try groups(query.scope, sheet)
    let earlier = try earlierGroups(sheet, coverage)
    let rows = coverage.marked(completed(found, also: earlier), during: query.scope.days)
    let builder = ShowTableBuilder(
      query: query, sheet: sheet, exposures: exposures,
      emptyEarlier: baseline(sheet) == nil
        ? coverage.marked(sheet.emptySums, comparisonScope?.days)
        : [Value](repeating: .missing, count: sheet.statistics.count))
    var table = builder.table(rows, earlier: earlier)
    if query.withTotals { try addTotals(to: &table, builder, coverage, sheet) }
    table.notes += query.notes + notes(rows) + (baseline(sheet)?.notes ?? [])
    return table
  }

  /// The groups of what is compared with, under the keys of the current ones; nil without `vs`.
  private func earlierGroups(_ sheet: StatisticSheet, _ coverage: DataCoverage) throws -> [GroupedSums.Row]? {
    if let frozen = baseline(sheet) { return frozen.rows }
    guard let scope = comparisonScope else { return nil }
    return aligned(coverage.marked(try groups(scope, sheet), during: scope.days))
  }

  /// The frozen figures that the question is compared with; nil for another comparison.
  private func baseline(_ sheet: StatisticSheet) -> BaselineGroups? {
    guard case .baseline(let baseline)? = query.versus else { return nil }
    return BaselineGroups(baseline: baseline, query: query, sheet: sheet)
  }

  private func plan(_ scope: Scope, keys: [ResolvedKey]) -> GroupPlan {
    GroupPlan(scope: scope, keys: keys, statistics: StatisticSheet(query.items).statistics)
  }

  private func groups(_ scope: Scope, _ sheet: StatisticSheet) throws -> [GroupedSums.Row] {
    if sheet.statistics.isEmpty { return query.keys.isEmpty ? [GroupedSums.Row(keys: [], sums: [])] : [] }
    return try runner.run(GroupPlan(scope: scope, keys: query.keys, statistics: sheet.statistics)).rows
  }

  private var comparisonScope: Scope? {
    switch query.versus {
    case nil, .baseline?: nil
    case .period(let period)?: query.scope.during(period.days)
    case .rest(let scope)?: scope
    }
  }

  /// The rows of the other period under the keys of the current one: its first week beside the first week, and so on.
  private func aligned(_ rows: [GroupedSums.Row]) -> [GroupedSums.Row] {
    guard case .period(let other)? = query.versus, let now = query.scope.days?.start,
      let then = other.days.start
    else { return rows }
    return rows.map { row in
      var copy = row
      for (position, key) in query.keys.enumerated() {
        guard case .grain(let grain) = key.form, case .period(let period) = row.keys[position] else {
          continue
        }
        copy.keys[position] = .period(period.shifted(from: then, to: now, grain: grain))
      }
      return copy
    }
  }

  /// Days of the current and of the other events, for rates.
  private var exposures: (Double, Double) {
    if let frozen = baseline(StatisticSheet(query.items)), let days = frozen.days {
      return (Double(query.scope.exposureDays(calendar)), Double(max(1, days)))
    }
    guard case .period(let other)? = query.versus, let now = query.scope.days?.length,
      let then = other.days.length
    else { return (1, 1) }
    return (Double(now), Double(then))
  }

  /// Adds the periods in which nothing happened, and the groups that are only in the comparison.
  private func completed(_ rows: [GroupedSums.Row], also earlier: [GroupedSums.Row]?) -> [GroupedSums.Row] {
    var filler = GroupFiller(query: query, calendar: calendar)
    return filler.fill(rows, also: earlier)
  }

  private func addTotals(
    to table: inout Table, _ builder: ShowTableBuilder, _ coverage: DataCoverage, _ sheet: StatisticSheet
  ) throws {
    let sums = { (scope: Scope) in
      coverage.marked(try runner.run(plan(scope, keys: [])).rows.first?.sums ?? [], scope.days)
    }
    table.rows.append(
      builder.totals(try sums(query.scope), earlier: try baseline(sheet)?.totals ?? comparisonScope.map(sums))
    )
    table.hasTotals = true
  }

  private func notes(_ rows: [GroupedSums.Row]) -> [String] {
    guard case .period(let other)? = query.versus, let now = query.scope.days else { return [] }
    var note = "\(now.text) beside \(other.days.text)."
    if let a = now.length, let b = other.days.length, a != b {
      note += " The periods differ in length (\(a) and \(b) days)."
    }
    return [note] + beyondData(other.days)
  }

  /// A comparison with days that the data does not reach is said.
  private func beyondData(_ days: DayRange) -> [String] {
    guard let first = calendar.firstDay(of: query.scope.kinds),
      let last = calendar.lastDay(of: query.scope.kinds)
    else { return [] }
    let data = DayRange(start: first, end: last + 1)
    guard (days.start ?? .min) < first || (days.end ?? .max) > last + 1 else { return [] }
    let isOutside = !calendar.covers(from: days.start, to: days.end, for: query.scope.kinds)
    return [
      "The comparison lies \(isOutside ? "outside" : "partly outside") the data, which is of \(data.text)."
    ]
  }
}

extension CalendarPeriod {
  /// The period that lies as many periods after the one of `to` as this one lies after the one of `from`; days.
  fileprivate func shifted(from: Int, to: Int, grain: Grain) -> CalendarPeriod {
    switch grain {
    case .weekday: return self
    case .hour: return CalendarPeriod(grain: grain, index: index + Int32(to - from) * 24)
    case .day: return CalendarPeriod(grain: grain, index: index + Int32(to - from))
    case .week, .month, .quarter, .year:
      var steps = 0
      var day = grain.start(containing: from)
      while day < Int(index) {
        day = grain.advance(day, by: 1)
        steps += 1
      }
      return CalendarPeriod(grain: grain, index: Int32(grain.advance(grain.start(containing: to), by: steps)))
    }
  }
}

extension Scope {
  /// The days that its events lie on: those of the period, or of the data.
  public func exposureDays(_ calendar: DataCalendar) -> Int {
    if let length = days?.length { return max(1, length) }
    guard let first = calendar.firstDay(of: kinds), let last = calendar.lastDay(of: kinds) else { return 1 }
    return max(1, (days?.end ?? last + 1) - (days?.start ?? first))
  }
}

/// The statistics of all measures of a question, each once.
struct StatisticSheet {
  private(set) var statistics: [Statistic] = []
  private var positions: [Statistic: Int] = [:]

  init(_ items: [ResolvedItem]) {
    for measure in items.flatMap({ $0.expression.measures }) {
      for statistic in measure.statistics where positions[statistic] == nil {
        positions[statistic] = statistics.count
        statistics.append(statistic)
      }
    }
  }

  /// Puts the sums of a measure, in its own order, where they belong in a row.
  func put(_ sums: [Value], of measure: Measure, into row: inout [Value]) {
    for (statistic, sum) in zip(measure.statistics, sums) {
      if let position = positions[statistic] { row[position] = sum }
    }
  }

  /// The sums that belong to a measure, in its own order.
  func sums(of measure: Measure, in row: [Value]) -> [Value] {
    measure.statistics.map { statistic in
      guard let position = positions[statistic], position < row.count else { return .missing }
      return row[position]
    }
  }

  /// What a group without any event has: counts are 0, everything else is missing.
  var emptySums: [Value] {
    statistics.map { statistic in
      switch statistic.function {
      case .count, .distinct: .integer(0)
      default: .missing
      }
    }
  }
}
