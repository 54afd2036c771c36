import DataModel
import Diagnostics
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `drops` and `spikes`: where one measure fell or rose sharply (method 4).
///
/// Means and balances are judged by `scanMeans`: 4 weeks beside the 12 before, what happened to everybody taken out, a
/// change of at least 2.5 % of the scale. Counts and shares are judged by `scanCounts`, each by its own past: a spike in
/// the last week beside the 8 before; a drop in 4 weeks beside the 12 before, because that few events are missing takes a
/// month to show (the windows that the method has for silences). Their ratio is at least 1.5, or at most 1/1.5.
public struct MoveFinder: Finder {
  let query: ResolvedMove
  let runner: any PlanRunner
  let calendar: DataCalendar
  let periods: ScanPeriods
  let places: CellPlaces
  let hasCustomers: Bool
  private let standard: ScanOptions

  /// - Throws: `Mistakes` where the history is too short.
  public init(
    _ query: ResolvedMove, runner: any PlanRunner, data: any DataCatalog, calendar: DataCalendar,
    place: @escaping ([String: Value], String?) -> CellPlace
  ) throws(Mistakes) {
    self.query = query
    self.runner = runner
    self.calendar = calendar
    places = CellPlaces(lookup: place, hasTouchpoints: data.fields["touchpoint"] != nil)
    hasCustomers = data.fields["customer"] != nil
    standard =
      !query.signal.isRatio ? .drops : query.direction == .up ? .spikes : .silences
    periods = try ScanPeriods(query.scan, window: StandardWindow(standard), calendar: calendar)
  }

  public var keys: [ResolvedKey] { query.scan.keys }

  /// The cases of the current window.
  public var scope: Scope? {
    Scope(
      kinds: query.scan.kinds, condition: .both(query.scan.condition, query.signal.cases),
      days: periods.currentDays)
  }

  public var plans: [NamedPlan] {
    let touchpoints = touchpointPlan.map { [NamedPlan("touchpoints", .group($0))] } ?? []
    let reach = reachPlan.map { [NamedPlan("reach", .reach($0))] } ?? []
    return [NamedPlan("signal", .group(signalPlan))] + touchpoints + reach
  }

  /// The sums of the measure by cell and period.
  var signalPlan: GroupPlan {
    let days = DayRange(start: periods.starts[0], end: periods.end)
    return GroupPlan(
      scope: Scope(kinds: query.scan.kinds, condition: query.scan.condition, days: days),
      keys: keys + [ResolvedKey(name: "period", form: .grain(periods.grain))],
      statistics: query.signal.statistics)
  }

  private var reachPlan: ReachPlan? {
    guard hasCustomers, let scope else { return nil }
    return ReachPlan(scope: scope, keys: keys)
  }

  private var touchpointPlan: GroupPlan? { places.plan(query.scan, days: periods.currentDays) }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let plan = signalPlan
    let grids = SignalGrids(
      try runner.run(plan), of: plan, cases: [query.signal.casesIndex], periods: periods)
    let scanned = ScannedSignal(signal: query.signal, sums: grids.sums)
    var signal = scanned.scanSignal(
      bad: query.direction, exposure: periods.exposure(to: query.signal.kinds, calendar: calendar))
    if case .count(let counts) = signal {
      signal = .count(
        CountSignal(rateOf: counts.events, per: counts.exposure, bad: counts.bad, smallestRatio: 1.5))
    }
    var options = standard
    options.currentPeriods = periods.current
    options.comparison = periods.comparison
    options.level = query.scan.level
    return MoveTableBuilder(
      query: query, periods: periods, cells: grids.cells, scanned: scanned,
      places: places.places(grids.cells, keys: keys, sums: try touchpointPlan.map { try runner.run($0) }),
      reach: try reachPlan.map { try runner.run($0) }, scan: Statistics.scanSignal(signal, options: options),
      whole: scanSignalOfAll(signal, options: options), withoutKey: grids.withoutKey
    ).table()
  }
}
