/// One search for the engine: the places in their order, and what was seen there.
struct EngineSearch {
  let executablePath: String
  let environment: [String: String]
  var systemFolders = SystemFolders.libraries
  var systemManifestFolders = SystemFolders.manifests
  /// Gives the version of a library, such as "v2.0.0"; nil where it is no DuckDB.
  var versionOfLibrary: (String) -> String? = loadedVersion

  private var looked: [String] = []

  init(executablePath: String, environment: [String: String]) {
    self.executablePath = executablePath
    self.environment = environment
  }

  func run() -> Result<EngineLocator.Location, EngineError> {
    var search = self
    return search.firstHit()
  }

  private mutating func firstHit() -> Result<EngineLocator.Location, EngineError> {
    if let named = environment["CXSH_LIBDUCKDB"], !named.isEmpty {
      // A library that was asked for by name is not replaced by another one in silence.
      guard fileExists(named) else {
        return .failure(.connection("CXSH_LIBDUCKDB names \(named), and there is no such file"))
      }
      return .success(.init(library: named, origin: .environment))
    }
    looked.append("CXSH_LIBDUCKDB: not set")
    if let hit = fromManifests() ?? fromSystem() ?? fromCheckout() ?? fromInstallation() {
      return .success(hit)
    }
    return .failure(notFound)
  }

  // MARK: Manifests

  private mutating func fromManifests() -> EngineLocator.Location? {
    for folder in manifestFolders {
      let path = folder + "/duckdb.toml"
      guard let text = readText(path) else {
        looked.append("\(path): not there")
        continue
      }
      if let hit = location(of: DriverManifest(text), path: path) { return hit }
    }
    return nil
  }

  private var manifestFolders: [String] {
    let listed = (environment["ADBC_DRIVER_PATH"] ?? "").split(separator: ":").map(String.init)
    return listed + SystemFolders.userManifests(environment) + systemManifestFolders
  }

  private mutating func location(of manifest: DriverManifest, path: String) -> EngineLocator.Location? {
    guard let library = manifest.library else {
      looked.append("\(path): names no library for this system")
      return nil
    }
    guard fileExists(library) else {
      looked.append("\(path): names \(library), which is not there")
      return nil
    }
    guard isRecent(library) else { return nil }
    return .init(library: library, entryPoint: manifest.entryPoint, origin: .manifest(path))
  }

  // MARK: Folders

  private mutating func fromSystem() -> EngineLocator.Location? {
    let listed = (environment["LD_LIBRARY_PATH"] ?? "").split(separator: ":").map(String.init)
    for folder in listed + systemFolders {
      let path = folder + "/" + SystemFolders.libraryName
      if fileExists(path), isRecent(path) { return .init(library: path, origin: .system) }
    }
    looked.append(
      "the system's libraries (\((listed + systemFolders).joined(separator: ", "))): no fitting "
        + SystemFolders.libraryName)
    return nil
  }

  private mutating func isRecent(_ library: String) -> Bool {
    let version = versionOfLibrary(library)
    let major = version.flatMap { Int($0.drop { $0 == "v" }.prefix { $0.isNumber }) }
    if let major, major >= 2 { return true }
    looked.append(
      "\(library): \(version.map { "DuckDB \($0), version 2 or later is needed" } ?? "no DuckDB")")
    return false
  }

  private mutating func fromCheckout() -> EngineLocator.Location? {
    let start = parent(executablePath)
    for folder in sequence(first: start, next: { $0 == "/" || $0.isEmpty ? nil : parent($0) }) {
      let path = (folder == "/" ? "" : folder) + "/.engine/" + SystemFolders.libraryName
      if fileExists(path) { return .init(library: path, origin: .checkout) }
    }
    looked.append("a folder .engine in \(start) or above it: not there")
    return nil
  }

  private mutating func fromInstallation() -> EngineLocator.Location? {
    let path = parent(parent(executablePath)) + "/lib/cxsh/" + SystemFolders.libraryName
    if fileExists(path) { return .init(library: path, origin: .installed) }
    looked.append("\(path): not there")
    return nil
  }

  private var notFound: EngineError {
    .connection(
      "the engine (DuckDB 2 or later) was not found; run 'make setup' in the checkout. Searched:\n"
        + looked.map { "  " + $0 }.joined(separator: "\n"))
  }
}

/// The folder that holds a path.
private func parent(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The version that a library tells of itself; it stays loaded.
private func loadedVersion(_ path: String) -> String? {
  (try? Driver.open(library: path))?.libraryVersion
}
