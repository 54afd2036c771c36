import DataModel
import Semantics
import Vocabulary

/// Writes the question who left: customers churned in a period over customers at its start.
extension PlanWriter {
  /// A statement with the keys `k0` …, then `s0`, those who left within the days, and `s1`, those who were there at the start.
  ///
  /// - Parameters:
  ///   - keys: fields of the customers' files.
  ///   - days: the period; both ends are known.
  public func churnSQL(keys: [ResolvedKey], condition: Condition?, start: Int, end: Int) -> String {
    let joined = FieldReference(.joined)
    let churned = FieldReference(.churned)
    var fields: Set<FieldReference> = [joined, churned]
    for key in keys { fields.formUnion(key.fields) }
    fields.formUnion(condition?.fields ?? [])
    let conditions = ConditionWriter(schema: schema, dialect: dialect)
    let from = dialect.timestamp(Int64(start) * 86_400_000_000)
    let to = dialect.timestamp(Int64(end) * 86_400_000_000)
    let present = "e.joined < \(from) and (e.churned is null or e.churned >= \(from))"
    let columns = keys.enumerated().map { "\(keyExpression($1)) as k\($0)" }
    let sums = [
      "count(*) filter (where \(present) and e.churned < \(to)) as s0",
      "count(*) filter (where \(present)) as s1",
    ]
    var sql = "select \((columns + sums).joined(separator: ", ")) from \(customers(fields)) e"
    if let condition { sql += " where \(conditions.write(condition))" }
    let positions = keys.indices.map { String($0 + 1) }
    if !positions.isEmpty {
      sql += " group by \(positions.joined(separator: ", "))"
      sql += " order by \(positions.map { $0 + " nulls last" }.joined(separator: ", "))"
    }
    return sql
  }

  /// What is known of each customer that a file describes, one row each, with the id as `_key`.
  func customers(_ fields: Set<FieldReference>) -> String {
    let ordered = fields.sorted { $0.name < $1.name }
    let isBehaviour = { (field: FieldReference) in
      schema.fields[field.name]?.customerColumns[SourceInfo.behaviourAlias] != nil
    }
    let table = DescribingTable(schema: schema, dialect: dialect)
      .table(.customers, by: .customer, columns: Set(ordered.filter { !isBehaviour($0) }.map(\.name)))
    let columns = ordered.map { field -> String in
      let column = (isBehaviour(field) ? "b." : "c.") + dialect.identifier(field.name)
      return schema.spelled(column, field, dialect) + " as " + dialect.identifier(field.name)
    }
    var from = "\(table) c"
    if ordered.contains(where: isBehaviour), let behaviour = schema.behaviour {
      from += " left join \(dialect.identifier(behaviour.tableName)) b on b.customer = c._key"
    }
    return "(select \((["c._key"] + columns).joined(separator: ", ")) from \(from))"
  }
}
