#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The statements of earlier shells, kept in one file that several shells may write at the same time.
///
/// Every statement is appended at once, in one write. A file of more than twice `limit` statements is cut to
/// the last `limit` when it is read. See `HistoryFormat` for what is in it. A history that cannot be read or
/// written is empty: no statement ever fails for it.
public struct HistoryFile: Sendable {
  public static let defaultLimit = 10_000

  /// Where the file is.
  public let path: String
  /// How many statements are remembered.
  public let limit: Int

  public init(path: String, limit: Int = defaultLimit) {
    self.path = path
    self.limit = limit
  }

  /// `$XDG_STATE_HOME/cxsh/history`, by default below `~/.local/state`; nil without a home.
  public static func standard(_ environment: [String: String] = ProcessEnvironment.variables)
    -> HistoryFile?
  {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let folder = state ?? environment.filled("HOME").map { $0 + "/.local/state" }
    return folder.map { HistoryFile(path: $0 + "/cxsh/history") }
  }

  /// What is remembered of a statement: not its trailing blank, and nothing if it starts with a space.
  static func entry(for statement: String) -> String? {
    guard let first = statement.first, first != " " else { return nil }
    let entry = String(statement.reversed().drop(while: \.isWhitespace).reversed())
    return entry.isEmpty ? nil : entry
  }

  /// The last `limit` statements, oldest first.
  public func load() -> [String] {
    guard let file = OpenFile(path, O_RDONLY), let bytes = readAll(file.descriptor) else { return [] }
    let count = bytes.count { $0 == 0x0A }
    if count > 2 * limit { compact() }
    return HistoryFormat.entries(of: bytes, limit: limit)
  }

  /// Adds a statement; false if it could not be written.
  @discardableResult
  public func append(_ statement: String) -> Bool {
    if let slash = path.lastIndex(of: "/") { makeFolder(String(path[..<slash])) }
    let line = Array(HistoryFormat.line(for: statement).utf8)
    // A shell that cuts the file down puts another in its place: look whether this is still the one.
    for _ in 0..<5 {
      guard let file = OpenFile(path, O_WRONLY | O_APPEND | O_CREAT) else { return false }
      let isLocked = file.lock(LOCK_SH)
      if isLocked, !file.isAt(path) { continue }
      return StandardStreams.write(line, to: file.descriptor) == .written
    }
    return false
  }

  /// Puts a file with the last statements in the place of this one.
  private func compact() {
    guard let file = OpenFile(path, O_RDONLY), file.lock(LOCK_EX), file.isAt(path),
      let bytes = readAll(file.descriptor)
    else { return }
    let kept = HistoryFormat.entries(of: bytes, limit: limit).map(HistoryFormat.line).joined()
    let temporary = path + ".\(getpid())"
    guard let new = OpenFile(temporary, O_WRONLY | O_CREAT | O_TRUNC) else { return }
    let isWritten = StandardStreams.write(Array(kept.utf8), to: new.descriptor) == .written
    let isReplaced = unsafe isWritten && rename(temporary, path) == 0
    if !isReplaced { _ = unsafe unlink(temporary) }
  }
}
