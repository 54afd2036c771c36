import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `check`: which parts of the map are there, and what to type for the others.
public struct CheckFinder: Finder {
  let query: ResolvedCheck
  let runner: any PlanRunner
  let calendar: DataCalendar
  /// The names of the listed touchpoints, in lower case.
  let listed: Set<String>
  /// The places with their owners; nil where no field is a place.
  let map: MapFinder?
  /// The statement that makes a dimension which a source lacks; nil where every source has it.
  let derivation: (Dimension) throws -> String?
  /// The statement that makes a sentiment where one is lacking; nil where nothing can be scored.
  let scoring: String?

  public init(
    _ query: ResolvedCheck, runner: any PlanRunner, calendar: DataCalendar, listed: Set<String>,
    map: MapFinder?,
    scoring: String?, derivation: @escaping (Dimension) throws -> String?
  ) {
    self.query = query
    self.runner = runner
    self.calendar = calendar
    self.listed = listed
    self.map = map
    self.scoring = scoring
    self.derivation = derivation
  }

  public var keys: [ResolvedKey] { [] }
  /// A part is no group of events.
  public var scope: Scope? { nil }

  public var plans: [NamedPlan] {
    [NamedPlan("counts", .group(plan))] + valuePlans.map { NamedPlan($0.name, .group($0.plan)) }
      + (map?.plans.map { NamedPlan("places: " + $0.name, $0.plan) } ?? [])
  }

  // MARK: - Plans

  /// What is counted over all events, in this order.
  enum Count: Int, CaseIterable {
    case events, customers, customersWithPersona, staged, voice, voiceWithSentiment, voiceWithText
  }

  var plan: GroupPlan {
    GroupPlan(scope: query.tail.scope, keys: [], statistics: Count.allCases.map(statistic))
  }

  private func statistic(_ count: Count) -> Statistic {
    let none = Statistic(.count, where: .always(false))
    let has = { (field: FieldReference?) -> Condition in
      field.map { .not(.isMissing($0)) } ?? .always(false)
    }
    switch count {
    case .events: return Statistic(.count)
    case .customers: return query.customer.map { Statistic(.distinct, of: $0) } ?? none
    case .customersWithPersona:
      return query.customer.map { Statistic(.distinct, of: $0, where: has(query.persona)) } ?? none
    case .staged: return Statistic(.count, where: has(query.stage))
    case .voice: return Statistic(.count, kinds: query.voice)
    case .voiceWithSentiment: return Statistic(.count, kinds: query.voice, where: has(query.sentiment))
    case .voiceWithText: return Statistic(.count, kinds: query.voice, where: has(query.text))
    }
  }

  /// Events, those of surveys and tickets, and those with words, by the values of a field.
  private func plan(by field: FieldReference) -> GroupPlan {
    GroupPlan(
      scope: query.tail.scope, keys: [ResolvedKey(name: field.name, form: .field(field))],
      statistics: [
        Statistic(.count), Statistic(.count, kinds: [.survey, .ticket]),
        Statistic(.count, where: query.text.map { .not(.isMissing($0)) } ?? .always(false)),
      ])
  }

  private var valuePlans: [(name: String, plan: GroupPlan)] {
    [query.persona, query.touchpoint, query.stage].compactMap { $0 }.map { ($0.name, plan(by: $0)) }
  }

  // MARK: - The answer

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let sums = try runner.run(plan).rows.first?.sums.map(\.sum) ?? []
    let counts = Dictionary(
      zip(Count.allCases, sums).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    let counted = CheckCounts(
      counts: counts, personas: try values(of: query.persona), touchpoints: try values(of: query.touchpoint),
      stages: try values(of: query.stage),
      cells: try map?.found().cells.filter { $0.events > 0 } ?? [])
    return try CheckTableBuilder(finder: self, counted: counted).table()
  }

  private func values(of field: FieldReference?) throws -> [CheckValue] {
    guard let field else { return [] }
    return try runner.run(plan(by: field)).rows.compactMap { row in
      row.keys[0].plainText.map {
        CheckValue(name: $0, events: row.sums[0].sum, structured: row.sums[1].sum, texts: row.sums[2].sum)
      }
    }
  }
}

/// A value of a dimension with its events.
struct CheckValue {
  var name: String
  var events, structured, texts: Double
}

/// All that `check` counted.
struct CheckCounts {
  var counts: [CheckFinder.Count: Double]
  var personas, touchpoints, stages: [CheckValue]
  /// Places with events.
  var cells: [MapCell]

  subscript(_ count: CheckFinder.Count) -> Double { counts[count] ?? 0 }
}
