#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Chooses where an engine may write what does not fit into memory.
public enum TemporaryFolder {
  /// The path of a folder for this process alone; nil where no place for it can be had.
  ///
  /// It lies in the user's cache folder, or else in a private folder below the system's temporary one. The
  /// folder around it is made, readable for the user only; DuckDB makes the last one when it needs it.
  public static func make() -> String? {
    make(variable: { name in unsafe getenv(name).map { unsafe String(cString: $0) } })
  }

  /// The path of the private folder around it, which exists then; nil where no place for it can be had.
  public static func home() -> String? {
    home(variable: { name in unsafe getenv(name).map { unsafe String(cString: $0) } })
  }

  static func make(variable: (String) -> String?) -> String? {
    home(variable: variable).map { "\($0)/spill-\(getpid())" }
  }

  private static func home(variable: (String) -> String?) -> String? {
    candidates(variable).first(where: isPrivateFolder)
  }

  private static func candidates(_ variable: (String) -> String?) -> [String] {
    func set(_ name: String) -> String? { variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let cache = set("XDG_CACHE_HOME") ?? set("HOME").map { $0 + "/.cache" }
    return [cache.map { $0 + "/cxsh" }, (set("TMPDIR") ?? "/tmp") + "/cxsh-\(getuid())"].compactMap { $0 }
  }

  /// Makes the folder where it is missing; false where it is not ours or others may write into it.
  private static func isPrivateFolder(_ path: String) -> Bool {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      unsafe mkdir(String(path[..<slash]), 0o700)
    }
    unsafe mkdir(path, 0o700)
    var status = stat()
    // Not following a link: somebody else may have laid one in the temporary folder.
    guard unsafe lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR && status.st_uid == getuid() && status.st_mode & 0o022 == 0
  }
}
