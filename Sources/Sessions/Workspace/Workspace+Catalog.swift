import DataModel
import Diagnostics
import Engine
import Planning
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// What later stages ask about the loaded data.
extension Workspace: DataCatalog {
  public func values(of field: FieldReference) throws -> [FieldValue]? {
    let key = field.name.lowercased()
    if let known = caches.values[key] { return known }
    var values = try spellings(of: field)
    if field.isFolded { values = values.map { fold($0, key: key) } }
    values = values.map { $0 + personasOfNobody(field, $0) }
    caches.values[key] = .some(values)
    return values
  }

  /// A persona whose rule fits nobody is known all the same: a question about it finds a gap.
  private func personasOfNobody(_ field: FieldReference, _ values: [FieldValue]) -> [FieldValue] {
    guard fields[field.name]?.role == .persona else { return [] }
    let known = Set(values.map { $0.text.lowercased() })
    return behaviour.personas.filter { !known.contains($0.name.lowercased()) }
      .map { FieldValue(text: $0.name, count: 0) }
  }

  /// Spellings that differ in case only are one value, shown as the most frequent of them (ties by byte order).
  private func fold(_ spellings: [FieldValue], key: String) -> [FieldValue] {
    var shown: [String: String] = [:]
    var counts: [String: Int] = [:]
    var order: [String] = []
    var variants: [String: String] = [:]
    for value in spellings {
      let folded = value.text.lowercased()
      if let first = shown[folded] {
        variants[value.text] = first
      } else {
        shown[folded] = value.text
        order.append(folded)
      }
      counts[folded, default: 0] += value.count
    }
    caches.spellings[key] = variants
    return order.map { FieldValue(text: shown[$0] ?? $0, count: counts[$0] ?? 0) }
      .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  public func calendar() throws -> DataCalendar {
    if let calendar = caches.calendar { return calendar }
    var spans: [EventKind: DataCalendar.Span] = [:]
    for count in try sources.filter({ $0.kind.eventKind != nil }).flatMap(dayCounts) {
      var span =
        spans[count.kind]
        ?? DataCalendar.Span(
          firstDay: count.day, lastDay: count.day, byWeekday: Array(repeating: 0, count: 7))
      span.firstDay = min(span.firstDay, count.day)
      span.lastDay = max(span.lastDay, count.day)
      span.byWeekday[CivilDate(dayNumber: count.day).weekday] += count.events
      spans[count.kind] = span
    }
    let calendar = DataCalendar(spans: spans, pinnedDay: pinnedDay)
    caches.calendar = calendar
    return calendar
  }

  public func complaint(aboutPattern pattern: String) throws -> String? {
    do {
      _ = try query("select regexp_matches('', \(Dialect.duckDB.literal(pattern)))")
      return nil
    } catch let error as EngineError where error.kind != .cancelled {
      return error.message
    }
  }

  /// The zone of every grain: chosen, or the offset that all files share, else UTC.
  public var zone: Zone {
    if let chosenZone { return chosenZone }
    let zoned = sources.filter { $0.kind.eventKind != nil && !$0.timesAreWallClock }
    guard let first = zoned.first?.sharedOffset, zoned.allSatisfy({ $0.sharedOffset == first }) else {
      return .utc
    }
    return .offset(first)
  }

  /// The zone by name, nil while nothing is loaded or chosen.
  public var zoneName: String? { chosenZone == nil && sources.isEmpty ? nil : zone.text }

  /// What `set now` pinned, as a date.
  public var nowText: String? { pinnedDay.map { CivilDate(dayNumber: $0).text } }

  /// The focus as it is typed.
  public var focusText: String? { definitions.focus?.printed }

  /// What the SQL writer must know; spellings are those that were asked for.
  var schema: EventSchema {
    EventSchema(
      sources: allSources, kinds: kindsBySource, fields: fields, spellings: caches.spellings,
      repeating: repeating, zone: zone, dataEnd: Int64(endOfTickets) * 86_400_000_000)
  }

  /// Only measures of tickets wait for what follows.
  private var endOfTickets: Int {
    caches.calendar?.end(of: [.ticket]) ?? 0
  }

  /// Forgets what was known of the data, after it changed; the rules on customers are to be applied anew.
  ///
  /// - Parameter alias: the only source whose table changed; nil for any of them.
  func dataDidChange(in alias: String? = nil) {
    caches.tallies = alias == nil ? [:] : caches.tallies.filter { $0.key != alias }
    behaviourIsStale = !behaviour.isEmpty
    rebuildCatalog()
  }

  /// Puts the fields together anew; what was counted in each source stays.
  func rebuildCatalog() {
    let tallies = caches.tallies
    caches = CatalogCaches()
    caches.tallies = tallies
    fields = FieldCatalog(
      sources: allSources, kinds: kindsBySource, ruled: behaviour.personas.isEmpty ? [] : [.persona])
  }

  func query(_ sql: String) throws -> ResultSet {
    let connection = try connection()
    return try connection.query(sql, cancel: cancel)
  }
}
