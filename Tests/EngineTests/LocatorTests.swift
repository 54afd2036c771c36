import Foundation
import Testing

@testable import Engine

/// A tree of folders in which every place of the search can be filled or left empty.
private struct Places {
  let root: String

  init() { root = String(temporaryPath("x").dropLast(2)) }

  var executable: String { root + "/checkout/.build/debug/cxsh" }

  @discardableResult
  func put(_ path: String, _ text: String = "") throws -> String {
    let url = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  func manifest(_ folder: String, library: String) throws -> String {
    try put(
      "\(folder)/duckdb.toml",
      "manifest_version = 1\n[Driver]\nentrypoint = \"duckdb_adbc_init\"\nshared = \"\(library)\"\n")
  }

  func search(
    _ environment: [String: String] = [:], executable: String? = nil, version: String? = "v2.0.0"
  ) -> Result<EngineLocator.Location, EngineError> {
    var search = EngineSearch(executablePath: executable ?? self.executable, environment: environment)
    search.systemFolders = [root + "/system"]
    search.systemManifestFolders = [root + "/etc"]
    search.versionOfLibrary = { _ in version }
    return search.run()
  }
}

@Suite struct LocatorTests {
  private let name = SystemFolders.libraryName

  @Test func `The places are searched in their order`() throws {
    let places = Places()
    let installed = try places.put("checkout/.build/lib/cxsh/\(name)")
    #expect(try places.search().get() == .init(library: installed, origin: .installed))
    let checkout = try places.put("checkout/.engine/\(name)")
    #expect(try places.search().get() == .init(library: checkout, origin: .checkout))
    let system = try places.put("system/\(name)")
    #expect(try places.search().get() == .init(library: system, origin: .system))
    let driver = try places.put("drivers/\(name)")
    for (folder, environment) in [
      ("etc", [:]), ("config/adbc/drivers", ["XDG_CONFIG_HOME": places.root + "/config"]),
      (
        "listed",
        ["XDG_CONFIG_HOME": places.root + "/config", "ADBC_DRIVER_PATH": "/none:\(places.root)/listed"]
      ),
    ] {
      let manifest = try places.manifest(folder, library: driver)
      #expect(
        try places.search(environment).get()
          == .init(library: driver, entryPoint: "duckdb_adbc_init", origin: .manifest(manifest)))
    }
    let named = try places.put("named.so")
    #expect(try places.search(["CXSH_LIBDUCKDB": named]).get() == .init(library: named, origin: .environment))
  }

  @Test func `A user's manifest is found below HOME too`() throws {
    let places = Places()
    let driver = try places.put("drivers/\(name)")
    let folder = SystemFolders.userManifests(["HOME": "home"]).first ?? ""
    let manifest = try places.manifest(folder, library: driver)
    let hit = try places.search(["HOME": places.root + "/home"]).get()
    #expect(hit.origin == .manifest(manifest))
  }

  @Test func `An older library of the system or of a manifest does not count`() throws {
    let places = Places()
    let checkout = try places.put("checkout/.engine/\(name)")
    _ = try places.manifest("etc", library: try places.put("system/\(name)"))
    for version in ["v1.5.5", nil] {
      #expect(try places.search(version: version).get() == .init(library: checkout, origin: .checkout))
    }
  }

  @Test func `A library that is named and missing is not replaced in silence`() throws {
    let places = Places()
    try places.put("checkout/.engine/\(name)")
    let error = #expect(throws: EngineError.self) {
      try places.search(["CXSH_LIBDUCKDB": "/no/such.so"]).get()
    }
    #expect(error?.message == "CXSH_LIBDUCKDB names /no/such.so, and there is no such file")
  }

  @Test func `The error names every place and the remedy`() throws {
    let places = Places()
    let old = try places.put("system/\(name)")
    let manifest = try places.put("etc/duckdb.toml", "[Driver]\nshared = \"/gone.so\"\n")
    let error = #expect(throws: EngineError.self) {
      try places.search(["ADBC_DRIVER_PATH": "/listed"], version: "v1.4.0").get()
    }
    #expect(error?.kind == .connection)
    let message = error?.message ?? ""
    for part in [
      "make setup", "CXSH_LIBDUCKDB: not set", "/listed/duckdb.toml: not there",
      "\(manifest): names /gone.so, which is not there",
      "\(old): DuckDB v1.4.0, version 2 or later is needed",
      "a folder .engine in \(places.root)/checkout/.build/debug or above it",
      "\(places.root)/checkout/.build/lib/cxsh/\(name): not there",
    ] {
      #expect(message.contains(part), "missing: \(part)")
    }
  }

  @Test func `These tests run on an engine of the version that is needed`() throws {
    #expect(try TestEngine.driver().libraryVersion?.hasPrefix("v2") == true)
  }
}

@Suite struct DriverManifestTests {
  @Test func `The library of this system is taken from the table`() {
    let text = """
      # a comment
      manifest_version = 1
      name = 'DuckDB'

      [Driver]
      entrypoint = "duckdb_adbc_init" # the usual one

      [Driver.shared]
      linux_amd64 = "/a \\"b\\"/c.so"
      macos_arm64 = '/d\\e.dylib'
      """
    #expect(DriverManifest(text, platform: "linux_amd64").library == "/a \"b\"/c.so")
    #expect(DriverManifest(text, platform: "macos_arm64").library == "/d\\e.dylib")
    #expect(DriverManifest(text, platform: "linux_arm64").library == nil)
    #expect(DriverManifest(text).entryPoint == "duckdb_adbc_init")
  }

  @Test(arguments: [
    "", "[Driver", "shared = \"x\"", "[Driver]\nshared = 7", "[Driver]\nshared = \"x", "= \"\"",
  ])
  func `What is no manifest names no library`(_ text: String) {
    #expect(DriverManifest(text).library == nil)
  }
}
