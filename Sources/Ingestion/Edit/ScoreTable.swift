import Engine

/// Scores by the number of a row, on their way into the engine.
///
/// They go there as lists in the text of a statement: no file is written, and it takes less than a microsecond for each.
struct ScoreTable {
  static let name = "_scores"
  private static let rowsAtOnce = 100_000

  /// In ten-thousandths, by the number of the row; `missing` where there is none.
  private var scores: [Int32]
  private static let missing = Int32.min

  init(rows: Int) { scores = Array(repeating: Self.missing, count: rows) }

  subscript(row: Int) -> Int {
    get { Int(scores[row]) }
    set { scores[row] = Int32(newValue) }
  }

  /// Makes the engine's table with the columns `row` and `score`, one line for each row.
  func write(_ session: EngineSession) throws(EngineError) {
    session.discard(Self.name)
    try session.execute("create temp table \(Self.name) (row bigint, score decimal(9,6))")
    for start in stride(from: 0, to: scores.count, by: Self.rowsAtOnce) {
      let part = scores[start..<min(start + Self.rowsAtOnce, scores.count)]
      let list = part.map { $0 == Self.missing ? "null" : String($0) }.joined(separator: ",")
      try session.execute(
        """
        insert into \(Self.name) select \(start) + unnest(range(\(part.count))), \
        unnest(cast('[\(list)]' as integer[])) * 0.0001
        """)
    }
  }
}
