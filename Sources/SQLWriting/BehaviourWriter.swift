import DataModel
import Planning
import Semantics
import Syntax
import Vocabulary

/// Writes what is known of each customer by behaviour: one table with one row a customer, to which columns are added one by one.
extension PlanWriter {
  /// Every customer of the events and of the files of customers.
  public var customerIdsSQL: String {
    let ids = schema.files(.customers).compactMap { file -> String? in
      guard let key = file.fields.first(where: { $0.role == .customer }) else { return nil }
      return " union select \(dialect.identifier(key.name)) from \(dialect.identifier(file.tableName))"
        + " where _reject is null"
    }
    return "select distinct customer, cast(null as varchar) as _reject from (select customer from "
      + "\(EventsWriter(schema: schema, dialect: dialect).events([.customer], kinds: nil)) e\(ids.joined())) i"
      + " where customer is not null"
  }

  /// The present table of behaviour with one more column.
  public func adding(_ figure: CustomerFigure, named name: String) -> String {
    var writer = CustomerFigureWriter(dialect: dialect)
    let value = writer.typed(figure)
    return selection(adding: ["\(value) as \(dialect.identifier(name))"], writer.statistics, of: [])
  }

  /// The present table of behaviour with the persona of the first rule that fits, and whether each rule fits as `_fits0` ….
  public func adding(_ personas: [(name: String, rule: CustomerRule)]) -> String {
    var writer = CustomerFigureWriter(dialect: dialect)
    var conditions = ConditionWriter(schema: schema, dialect: dialect)
    conditions.events = "f"
    let fits = personas.enumerated().map {
      "coalesce(\(writer.write($1.rule, conditions)), false) as _fits\($0)"
    }
    let fields = personas.reduce(into: Set<FieldReference>()) { $0.formUnion($1.rule.customerFields) }
    let cases = personas.enumerated().map { "when _fits\($0) then \(dialect.literal($1.name))" }
    let persona =
      cases.isEmpty ? "cast(null as varchar)" : "case \(cases.joined(separator: " ")) end"
    return
      "select *, \(persona) as persona from (\(selection(adding: fits, writer.statistics, of: fields))) p"
  }

  /// Statements that count customers: all, for each rule those who fit and those who fit it alone, several rules, and none.
  public func overlapSQL(of count: Int) -> String {
    let table = schema.behaviour.map { dialect.identifier($0.tableName) } ?? "(select 1 where false)"
    let sum = (0..<count).map { "cast(_fits\($0) as integer)" }.joined(separator: " + ")
    let ordered = (0..<count).map { index -> String in
      let earlier = (0..<index).map { " and not _fits\($0)" }.joined()
      return "count(*) filter (where _fits\(index)), "
        + "count(*) filter (where _fits\(index)\(earlier)), "
        + "count(*) filter (where _fits\(index) and (\(sum)) = 1)"
    }
    let list =
      ["count(*)", "count(*) filter (where (\(sum)) > 1)", "count(*) filter (where (\(sum)) = 0)"] + ordered
    return "select \(list.joined(separator: ", ")) from \(table)"
  }

  /// - Parameter fields: what conditions on customers read, as columns of `f`.
  private func selection(
    adding columns: [String], _ statistics: [Statistic], of fields: Set<FieldReference>
  ) -> String {
    let table = schema.behaviour.map { dialect.identifier($0.tableName) } ?? "(\(customerIdsSQL))"
    var sql = "select f.* exclude (\(hiddenColumns(fields))), \(columns.joined(separator: ", ")) from "
    sql += "\(customers(fields, table)) f"
    if !statistics.isEmpty {
      let plan = GroupPlan(
        scope: Scope(), keys: [ResolvedKey(name: "customer", form: .field(.customer))], statistics: statistics
      )
      sql += " left join (\(self.sql(for: plan))) x on x.k0 = f.customer"
    }
    return sql
  }

  /// Fields of customers' files are read beside the table's own columns, under names that cannot clash with them.
  private func hiddenColumns(_ fields: Set<FieldReference>) -> String {
    (["_one"] + fromFiles(fields).map { dialect.identifier($0.name) }).joined(separator: ", ")
  }

  private func fromFiles(_ fields: Set<FieldReference>) -> [FieldReference] {
    fields.filter {
      $0 != .customer && schema.fields[$0.name]?.customerColumns[SourceInfo.behaviourAlias] == nil
    }.sorted { $0.name < $1.name }
  }

  private func customers(_ fields: Set<FieldReference>, _ table: String) -> String {
    let known = fromFiles(fields)
    guard !known.isEmpty else { return "(select *, 1 as _one from \(table))" }
    let files = DescribingTable(schema: schema, dialect: dialect)
      .table(.customers, by: .customer, columns: Set(known.map(\.name)))
    let columns = known.map {
      schema.spelled("c." + dialect.identifier($0.name), $0, dialect) + " as " + dialect.identifier($0.name)
    }
    return "(select b.*, 1 as _one, \(columns.joined(separator: ", ")) from \(table) b"
      + " left join \(files) c on c._key = b.customer)"
  }
}

extension CustomerRule {
  /// The fields of customers that conditions on them read.
  fileprivate var customerFields: Set<FieldReference> {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.customerFields) }
    case .not(let inner): inner.customerFields
    case .customer(let condition): condition.fields
    case .event, .figure, .always: []
    }
  }
}

/// Writes figures of customers over sums `x.s0` …, and collects the sums that they need.
struct CustomerFigureWriter {
  let dialect: Dialect
  private(set) var statistics: [Statistic] = []

  init(dialect: Dialect) { self.dialect = dialect }

  /// The figure in its own type: whole counts, numbers of six decimals, milliseconds, texts, times.
  mutating func typed(_ figure: CustomerFigure) -> String {
    if case .measure(let measure) = figure.measure, measure.form == .count, figure.units == nil {
      return "cast(\(write(figure)) as bigint)"
    }
    let value = write(figure)
    return switch figure.type {
    case .number: "cast(round(\(value), 6) as decimal(28,6))"
    case .duration: "cast(round(\(value)) as bigint)"
    case .text, .boolean, .instant: value
    }
  }

  mutating func write(_ rule: CustomerRule, _ conditions: ConditionWriter) -> String {
    switch rule {
    case .always(let value): return value ? "true" : "false"
    case .all(let parts): return joined(parts, by: " and ", conditions)
    case .any(let parts): return joined(parts, by: " or ", conditions)
    case .not(let inner): return "not coalesce(\(write(inner, conditions)), false)"
    case .customer(let condition): return conditions.write(condition)
    case .event(let condition): return "\(sum(Statistic(.count, where: condition))) > 0"
    case .figure(let figure, .unequal, let value):
      return "not coalesce(\(write(figure)) = \(dialect.literal(value)), false)"
    case .figure(let figure, let comparison, let value):
      return "\(write(figure)) \(comparison.rawValue) \(dialect.literal(value))"
    }
  }

  private mutating func joined(_ parts: [CustomerRule], by word: String, _ conditions: ConditionWriter)
    -> String
  {
    var written: [String] = []
    for part in parts { written.append(write(part, conditions)) }
    return "(" + written.joined(separator: word) + ")"
  }

  private mutating func write(_ figure: CustomerFigure) -> String {
    guard case .measure(let measure) = figure.measure else { return write(figure.measure) }
    let value = write(measure, inSeconds: false)
    return figure.units.map { "(cast(\(value) as double) / \($0))" } ?? value
  }

  private mutating func write(_ measure: ResolvedMeasure) -> String {
    switch measure {
    case .number(let number): return dialect.literal(number)
    case .measure(let measure), .share(let measure, _): return write(measure, inSeconds: true)
    case .negated(let inner): return "(-\(write(inner)))"
    case .binary(let symbol, let left, let right):
      let (a, b) = (write(left), write(right))
      return symbol == .divided
        ? "(cast(\(a) as double) / nullif(cast(\(b) as double), 0))"
        : "(cast(\(a) as double) \(symbol.rawValue) cast(\(b) as double))"
    }
  }

  /// As ``Measure/finish(_:)`` does it; durations as milliseconds, or in seconds inside arithmetic.
  private mutating func write(_ measure: Measure, inSeconds: Bool) -> String {
    let sums = measure.statistics.map { sum($0) }
    func times(_ value: String, _ factor: Double) -> String {
      measure.unit == .seconds && !inSeconds || factor == 1
        ? value : "(\(value) * \(dialect.literal(factor)))"
    }
    func quotient(_ part: String, _ whole: String) -> String {
      "(cast(\(part) as double) / nullif(cast(\(whole) as double), 0))"
    }
    switch measure.form {
    case .count: return sums[0]
    case .total: return sums[0]
    case .proportion, .quotient: return quotient(sums[0], sums[1])
    case .balance(let factor): return times(quotient("(\(sums[0]) - \(sums[1]))", sums[2]), factor)
    case .mean(_, _, let factor): return times(quotient(sums[1], sums[0]), factor)
    case .value(let factor): return times(sums[0], factor)
    }
  }

  /// A sum as a column; a customer without any event has counted nothing.
  private mutating func sum(_ statistic: Statistic) -> String {
    let index = statistics.firstIndex(of: statistic) ?? statistics.count
    if index == statistics.count { statistics.append(statistic) }
    let isCount = statistic.function == .count || statistic.function == .distinct
    return isCount ? "coalesce(x.s\(index), 0)" : "x.s\(index)"
  }
}
