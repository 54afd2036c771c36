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
    if let whole = resolved(path) { return whole }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (resolved(parent(path)) ?? parent(path)) + "/" + name
  }

  /// A path from `~` made absolute; any other stays as it is.
  static func fromHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// The folder before the first mark of a pattern; a path without marks stays as it is.
  static func beforePattern(_ path: String) -> String {
    guard let mark = path.firstIndex(where: { "*?[".contains($0) }) else { return path }
    let slash = path[..<mark].lastIndex(of: "/")
    return slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && (info.st_mode & S_IFMT) == S_IFDIR
  }

  /// The text of a file, nil where it cannot be read as UTF-8.
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Whether a path lies in a folder after links and `..` are resolved.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    guard let folder = resolved(folder) else { return false }
    guard let path = resolved(path) ?? resolved(parent(path)) else { return false }
    return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path without links and `..`; nil where nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The files and folders whose path begins like this, folders with a slash.
  static func entries(_ beginning: String) -> [String] {
    let slash = beginning.lastIndex(of: "/")
    let prefix = slash.map { String(beginning[...$0]) } ?? ""
    let start = slash.map { String(beginning[beginning.index(after: $0)...]) } ?? beginning
    guard let directory = opendir(prefix.isEmpty ? "." : join("", prefix)) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), !name.hasPrefix(".") || start.hasPrefix(".") else { continue }
      names.append(prefix + name + (isFolder(prefix + name) ? "/" : ""))
    }
    return names.sorted()
  }
}
