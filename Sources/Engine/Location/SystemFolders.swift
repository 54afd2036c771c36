/// Where systems keep libraries and driver manifests.
enum SystemFolders {
  #if os(macOS)
    static let libraryName = "libduckdb.dylib"
    static let libraries = ["/opt/homebrew/lib", "/usr/local/lib"]
    static let manifests = ["/Library/Application Support/ADBC/Drivers"]
  #else
    static let libraryName = "libduckdb.so"
    static let libraries = [
      "/usr/local/lib", "/usr/local/lib64", "/usr/lib/\(machine)-linux-gnu", "/usr/lib64", "/usr/lib",
    ]
    static let manifests = ["/etc/adbc/drivers"]
  #endif

  #if arch(arm64)
    static let machine = "aarch64"
    static let adbcMachine = "arm64"
  #else
    static let machine = "x86_64"
    static let adbcMachine = "amd64"
  #endif

  /// This system as manifests name it, such as "linux_amd64".
  static var platform: String {
    #if os(macOS)
      "macos_" + adbcMachine
    #else
      "linux_" + adbcMachine
    #endif
  }

  /// The folder of the user's own manifests.
  static func userManifests(_ environment: [String: String]) -> [String] {
    #if os(macOS)
      return environment["HOME"].map { [$0 + "/Library/Application Support/ADBC/Drivers"] } ?? []
    #else
      if let config = environment["XDG_CONFIG_HOME"], !config.isEmpty { return [config + "/adbc/drivers"] }
      return environment["HOME"].map { [$0 + "/.config/adbc/drivers"] } ?? []
    #endif
  }
}
