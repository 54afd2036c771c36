import DataModel
import Engine
import SQLWriting
import Vocabulary

/// What is counted in each source, and added up over the sources.
extension Workspace {
  /// The most different values of a field that are listed and checked.
  private static let valueLimit = 10_000

  /// Every spelling of a field, the most frequent first; nil for more than can be listed.
  func spellings(of field: FieldReference) throws -> [FieldValue]? {
    var all = SpellingCounts()
    let writer = PlanWriter(schema: schema)
    for source in sources {
      if writer.origin(of: field, in: source) != .unknown {
        guard let own = try spellings(of: field, in: source, writer) else { return nil }
        all.add(own, isListed: false)
      }
      if let sql = writer.listedSpellingsSQL(of: field, in: source, limit: Self.valueLimit + 1) {
        guard let listed = try spellings(sql) else { return nil }
        all.add(listed, isListed: true)
      }
    }
    return all.count > Self.valueLimit ? nil : all.ordered
  }

  private func spellings(
    of field: FieldReference, in source: SourceInfo, _ writer: PlanWriter
  ) throws -> [FieldValue]? {
    let key = field.name.lowercased()
    // What a describing file fills in may change without the source.
    let isOwn = writer.origin(of: field, in: source) == .own
    if isOwn, let known = caches.tallies[source.alias]?.spellings[key] { return known }
    let found = try spellings(writer.spellingsSQL(of: field, in: source, limit: Self.valueLimit + 1))
    if isOwn { caches.tallies[source.alias, default: SourceTally()].spellings[key] = .some(found) }
    return found
  }

  private func spellings(_ sql: String) throws -> [FieldValue]? {
    let result = try query(sql)
    guard result.rowCount <= Self.valueLimit else { return nil }
    return (0..<result.rowCount).compactMap { row in
      guard let text = result.columns[0].text(row) else { return nil }
      return FieldValue(text: text, count: Int(result.columns[1].int(row) ?? 0))
    }
  }

  /// The events of each source by kind and day.
  func dayCounts(of source: SourceInfo) throws -> [SourceTally.DayCount] {
    let zone = zone
    if let known = caches.tallies[source.alias]?.days, known.zone == zone { return known.counts }
    let result = try query(PlanWriter(schema: schema).calendarSQL(of: source))
    let counts = (0..<result.rowCount).compactMap { row -> SourceTally.DayCount? in
      guard let kind = result.columns[0].text(row).flatMap(EventKind.init(rawValue:)),
        let day = result.columns[1].int(row), let count = result.columns[2].int(row)
      else { return nil }
      return SourceTally.DayCount(kind: kind, day: Int(day), events: Int(count))
    }
    caches.tallies[source.alias, default: SourceTally()].days = (zone, counts)
    return counts
  }

  /// Counts already while loading what the first question would wait for: days, and the spellings of the usual keys.
  func countAhead(_ source: SourceInfo) throws {
    guard source.kind.eventKind != nil else { return }
    _ = try dayCounts(of: source)
    let writer = PlanWriter(schema: schema)
    for dimension in Dimension.allCases {
      guard let field = fields[dimension.rawValue]?.reference, field.isFolded,
        writer.origin(of: field, in: source) == .own
      else { continue }
      _ = try spellings(of: field, in: source, writer)
    }
  }
}
