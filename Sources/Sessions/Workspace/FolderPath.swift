#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Paths of files and folders, without Foundation.
enum FolderPath {
  /// A path relative to a folder; an absolute one, and one from `~`, stays as it is.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
    if path.hasPrefix("~/") { return fromHome(path) }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// The path from the root, without links and `..` as far as its folder exists.
  static func absolute(_ path: String) -> String {
    if let whole = Disk.resolved(path) { return whole }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (Disk.resolved(parent(path)) ?? parent(path)) + "/" + name
  }

  /// A path from `~` made absolute; any other stays as it is.
  static func fromHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = unsafe getenv("HOME") else { return path }
    return unsafe String(cString: home) + path.dropFirst()
  }

  /// The folder before the first mark of a pattern; a path without marks stays as it is.
  static func beforePattern(_ path: String) -> String {
    guard let mark = path.firstIndex(where: { "*?[".contains($0) }) else { return path }
    let slash = path[..<mark].lastIndex(of: "/")
    return slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// The text of a file, nil where it cannot be read as UTF-8.
  static func read(_ path: String) -> String? {
    guard let bytes = try? Disk.read(path) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Whether a path lies in a folder after links and `..` are resolved.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    guard let folder = Disk.resolved(folder) else { return false }
    guard let path = Disk.resolved(path) ?? Disk.resolved(parent(path)) else { return false }
    return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The files and folders whose path begins like this, folders with a slash.
  static func entries(_ beginning: String) -> [String] {
    let slash = beginning.lastIndex(of: "/")
    let prefix = slash.map { String(beginning[...$0]) } ?? ""
    let start = slash.map { String(beginning[beginning.index(after: $0)...]) } ?? beginning
    var names: [String] = []
    for name in Disk.entries(of: prefix.isEmpty ? "." : join("", prefix)) {
      guard name.hasPrefix(start), !name.hasPrefix(".") || start.hasPrefix(".") else { continue }
      names.append(prefix + name + (Disk.isFolder(prefix + name) ? "/" : ""))
    }
    return names.sorted()
  }
}
