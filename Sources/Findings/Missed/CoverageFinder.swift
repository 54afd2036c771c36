import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `coverage` and `gaps`: where customers come and nobody is heard (method 4, Gaps).
public struct CoverageFinder: Finder {
  let query: ResolvedCoverage
  let runner: any PlanRunner
  /// The attributes of each listed touchpoint, in the order of their names.
  let listed: [[String: Value]]
  let place: ([String: Value], String?) -> CellPlace
  /// Some source has texts.
  let hasTexts: Bool

  public init(
    _ query: ResolvedCoverage, runner: any PlanRunner, data: any DataCatalog,
    listed: [String: [String: Value]], place: @escaping ([String: Value], String?) -> CellPlace
  ) {
    self.query = query
    self.runner = runner
    self.listed = listed.sorted { textAscends($0.key, $1.key) }.map(\.value)
    self.place = place
    hasTexts = data.fields["text"] != nil
  }

  public var keys: [ResolvedKey] { query.tail.keys }
  public var scope: Scope? { query.tail.scope }
  public var plans: [NamedPlan] { [NamedPlan("", .group(plan))] }

  /// Traffic, feedback, and both sorts of evidence by place.
  var plan: GroupPlan {
    GroupPlan(
      scope: query.tail.scope, keys: keys,
      statistics: [
        Statistic(.count, kinds: query.traffic), Statistic(.count, kinds: query.feedback),
        Statistic(.count, kinds: [.survey, .ticket]),
        hasTexts
          ? Statistic(.count, where: .not(.isMissing(FieldReference(.text))))
          : Statistic(.count, where: .always(false)),
        Statistic(.count),
      ])
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let found = try self.found()
    return CoverageTableBuilder(
      finder: self, cells: found.cells.sorted(by: CoverageCell.precedes), overall: found.overall,
      withoutKey: found.withoutKey, unknownListed: found.unknownListed
    ).table()
  }

  /// What is known of each place, before it is a table.
  ///
  /// - Throws: what the runner throws.
  func found() throws -> CoverageScan {
    let grouped = try runner.run(plan)
    let whole = grouped.rows.filter { !$0.keys.contains(.missing) }
    let lost = grouped.rows.filter { $0.keys.contains(.missing) }
    let overall = CoverageCell.rate(whole.map(\.sums))
    var cells = whole.map { CoverageCell(keys: $0.keys, sums: $0.sums, overall: overall) }
    let unseen = unseenPlaces(besides: cells.map(\.keys))
    cells += unseen.cells
    if !query.isAboutGaps {
      cells += emptyCombinations(besides: cells.map(\.keys)).map { CoverageCell(keys: $0, status: .empty) }
    }
    return CoverageScan(
      cells: cells, overall: overall, withoutKey: lost.reduce(0) { $0 + ($1.sums[4].asNumber ?? 0) },
      unknownListed: unseen.unknown)
  }

  // MARK: - Places without events

  /// Listed touchpoints without an event, and how many of the list cannot be held against the filter.
  private func unseenPlaces(besides known: [[Value]]) -> (cells: [CoverageCell], unknown: Int) {
    guard keys.contains(where: { $0.fieldName == Dimension.touchpoint.rawValue }) else { return ([], 0) }
    let position = keys.firstIndex { $0.fieldName == Dimension.touchpoint.rawValue } ?? 0
    let seen = Set(known.map { MissedWords.text($0[position]).lowercased() })
    var (cells, unknown): ([CoverageCell], Int) = ([], 0)
    for attributes in listed {
      guard case .text(let name)? = attributes[Dimension.touchpoint.rawValue],
        !seen.contains(name.lowercased())
      else { continue }
      let values = keys.map { key in key.fieldName.flatMap { attributes[$0.lowercased()] } ?? .missing }
      guard passes(attributes) else {
        if !isKnown(attributes) { unknown += 1 }
        continue
      }
      cells.append(CoverageCell(keys: values, status: .unseen))
    }
    return (cells, unknown)
  }

  /// The list says enough about the touchpoint to hold it against the filter.
  private func isKnown(_ attributes: [String: Value]) -> Bool {
    guard let condition = query.tail.scope.condition else { return true }
    return condition.fields.allSatisfy { attributes[$0.name.lowercased()] != nil }
  }

  private func passes(_ attributes: [String: Value]) -> Bool {
    guard let condition = query.tail.scope.condition else { return true }
    guard isKnown(attributes) else { return false }
    return ConditionEvaluator { attributes[$0.name.lowercased()] ?? .missing }.holds(condition)
  }
}

/// What is known of all places.
struct CoverageScan {
  var cells: [CoverageCell]
  /// Feedback per interaction over all places.
  var overall: Double
  /// Events that lack a key.
  var withoutKey: Double
  /// Listed touchpoints without events that cannot be held against the filter.
  var unknownListed: Int
}

/// More combinations than this are no map that anybody fills.
private let mostCombinations = 2000

/// The combinations of the keys' values in which nothing is; none where there are too many.
func emptyCombinations(besides known: [[Value]]) -> [[Value]] {
  guard let first = known.first, first.count > 1 else { return [] }
  let values = first.indices.map { position in
    Set(known.map { $0[position] }.filter { !$0.isMissing }).sorted(by: valueAscends)
  }
  guard values.reduce(1, { $0 * max(1, $1.count) }) <= mostCombinations else { return [] }
  let seen = Set(known)
  return values.reduce([[]]) { rows, values in rows.flatMap { row in values.map { row + [$0] } } }
    .filter { !seen.contains($0) }
}

/// One place with what is known of it.
struct CoverageCell {
  var keys: [Value]
  var status: MissedStatus
  var traffic = 0.0
  var feedback = 0.0
  var structured = 0.0
  var texts = 0.0

  init(keys: [Value], status: MissedStatus) {
    self.keys = keys
    self.status = status
  }

  init(keys: [Value], sums: [Value], overall: Double) {
    let numbers = sums.map { $0.asNumber ?? 0 }
    self.init(keys: keys, status: .covered)
    (traffic, feedback, structured, texts) = (numbers[0], numbers[1], numbers[2], numbers[3])
    let coverage = Coverage(interactions: traffic, feedback: feedback, overallRate: overall)
    status = MissedStatus(rawValue: coverage.rawValue) ?? .covered
  }

  /// Feedback per interaction over all places.
  static func rate(_ rows: [[Value]]) -> Double {
    let traffic = rows.reduce(0) { $0 + ($1[0].asNumber ?? 0) }
    let feedback = rows.reduce(0) { $0 + ($1[1].asNumber ?? 0) }
    return traffic > 0 ? feedback / traffic : .nan
  }

  /// The worst first, then where most customers come, then by key.
  static func precedes(_ left: CoverageCell, _ right: CoverageCell) -> Bool {
    let order = MissedStatus.allCases
    let (a, b) = (order.firstIndex(of: left.status) ?? 0, order.firstIndex(of: right.status) ?? 0)
    if a != b { return a < b }
    return left.traffic != right.traffic
      ? left.traffic > right.traffic : keysAscend(left.keys, right.keys)
  }

  /// Fewer than 10 events on a side are too few to show anything.
  var lacks: String? {
    switch (structured < 10, texts < 10) {
    case (true, true): "both"
    case (true, false): "structured"
    case (false, true): "texts"
    case (false, false): nil
    }
  }
}
