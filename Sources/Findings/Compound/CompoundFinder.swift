import DataModel
import Diagnostics
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `compound`: where tickets and sentiment, or two other signals, get worse together (method 3).
public struct CompoundFinder: Finder {
  let query: ResolvedCompound
  let runner: any PlanRunner
  let calendar: DataCalendar
  let periods: ScanPeriods
  let places: CellPlaces
  let hasCustomers: Bool

  /// - Throws: `Mistakes` where the history is too short.
  public init(
    _ query: ResolvedCompound, runner: any PlanRunner, data: any DataCatalog, calendar: DataCalendar,
    place: @escaping ([String: Value], String?) -> CellPlace
  ) throws(Mistakes) {
    self.query = query
    self.runner = runner
    self.calendar = calendar
    places = CellPlaces(lookup: place, hasTouchpoints: data.fields["touchpoint"] != nil)
    hasCustomers = data.fields["customer"] != nil
    periods = try ScanPeriods(query.scan, window: StandardWindow(ScanOptions()), calendar: calendar)
  }

  public var keys: [ResolvedKey] { query.scan.keys }
  public var scope: Scope? { currentScope }

  public var plans: [NamedPlan] {
    let touchpoints = touchpointPlan.map { [NamedPlan("touchpoints", .group($0))] } ?? []
    let reach = hasCustomers ? [NamedPlan("reach", .reach(reachPlan))] : []
    return [NamedPlan("signals", .group(signalPlan))] + touchpoints + reach
  }

  private var allDays: DayRange { DayRange(start: periods.starts[0], end: periods.end) }

  /// The events of the current window that the question is about.
  var currentScope: Scope {
    Scope(kinds: query.scan.kinds, condition: query.scan.condition, days: periods.currentDays)
  }

  // MARK: - Plans

  /// The sums of both signals by cell and period.
  var signalPlan: GroupPlan {
    GroupPlan(
      scope: Scope(kinds: query.scan.kinds, condition: query.scan.condition, days: allDays),
      keys: keys + [ResolvedKey(name: "period", form: .grain(periods.grain))],
      statistics: query.first.statistics + query.second.statistics)
  }

  /// Distinct customers by cell in the current window; they do not add up over cells.
  var reachPlan: ReachPlan { ReachPlan(scope: currentScope, keys: keys) }

  var touchpointPlan: GroupPlan? { places.plan(query.scan, days: periods.currentDays) }

  // MARK: - The answer

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let found = try self.found()
    return CompoundTableBuilder(
      query: query, periods: periods, found: found, withoutCustomer: shareWithoutCustomer(found.reach),
      topReach: try topReach(found.scan, found.cells, found.reach), hasCustomers: hasCustomers
    ).table()
  }

  /// The scan itself, before it is a table.
  ///
  /// - Throws: what the runner throws.
  func found() throws -> CompoundScan {
    let plan = signalPlan
    let split = query.first.statistics.count
    let grids = SignalGrids(
      try runner.run(plan), of: plan,
      cases: [query.first.casesIndex, split + query.second.casesIndex], periods: periods)
    let first = ScannedSignal(signal: query.first, sums: Array(grids.sums[..<split]))
    let second = ScannedSignal(signal: query.second, sums: Array(grids.sums[split...]))
    let reach = hasCustomers ? try runner.run(reachPlan) : Reach()
    let places = places.places(grids.cells, keys: keys, sums: try touchpointPlan.map { try runner.run($0) })
    let input = ScanInput(
      first: scanSignal(first), second: scanSignal(second),
      reach: hasCustomers ? grids.cells.map { reach.customers[$0] ?? 0 } : nil,
      efforts: places.map { $0.effort.flatMap(Effort.init(rawValue:)) })
    let options = scanOptions
    return CompoundScan(
      cells: grids.cells, places: places, first: first, second: second,
      scan: jointScan(input, options: options),
      whole: jointScanOfAll(input, options: options, reach: hasCustomers ? reach.allCustomers : nil),
      withoutKey: grids.withoutKey, reach: reach)
  }

  private func scanSignal(_ scanned: ScannedSignal) -> ScanSignal {
    scanned.scanSignal(
      bad: scanned.signal.bad ?? .up,
      exposure: periods.exposure(to: scanned.signal.kinds, calendar: calendar))
  }

  private var scanOptions: ScanOptions {
    var options = ScanOptions()
    options.currentPeriods = periods.current
    options.comparison = periods.comparison
    options.shape = query.shape == .trend ? .ramp : .step
    options.correction = query.isStrict ? .strict : .adaFilter
    options.level = query.scan.level
    // The rule was measured on weeks only.
    options.leavesOutViralPeriod = periods.grain == .week
    return options
  }

  /// The share of the current window's events that name no customer; 1 where no source names customers.
  private func shareWithoutCustomer(_ reach: Reach) -> Double {
    guard hasCustomers else { return 1 }
    return reach.events > 0 ? reach.eventsWithoutCustomer / reach.events : 0
  }

  /// Customers in the first three compound cells together; nil where there is none.
  private func topReach(_ scan: ScanResult, _ cells: [[Value]], _ reach: Reach) throws -> Double? {
    guard hasCustomers else { return nil }
    let top = scan.cells(.compound).sorted { ($0.rank ?? .max) < ($1.rank ?? .max) }.prefix(3)
      .map { cells[$0.index] }
    guard top.count > 1 else { return top.first.map { reach.customers[$0] ?? 0 } }
    return try runner.run(topReachPlan(top)).rows.first?.sums[0].asNumber
  }

  /// Distinct customers of some cells together in the current window.
  func topReachPlan(_ cells: [[Value]]) -> GroupPlan {
    let conditions = cells.map { cell in
      Condition.all(zip(keys, cell).map { $0.condition(equalTo: $1) })
    }
    return GroupPlan(
      scope: currentScope.narrowed(to: .any(conditions)), keys: [],
      statistics: [Statistic(.distinct, of: FieldReference(.customer))])
  }
}

extension ResolvedKey {
  /// The field that it is, if it is one.
  var fieldName: String? {
    if case .field(let field) = form { field.name } else { nil }
  }

  /// The events for which the key has a value.
  public func condition(equalTo value: Value) -> Condition {
    switch form {
    case .field(let field): return Self.test(field, value)
    case .condition(let condition): return value == .boolean(true) ? condition : .not(condition)
    case .steps(let field, let size):
      guard let number = value.asNumber else { return .isMissing(field) }
      let low = field.type == .duration ? number * 1000 : number
      let bounds = [low, low + size].map {
        field.type == .duration
          ? Scalar.milliseconds(Int64($0.rounded())) : .number(($0 * 1e6).rounded() / 1e6)
      }
      return .all([.compare(field, .greaterOrEqual, bounds[0]), .compare(field, .less, bounds[1])])
    case .grain(let grain): return Self.test(grain, value)
    }
  }

  private static func test(_ field: FieldReference, _ value: Value) -> Condition {
    switch value {
    case .text(let text): .compare(field, .equal, .text(text))
    case .boolean(let flag): .compare(field, .equal, .boolean(flag))
    case .integer, .number: .compare(field, .equal, .number(value.asNumber ?? 0))
    case .missing, .instant, .period: .isMissing(field)
    }
  }

  private static func test(_ grain: Grain, _ value: Value) -> Condition {
    guard case .period(let period) = value else { return .always(false) }
    if grain == .weekday { return .onWeekday(Int(period.index)) }
    let start = period.startMicroseconds
    let end =
      grain == .hour
      ? start + 3_600_000_000 : Int64(grain.advance(Int(period.index), by: 1)) * 86_400_000_000
    return .all([
      .compare(.time, .greaterOrEqual, .wallClock(start)), .compare(.time, .less, .wallClock(end)),
    ])
  }
}
