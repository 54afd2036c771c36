import DataModel
import Diagnostics
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `compound`: where tickets and sentiment get worse together (method 3).
public struct CompoundFinder: Finder {
  let query: ResolvedCompound
  let runner: any PlanRunner
  let calendar: DataCalendar
  let periods: CompoundPeriods
  /// The place of a cell, from its keys by name and its touchpoint with the most tickets.
  let place: ([String: Value], String?) -> CellPlace
  /// The touchpoints are known, so a cell can be led back to one.
  let hasTouchpoints: Bool
  let hasCustomers: Bool

  /// - Throws: `Mistakes` where the history is too short.
  public init(
    _ query: ResolvedCompound, runner: any PlanRunner, data: any DataCatalog, calendar: DataCalendar,
    place: @escaping ([String: Value], String?) -> CellPlace
  ) throws(Mistakes) {
    self.query = query
    self.runner = runner
    self.calendar = calendar
    self.place = place
    hasTouchpoints = data.fields["touchpoint"] != nil
    hasCustomers = data.fields["customer"] != nil
    periods = try CompoundPeriods(query, calendar: calendar, kinds: query.voice.union([.ticket]))
  }

  public var keys: [ResolvedKey] { query.keys }
  public var scope: Scope? { currentScope }

  public var plans: [NamedPlan] {
    let touchpoints = touchpointPlan.map { [NamedPlan("touchpoints", .group($0))] } ?? []
    let reach = hasCustomers ? [NamedPlan("reach", .reach(reachPlan))] : []
    return [NamedPlan("signals", .group(signalPlan))] + touchpoints + reach
  }

  private var kinds: Set<EventKind> { query.voice.union([.ticket]) }

  private var allDays: DayRange { DayRange(start: periods.starts[0], end: periods.end) }

  /// The events of the current window that the question is about.
  var currentScope: Scope {
    Scope(kinds: kinds, condition: query.condition, days: periods.currentDays)
  }

  // MARK: - Plans

  /// Tickets and sums of sentiment by cell and period.
  var signalPlan: GroupPlan {
    let sentiment = FieldReference.sentiment
    return GroupPlan(
      scope: Scope(kinds: kinds, condition: query.condition, days: allDays),
      keys: query.keys + [ResolvedKey(name: "period", form: .grain(periods.grain))],
      statistics: [
        Statistic(.count, kinds: [.ticket]), Statistic(.count, of: sentiment, kinds: query.voice),
        Statistic(.sum, of: sentiment, kinds: query.voice),
        Statistic(.sumOfSquares, of: sentiment, kinds: query.voice),
      ])
  }

  /// Distinct customers by cell in the current window; they do not add up over cells.
  var reachPlan: ReachPlan { ReachPlan(scope: currentScope, keys: query.keys) }

  /// Tickets by cell and touchpoint in the current window.
  var touchpointPlan: GroupPlan? {
    guard hasTouchpoints else { return nil }
    return GroupPlan(
      scope: Scope(kinds: [.ticket], condition: query.condition, days: periods.currentDays),
      keys: query.keys + [ResolvedKey(name: "touchpoint", form: .field(FieldReference(.touchpoint)))],
      statistics: [Statistic(.count, kinds: [.ticket])])
  }

  // MARK: - The answer

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let found = try self.found()
    return CompoundTableBuilder(
      query: query, periods: periods, cells: found.cells, places: found.places, scan: found.scan,
      whole: found.whole, withoutKey: found.withoutKey, withoutCustomer: shareWithoutCustomer(found.reach),
      topReach: try topReach(found.scan, found.cells, found.reach), hasCustomers: hasCustomers
    ).table()
  }

  /// The scan itself, before it is a table.
  ///
  /// - Throws: what the runner throws.
  func found() throws -> CompoundScan {
    let grids = SignalGrids(try runner.run(signalPlan), keyCount: query.keys.count, periods: periods)
    let reach = hasCustomers ? try runner.run(reachPlan) : Reach()
    let places = try placesByCell(grids.cells)
    var options = scanOptions
    options.comparison = periods.comparison
    let input = ScanInput(
      tickets: grids.tickets, mentions: grids.mentions, sum: grids.sums, sumOfSquares: grids.squares,
      exposure: periods.exposure(calendar: calendar).map { Grid(cells: grids.cells.count, everyRow: $0) },
      reach: hasCustomers ? grids.cells.map { reach.customers[$0] ?? 0 } : nil,
      efforts: places.map { $0.effort.flatMap(Effort.init(rawValue:)) })
    return CompoundScan(
      cells: grids.cells, places: places, scan: jointScan(input, options: options),
      whole: jointScanOfAll(input, options: options, reach: hasCustomers ? reach.allCustomers : nil),
      withoutKey: grids.withoutKey, reach: reach)
  }

  private var scanOptions: ScanOptions {
    var options = ScanOptions()
    options.currentPeriods = periods.current
    options.shape = query.shape == .trend ? .ramp : .step
    options.correction = query.isStrict ? .strict : .adaFilter
    options.level = query.level
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
      Condition.all(zip(query.keys, cell).map { $0.condition(equalTo: $1) })
    }
    return GroupPlan(
      scope: currentScope.narrowed(to: .any(conditions)), keys: [],
      statistics: [Statistic(.distinct, of: FieldReference(.customer))])
  }

  private func placesByCell(_ cells: [[Value]]) throws -> [CellPlace] {
    var top: [[Value]: (touchpoint: String, tickets: Double)] = [:]
    if let touchpointPlan {
      for row in try runner.run(touchpointPlan).rows {
        guard case .text(let touchpoint)? = row.keys.last, let tickets = row.sums[0].asNumber else {
          continue
        }
        let cell = Array(row.keys.dropLast())
        if let best = top[cell], (best.tickets, touchpoint) != (tickets, best.touchpoint),
          best.tickets > tickets || (best.tickets == tickets && textAscends(best.touchpoint, touchpoint))
        {
          continue
        }
        top[cell] = (touchpoint, tickets)
      }
    }
    return cells.map { cell in
      let keys = Dictionary(
        zip(query.keys, cell).map { ($0.fieldName ?? $0.name, $1) }, uniquingKeysWith: { first, _ in first })
      return place(keys, top[cell]?.touchpoint)
    }
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
