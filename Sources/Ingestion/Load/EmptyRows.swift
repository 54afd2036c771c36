import Engine

/// Rows of delimited files that hold nothing but delimiters, as spreadsheets write them below the last row.
struct EmptyRows {
  let session: EngineSession
  let builder: TableBuilder

  /// Takes them out of the table and counts them; gives the parts as they are then.
  func leaveOut(of parts: [TableBuilder.Part]) throws(EngineError) -> [TableBuilder.Part] {
    let counts = try counts(in: parts)
    guard counts.contains(where: { $0 > 0 }) else { return parts }
    // Not deleted in place: where a file's rows stand in the table is told by their numbers, which have no gaps.
    let table = sqlName(builder.tableName)
    let rest = sqlName(builder.tableName + "_rest")
    let empty = zip(parts, counts).filter { $0.1 > 0 }.map { isEmpty(within: $0.0) }.joined(separator: " or ")
    session.discard(builder.tableName + "_rest")
    try session.execute("create table \(rest) as select * from \(table) where (\(empty)) is not true")
    try session.execute("drop table \(table)")
    try session.execute("alter table \(rest) rename to \(table)")
    var out: [TableBuilder.Part] = []
    var start = 0
    for (part, count) in zip(parts, counts) {
      let end = start + part.rows.count - count
      out.append(TableBuilder.Part(rows: start..<end, broken: part.broken, emptyRows: count))
      start = end
    }
    return out
  }

  private func counts(in parts: [TableBuilder.Part]) throws(EngineError) -> [Int] {
    let list = parts.indices.map { index in
      builder.files[index].isDelimited
        ? "count(*) filter (\(isEmpty(within: parts[index])))" : "count(*) filter (false)"
    }
    return try session.numbers(
      "select \(list.joined(separator: ", ")) from \(sqlName(builder.tableName)) where \(HiddenColumn.reject) is not null"
    )
  }

  private func isEmpty(within part: TableBuilder.Part) -> String {
    "(\(HiddenColumn.reject) = \(sqlText(TableBuilder.emptyRow)) and rowid >= \(part.rows.lowerBound) "
      + "and rowid < \(part.rows.upperBound))"
  }
}
