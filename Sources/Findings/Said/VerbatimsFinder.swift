import DataModel
import Planning
import Semantics
import Vocabulary

/// Answers `verbatims`: customers' own words, drawn fairly and the same every time.
public struct VerbatimsFinder: Finder {
  let query: ResolvedVerbatims
  let runner: any PlanRunner
  /// The columns that the loaded data has.
  let fields: [FieldReference]

  public init(_ query: ResolvedVerbatims, runner: any PlanRunner, data: any DataCatalog) {
    self.query = query
    self.runner = runner
    let taken = Set(query.tail.keys.compactMap(\.fieldName))
    fields = VerbatimColumn.allCases.compactMap { data.fields[$0.rawValue]?.reference }
      .filter { !taken.contains($0.name) }
  }

  public var scope: Scope? { query.tail.scope }
  public var keys: [ResolvedKey] { query.tail.keys }

  public var plans: [NamedPlan] {
    [NamedPlan("sample", .verbatims(samplePlan)), NamedPlan("texts", .group(countPlan))]
  }

  var samplePlan: VerbatimPlan {
    VerbatimPlan(
      scope: query.tail.scope, keys: query.tail.keys, fields: fields, count: query.count, seed: query.seed)
  }

  /// How many there are to draw from, by place.
  var countPlan: GroupPlan {
    GroupPlan(scope: query.tail.scope, keys: query.tail.keys, statistics: [Statistic(.count)])
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let counts = try runner.run(countPlan).rows
    let total = counts.reduce(0) { $0 + ($1.sums[0].asNumber ?? 0) }
    let context = KeywordInContext(query.tail.scope.condition)
    let first = query.tail.keys.count
    let rows = try runner.rows(of: .verbatims(samplePlan)).map { row in
      zip(fields, row.dropFirst(first)).reduce(into: Array(row.prefix(first))) { cells, cell in
        cells.append(Self.value(cell.0, cell.1, context))
      }
    }
    var table = Table(
      columns: query.tail.keys.map(\.column) + fields.map(Self.column), rows: rows,
      facts: [Fact("texts", .integer(Int64(total)), unit: .count), Fact("seed", .integer(Int64(query.seed)))])
    table.explanation = [headline(rows.count, total, places: counts.count)]
    table.notes = query.tail.notes
    if context != nil, !rows.isEmpty {
      table.notes.append("A text is cut to \(KeywordInContext.reach) characters on either side of the word.")
    }
    if query.count < Int(total), query.tail.keys.isEmpty {
      table.next = ["verbatims \(query.count) seed \(query.seed + 1)", "voice"]
    }
    return table
  }

  private func headline(_ shown: Int, _ total: Double, places: Int) -> String {
    guard total > 0 else { return "No text passes the filter." }
    let texts = "\(Int(total)) \(total == 1 ? "text" : "texts")"
    let shares =
      query.tail.keys.isEmpty
      ? "" : ", at most \(query.count) of each of \(places) \(places == 1 ? "place" : "places")"
    if shown == Int(total) { return shown == 1 ? "The only text." : "All \(texts), in the order of drawing." }
    return "\(shown) of \(texts)\(shares), drawn at random by seed \(query.seed):"
      + " the same again for the same seed."
  }

  private static func value(
    _ field: FieldReference, _ value: Value, _ context: KeywordInContext?
  ) -> Value {
    guard let context, field.name == VerbatimColumn.text.rawValue, case .text(let text) = value else {
      return value
    }
    return .text(context.cut(text))
  }

  private static func column(_ field: FieldReference) -> Column {
    switch VerbatimColumn(rawValue: field.name) {
    case .time: Column(field.name, .instant, givesWay: 1)
    case .sentiment: Column(field.name, .number, unit: .score, bad: .down, givesWay: 2)
    case .customer: Column(field.name, .text, givesWay: 4)
    case .kind: Column(field.name, .text, givesWay: 3)
    default: Column(field.name, .text)
    }
  }
}
