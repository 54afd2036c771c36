import Engine
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
    let opener = Unmanaged.passRetained(self).toOpaque()
    let failure = startThread(opener) { context in
      guard let context else { return nil }
      let opener = Unmanaged<EngineOpener>.fromOpaque(context).takeRetainedValue()
      // The prompt comes first.
      usleep(30_000)
      _ = try? opener.connection()
      return nil
    }
    if failure { Unmanaged<EngineOpener>.fromOpaque(opener).release() }
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

#if canImport(Glibc)
  private func startThread(
    _ context: UnsafeMutableRawPointer,
    _ body: @escaping @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
  ) -> Bool {
    var thread = pthread_t()
    guard pthread_create(&thread, nil, body, context) == 0 else { return true }
    pthread_detach(thread)
    return false
  }
#else
  private func startThread(
    _ context: UnsafeMutableRawPointer,
    _ body: @escaping @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer?
  ) -> Bool {
    var thread: pthread_t?
    guard pthread_create(&thread, nil, body, context) == 0, let thread else { return true }
    pthread_detach(thread)
    return false
  }
#endif

/// The path of this program.
func executablePath() -> String {
  #if canImport(Glibc)
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &bytes, bytes.count)
    if count > 0 { return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
  #endif
  return CommandLine.arguments.first ?? "cxsh"
}
