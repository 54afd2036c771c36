internal import CADBC

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A loaded ADBC driver: a library whose entry point filled in the table of functions.
///
/// It stays loaded to the end of the process, since drivers start threads of their own.
@safe public final class Driver: @unchecked Sendable {
  /// The path of the library.
  public let path: String
  let functions: UnsafeMutablePointer<AdbcDriver>
  private let handle: UnsafeMutableRawPointer

  private init(
    path: String, functions: UnsafeMutablePointer<AdbcDriver>, handle: UnsafeMutableRawPointer
  ) {
    self.path = path
    unsafe self.functions = functions
    unsafe self.handle = handle
  }

  /// Loads a library and calls its entry point for ADBC 1.1.
  ///
  /// Without a name for it, the entry points `duckdb_adbc_init` and `AdbcDriverInit` are tried.
  public static func open(library path: String, entryPoint: String? = nil) throws(EngineError) -> Driver {
    guard let handle = unsafe dlopen(path, RTLD_LAZY | RTLD_LOCAL) else {
      throw .connection("cannot load \(path): \(linkerError())")
    }
    let names = entryPoint.map { [$0] } ?? ["duckdb_adbc_init", "AdbcDriverInit"]
    guard let entry = unsafe names.lazy.compactMap({ unsafe dlsym(handle, $0) }).first else {
      throw .connection("\(path) is no ADBC driver: it has no \(names.joined(separator: " or "))")
    }
    let initialize = unsafe unsafeBitCast(entry, to: EntryPoint.self)
    // Never freed: a driver that refuses may still have kept the address.
    let functions = UnsafeMutablePointer<AdbcDriver>.allocate(capacity: 1)
    unsafe functions.initialize(to: AdbcDriver())
    try unsafe call { unsafe initialize(adbcVersion, functions, $0) }
    return unsafe Driver(path: path, functions: functions, handle: handle)
  }

  private typealias EntryPoint =
    @convention(c) (
      Int32, UnsafeMutableRawPointer?, UnsafeMutablePointer<AdbcError>?
    ) -> AdbcStatusCode

  /// ADBC 1.1.0, as entry points take it.
  private static let adbcVersion: Int32 = 1_001_000

  /// The address of an exported function, nil where the library has none of that name.
  func symbol(_ name: String) -> UnsafeMutableRawPointer? { unsafe dlsym(handle, name) }

  private static func linkerError() -> String {
    guard let text = unsafe dlerror() else { return "unknown reason" }
    return unsafe String(cString: text)
  }
}

extension EngineError {
  static func connection(_ message: String) -> EngineError {
    EngineError(kind: .connection, message: message)
  }
}

/// Checks that a driver implements a function that cannot be done without.
func required<Function>(_ function: Function?, _ name: String) throws(EngineError) -> Function {
  guard let function else {
    throw EngineError(kind: .unsupported, message: "the driver does not implement \(name)")
  }
  return function
}
