import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `map`: stages, channels, what is known of each of their cells, and where the failure points and the gaps are.
public struct MapFinder: Finder {
  let query: ResolvedMap
  let runner: any PlanRunner
  /// Nil where tickets or sentiment are not known well enough.
  let compound: CompoundFinder?
  /// Nil where traffic or feedback is not known.
  let coverage: CoverageFinder?
  /// Why one of the two could not look, as sentences.
  let unjudged: [String]
  let places: CellPlaces

  public init(
    _ query: ResolvedMap, runner: any PlanRunner, data: any DataCatalog, compound: CompoundFinder?,
    coverage: CoverageFinder?, unjudged: [String],
    place: @escaping ([String: Value], String?) -> CellPlace
  ) {
    self.query = query
    self.runner = runner
    self.compound = compound
    self.coverage = coverage
    self.unjudged = unjudged
    places = CellPlaces(
      lookup: place, hasTouchpoints: data.fields[Dimension.touchpoint.rawValue] != nil)
  }

  public var keys: [ResolvedKey] { query.tail.keys }
  public var scope: Scope? { query.tail.scope }

  public var plans: [NamedPlan] {
    let reach = query.hasCustomers ? [NamedPlan("customers", .reach(reachPlan))] : []
    let touchpoints = places.hasTouchpoints ? [NamedPlan("places", .group(placePlan))] : []
    let gaps = coverage.map { [NamedPlan("coverage", .group($0.plan))] } ?? []
    return [NamedPlan("cells", .group(plan))] + reach + touchpoints + (compound?.plans ?? []) + gaps
  }

  // MARK: - Plans

  /// Events and tickets, then the sums of the sentiment, then the negative voices.
  var plan: GroupPlan {
    let negative = query.sentiment.map { signal in
      Statistic(
        .count, kinds: signal.kinds, where: .compare(FieldReference(.sentiment), .less, .number(0)))
    }
    return GroupPlan(
      scope: query.tail.scope, keys: keys,
      statistics: [Statistic(.count), Statistic(.count, kinds: [.ticket])]
        + (query.sentiment?.statistics ?? []) + (negative.map { [$0] } ?? []))
  }

  private var reachPlan: ReachPlan { ReachPlan(scope: query.tail.scope, keys: keys) }

  /// Events by cell and touchpoint.
  private var placePlan: GroupPlan {
    GroupPlan(
      scope: query.tail.scope,
      keys: keys + [ResolvedKey(name: "touchpoint", form: .field(FieldReference(.touchpoint)))],
      statistics: [Statistic(.count)])
  }

  // MARK: - The answer

  /// - Throws: what the runner throws.
  public func table() throws -> Table { MapTableBuilder(finder: self, found: try found()).table() }

  /// - Throws: what the runner throws.
  func found() throws -> FoundMap {
    let rows = try runner.run(plan).rows
    let reach = query.hasCustomers ? try runner.run(reachPlan) : nil
    var cells = rows.filter { !$0.keys.contains(.missing) }.map { row in
      var cell = counted(row)
      cell.customers = reach.map { .integer(Int64($0.customers[row.keys] ?? 0)) } ?? .missing
      return cell
    }
    cells += emptyCombinations(besides: cells.map(\.keys)).map { MapCell(keys: $0, gap: .empty) }
    try addGaps(to: &cells)
    try addPlaces(to: &cells)
    let scan = try addVerdicts(to: &cells)
    let stage = keys.firstIndex { $0.fieldName == Dimension.stage.rawValue }
    let lost = rows.filter { $0.keys.contains(.missing) }.reduce(0) { $0 + $1.sums[0].sum }
    return FoundMap(
      cells: cells.sorted { MapCell.precedes($0, $1, stageAt: stage) }, withoutKey: Int(lost),
      windows: scan.flatMap(windows))
  }

  private func counted(_ row: GroupedSums.Row) -> MapCell {
    var cell = MapCell(keys: row.keys, events: Int(row.sums[0].sum))
    if query.hasTickets { cell.tickets = .integer(Int64(row.sums[1].sum)) }
    if let sentiment = query.sentiment {
      cell.sentiment = sentiment.measure.finish(Array(row.sums[2..<(2 + sentiment.statistics.count)]))
      cell.negative = .integer(Int64(row.sums.last?.sum ?? 0))
    }
    return cell
  }

  /// Owner by the touchpoint with the most events; the highest stakes of all touchpoints.
  private func addPlaces(to cells: inout [MapCell]) throws {
    let sums = places.hasTouchpoints ? try runner.run(placePlan) : nil
    let found = places.places(cells.map(\.keys), keys: keys, sums: sums)
    var highest: [[Value]: Int] = [:]
    for row in sums?.rows ?? [] {
      guard case .text? = row.keys.last else { continue }
      let one = GroupedSums(rows: [row])
      let cell = Array(row.keys.dropLast())
      guard let stakes = places.places([cell], keys: keys, sums: one)[0].stakes else { continue }
      highest[cell] = max(highest[cell] ?? stakes, stakes)
    }
    for (index, place) in found.enumerated() {
      cells[index].owner = place.owner
      cells[index].stakes = highest[cells[index].keys] ?? place.stakes
    }
  }

  private func addVerdicts(to cells: inout [MapCell]) throws -> CompoundScan? {
    guard let compound else { return nil }
    let found = try compound.found()
    let byKeys = Dictionary(
      found.scan.cells.map { (found.cells[$0.index], $0) }, uniquingKeysWith: { first, _ in first })
    for index in cells.indices {
      guard let scanned = byKeys[cells[index].keys] else { continue }
      cells[index].scanned = scanned
      cells[index].owner = found.places[scanned.index].owner ?? cells[index].owner
    }
    return found
  }

  private func windows(_ found: CompoundScan) -> (current: String, earlier: String)? {
    compound.map { ($0.periods.currentDays.text, $0.periods.comparisonDays(found.scan.windows).text) }
  }

  private func addGaps(to cells: inout [MapCell]) throws {
    guard let coverage else { return }
    let covered = try coverage.found().cells
    let status = Dictionary(covered.map { ($0.keys, $0.status) }, uniquingKeysWith: { first, _ in first })
    for index in cells.indices where cells[index].gap == nil {
      if let found = status[cells[index].keys], found != .covered { cells[index].gap = found }
    }
    // Touchpoints that are only listed belong to a map by touchpoint.
    cells += covered.filter { $0.status == .unseen && !$0.keys.contains(.missing) }
      .map { MapCell(keys: $0.keys, gap: .unseen) }
  }
}
