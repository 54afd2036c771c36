import Engine

/// What a freshly built table holds.
struct LoadCounts: Sendable {
  var rows: Int
  /// Rows that are no event of this source, those left out among them.
  var rejected: Int
  /// Rows that a recognised export leaves out on purpose.
  var leftOut = 0
  var kept: Int { rows - rejected }
  /// For each field of the plan the kept rows that have a value.
  var filled: [Int]
  /// For each field of the plan the kept rows whose cell could not be read.
  var unreadable: [Int]

  init(session: EngineSession, builder: TableBuilder) throws(EngineError) {
    let fields = builder.plan.fields.map { "count(\(sqlName($0.name)))" }
    let checked = builder.checkedFields
    let masks = (0..<((checked.count + 59) / 60)).map {
      "coalesce(bit_or(\(HiddenColumn.unreadable($0))), 0)"
    }
    let list = ["count(*)", "count(\(HiddenColumn.reject))"] + fields + masks
    let table = sqlName(builder.tableName)
    let numbers = try session.numbers("select \(list.joined(separator: ", ")) from \(table)")
    (rows, rejected) = (numbers[0], numbers[1])
    filled = Array(numbers[2..<(2 + fields.count)])
    if rejected > 0, !fields.isEmpty {
      // The values of all rows are counted without looking at them; those of the few rejected rows are taken off.
      let lost = try session.numbers(
        "select \(fields.joined(separator: ", ")) from \(table) where \(HiddenColumn.reject) is not null")
      filled = zip(filled, lost).map { $0 - $1 }
    }
    unreadable = [Int](repeating: 0, count: fields.count)
    if rejected > 0, builder.plan.export != nil {
      let mark = "starts_with(\(HiddenColumn.reject), \(sqlText(LeftOutRule.mark)))"
      leftOut = try session.numbers("select count(*) from \(table) where \(mark)")[0]
    }
    let hit = checked.indices.filter { numbers[2 + fields.count + $0 / 60] & (1 << ($0 % 60)) != 0 }
    guard !hit.isEmpty else { return }
    let counts = try session.numbers("select \(Self.unreadableCounts(hit)) from \(table)")
    for (number, bit) in hit.enumerated() { unreadable[checked[bit]] = counts[number] }
  }

  private static func unreadableCounts(_ bits: [Int]) -> String {
    bits.map { bit in
      "count(*) filter (\(HiddenColumn.reject) is null and \(HiddenColumn.unreadable(bit / 60)) & \(1 << (bit % 60)) <> 0)"
    }.joined(separator: ", ")
  }
}
