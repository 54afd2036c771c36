import DataModel
import Vocabulary

/// How an event source comes by a field.
public enum FieldOrigin: Sendable {
  case unknown
  /// From its own table alone.
  case own
  /// Also from a file of customers or touchpoints.
  case described
}

/// Writes what is asked of each source once, and added up over the sources as often as it is needed.
extension PlanWriter {
  /// How the events of a source come by a field.
  public func origin(of field: FieldReference, in source: SourceInfo) -> FieldOrigin {
    guard source.kind.eventKind != nil else { return .unknown }
    var joins = SourceJoins(schema: schema, dialect: dialect, source: source)
    _ = joins.expression(for: field)
    if !joins.text.isEmpty { return .described }
    let isBuiltIn = ["kind", "source", "id", "time"].contains(field.name)
    return isBuiltIn || schema.fields[field.name]?.columns[source.alias] != nil ? .own : .unknown
  }

  /// A statement that gives every spelling of a text field in the events of a source, and how many events have it, at most
  /// `limit` of them.
  public func spellingsSQL(of field: FieldReference, in source: SourceInfo, limit: Int) -> String {
    let raw = FieldReference(name: field.name, type: field.type, isFolded: false)
    let column = "e." + dialect.identifier(field.name)
    return "select \(column) as value, count(*) as n from \(eventsWriter.events([raw], from: [source])) e"
      + " where \(column) is not null group by 1 limit \(limit)"
  }

  /// The same of the rows of a file of customers or touchpoints; nil where it does not describe events by this field.
  public func listedSpellingsSQL(of field: FieldReference, in source: SourceInfo, limit: Int) -> String? {
    let entry = schema.fields[field.name]
    guard let own = entry?.customerColumns[source.alias] ?? entry?.touchpointColumns[source.alias] else {
      return nil
    }
    let column = dialect.identifier(own)
    return "select \(column) as value, count(*) as n from \(dialect.identifier(source.tableName))"
      + " where _reject is null and \(column) is not null group by 1 limit \(limit)"
  }

  /// A statement that counts the events of a source by kind and day of the session's zone.
  public func calendarSQL(of source: SourceInfo) -> String {
    let day = dialect.periodIndex("day", of: "e.time")
    return "select e.kind as kind, \(day) as day, count(*) as n"
      + " from \(eventsWriter.events([.kind, .time], from: [source])) e group by 1, 2 order by 1, 2"
  }
}
