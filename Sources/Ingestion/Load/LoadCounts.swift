import Engine

/// What a freshly built table holds, from one pass of counting.
struct LoadCounts: Sendable {
  var rows: Int
  var rejected: Int
  /// For each field of the plan the kept rows that have a value.
  var filled: [Int]
  /// For each field of the plan the kept rows whose cell could not be read.
  var unreadable: [Int]

  init(session: EngineSession, builder: TableBuilder) throws(EngineError) {
    let table = sqlName(builder.tableName)
    let fields = builder.plan.fields
    let kept = "\(HiddenColumn.reject) is null"
    var list = ["count(*)", "count(\(HiddenColumn.reject))"]
    list += fields.map { "count(\(sqlName($0.name))) filter (\(kept))" }
    let checked = builder.checkedFields
    let bitColumns = (0..<((checked.count + 59) / 60)).map(HiddenColumn.unreadable)
    list += bitColumns.map { "coalesce(bit_or(\($0)), 0)" }
    let numbers = try session.numbers("select \(list.joined(separator: ", ")) from \(table)")
    (rows, rejected) = (numbers[0], numbers[1])
    filled = Array(numbers[2..<(2 + fields.count)])
    unreadable = [Int](repeating: 0, count: fields.count)
    let masks = numbers[(2 + fields.count)...]
    let hit = checked.indices.filter { masks[masks.startIndex + $0 / 60] & (1 << ($0 % 60)) != 0 }
    guard !hit.isEmpty else { return }
    let counts = try session.numbers(
      "select "
        + hit.map {
          "count(*) filter (\(kept) and \(HiddenColumn.unreadable($0 / 60)) & \(1 << ($0 % 60)) <> 0)"
        }
        .joined(separator: ", ") + " from \(table)")
    for (number, bit) in hit.enumerated() { unreadable[checked[bit]] = counts[number] }
  }
}
