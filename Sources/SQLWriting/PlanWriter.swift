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
  var eventsWriter: EventsWriter { EventsWriter(schema: schema, dialect: dialect) }

  /// The statement of any plan.
  public func sql(for plan: Plan) -> String {
    switch plan {
    case .group(let plan): sql(for: plan)
    case .reach(let plan): sql(for: plan)
    case .rows(let plan): sql(for: plan)
    case .verbatims(let plan): sql(for: plan)
    case .lastEvent(let plan): sql(for: plan)
    case .customerEnd(let plan): sql(for: plan)
    case .loop(let plan): sql(for: plan)
    case .advocates(let plan): sql(for: plan)
    case .bias(let plan): sql(for: plan)
    case .delay(let plan): sql(for: plan)
    case .travel(let plan): sql(for: plan)
    case .words(let plan): sql(for: plan)
    case .quotes(let plan): sql(for: plan)
    }
  }

  /// A statement that gives a row a group: the keys `k0`, `k1` …, then the sums `s0`, `s1` …, in the order of the keys.
  ///
  /// Sums that add up are made of each source apart, which is faster than of all in one.
  public func sql(for plan: GroupPlan) -> String {
    let sources = eventsWriter.sources(of: plan.kinds, for: plan.fields)
    let positions = plan.keys.indices.map { String($0 + 1) }
    var sql: String
    if sources.count > 1, plan.addsUp {
      let columns =
        plan.keys.indices.map { "k\($0)" } + plan.statistics.indices.map { "sum(s\($0)) as s\($0)" }
      let parts = sources.map { sums(plan, [$0]) }.joined(separator: "\nunion all\n")
      sql = "select \(columns.joined(separator: ", "))\nfrom (\(parts))"
      if !positions.isEmpty { sql += "\ngroup by \(positions.joined(separator: ", "))" }
    } else {
      sql = sums(plan, sources)
    }
    if !positions.isEmpty {
      sql += "\norder by \(positions.map { $0 + " nulls last" }.joined(separator: ", "))"
    }
    return sql
  }

  private func sums(_ plan: GroupPlan, _ sources: [SourceInfo]) -> String {
    let sums = StatisticWriter(
      conditions: conditions, dialect: dialect, kinds: schema.certainKinds(of: sources),
      isGrouped: !plan.keys.isEmpty)
    let keys = plan.keys.enumerated().map { "\(keyExpression($1)) as k\($0)" }
    let statistics = plan.statistics.enumerated().map { "\(sums.write($1)) as s\($0)" }
    var sql = "select \((keys + statistics).joined(separator: ",\n  "))\n"
    sql += "from \(eventsWriter.events(plan.fields, from: sources, days: plan.scope.days)) e"
    sql += whereClause(plan.scope, plan.fields, sources)
    if !keys.isEmpty {
      sql += "\ngroup by \(plan.keys.indices.map { String($0 + 1) }.joined(separator: ", "))"
    }
    return sql
  }

  /// A statement that gives the events themselves in the order of time, then source and id.
  public func sql(for plan: RowPlan) -> String {
    let columns = plan.fields.map { "e.\(dialect.identifier($0.name))" }.joined(separator: ", ")
    let fields = plan.allFields.union([.source])
    let limit = plan.limit.map { "\nlimit \($0)" } ?? ""
    return "select \(columns)\n\(from(plan.scope, fields))\norder by e.time, e.source, e.id\(limit)"
  }

  /// A statement that counts the events of a scope.
  public func countSQL(of scope: Scope) -> String {
    "select count(*) as n \(from(scope, scope.fields))"
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

  /// The scope as tests on the events of these sources, without those that every event passes.
  private func whereClause(
    _ scope: Scope, _ fields: Set<FieldReference>, _ sources: [SourceInfo]
  ) -> String {
    var tests: [String] = []
    if let kinds = scope.kinds {
      tests += kindTests(kinds, among: schema.certainKinds(of: sources), events: "e", dialect)
    }
    if !eventsWriter.cutsExactly(fields, sources) {
      if let start = scope.days?.start { tests.append("e.time >= \(midnight(start))") }
      if let end = scope.days?.end { tests.append("e.time < \(midnight(end))") }
    }
    if let condition = scope.condition { tests.append(conditions.write(condition)) }
    return tests.isEmpty ? "" : "\nwhere \(tests.joined(separator: " and "))"
  }

  /// The events `e` of a scope with these fields, and the tests on them.
  func from(_ scope: Scope, _ fields: Set<FieldReference>) -> String {
    let sources = eventsWriter.sources(of: scope.kinds, for: fields)
    return "from \(eventsWriter.events(fields, from: sources, days: scope.days)) e"
      + whereClause(scope, fields, sources)
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

extension GroupPlan {
  /// The sums of each source apart give the sums of all: they add up, no event looks at another, and the groups are few.
  fileprivate var addsUp: Bool {
    let conditions = statistics.map(\.condition) + keys.map(\.ownCondition) + [scope.condition]
    return statistics.allSatisfy(\.isAdditive) && fields.isDisjoint(with: FieldReference.computedFromHistory)
      && conditions.allSatisfy { $0?.deepFields.isEmpty ?? true } && keys.allSatisfy(\.hasFewValues)
  }
}

extension ResolvedKey {
  fileprivate var ownCondition: Condition? {
    if case .condition(let condition) = form { condition } else { nil }
  }

  fileprivate var hasFewValues: Bool {
    switch form {
    case .field(let field): field.isFolded || field.type == .boolean
    case .grain, .steps, .condition: true
    }
  }
}
