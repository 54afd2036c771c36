import Engine
import Sessions
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Opens the engine once, at the first call or ahead of it on another thread.
final class EngineOpener: Sendable {
  private let threads: Int?
  private let memoryLimit: String?
  private let environment: [String: String]
  private let opened = Mutex<Result<Connection, EngineError>?>(nil)
  private let version = Mutex<String?>(nil)

  init(threads: Int? = nil, memoryLimit: String? = nil, environment: [String: String]) {
    self.threads = threads
    self.memoryLimit = memoryLimit
    self.environment = environment
  }

  /// The connection; waits for it where another thread is opening it.
  func connection() throws(EngineError) -> Connection {
    let result = opened.withLock { opened in
      let result = opened ?? open()
      opened = result
      return result
    }
    return try result.get()
  }

  /// `DuckDB v1.4.2`; nil before the engine was opened.
  var name: String? { version.withLock { $0 } }

  /// Loads the library on a thread of its own, so that the first question does not wait for it.
  func openAhead() {
    // Without a thread the first question opens it.
    _ = startThread { [self] in
      // The prompt comes first.
      usleep(30_000)
      _ = try? connection()
    }
  }

  private func open() -> Result<Connection, EngineError> {
    Result { () throws(EngineError) in
      let driver = try Driver.embedded(executablePath: executablePath(), environment: environment)
      let options = EngineOptions.embedded(threads: threads, memoryLimit: memoryLimit)
      let connection = try Connection.open(driver, options: options)
      let answer = try connection.query("select version()")
      version.withLock { $0 = answer.columns.first?.text(0).map { "DuckDB " + $0 } }
      return connection
    }
  }
}

/// The path of this program.
func executablePath() -> String {
  Disk.linkTarget("/proc/self/exe") ?? CommandLine.arguments.first ?? "cxsh"
}
