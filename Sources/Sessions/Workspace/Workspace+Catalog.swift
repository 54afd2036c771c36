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
  /// The most different values of a field that are listed and checked.
  private static let valueLimit = 10_000

  public func values(of field: FieldReference) throws -> [FieldValue]? {
    let key = field.name.lowercased()
    if let known = caches.values[key] { return known }
    let sql = PlanWriter(schema: schema).spellingsSQL(of: field, limit: Self.valueLimit + 1)
    let result = try query(sql)
    let values: [FieldValue]?
    if result.rowCount > Self.valueLimit {
      values = nil
    } else {
      values = field.isFolded ? fold(result, key: key) : spelled(result)
    }
    caches.values[key] = .some(values)
    return values
  }

  private func spelled(_ result: ResultSet) -> [FieldValue] {
    (0..<result.rowCount).compactMap { row in
      guard let text = result.columns[0].text(row) else { return nil }
      return FieldValue(text: text, count: Int(result.columns[1].int(row) ?? 0))
    }
  }

  /// Spellings that differ in case only are one value, shown as the most frequent of them (ties by byte order).
  private func fold(_ result: ResultSet, key: String) -> [FieldValue] {
    var shown: [String: String] = [:]
    var counts: [String: Int] = [:]
    var order: [String] = []
    var variants: [String: String] = [:]
    for value in spelled(result) {
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
    let result = try query(PlanWriter(schema: schema).calendarSQL)
    for row in 0..<result.rowCount {
      guard let kind = result.columns[0].text(row).flatMap(EventKind.init(rawValue:)),
        let day = result.columns[1].int(row), let count = result.columns[2].int(row)
      else { continue }
      var span =
        spans[kind]
        ?? DataCalendar.Span(firstDay: Int(day), lastDay: Int(day), byWeekday: Array(repeating: 0, count: 7))
      span.firstDay = min(span.firstDay, Int(day))
      span.lastDay = max(span.lastDay, Int(day))
      span.byWeekday[CivilDate(dayNumber: Int(day)).weekday] += Int(count)
      spans[kind] = span
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
      sources: sources, kinds: kindsBySource, fields: fields, spellings: caches.spellings, zone: zone,
      dataEnd: Int64(endOfTickets) * 86_400_000_000)
  }

  /// Only measures of tickets wait for what follows.
  private var endOfTickets: Int {
    caches.calendar?.end(of: [.ticket]) ?? 0
  }

  /// Forgets what was known of the data, after it changed.
  func dataDidChange() {
    caches = CatalogCaches()
    fields = FieldCatalog(sources: sources, kinds: kindsBySource)
  }

  func query(_ sql: String) throws -> ResultSet {
    let connection = try connection()
    return try connection.query(sql, cancel: cancel)
  }
}
