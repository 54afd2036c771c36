import Engine

/// A table of cells as they stand in the files.
struct CellTable {
  let session: EngineSession
  let name: String
  let columns: [Int]
  /// It holds every row of the files.
  let isWhole: Bool
  /// The zones that the files' headers tell, by column.
  let zones: [Int: String]

  private static let sampleRows = 4096

  /// The first rows of the files, with all columns.
  static func sample(
    _ files: [RawFile], _ union: ColumnUnion, session: EngineSession
  ) throws(FailedFile) -> CellTable {
    let share = max(sampleRows / files.count, 200)
    let table = try make(
      "cxsh_sample", files, union, wanted: Array(union.names.indices), limit: share, session)
    return table
  }

  /// Every row, with some columns.
  static func whole(
    _ files: [RawFile], _ union: ColumnUnion, wanted: [Int], session: EngineSession
  ) throws(FailedFile) -> CellTable {
    try make("cxsh_cells", files, union, wanted: wanted, limit: nil, session)
  }

  private static func make(
    _ name: String, _ files: [RawFile], _ union: ColumnUnion, wanted: [Int], limit: Int?,
    _ session: EngineSession
  ) throws(FailedFile) -> CellTable {
    session.discard(name)
    var isWhole = true
    var count = 0
    for index in files.indices {
      do throws(EngineError) {
        let present = union.positions[index]
        let source = files[index].relation(wanted: wanted.compactMap { present[$0] }, isSample: limit != nil)
        let select = "select \(union.cells(of: index, wanted: wanted)) from \(source)"
        let verb = index == 0 ? "create temp table \(name) as" : "insert into \(name)"
        try session.execute("\(verb) \(select)" + (limit.map { " limit \($0)" } ?? ""))
        let total = try session.numbers("select count(*) from \(name)")[0]
        if let limit, total - count >= limit { isWhole = false }
        count = total
      } catch {
        throw FailedFile(position: index, of: files, error: error)
      }
    }
    return CellTable(session: session, name: name, columns: wanted, isWhole: isWhole, zones: union.zones)
  }

  /// A subquery with the trimmed cells of some columns, as the profiler reads them.
  func trimmed(_ columns: [Int]) -> String {
    "(select \(columns.map { "\(trimmedCell("t\($0)")) as t\($0)" }.joined(separator: ", ")) from \(name))"
  }

  /// The columns in which a cell has spaces at an end, or is empty and yet there.
  func padded() throws(EngineError) -> Set<Int> {
    let counts = try session.numbers(
      "select \(columns.map { "count(*) filter (t\($0) <> trim(t\($0)) or t\($0) = '')" }.joined(separator: ", ")) from \(name)"
    )
    return Set(zip(columns, counts).filter { $0.1 > 0 }.map(\.0))
  }
}
