#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that a sample is written to: its files are made aside and put there when all of them are whole.
struct SampleDirectory {
  /// What stands at the path: nothing, a folder without files, or an earlier sample, which is replaced.
  enum Place { case absent, empty, sample }

  let path: String
  let place: Place
  /// Where the files are made.
  let workshop: String
  private let files: [String]

  /// Refuses a folder whose files are not a sample's, and makes the one in which files are made.
  ///
  /// A folder that holds `answers.csv` is a sample.
  init(_ path: String, files: [String]) throws(SampleError) {
    self.path = path
    self.files = files
    place = try Self.look(at: path, files)
    if place == .absent, let above = Self.above(path) { try Self.make(above) }
    // Beside a folder that is there nothing may be ours to write.
    let own = path.last == "/" ? String(path.dropLast()) : path
    workshop = own + (place == .absent ? ".new-\(getpid())" : "/.new-\(getpid())")
    try Self.make(workshop)
  }

  /// Puts the files in their place.
  func publish() throws(SampleError) {
    guard place != .absent else {
      guard unsafe rename(workshop, path) == 0 else { throw .cannotCreate(path: path, errno: errno) }
      return
    }
    // Its answers make a folder a sample: with them first, a second try finds one also where this one ends half-way.
    for file in files.reversed() {
      let target = path + "/" + file
      guard unsafe rename(workshop + "/" + file, target) == 0 else {
        throw .cannotWrite(path: target, errno: errno)
      }
    }
    unsafe rmdir(workshop)
  }

  /// Takes away what was made.
  func discard() {
    for file in files { unsafe unlink(workshop + "/" + file) }
    unsafe rmdir(workshop)
  }

  private static func look(at path: String, _ files: [String]) throws(SampleError) -> Place {
    guard exists(path) else { return .absent }
    guard let names = names(in: path) else { throw .cannotCreate(path: path, errno: errno) }
    if names.contains("answers.csv") { return .sample }
    if let taken = files.first(where: names.contains) { throw .wouldOverwrite(path: path + "/" + taken) }
    // Hidden files are not the user's work.
    guard names.allSatisfy({ $0.hasPrefix(".") }) else { throw .holdsOtherFiles(path: path) }
    return .empty
  }

  private static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The names in a folder; nil where it cannot be read, and `errno` says why.
  private static func names(in path: String) -> [String]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The folder in which the path lies; nil for the working folder.
  private static func above(_ path: String) -> String? {
    let whole = path.last == "/" ? path.dropLast() : path[...]
    guard let slash = whole.lastIndex(of: "/"), slash != whole.startIndex else { return nil }
    return String(whole[..<slash])
  }

  /// Makes a folder and those above it.
  private static func make(_ path: String) throws(SampleError) {
    if unsafe mkdir(path, 0o755) == 0 { return }
    if errno == ENOENT, let above = above(path) {
      try make(above)
      if unsafe mkdir(path, 0o755) == 0 { return }
    }
    let code = errno
    guard code == EEXIST, names(in: path) != nil else { throw .cannotCreate(path: path, errno: code) }
  }
}
