import Synchronization

/// A private folder for the files that one load makes of its source: converted texts, sheets of a workbook.
///
/// The folder is made with the first file, mode 0700, below the private folder of `TemporaryFolder`; its files have
/// mode 0600. All go with the spool, at the latest at the end of the program. What a killed program left behind is
/// removed when the next one makes a spool.
final class Spool: Sendable {
  private struct State {
    var folder: String?
    var count = 0
  }
  private let parent: String?
  private let state = Mutex(State())

  /// - Parameter parent: an existing private folder; the usual one where nil.
  init(below parent: String? = nil) { self.parent = parent }

  deinit { if let folder = state.withLock({ $0.folder }) { SpoolRegistry.shared.remove(folder) } }

  /// Makes an empty file and gives its path.
  ///
  /// - Parameter ending: of its name, such as `csv`.
  func makeFile(ending: String) throws(FileTrouble) -> String {
    let (folder, number) = try place()
    let path = "\(folder)/\(number).\(ending)"
    _ = try OpenFile(path, for: .making)
    return path
  }

  /// Makes a file and lets `body` fill it piece by piece; the file is removed again where that fails.
  func write(
    ending: String, _ body: (inout SpoolWriter) throws(FileTrouble) -> Void
  ) throws(FileTrouble) -> String {
    let path = try makeFile(ending: ending)
    do throws(FileTrouble) {
      var writer = try SpoolWriter(path)
      try body(&writer)
      try writer.finish()
    } catch {
      remove(path)
      throw error
    }
    return path
  }

  /// It made the file.
  func holds(_ path: String) -> Bool {
    state.withLock { $0.folder.map { path.hasPrefix($0 + "/") } ?? false }
  }

  /// Removes a file that it made and that is not needed any more.
  func remove(_ path: String) { removeFile(path) }

  private func place() throws(FileTrouble) -> (folder: String, number: Int) {
    let made = state.withLock { state -> (String, Int)? in
      if state.folder == nil { state.folder = SpoolRegistry.shared.make(below: parent) }
      guard let folder = state.folder else { return nil }
      state.count += 1
      return (folder, state.count)
    }
    guard let made else { throw FileTrouble("no private folder for converted files can be made") }
    return made
  }
}

/// Writes a file of a spool; bytes are gathered and written in large pieces.
struct SpoolWriter: ~Copyable {
  private let file: OpenFile
  private var buffer: [UInt8] = []
  /// Bytes that were given to it.
  private(set) var byteCount = 0

  private static let pieceSize = 1 << 20

  fileprivate init(_ path: String) throws(FileTrouble) {
    file = try OpenFile(path, for: .writing)
    buffer.reserveCapacity(Self.pieceSize)
  }

  mutating func append(_ bytes: Bytes) throws(FileTrouble) {
    byteCount += bytes.count
    if buffer.count + bytes.count > Self.pieceSize { try flush() }
    if bytes.count > Self.pieceSize { try file.write(bytes) } else { buffer.append(bytes) }
  }

  mutating func append(_ bytes: [UInt8]) throws(FileTrouble) { try append(bytes.span) }

  fileprivate mutating func finish() throws(FileTrouble) { try flush() }

  private mutating func flush() throws(FileTrouble) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try file.write(buffer.span)
  }
}
