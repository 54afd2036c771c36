import DataModel
import Engine
import Vocabulary

/// Works out the durations that an export left empty from the two times between which they lie.
struct DerivedDurations {
  let session: EngineSession
  let builder: TableBuilder

  /// What was worked out, for the report.
  struct Derived: Sendable {
    var role: Role
    var from: String
    var to: String
    var rows: Int
  }

  /// Fills them in; a row whose second time is before the first one gets none.
  func fill() throws(EngineError) -> [Derived] {
    var out: [Derived] = []
    for duration in builder.plan.export?.durations ?? [] {
      guard let field = builder.plan.field(of: duration.role), field.type == .duration,
        let from = time(duration.from), let to = time(duration.to)
      else { continue }
      let (name, start, end) = (sqlName(field.name), sqlName(from.name), sqlName(to.name))
      let rows = "\(HiddenColumn.reject) is null and \(name) is null and \(end) >= \(start)"
      let count = try session.numbers("select count(*) from \(sqlName(builder.tableName)) where \(rows)")[0]
      guard count > 0 else { continue }
      try session.execute(
        "update \(sqlName(builder.tableName)) set \(name) = epoch_ms(\(end)) - epoch_ms(\(start)) where \(rows)"
      )
      out.append(Derived(role: duration.role, from: from.column, to: to.column, rows: count))
    }
    return out
  }

  private func time(_ name: String) -> PlannedField? {
    let positions = ExportHeader(builder.union.names).positions(of: name)
    return builder.plan.fields.first { $0.type == .instant && positions.contains($0.inquiry.column) }
  }
}
