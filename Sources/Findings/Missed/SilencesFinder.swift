import DataModel
import Diagnostics
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `silences`: places where customers still come and no longer say anything (method 4).
public struct SilencesFinder: Finder {
  let query: ResolvedSilences
  let runner: any PlanRunner
  let weeks: SilenceWeeks
  /// What is told of the last thing that happened.
  let details: [FieldReference]
  let hasCustomers: Bool

  /// - Throws: `Mistakes` where the history is too short.
  public init(
    _ query: ResolvedSilences, runner: any PlanRunner, data: any DataCatalog, calendar: DataCalendar
  ) throws(Mistakes) {
    self.query = query
    self.runner = runner
    weeks = try SilenceWeeks(calendar, kinds: query.traffic.union(query.voice), period: query.tail.period)
    hasCustomers = data.fields[Role.customer.rawValue] != nil
    details = [Role.time, .kind, .topic, .text].compactMap { data.fields[$0.rawValue]?.reference }
  }

  public var keys: [ResolvedKey] { query.tail.keys }
  public var scope: Scope? { query.tail.scope.during(weeks.allDays) }
  public var plans: [NamedPlan] {
    [NamedPlan("feedback and traffic", .group(plan)), NamedPlan("last event", lastPlan(nil))]
  }

  /// Feedback and traffic by place and week.
  var plan: GroupPlan {
    GroupPlan(
      scope: query.tail.scope.during(weeks.allDays),
      keys: keys + [ResolvedKey(name: "week", form: .grain(.week))],
      statistics: [Statistic(.count, kinds: query.voice), Statistic(.count, kinds: query.traffic)])
  }

  /// The last voice or contact of some places; traffic alone says nothing.
  func lastPlan(_ cells: [[Value]]?) -> Plan {
    var scope = query.tail.scope.during(DayRange(start: nil, end: weeks.allDays.end))
    scope.kinds = Set(EventKind.allCases).subtracting([.interaction])
    if let cells {
      scope = scope.narrowed(
        to: .any(cells.map { cell in .all(zip(keys, cell).map { $0.condition(equalTo: $1) }) }))
    }
    return .lastEvent(LastEventPlan(scope: scope, keys: keys, fields: details))
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let grids = SilenceGrids(try runner.run(plan), keyCount: keys.count, weeks: weeks)
    var options = ScanOptions.silences
    options.currentPeriods = weeks.current
    let signal = CountSignal(rateOf: grids.feedback, per: grids.traffic, bad: .down, smallestRatio: 2)
    let scan = scanCounts(signal, options: options)
    let places = zip(grids.cells, scan.cells).map {
      SilentPlace(keys: $0, scanned: $1, grids: grids, weeks: weeks)
    }
    .sorted(by: SilentPlace.precedes)
    let quiet = places.filter { $0.status == .silent || $0.status == .closed }.map(\.keys)
    var last: [[Value]: [Value]] = [:]
    if !quiet.isEmpty {
      for row in try runner.rows(of: lastPlan(quiet)) {
        last[Array(row.prefix(keys.count))] = Array(row.dropFirst(keys.count))
      }
    }
    return SilencesTableBuilder(
      finder: self, places: places, last: last, scan: scan, withoutKey: grids.withoutKey
    ).table()
  }
}

/// Feedback and traffic by place and week.
struct SilenceGrids {
  let cells: [[Value]]
  let feedback: Grid
  let traffic: Grid
  /// Events without a place.
  let withoutKey: Int

  init(_ grouped: GroupedSums, keyCount: Int, weeks: SilenceWeeks) {
    let rows = grouped.rows.map { row in (cell: Array(row.keys.prefix(keyCount)), row: row) }
    let known = rows.filter { !$0.cell.contains(.missing) }
    cells = Set(known.map(\.cell)).sorted(by: keysAscend)
    let positions = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    let columns = Dictionary(uniqueKeysWithValues: weeks.starts.enumerated().map { ($1, $0) })
    var grids = [Grid](repeating: Grid(cells: cells.count, periods: weeks.starts.count), count: 2)
    for (cell, row) in known {
      guard let position = positions[cell], case .period(let week)? = row.keys.last,
        let column = columns[Int(week.index)]
      else { continue }
      for index in 0..<2 { grids[index][position, column] = row.sums[index].asNumber ?? 0 }
    }
    (feedback, traffic) = (grids[0], grids[1])
    withoutKey = rows.filter { $0.cell.contains(.missing) }.reduce(0) { sum, row in
      sum + row.row.sums.reduce(0) { $0 + Int($1.asNumber ?? 0) }
    }
  }
}

/// A place with its verdict.
struct SilentPlace {
  let keys: [Value]
  let status: MissedStatus
  let scanned: SignalScanCell
  /// Traffic of both windows.
  let previousTraffic: Double
  let currentTraffic: Double
  /// Traffic per week now, as a multiple of before.
  let trafficRatio: Double

  init(keys: [Value], scanned: SignalScanCell, grids: SilenceGrids, weeks: SilenceWeeks) {
    self.keys = keys
    self.scanned = scanned
    let now = (weeks.starts.count - weeks.current)..<weeks.starts.count
    previousTraffic = grids.traffic.sum(scanned.index, over: weeks.previous)
    currentTraffic = grids.traffic.sum(scanned.index, over: now)
    trafficRatio =
      previousTraffic > 0
      ? (currentTraffic / Double(now.count)) / (previousTraffic / Double(weeks.previous.count)) : .nan
    status = Self.status(scanned, trafficRatio, previousTraffic: previousTraffic)
  }

  /// Traffic that ended is a closed place; there is no feedback per interaction to test.
  private static func status(_ cell: SignalScanCell, _ ratio: Double, previousTraffic: Double) -> MissedStatus
  {
    if ratio == 0 && previousTraffic >= 30 { return .closed }
    if cell.isFlagged { return ratio >= 0.5 ? .silent : .closed }
    return cell.isEligible ? .heard : .untested
  }

  /// Feedback that would have come if its rate had stayed.
  var lost: Double { scanned.expected - scanned.evidence.current }

  static func precedes(_ left: SilentPlace, _ right: SilentPlace) -> Bool {
    let order = MissedStatus.allCases
    let (a, b) = (order.firstIndex(of: left.status) ?? 0, order.firstIndex(of: right.status) ?? 0)
    if a != b { return a < b }
    if left.status == .silent, left.lost != right.lost { return left.lost > right.lost }
    if left.status == .closed, left.previousTraffic != right.previousTraffic {
      return left.previousTraffic > right.previousTraffic
    }
    return keysAscend(left.keys, right.keys)
  }
}
