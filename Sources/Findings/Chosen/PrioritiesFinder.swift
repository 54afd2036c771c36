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

  public init(
    _ query: ResolvedPriorities, compound: CompoundFinder, runner: any PlanRunner, data: any DataCatalog
  ) {
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
    let fixes = try shown.enumerated().map { place, cell in
      Fix(
        number: place + 1, cell: cell, keys: found.cells[cell.index], place: found.places[cell.index],
        range: ranges[cell.index], quotes: try quotes(found.cells[cell.index]))
    }
    return PrioritiesTable(finder: self, found: found, fixes: fixes).table()
  }

  private func quotes(_ cell: [Value]) throws -> [String] {
    guard text != nil else { return [] }
    let place = Condition.all(zip(keys, cell).map { $0.condition(equalTo: $1) })
    return try worstWords.worst(Self.quotesEach, of: voiceScope.narrowed(to: place))
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
}
