import Engine
import Foundation
import Testing

/// Cancels on another thread as soon as the connection tells of progress; gives up after many looks.
private func cancelWhenRunning(_ token: CancelToken, _ connection: Connection) {
  let thread = Thread {
    for _ in 0..<20_000 where !token.isCancelled {
      if connection.progress() != nil { token.cancel() }
      usleep(500)
    }
    token.cancel()
  }
  thread.start()
}

@Suite struct CancelTests {
  /// Runs for minutes where nobody stops it.
  static let long = "select sum(a.range * b.range) from range(1000000) a, range(10000000) b"

  @Test func `Cancelling in mid-query ends it and leaves the connection usable`() throws {
    let connection = try TestEngine.open()
    for _ in 0..<3 {
      let token = CancelToken()
      cancelWhenRunning(token, connection)
      let error = #expect(throws: EngineError.self) { try connection.query(Self.long, cancel: token) }
      #expect(error?.kind == .cancelled)
      #expect(try connection.query("select 1").row(0) == [.int(1)])
    }
  }

  @Test func `A statement that changes something can be cancelled, and changes nothing`() throws {
    let connection = try TestEngine.open()
    let token = CancelToken()
    cancelWhenRunning(token, connection)
    let error = #expect(throws: EngineError.self) {
      try connection.execute("create table t as \(Self.long)", cancel: token)
    }
    #expect(error?.kind == .cancelled)
    #expect(failure(of: "from t", on: connection)?.kind == .unknownName)
  }

  @Test func `Cancelling between two batches ends the stream`() throws {
    let connection = try TestEngine.open()
    let token = CancelToken()
    var batches = 0
    let error = #expect(throws: EngineError.self) {
      try connection.stream("from range(10000000)", cancel: token) { _ in
        batches += 1
        token.cancel()
      }
    }
    #expect(error?.kind == .cancelled)
    #expect(batches == 1)
    #expect(try connection.query("select 1").rowCount == 1)
  }

  @Test func `A token that was cancelled before keeps the statement from running`() throws {
    let connection = try TestEngine.open()
    let token = CancelToken()
    token.cancel()
    #expect(token.isCancelled)
    #expect(throws: EngineError.cancelledForTests) {
      try connection.execute("create table t as select 1", cancel: token)
    }
    #expect(failure(of: "from t", on: connection)?.kind == .unknownName)
  }

  @Test func `Cancelling after the end does nothing`() throws {
    let connection = try TestEngine.open()
    let token = CancelToken()
    #expect(try connection.query("select 1", cancel: token).rowCount == 1)
    token.cancel()
    #expect(try connection.query("select 2").row(0) == [.int(2)])
    connection.close()
    token.cancel()
  }

  @Test func `Cancelling one connection leaves another one alone`() throws {
    let first = try TestEngine.open()
    let second = try first.duplicate()
    let token = CancelToken()
    cancelWhenRunning(token, first)
    let other = Thread { _ = try? first.query(Self.long, cancel: token) }
    other.start()
    while !token.isCancelled {
      #expect(try second.query("select sum(i) from range(1000) t(i)").columns[0].int(0) == 499_500)
    }
  }

  @Test func `Cancelling at any moment gives a result or says cancelled`() throws {
    let connection = try TestEngine.open()
    for moment in 0..<100 {
      let token = CancelToken()
      let thread = Thread {
        usleep(UInt32(moment * 60))
        token.cancel()
      }
      thread.start()
      do throws(EngineError) {
        let result = try connection.query("select sum(i) from range(100000) t(i)", cancel: token)
        #expect(result.columns[0].int(0) == 4_999_950_000)
      } catch {
        #expect(error.kind == .cancelled)
      }
    }
    #expect(try connection.query("select 1").rowCount == 1)
  }
}

extension EngineError {
  fileprivate static let cancelledForTests = EngineError(kind: .cancelled, message: "cancelled")
}
