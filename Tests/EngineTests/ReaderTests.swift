import Testing

@testable import Engine

@Suite struct ReaderTests {
  private func stream(_ sql: String, _ session: Session) throws -> (Statement, ArrowStream) {
    let statement = try Statement(session, sql: sql, cancel: nil)
    return (statement, try statement.execute())
  }

  @Test func `Dictionaries that differ from batch to batch are brought together`() throws {
    let session = try Session(Database(TestEngine.driver(), options: [:]))
    let (first, firstStream) = try stream("select unnest(['b', null, 'a'])::enum('a', 'b') as e", session)
    let reader = try firstStream.readers()
    try reader.append(#require(try firstStream.next()))
    withExtendedLifetime(first) {}
    let (second, secondStream) = try stream("select unnest(['c', 'b'])::enum('c', 'b', 'd') as e", session)
    try reader.append(#require(try secondStream.next()))
    withExtendedLifetime(second) {}
    let result = reader.finish()
    #expect((0..<5).map { result.columns[0].text($0) } == ["b", nil, "a", "c", "b"])
  }

  @Test func `A reader starts anew after each batch that it gave away`() throws {
    let session = try Session(Database(TestEngine.driver(), options: [:]))
    let (statement, stream) = try stream("select i, [i] as l, i::varchar as t from range(5000) r(i)", session)
    let reader = try stream.readers()
    var sizes: [Int] = []
    while let batch = try stream.next() {
      try reader.append(batch)
      let result = reader.finish()
      sizes.append(result.rowCount)
      #expect(result.columns.allSatisfy { $0.count == result.rowCount })
      #expect(result.row(0)[1] == .list([result.row(0)[0]]))
    }
    withExtendedLifetime(statement) {}
    #expect(sizes.reduce(0, +) == 5000)
  }

  @Test(arguments: ["d:76,10,256", "d:x", "e", "+vl", "tsx:", "vz2", ""])
  func `A type that is not read has no reader`(_ format: String) {
    #expect(simpleReader(format) == nil)
    #expect(timeReader(format) == nil)
    #expect(decimalReader(format) == nil)
  }
}
