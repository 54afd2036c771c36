import Foundation
import Testing

@testable import Engine

@Suite struct ConnectionTests {
  @Test func `Changes say how many rows they changed`() throws {
    let connection = try TestEngine.open()
    try connection.execute("create table t (i integer)")
    #expect(try connection.execute("insert into t from range(5)") == 5)
    #expect(try connection.execute("update t set i = 0 where i < 2") == 2)
    #expect(try connection.execute("select 1") == -1)
  }

  @Test func `A duplicate sees the same database, another connection does not`() throws {
    let connection = try TestEngine.open()
    try connection.execute("create table t as select 7 as i")
    #expect(try connection.duplicate().query("from t").row(0) == [.int(7)])
    #expect(failure(of: "from t", on: try TestEngine.open())?.kind == .unknownName)
  }

  @Test func `A duplicate outlives the connection that it was made from`() throws {
    let copy: Connection
    do {
      let connection = try TestEngine.open()
      try connection.execute("create table t as select 7 as i")
      copy = try connection.duplicate()
      connection.close()
    }
    #expect(try copy.query("from t").row(0) == [.int(7)])
  }

  @Test func `A closed connection says so`() throws {
    let connection = try TestEngine.open()
    connection.close()
    connection.close()
    let error = #expect(throws: EngineError.self) { try connection.query("select 1") }
    #expect(error?.kind == .connection)
    #expect(connection.progress() == nil)
  }

  @Test func `Many tasks share a connection and each gets its own answer`() async throws {
    let connection = try TestEngine.open()
    let wrong = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<64 {
        group.addTask { try connection.query("select \(number) + 0").columns[0].int(0) != Int64(number) }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(wrong == 0)
  }

  @Test func `Many connections work side by side`() async throws {
    let connection = try TestEngine.open()
    try connection.execute("create table t as select range as i from range(1000)")
    let sums = try await withThrowingTaskGroup(of: Int64?.self) { group in
      for _ in 0..<8 {
        group.addTask { try connection.duplicate().query("select sum(i) from t").columns[0].int(0) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums == Array(repeating: 499_500, count: 8))
  }

  @Test func `An error of the body ends the stream and comes through`() throws {
    struct Enough: Error {}
    let connection = try TestEngine.open()
    #expect(throws: Enough.self) {
      try connection.stream("from range(100000)") { _ in throw Enough() }
    }
    #expect(try connection.query("select 1").rowCount == 1)
  }

  @Test func `A statement inside a stream's body is refused, and works on a duplicate`() throws {
    let connection = try TestEngine.open()
    let copy = try connection.duplicate()
    let error = #expect(throws: EngineError.self) {
      try connection.stream("from range(10)") { _ in
        #expect(try copy.query("select 1").rowCount == 1)
        _ = try connection.query("select 1")
      }
    }
    #expect(error?.kind == .internalError)
    #expect(try connection.query("select 1").rowCount == 1)
  }

  @Test func `An idle connection tells no progress`() throws {
    let connection = try TestEngine.open()
    #expect(connection.progress() == nil)
    _ = try connection.query("select 1")
    #expect(connection.progress() == nil)
  }

  @Test func `The terminal's signals are blocked on the worker`() throws {
    let worker = try Worker()
    #expect(try worker.run { blocksInterrupt() })
  }

  @Test func `A file keeps what was written`() throws {
    let path = temporaryPath("kept.db")
    let driver = try TestEngine.driver()
    let options = EngineOptions.embedded(threads: 1, path: path)
    let first = try Connection.open(driver, options: options)
    try first.execute("create table t as select 7 as i")
    first.close()
    #expect(try Connection.open(driver, options: options).query("from t").row(0) == [.int(7)])
  }
}

/// Whether the calling thread blocks Ctrl-C's signal.
private func blocksInterrupt() -> Bool {
  var signals = sigset_t()
  pthread_sigmask(SIG_BLOCK, nil, &signals)
  return sigismember(&signals, SIGINT) == 1
}
