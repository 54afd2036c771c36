import Engine
import Testing

@Suite struct ManyRowsTests {
  /// More rows than a batch holds, and no multiple of it.
  static let count = 10_001

  static let sql = """
    select i, case when i % 7 = 0 then null else i * 2 end as some, i % 3 = 0 as third,
      case when i % 5 = 0 then null else 'row ' || i end as t,
      (case when i % 11 = 0 then null else 'label ' || (i % 4) end)::label as e,
      case when i % 13 = 0 then null else range(i % 4) end as l, {'a': i, 'b': nullif(i % 2, 0)} as r
    from range(\(count)) t(i) order by i
    """

  private func connection() throws -> Connection {
    let connection = try TestEngine.open()
    try connection.execute("create type label as enum ('label 0', 'label 1', 'label 2', 'label 3')")
    return connection
  }

  private func expected(_ row: Int) -> [Cell] {
    let number = Int64(row)
    return [
      .int(number), row % 7 == 0 ? .null : .int(number * 2), .bool(row % 3 == 0),
      row % 5 == 0 ? .null : .text("row \(row)"), row % 11 == 0 ? .null : .text("label \(row % 4)"),
      row % 13 == 0 ? .null : .list((0..<number % 4).map { .int($0) }),
      .record([
        RecordField(name: "a", value: .int(number)),
        RecordField(name: "b", value: row % 2 == 0 ? .null : .int(1)),
      ]),
    ]
  }

  @Test func `Every row of many batches is right`() throws {
    let result = try connection().query(Self.sql)
    #expect(result.rowCount == Self.count)
    let wrong = (0..<Self.count).filter { result.row($0) != expected($0) }
    #expect(wrong == [])
  }

  @Test func `Streamed batches hold the same rows in the same order`() throws {
    var sizes: [Int] = []
    var wrong: [Int] = []
    var first = 0
    try connection().stream(Self.sql) { batch in
      sizes.append(batch.rowCount)
      wrong += (0..<batch.rowCount).filter { batch.row($0) != expected(first + $0) }
      first += batch.rowCount
    }
    #expect(sizes.count > 1)
    #expect(sizes.reduce(0, +) == Self.count)
    #expect(wrong == [])
  }

  @Test func `A long dictionary needs an index of 16 bits`() throws {
    let labels = (0..<300).map { "'v\($0)'" }.joined(separator: ", ")
    let result = try TestEngine.open().query(
      "select ('v' || i)::enum(\(labels)) as e from range(300) t(i) order by i desc")
    #expect((0..<300).map { result.columns[0].text($0) } == (0..<300).reversed().map { "v\($0)" })
  }

  @Test func `A result without rows keeps its columns`() throws {
    let result = try TestEngine.open().query("select 1 as a, 'x' as b, [1] as c where false")
    #expect(result.rowCount == 0)
    #expect(result.columns.map(\.name) == ["a", "b", "c"])
    #expect(result.columns.map(\.type) == [.integer, .text, .list(of: .integer)])
  }
}
