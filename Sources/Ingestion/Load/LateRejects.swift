import Engine
import Vocabulary

/// Rejects that only the whole file can show: times far beyond the others, keys that stand twice.
struct LateRejects {
  let session: EngineSession
  let builder: TableBuilder

  /// Files with fewer rows are not searched for times beyond the others.
  static let fewestRows = 10_000

  func mark(_ parts: [TableBuilder.Part]) throws(EngineError) {
    try markRepeatedRows()
    if builder.plan.keyRole == .time {
      for part in parts where part.rows.count >= Self.fewestRows { try markStrayTimes(part.rows) }
    } else {
      try markRepeatedKeys()
    }
  }

  /// Rows more than 30 days after the point before which 99.9 % of the file's times lie.
  private func markStrayTimes(_ rows: Range<Int>) throws(EngineError) {
    let table = sqlName(builder.tableName)
    let inFile = "rowid >= \(rows.lowerBound) and rowid < \(rows.upperBound)"
    let time = sqlName(Role.time.rawValue)
    // Where one row in a thousand lies within the last 30 days, none can be beyond them.
    let late = "\(time) > (select max(\(time)) - interval 30 days from \(table) where \(inFile))"
    let lateCount = try session.numbers("select count(*) from \(table) where \(inFile) and \(late)")[0]
    guard lateCount * 1000 < rows.count else { return }
    let limit = "(select quantile_disc(\(time), 0.999) + interval 30 days from \(table) where \(inFile))"
    let strays = try session.numbers("select count(*) from \(table) where \(inFile) and \(time) > \(limit)")
    guard strays[0] > 0 else { return }
    try session.execute(
      """
      update \(table) set \(HiddenColumn.reject) = 'time ' || strftime(\(time), '%Y-%m-%d') \
      || ' is more than 30 days after 99.9 % of the file' \
      where \(inFile) and \(time) > \(limit) and \(HiddenColumn.reject) is null
      """)
  }

  /// Rows of a recognised export that a later row of the same identity restates: monthly files overlap.
  private func markRepeatedRows() throws(EngineError) {
    let header = ExportHeader(builder.union.names)
    let positions = (builder.plan.export?.identity ?? []).flatMap(header.positions)
    let field = positions.lazy.compactMap { position in
      builder.plan.fields.first { $0.inquiry.column == position && $0.filled > 0 }
    }.first
    guard let field else { return }
    let (table, name) = (sqlName(builder.tableName), sqlName(field.name))
    let kept = "from \(table) where \(HiddenColumn.reject) is null and \(name) is not null"
    let repeated = try session.numbers("select count(\(name)) - count(distinct \(name)) \(kept)")[0]
    guard repeated > 0 else { return }
    let reason = LeftOutRule.mark + "repeated \(field.column) (the last row counts)"
    try session.execute(
      """
      update \(table) set \(HiddenColumn.reject) = \(sqlText(reason)) where rowid in (select r from (select rowid as r, \
      row_number() over (partition by \(name) order by rowid desc) as n \(kept)) where n > 1)
      """)
  }

  /// A customer or touchpoint that was listed before, whatever its case.
  ///
  /// A further row of a customer stays where it says more without contradicting: another address, another handle.
  private func markRepeatedKeys() throws(EngineError) {
    let table = sqlName(builder.tableName)
    let name = builder.plan.keyRole.rawValue
    let key = builder.plan.kind == .customers ? sqlName(name) : "lower(\(sqlName(name)))"
    let order = "over (partition by \(key) order by rowid)"
    let saysMore = saysMore(key) ?? "false"
    try session.execute(
      """
      update \(table) set \(HiddenColumn.reject) = \(sqlText(name + " ")) || \(sqlName(name)) || ' is listed before' \
      where rowid in (select r from (select rowid as r, row_number() \(order) as n, \(saysMore) as more \
      from \(table) where \(HiddenColumn.reject) is null) where n > 1 and not more)
      """)
  }

  /// Whether a row of a customer has something new in a column of the file's own, and nothing else in those with a role than
  /// the rows before; nil where the file has no such column.
  private func saysMore(_ key: String) -> String? {
    let own = builder.plan.fields.filter { $0.role == nil }.map { sqlName($0.name) }
    guard builder.plan.kind == .customers, !own.isEmpty else { return nil }
    let roles = builder.plan.fields.filter { $0.role != nil && $0.role != .customer }.map { sqlName($0.name) }
    let agrees = roles.map {
      "coalesce(\($0) = first_value(\($0) ignore nulls) over (partition by \(key) order by rowid), true)"
    }
    let isNew =
      "row_number() over (partition by \(([key] + own).joined(separator: ", ")) order by rowid) = 1"
    let holds = "coalesce(\(own.map { "cast(\($0) as varchar)" }.joined(separator: ", "))) is not null"
    return "(" + ([isNew, holds] + agrees).joined(separator: " and ") + ")"
  }
}
