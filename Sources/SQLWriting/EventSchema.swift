import DataModel
import Vocabulary

/// What the writer must know about the loaded tables.
public struct EventSchema: Sendable {
  public var sources: [SourceInfo]
  /// The kinds of event in each source, by alias.
  public var kinds: [String: Set<EventKind>]
  public var fields: FieldCatalog
  /// For each folded field (by its name in lower case) the spellings that are shown as another.
  public var spellings: [String: [String: String]]
  public var zone: Zone
  /// Sources that describe customers or touchpoints, by alias, in which one of them has several rows.
  public var repeating: Set<String>
  /// The end of the tickets in microseconds of the wall clock, for measures that wait some days for what follows.
  public var dataEnd: Int64

  public init(
    sources: [SourceInfo] = [], kinds: [String: Set<EventKind>] = [:], fields: FieldCatalog = FieldCatalog(),
    spellings: [String: [String: String]] = [:], repeating: Set<String> = [], zone: Zone = .utc,
    dataEnd: Int64 = 0
  ) {
    self.sources = sources
    self.kinds = kinds
    self.fields = fields
    self.spellings = spellings
    self.repeating = repeating
    self.zone = zone
    self.dataEnd = dataEnd
  }

  var eventSources: [SourceInfo] { sources.filter { $0.kind.eventKind != nil } }

  /// The kinds of all events in these sources; nil where that is not known for certain.
  func certainKinds(of sources: [SourceInfo]) -> Set<EventKind>? {
    sources.reduce(into: Set<EventKind>?.some([])) { all, source in
      guard let held = kinds[source.alias] else {
        all = nil
        return
      }
      all?.formUnion(held)
    }
  }

  /// The table of what is known of customers by their behaviour, one row each; nil where nothing is.
  var behaviour: SourceInfo? { source(SourceInfo.behaviourAlias) }

  /// The loaded files that describe.
  func files(_ kind: SourceKind) -> [SourceInfo] {
    sources.filter { $0.kind == kind && $0.alias != SourceInfo.behaviourAlias }
  }

  /// The most frequent spelling of a folded value.
  func spelled(_ expression: String, _ field: FieldReference, _ dialect: Dialect) -> String {
    guard field.isFolded, let variants = spellings[field.name.lowercased()], !variants.isEmpty else {
      return expression
    }
    let cases = variants.sorted { $0.key < $1.key }
      .map { "when \(dialect.literal($0.key)) then \(dialect.literal($0.value))" }
    return "case \(expression) \(cases.joined(separator: " ")) else \(expression) end"
  }

  func source(_ alias: String) -> SourceInfo? { sources.first { $0.alias == alias } }
}
