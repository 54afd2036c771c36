import Engine
import Testing

/// A statement that fails, with the kind and the place that its error must have.
struct ErrorCase: Sendable, CustomTestStringConvertible {
  var sql: String
  var kind: EngineError.Kind
  var line: Int?
  var column: Int?

  init(_ sql: String, _ kind: EngineError.Kind, _ line: Int? = nil, _ column: Int? = nil) {
    self.sql = sql
    self.kind = kind
    self.line = line
    self.column = column
  }

  var testDescription: String { sql }
}

@Suite struct ErrorTests {
  static let longText = String(repeating: "x", count: 200)

  static let cases = [
    ErrorCase("selec 1", .syntax, 1, 1),
    ErrorCase("select 'abc", .syntax, 1, 8),
    ErrorCase("", .syntax),
    ErrorCase("select sum('a')", .syntax, 1, 8),
    ErrorCase("select * from nowhere", .unknownName, 1, 15),
    ErrorCase("select 1 as a\nfrom range(3)\nwhere\n  nope = 1", .unknownName, 4, 3),
    ErrorCase("select frobnicate(1)", .unknownName, 1, 8),
    // Wide characters fill two of the columns that the engine's caret counts.
    ErrorCase("select 'é日本', nope from (select 1 a)", .unknownName, 1, 15),
    // Long lines are cut in the excerpt; the place is that in the whole line.
    ErrorCase("select '\(longText)', nope from (select 1 a)", .unknownName, 1, 212),
    ErrorCase("select cast('x' as integer)", .runtime, 1, 8),
    ErrorCase("select error('boom') from range(3)", .runtime),
    ErrorCase("select 170141183460469231731687303715884105727::hugeint + 1", .runtime),
    ErrorCase("from read_csv('/no/such/file.csv')", .runtime, 1, 6),
    ErrorCase("from 'https://localhost/x.csv'", .unsupported),
  ]

  @Test(arguments: cases)
  func `An error says what kind it is and where`(_ example: ErrorCase) throws {
    let error = try #require(failure(of: example.sql, on: TestEngine.open()))
    #expect(error.kind == example.kind)
    #expect(error.line == example.line)
    #expect(error.column == example.column)
    #expect(!error.message.contains("LINE "))
    #expect(!error.message.contains(" Error: "))
  }

  @Test func `The message is the engine's own`() throws {
    let error = try #require(failure(of: "select nope from (select 1 as some)", on: TestEngine.open()))
    #expect(
      error.message == "Referenced column \"nope\" not found in FROM clause!\nCandidate bindings: \"some\"")
  }

  @Test func `An error in the middle of a result arrives, and the connection stays usable`() throws {
    let connection = try TestEngine.open()
    var rows = 0
    let error = #expect(throws: EngineError.self) {
      try connection.stream("select case when i = 9000 then error('late') else i end from range(10000) t(i)")
      {
        rows += $0.rowCount
      }
    }
    #expect(error?.kind == .runtime)
    #expect(error?.message == "late")
    #expect(rows < 10_000)
    #expect(try connection.query("select 1").row(0) == [.int(1)])
  }

  @Test func `A database that cannot be opened is a failed connection`() throws {
    let driver = try TestEngine.driver()
    let error = #expect(throws: EngineError.self) {
      try Connection.open(driver, options: ["path": "/no/such/folder/x.db"])
    }
    #expect(error?.kind == .connection)
    #expect(throws: EngineError.self) { try Connection.open(driver, options: ["no_such_setting": "1"]) }
  }

  @Test func `A library that is missing or no driver is a failed connection`() {
    let missing = #expect(throws: EngineError.self) { try Driver.open(library: "/no/such/lib.so") }
    #expect(missing?.kind == .connection)
    #expect(missing?.message.contains("/no/such/lib.so") == true)
    let entry = #expect(throws: EngineError.self) {
      try Driver.open(library: TestEngine.driver().path, entryPoint: "no_such_entry")
    }
    #expect(entry?.message.contains("no_such_entry") == true)
  }
}
