import DataModel
import Planning
import Vocabulary

/// Writes the drawing of a sample.
extension PlanWriter {
  /// A statement with the keys `k0` … and the fields of the events drawn, by place and then in the order of drawing.
  ///
  /// The order is that of a hash (MD5, which every engine has) of the seed and the event's own name.
  public func sql(for plan: VerbatimPlan) -> String {
    let keys = plan.keys.enumerated().map { "\(keyExpression($1)) as k\($0)" }
    let names = plan.keys.indices.map { "k\($0)" }
    let drawn = "md5(\(dialect.literal("\(plan.seed):")) || e.source || ':' || e.id) as h"
    let fields = Set(plan.fields).union([.time, .source, FieldReference(.id)])
    let own = fields.sorted { $0.name < $1.name }.map { "e.\(dialect.identifier($0.name))" }
    let events =
      "select \((keys + own + [drawn]).joined(separator: ", "))\n\(from(plan.scope, plan.allFields))"
    let columns = names + plan.fields.map { "d.\(dialect.identifier($0.name))" }
    let order = "d.h, d.time, d.source, d.id"
    let list = columns.joined(separator: ", ")
    if plan.keys.isEmpty {
      return "select \(list)\nfrom (\(events)) d\norder by \(order)\nlimit \(plan.count)"
    }
    let place = "row_number() over (partition by \(names.joined(separator: ", ")) order by \(order))"
    return "select \(list)\nfrom (\(events)) d\nqualify \(place) <= \(plan.count)\norder by "
      + names.map { $0 + " nulls last" }.joined(separator: ", ") + ", \(order)"
  }
}
