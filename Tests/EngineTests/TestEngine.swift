import Engine
import Testing

/// The engine that the tests run on; a test that cannot have it fails and says what to do.
enum TestEngine {
  static func driver() throws -> Driver {
    // `make test` has put the engine into the checkout that this file belongs to.
    try Driver.embedded(executablePath: #filePath, environment: [:])
  }

  static func open() throws -> Connection {
    try Connection.open(driver(), options: EngineOptions.embedded(threads: 2))
  }
}

@Suite struct ConnectionTests {
  @Test func `A query gives its rows`() throws {
    let result = try TestEngine.open().query("select 42 as answer, 'x' as letter")
    #expect(result.rowCount == 1)
    #expect(result.row(0) == [.int(42), .text("x")])
  }
}
