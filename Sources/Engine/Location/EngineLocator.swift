/// Finds the library of the embedded engine.
public enum EngineLocator {
  /// Where the engine is, and how that was found out.
  public struct Location: Sendable, Hashable {
    public var library: String
    /// The name of the entry point, nil for the usual ones.
    public var entryPoint: String?
    public var origin: Origin

    public init(library: String, entryPoint: String? = nil, origin: Origin) {
      self.library = library
      self.entryPoint = entryPoint
      self.origin = origin
    }
  }

  /// The places that are searched, in this order.
  public enum Origin: Sendable, Hashable {
    /// The variable `CXSH_LIBDUCKDB` names the library.
    case environment
    /// An ADBC driver manifest names it; the path is the manifest's.
    case manifest(String)
    /// A folder of the system's libraries holds it, in version 2 or later.
    case system
    /// The folder `.engine` of a checkout that holds the executable.
    case checkout
    /// The folder `lib/cxsh` beside the executable's `bin`.
    case installed
  }

  /// Finds the engine for an executable; the error names every place that was searched.
  public static func find(
    executablePath: String, environment: [String: String]
  ) -> Result<Location, EngineError> {
    EngineSearch(executablePath: executablePath, environment: environment).run()
  }
}

extension Driver {
  /// Finds and loads the embedded engine.
  public static func embedded(
    executablePath: String, environment: [String: String]
  ) throws(EngineError) -> Driver {
    let location = try EngineLocator.find(executablePath: executablePath, environment: environment).get()
    return try open(library: location.library, entryPoint: location.entryPoint)
  }
}
