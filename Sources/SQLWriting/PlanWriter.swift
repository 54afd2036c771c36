import DataModel
import Planning
import Semantics
import Vocabulary

/// Says plans in SQL.
public struct PlanWriter: Sendable {
  public let schema: EventSchema
  public let dialect: Dialect

  public init(schema: EventSchema, dialect: Dialect = .duckDB) {
    self.schema = schema
    self.dialect = dialect
  }

  private var conditions: ConditionWriter { ConditionWriter(schema: schema, dialect: dialect) }
  private var eventsWriter: EventsWriter { EventsWriter(schema: schema, dialect: dialect) }

  /// A statement that gives a row a group: the keys `k0`, `k1` …, then the sums `s0`, `s1` …, in the order of the keys.
  public func sql(for plan: GroupPlan) -> String {
    let sums = StatisticWriter(conditions: conditions, dialect: dialect)
    let keys = plan.keys.enumerated().map { "\(keyExpression($1)) as k\($0)" }
    let statistics = plan.statistics.enumerated().map { "\(sums.write($1)) as s\($0)" }
    let positions = plan.keys.indices.map { String($0 + 1) }
    var sql = "select \((keys + statistics).joined(separator: ",\n  "))\n"
    sql += "from \(eventsWriter.events(plan.fields, kinds: plan.kinds, days: plan.scope.days)) e"
    sql += whereClause(plan.scope)
    if !positions.isEmpty {
      sql += "\ngroup by \(positions.joined(separator: ", "))"
      sql += "\norder by \(positions.map { $0 + " nulls last" }.joined(separator: ", "))"
    }
    return sql
  }

  /// Statements that keep and count the distinct customers of a plan's groups, in a table of this name.
  public func reach(_ plan: ReachPlan, table: String) -> ReachSQL {
    let keys = plan.keys.enumerated().map { "\(keyExpression($1)) as k\($0)" }
    let fields = plan.scope.fields.union(plan.keys.flatMap(\.fields)).union([.customer])
    let events = eventsWriter.events(fields, kinds: plan.scope.kinds, days: plan.scope.days)
    return ReachSQL(
      table: dialect.identifier(table), keyCount: keys.count, dialect: dialect,
      pairs: "select \((keys + ["e.customer as v", "count(*) as n"]).joined(separator: ", "))"
        + "\nfrom \(events) e\(whereClause(plan.scope))\ngroup by all")
  }

  /// A statement that gives the events themselves in the order of time, then source and id.
  public func sql(for plan: RowPlan) -> String {
    let columns = plan.fields.map { "e.\(dialect.identifier($0.name))" }.joined(separator: ", ")
    let fields = plan.allFields.union([.source])
    let events = eventsWriter.events(fields, kinds: plan.scope.kinds, days: plan.scope.days)
    let limit = plan.limit.map { "\nlimit \($0)" } ?? ""
    return
      "select \(columns)\nfrom \(events) e\(whereClause(plan.scope))\norder by e.time, e.source, e.id\(limit)"
  }

  /// A statement that counts the events of a scope.
  public func countSQL(of scope: Scope) -> String {
    let events = eventsWriter.events(scope.fields, kinds: scope.kinds, days: scope.days)
    return "select count(*) as n from \(events) e\(whereClause(scope))"
  }

  /// A statement that gives every spelling of a text field and how many events have it, at most `limit` of them.
  ///
  /// A value that only a file of customers or touchpoints has counts 0: a place without events is a gap, not unknown.
  public func spellingsSQL(of field: FieldReference, limit: Int) -> String {
    let raw = FieldReference(name: field.name, type: field.type, isFolded: false)
    let column = dialect.identifier(field.name)
    let listed = schema.sources.compactMap { source -> String? in
      let entry = schema.fields[field.name]
      let own = entry?.customerColumns[source.alias] ?? entry?.touchpointColumns[source.alias]
      guard let own else { return nil }
      return " union all select \(dialect.identifier(own)), 0 from \(dialect.identifier(source.tableName))"
        + " where _reject is null"
    }
    let events = "select e.\(column) as value, 1 as n from \(eventsWriter.events([raw], kinds: nil)) e"
    return "select value, cast(sum(n) as bigint) as n from (\(events + listed.joined())) v"
      + " where value is not null group by 1 order by 2 desc, count(*) desc, 1 limit \(limit)"
  }

  /// A statement that counts the events by kind and day of the session's zone.
  public var calendarSQL: String {
    let day = dialect.periodIndex("day", of: "e.time")
    return "select e.kind as kind, \(day) as day, count(*) as n"
      + " from \(eventsWriter.events([.kind, .time], kinds: nil)) e group by 1, 2 order by 1, 2"
  }

  /// All events with all their fields, for questions that a user writes in SQL.
  public var eventsSQL: String {
    let fields = Set(schema.fields.fields.map(\.reference))
    return "select * from \(eventsWriter.events(fields, kinds: nil)) e"
  }

  /// A condition on the rows of one source, for statements that change the source's table.
  public func condition(_ condition: Condition, on source: SourceInfo) -> String {
    let events = rowsWithEvents(condition.fields.union(condition.deepFields), source)
    return "rowid in (select e._row from \(events) e where \(conditions.write(condition)))"
  }

  /// The rows of one source with their fields, and their number in the table as `_row`.
  func rowsWithEvents(_ fields: Set<FieldReference>, _ source: SourceInfo) -> String {
    var joins = SourceJoins(schema: schema, dialect: dialect, source: source)
    let columns = fields.sorted { $0.name < $1.name }
      .map { joins.expression(for: $0) + " as " + dialect.identifier($0.name) }
    let list = (["s.rowid as _row"] + columns).joined(separator: ", ")
    return
      "(select \(list) from \(dialect.identifier(source.tableName)) s\(joins.text) where s._reject is null)"
  }

  private func whereClause(_ scope: Scope) -> String {
    var tests: [String] = []
    if let kinds = scope.kinds { tests.append(kindTest(kinds, events: "e", dialect)) }
    if let start = scope.days?.start { tests.append("e.time >= \(midnight(start))") }
    if let end = scope.days?.end { tests.append("e.time < \(midnight(end))") }
    if let condition = scope.condition { tests.append(conditions.write(condition)) }
    return tests.isEmpty ? "" : "\nwhere \(tests.joined(separator: " and "))"
  }

  private func midnight(_ day: Int) -> String { dialect.timestamp(Int64(day) * 86_400_000_000) }

  /// The lower end of a step, in whole millionths, so that 0.3 is three steps of 0.1; durations are whole milliseconds.
  private func stepExpression(_ column: String, _ field: FieldReference, _ size: Double) -> String {
    if field.type == .duration {
      let length = Int64(size.rounded())
      return "(\(column) - ((\(column) % \(length)) + \(length)) % \(length))"
    }
    let length = max(1, Int64((size * 1e6).rounded()))
    let millionths = "cast(cast(\(column) as decimal(38,6)) * 1000000 as hugeint)"
    return "((\(millionths) - ((\(millionths) % \(length)) + \(length)) % \(length)) / 1000000.0)"
  }

  func keyExpression(_ key: ResolvedKey) -> String {
    switch key.form {
    case .field(let field): "e." + dialect.identifier(field.name)
    case .grain(let grain): dialect.periodIndex(grain.rawValue, of: "e.time")
    case .steps(let field, let size): stepExpression("e." + dialect.identifier(field.name), field, size)
    case .condition(let condition): "coalesce(\(conditions.write(condition)), false)"
    }
  }
}
