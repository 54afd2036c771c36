#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The statements that a shell has accepted, kept in a file of its own as they are given.
///
/// The file is a script with absolute paths. It is made at the first statement and locked while its shell
/// lives, so that several shells do not disturb each other and `--resume` finds the last one that has ended.
public final class Journal {
  private let folder: String
  private var file: Int32 = -1
  /// The first failure to write; later statements are not kept, and none fails for it.
  public private(set) var failure: DiskError?
  /// The path of this shell's file, once it is made.
  public private(set) var path: String?

  /// So many journals of ended shells are kept.
  public static let keptCount = 30

  public init(folder: String) { self.folder = folder }

  deinit { if file >= 0 { close(file) } }

  /// `$XDG_STATE_HOME/cxsh/journal`, by default below `~/.local/state`; nil without a home.
  public static func standardFolder(_ environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], Paths.isAbsolute(state) { return state + "/cxsh/journal" }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.local/state/cxsh/journal"
  }

  /// Keeps a statement, with the system's promise that it is on the disk.
  public func append(_ statement: String) {
    guard failure == nil else { return }
    do throws(DiskError) {
      try openFile()
      try Disk.writeAll(statement + "\n", to: file, path: path ?? folder)
      fdatasync(file)
    } catch {
      failure = error
    }
  }

  private func openFile() throws(DiskError) {
    guard file < 0 else { return }
    try Disk.makeFolder(folder)
    // The name sorts by time; the process makes it this shell's own.
    let path = folder + "/" + Self.stamp() + "-\(getpid()).cxs"
    file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw DiskError(path: path, code: errno) }
    flock(file, LOCK_EX | LOCK_NB)
    self.path = path
    try Disk.writeAll("#@ cxsh \(SessionScript.languageVersion)\n", to: file, path: path)
    Self.cleanUp(folder)
  }

  /// Nanoseconds since 1970 in 20 digits.
  private static func stamp() -> String {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let digits = String(Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
  }

  /// The journals of shells that have ended, the last one first.
  public static func ended(in folder: String) -> [String] {
    Disk.names(in: folder).filter { $0.hasSuffix(".cxs") }.map { folder + "/" + $0 }.reversed()
      .filter { !isLocked($0) }
  }

  private static func cleanUp(_ folder: String) {
    let journals = Disk.names(in: folder).filter { $0.hasSuffix(".cxs") }.map { folder + "/" + $0 }
    for path in journals.dropLast(keptCount) where !isLocked(path) { Disk.remove(path) }
  }

  private static func isLocked(_ path: String) -> Bool {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_SH | LOCK_NB) != 0
  }
}
