import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `priorities`: the worst places of the scan of `compound`, each as a fix with owner, effort and evidence.
public struct PrioritiesFinder: Finder {
  /// What a quarter can carry; a longer list is not worked off, and that is said.
  static let mostFixes = 3
  static let quotesEach = 2

  let query: ResolvedPriorities
  let compound: CompoundFinder
  let runner: any PlanRunner
  /// The field of the customers' words; nil where no source has one.
  let text: FieldReference?
  /// What customers are worth in a year; nil where no file of customers says it.
  let annualValue: FieldReference?
  let plansOfFixes: FixPlans
  /// What the measure of a target stands at among some events.
  let standing: (FixTarget, Scope) throws -> Estimate?

  public init(
    _ query: ResolvedPriorities, compound: CompoundFinder, runner: any PlanRunner, data: any DataCatalog,
    plans: FixPlans, standing: @escaping (FixTarget, Scope) throws -> Estimate?
  ) {
    plansOfFixes = plans
    self.standing = standing
    annualValue = data.fields["customer"] == nil ? nil : data.fields["annual_value"]?.reference
    self.query = query
    self.compound = compound
    self.runner = runner
    text = data.fields["text"]?.reference
  }

  public var plans: [NamedPlan] {
    compound.plans + (text.map { _ in [NamedPlan("words", .rows(worstWords.plan(of: voiceScope)))] } ?? [])
  }

  public var keys: [ResolvedKey] { compound.keys }
  public var scope: Scope? { compound.scope }

  private var worstWords: WorstWords {
    WorstWords(runner: runner, text: text ?? FieldReference(.text))
  }

  private var voiceScope: Scope {
    var scope = compound.currentScope
    scope.kinds = query.compound.second.kinds
    return scope
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let found = try compound.found()
    let worst = found.scan.cells(.compound) + found.scan.cells(.watch)
    let shown = worst.filter { query.compound.scan.isShown(found.cells[$0.index]) }.prefix(query.count)
    let ranges = [ScanStatus.compound, .watch].reduce(into: [Int: RankRange]()) { all, status in
      all.merge(rankRanges(found.scan.cells, status: status)) { first, _ in first }
    }
    let values = try self.values(of: shown.map { found.cells[$0.index] })
    let fixes = try shown.enumerated().map { position, cell in
      let keys = found.cells[cell.index]
      let plan = plansOfFixes[place(of: keys)]
      return Fix(
        number: position + 1, cell: cell, keys: keys, place: found.places[cell.index],
        range: ranges[cell.index], quotes: try quotes(keys), plan: plan,
        standing: try plan?.target.map { try standing($0, scope(of: keys)) } ?? nil, value: values[keys])
    }
    return PrioritiesTable(finder: self, found: found, fixes: fixes).table()
  }

  private func quotes(_ cell: [Value]) throws -> [String] {
    guard text != nil else { return [] }
    return try worstWords.worst(Self.quotesEach, of: voiceScope.narrowed(to: condition(of: cell)))
  }

  private func condition(of cell: [Value]) -> Condition {
    .all(zip(keys, cell).map { $0.condition(equalTo: $1) })
  }

  /// Every kind of event of a place in the current window.
  private func scope(of cell: [Value]) -> Scope {
    var scope = compound.currentScope.narrowed(to: condition(of: cell))
    scope.kinds = nil
    return scope
  }

  /// The place by which a plan is kept.
  public func place(of cell: [Value]) -> FixPlace {
    Dictionary(zip(keys.map { $0.name.lowercased() }, cell), uniquingKeysWith: { first, _ in first })
  }

  /// Asked only where a contact has a cost.
  private func values(of cells: [[Value]]) throws -> [[Value]: (sum: Double, customers: Int)] {
    guard plansOfFixes.costPerContact != nil, let annualValue else { return [:] }
    return try FixValue(compound: compound, runner: runner, annualValue: annualValue).values(of: cells)
  }
}

/// One fix: a place with what is known of it.
struct Fix {
  /// From 1: what `plan` refers to.
  let number: Int
  let cell: ScanCell
  let keys: [Value]
  let place: CellPlace
  /// Among the places of the same status.
  let range: RankRange?
  let quotes: [String]
  let plan: FixPlan?
  /// What the measure of the target stands at here, in the current window.
  let standing: Estimate?
  /// What the customers are worth in a year, and of how many it is known.
  let value: (sum: Double, customers: Int)?

  /// The owner of the plan, else of the place.
  var owner: String? { plan?.owner ?? place.owner }
}
