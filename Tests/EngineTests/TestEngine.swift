import Engine
import Foundation
import Testing

/// The engine that the tests run on; a test that cannot have it fails with what to do about it.
enum TestEngine {
  /// `make test` has put the engine into the checkout that this file belongs to.
  static func driver() throws -> Driver {
    try Driver.embedded(executablePath: #filePath, environment: environment)
  }

  /// Only a library that is named counts beside the checkout's own.
  static let environment = ProcessInfo.processInfo.environment.filter { $0.key == "CXSH_LIBDUCKDB" }

  static func open() throws -> Connection {
    let connection = try Connection.open(driver(), options: EngineOptions.embedded(threads: 2))
    try connection.tellProgress()
    return connection
  }
}

/// Runs a statement that must fail and gives its error.
func failure(
  of sql: String, on connection: Connection, sourceLocation: SourceLocation = #_sourceLocation
) -> EngineError? {
  do throws(EngineError) {
    _ = try connection.query(sql)
    Issue.record("\(sql) did not fail", sourceLocation: sourceLocation)
    return nil
  } catch {
    return error
  }
}
