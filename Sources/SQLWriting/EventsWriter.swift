import DataModel
import Semantics
import Vocabulary

/// Writes the events that a question needs: the union of the sources, with only the fields it reads.
struct EventsWriter {
  let schema: EventSchema
  let dialect: Dialect

  /// A subquery with one row for each kept event and one column for each field.
  ///
  /// - Parameters:
  ///   - sources: the sources that are read, as `sources(of:)` chooses them.
  ///   - days: only events of these days, so that the engine skips whole blocks of a source in the order of time.
  func events(_ fields: Set<FieldReference>, from sources: [SourceInfo], days: DayRange? = nil) -> String {
    let computed = fields.intersection(FieldReference.computedFromHistory)
    guard !computed.isEmpty else { return union(fields, sources, days) }
    // What is computed from history looks beyond the days.
    let base = fields.subtracting(computed).union(HistoryWriter.needed)
    return HistoryWriter(dialect: dialect, dataEnd: schema.dataEnd).extend(
      union(base, sources), with: computed)
  }

  /// The same of all sources that can hold these kinds; nil for all.
  func events(_ fields: Set<FieldReference>, kinds: Set<EventKind>?, days: DayRange? = nil) -> String {
    events(fields, from: sources(of: kinds, for: fields), days: days)
  }

  /// The sources that a question about these kinds and fields reads; sources without any of the kinds are left out.
  func sources(of kinds: Set<EventKind>?, for fields: Set<FieldReference>) -> [SourceInfo] {
    let looksAtHistory = !fields.isDisjoint(with: FieldReference.computedFromHistory)
    let contacts: Set<EventKind> = looksAtHistory ? [.ticket, .call] : []
    guard let read = kinds?.union(contacts) else { return schema.eventSources }
    return schema.eventSources.filter { schema.kinds[$0.alias].map { !$0.isDisjoint(with: read) } ?? true }
  }

  /// The days cut the sources' own times exactly, so that no event outside of them is left.
  func cutsExactly(_ fields: Set<FieldReference>, _ sources: [SourceInfo]) -> Bool {
    guard fields.isDisjoint(with: FieldReference.computedFromHistory) else { return false }
    return sources.allSatisfy { slack($0) == 0 }
  }

  private func union(
    _ fields: Set<FieldReference>, _ sources: [SourceInfo], _ days: DayRange? = nil
  ) -> String {
    let ordered = fields.sorted { $0.name < $1.name }
    guard !sources.isEmpty else { return "(" + emptyPart(ordered) + ")" }
    return "(" + sources.map { part($0, ordered, days) }.joined(separator: "\nunion all\n") + ")"
  }

  private func part(_ source: SourceInfo, _ fields: [FieldReference], _ days: DayRange?) -> String {
    var joins = SourceJoins(schema: schema, dialect: dialect, source: source)
    let columns = fields.map { joins.expression(for: $0) + " as " + dialect.identifier($0.name) }
    let list = columns.isEmpty ? "1 as one" : columns.joined(separator: ", ")
    return
      "select \(list) from \(dialect.identifier(source.tableName)) s\(joins.text) where s._reject is null"
      + within(days, source)
  }

  /// How much more is let through on either side of the days, in microseconds: a day where the zone's offset changes.
  private func slack(_ source: SourceInfo) -> Int64 {
    if case .named = schema.zone, !source.timesAreWallClock { return 86_400_000_000 }
    return 0
  }

  /// The days as a test on the stored time.
  private func within(_ days: DayRange?, _ source: SourceInfo) -> String {
    let slack = slack(source)
    var offset: Int64 = 0
    if case .offset(let seconds) = schema.zone, !source.timesAreWallClock {
      offset = Int64(seconds) * 1_000_000
    }
    let time = "s." + dialect.identifier("time")
    var tests = ""
    if let start = days?.start {
      tests += " and \(time) >= \(dialect.timestamp(Int64(start) * 86_400_000_000 - offset - slack))"
    }
    if let end = days?.end {
      tests += " and \(time) < \(dialect.timestamp(Int64(end) * 86_400_000_000 - offset + slack))"
    }
    return tests
  }

  private func emptyPart(_ fields: [FieldReference]) -> String {
    let columns = fields.map { "cast(null as \(sqlType($0.type))) as \(dialect.identifier($0.name))" }
    return "select \(columns.isEmpty ? "1 as one" : columns.joined(separator: ", ")) where false"
  }
}

/// The engine's type for a field.
func sqlType(_ type: FieldType) -> String {
  switch type {
  case .text: "varchar"
  case .boolean: "boolean"
  case .number: "decimal(18,6)"
  case .duration: "bigint"
  case .instant: "timestamp"
  }
}

/// The expressions of one source, with the joins to customers and touchpoints that they turn out to need.
struct SourceJoins {
  let schema: EventSchema
  let dialect: Dialect
  let source: SourceInfo
  private var customerColumns: Set<String> = []
  private var touchpointColumns: Set<String> = []
  private var readsBehaviour = false

  init(schema: EventSchema, dialect: Dialect, source: SourceInfo) {
    self.schema = schema
    self.dialect = dialect
    self.source = source
  }

  /// The field's value for a row of the source, null where the source cannot know it.
  mutating func expression(for field: FieldReference) -> String {
    switch field.name {
    case "time": return localTime("s." + dialect.identifier("time"), of: source)
    case "source": return dialect.literal(source.alias)
    case "kind": return kind
    case "id" where source.field(named: "id") == nil:
      return "\(dialect.literal(source.alias + ":")) || (s.rowid + 1)"
    default: return schema.spelled(filled(field), field, dialect)
    }
  }

  /// The joins, each with a space in front.
  var text: String {
    var out = ""
    let describing = DescribingTable(schema: schema, dialect: dialect)
    let customer = source.fields.first { $0.role == .customer }
    if let customer, !customerColumns.isEmpty {
      let table = describing.table(.customers, by: .customer, columns: customerColumns)
      out += " left join \(table) c on c._key = s.\(dialect.identifier(customer.name))"
    }
    if let customer, readsBehaviour, let behaviour = schema.behaviour {
      let table = dialect.identifier(behaviour.tableName)
      out += " left join \(table) b on b.customer = s.\(dialect.identifier(customer.name))"
    }
    if !touchpointColumns.isEmpty, let key = source.fields.first(where: { $0.role == .touchpoint }) {
      let table = describing.table(.touchpoints, by: .touchpoint, columns: touchpointColumns)
      out += " left join \(table) t on t._key = lower(s.\(dialect.identifier(key.name)))"
    }
    return out
  }

  private var kind: String {
    let fallback = dialect.literal((source.kind.eventKind ?? .interaction).rawValue)
    guard source.hasKindColumn else { return fallback }
    let column = "s." + dialect.identifier("kind")
    return source.field(named: "kind")?.missing == 0 ? column : "coalesce(\(column), \(fallback))"
  }

  private mutating func filled(_ field: FieldReference) -> String {
    guard let entry = schema.fields[field.name] else { return "cast(null as \(sqlType(field.type)))" }
    var choices: [String] = []
    if let column = entry.columns[source.alias] {
      choices.append(own(column, field))
      // Nothing is left to fill in.
      if source.field(named: column)?.missing == 0 { return choices[0] }
    }
    if !entry.touchpointColumns.isEmpty, source.fields.contains(where: { $0.role == .touchpoint }) {
      touchpointColumns.insert(field.name)
      choices.append("t." + dialect.identifier(field.name))
    }
    if !entry.customerColumns.isEmpty, source.fields.contains(where: { $0.role == .customer }) {
      choices += customerChoices(field, entry)
    }
    switch choices.count {
    case 0: return "cast(null as \(sqlType(field.type)))"
    case 1: return choices[0]
    default: return "coalesce(\(choices.joined(separator: ", ")))"
    }
  }

  private mutating func customerChoices(_ field: FieldReference, _ entry: CatalogField) -> [String] {
    var choices: [String] = []
    if let column = entry.customerColumns[SourceInfo.behaviourAlias] {
      readsBehaviour = true
      choices.append("b." + dialect.identifier(column))
    }
    if entry.customerColumns.keys.contains(where: { $0 != SourceInfo.behaviourAlias }) {
      customerColumns.insert(field.name)
      choices.append("c." + dialect.identifier(field.name))
    }
    return choices
  }

  private func own(_ column: String, _ field: FieldReference) -> String {
    let expression = "s." + dialect.identifier(column)
    return field.type == .instant ? localTime(expression, of: source) : expression
  }

  private func localTime(_ expression: String, of source: SourceInfo) -> String {
    if source.timesAreWallClock { return expression }
    switch schema.zone {
    case .offset(0): return expression
    case .offset(let seconds): return dialect.later(expression, bySeconds: seconds)
    case .named(let name):
      return "timezone(\(dialect.literal(name)), timezone('UTC', \(expression)))"
    }
  }
}
