import DataModel
import Planning
import Semantics

/// Writes the questions what happened last: in a place, or to a customer.
extension PlanWriter {
  /// A statement with the keys `k0` … and the fields of the last event of each group, in the order of the keys.
  public func sql(for plan: LastEventPlan) -> String {
    let expressions = plan.keys.map(keyExpression)
    let keys = expressions.enumerated().map { "\($1) as k\($0)" }
    let fields = plan.fields.map { "e." + dialect.identifier($0.name) }
    let positions = plan.keys.indices.map { "\($0 + 1) nulls last" }
    let parts = expressions.isEmpty ? "" : "partition by \(expressions.joined(separator: ", ")) "
    return "select \((keys + fields).joined(separator: ", "))\n\(from(plan.scope, plan.allFields))"
      + "\nqualify row_number() over (\(parts)order by e.time desc, e.source desc, e.id desc) = 1"
      + (positions.isEmpty ? "" : "\norder by \(positions.joined(separator: ", "))")
  }

  /// A statement with a row for each customer: the keys of the last event, then what `CustomerEndPlan` promises.
  public func sql(for plan: CustomerEndPlan) -> String {
    let names = plan.keys.indices.map { "k\($0)" }
    let fields = plan.fields.indices.map { "f\($0)" }
    let columns =
      zip(plan.keys, names).map { "\(keyExpression($0)) as \($1)" }
      + zip(plan.fields, fields).map { "e.\(dialect.identifier($0.name)) as \($1)" }
    let now = plan.now.map { dialect.timestamp(Int64($0) * 86_400_000_000) } ?? "(select max(time) from seen)"
    let list =
      names.map { "l." + $0 } + [
        "s.customer", "s.n", "epoch_us(s.last) - epoch_us(s.first)", "epoch_us(\(now)) - epoch_us(s.last)",
        "s.last",
      ] + fields.map { "l." + $0 }
    return "with seen as materialized (\n"
      + "select \((["e.customer", "e.time", "e.source", "e.id"] + columns).joined(separator: ", "))\n"
      + from(plan.scope, plan.allFields) + "),\nspans as (\n"
      + "select customer, count(*) as n, min(time) as first, max(time) as last from seen\n"
      + "where customer is not null group by customer having count(*) >= \(plan.least))\n"
      + "select \(list.joined(separator: ", "))\n"
      + "from spans s join seen l on l.customer = s.customer and l.time = s.last\n"
      + "qualify row_number() over (partition by s.customer order by l.source desc, l.id desc) = 1\n"
      + "order by s.customer"
  }
}
