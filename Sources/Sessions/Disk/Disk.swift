#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the file system answered when it refused.
public struct DiskError: Error, Sendable, Equatable {
  public var path: String
  /// The system's error number.
  public var code: Int32

  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// The system's own words: `No such file or directory`.
  public var reason: String { unsafe String(cString: strerror(code)) }
}

/// Reading and writing of whole files.
public enum Disk {
  /// The bytes of a file.
  ///
  /// - Throws: ``DiskError``, also for a folder (`EISDIR`).
  public static func read(_ path: String) throws(DiskError) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw DiskError(path: path, code: errno) }
    defer { close(file) }
    return try readAll(file, path: path)
  }

  /// The bytes that a descriptor still gives.
  public static func readAll(_ file: Int32, path: String) throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe systemRead(file, &piece, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw DiskError(path: path, code: errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: piece[..<count])
    }
  }

  /// Writes a file so that a reader sees either the old or the new content, also after a crash.
  ///
  /// A link keeps standing, and its target is written; a device or a pipe is written into, for renaming would replace it.
  public static func writeAtomically(_ text: String, to path: String) throws(DiskError) {
    var information = stat()
    if unsafe stat(path, &information) == 0, information.st_mode & S_IFMT != S_IFREG {
      return try writeInto(path, text)
    }
    try replace(try target(of: path), with: text)
  }

  /// Where a file is written: links are followed, also one whose target is still to be made.
  private static func target(of path: String) throws(DiskError) -> String {
    if let whole = resolved(path) { return whole }
    var place = path
    for _ in 0..<40 {
      guard let next = linkTarget(place) else { return place }
      place = Paths.join(Paths.folder(of: place), next)
    }
    throw DiskError(path: path, code: ELOOP)
  }

  /// What a link says; nil for anything else.
  public static func linkTarget(_ path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink(path, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func writeInto(_ path: String, _ text: String) throws(DiskError) {
    let file = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw DiskError(path: path, code: errno) }
    defer { close(file) }
    try writeAll(text, to: file, path: path)
  }

  private static func replace(_ path: String, with text: String) throws(DiskError) {
    let temporary = path + ".new-\(getpid())"
    let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw DiskError(path: path, code: errno) }
    do throws(DiskError) {
      try writeAll(text, to: file, path: path)
      guard fsync(file) == 0 else { throw DiskError(path: path, code: errno) }
    } catch {
      close(file)
      unsafe unlink(temporary)
      throw error
    }
    close(file)
    guard unsafe rename(temporary, path) == 0 else {
      let code = errno
      unsafe unlink(temporary)
      throw DiskError(path: path, code: code)
    }
  }

  /// Writes all bytes of a text to a descriptor.
  static func writeAll(_ text: String, to file: Int32, path: String) throws(DiskError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe systemWrite(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw DiskError(path: path, code: errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  public static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  public static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return unsafe stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// It is a device, a pipe or a socket: something that is written into and not replaced.
  static func isStream(_ path: String) -> Bool {
    var information = stat()
    return unsafe stat(path, &information) == 0 && ![S_IFREG, S_IFDIR].contains(information.st_mode & S_IFMT)
  }

  /// The absolute path without links; nil where nothing is there.
  public static func resolved(_ path: String) -> String? {
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  /// The folder in which the process works.
  public static func workingFolder() -> String { resolved(".") ?? "/" }

  /// Makes a folder for this user alone, with the folders above it.
  public static func makeFolder(_ path: String) throws(DiskError) {
    if isFolder(path) { return }
    let above = Paths.folder(of: path)
    if above != path && above != "." { try makeFolder(above) }
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw DiskError(path: path, code: errno) }
  }

  /// The names in a folder, in byte order; empty where it cannot be read.
  public static func names(in folder: String) -> [String] {
    entries(of: folder).filter { $0 != "." && $0 != ".." }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What a folder lists, `.` and `..` too, in no order; empty where it cannot be read.
  static func entries(of folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }

  /// The paths that a pattern fits, sorted; none where nothing does.
  static func paths(matching pattern: String) -> [String] {
    var result = unsafe glob_t()
    defer { unsafe globfree(&result) }
    guard unsafe glob(pattern, 0, nil, &result) == 0, let paths = unsafe result.gl_pathv else { return [] }
    return unsafe (0..<Int(result.gl_pathc)).compactMap { index in
      unsafe paths[index].map { unsafe String(cString: $0) }
    }
  }

  public static func remove(_ path: String) { unsafe unlink(path) }
}

// Inside `Disk`, `read` and `write` are its own functions.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(file, bytes, count)
}
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(file, bytes, count)
}
