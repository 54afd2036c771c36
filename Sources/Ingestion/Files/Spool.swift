import Engine
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileTrouble() }
    close(descriptor)
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
      unlink(path)
      throw error
    }
    return path
  }

  /// It made the file.
  func holds(_ path: String) -> Bool {
    state.withLock { $0.folder.map { path.hasPrefix($0 + "/") } ?? false }
  }

  /// Removes a file that it made and that is not needed any more.
  func remove(_ path: String) { unlink(path) }

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
  private let descriptor: CInt
  private var buffer: [UInt8] = []
  /// Bytes that were given to it.
  private(set) var byteCount = 0

  private static let pieceSize = 1 << 20

  fileprivate init(_ path: String) throws(FileTrouble) {
    descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileTrouble() }
    buffer.reserveCapacity(Self.pieceSize)
  }

  deinit { close(descriptor) }

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(FileTrouble) {
    byteCount += bytes.count
    if buffer.count + bytes.count > Self.pieceSize { try flush() }
    if bytes.count > Self.pieceSize {
      try Self.write(bytes, to: descriptor)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  mutating func append(_ bytes: [UInt8]) throws(FileTrouble) {
    var trouble: FileTrouble?
    bytes.withUnsafeBytes { pointer in
      do throws(FileTrouble) { try append(pointer) } catch { trouble = error }
    }
    if let trouble { throw trouble }
  }

  fileprivate mutating func finish() throws(FileTrouble) { try flush() }

  private mutating func flush() throws(FileTrouble) {
    var trouble: FileTrouble?
    let descriptor = descriptor
    buffer.withUnsafeBytes { pointer in
      do throws(FileTrouble) { try Self.write(pointer, to: descriptor) } catch { trouble = error }
    }
    buffer.removeAll(keepingCapacity: true)
    if let trouble { throw trouble }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) throws(FileTrouble) {
    var rest = bytes
    while !rest.isEmpty {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, rest.baseAddress, rest.count)
      #else
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        throw FileTrouble()
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}

/// The folders of all spools of the process, so that none outlives it.
final class SpoolRegistry: Sendable {
  static let shared = SpoolRegistry()

  private struct State {
    var folders: Set<String> = []
    var made = 0
    var isWatching = false
  }
  private let state = Mutex(State())

  /// Makes a new folder; nil where that fails.
  func make(below parent: String?) -> String? {
    guard let home = parent ?? TemporaryFolder.home() else { return nil }
    return state.withLock { state in
      if !state.isWatching {
        state.isWatching = true
        atexit { SpoolRegistry.shared.removeAll() }
        Self.removeLeftovers(in: home)
      }
      state.made += 1
      let path = "\(home)/spool-\(getpid())-\(state.made)"
      removeFolder(path)
      guard mkdir(path, 0o700) == 0 else { return nil }
      state.folders.insert(path)
      return path
    }
  }

  func remove(_ folder: String) {
    state.withLock { _ = $0.folders.remove(folder) }
    removeFolder(folder)
  }

  private func removeAll() {
    for folder in state.withLock({ $0.folders }) { removeFolder(folder) }
  }

  /// Folders of processes that are no more.
  static func removeLeftovers(in home: String) {
    for name in namesInFolder(home) where name.hasPrefix("spool-") {
      guard let process = name.split(separator: "-").dropFirst().first.flatMap({ pid_t($0) }) else {
        continue
      }
      if process != getpid(), kill(process, 0) != 0, errno == ESRCH { removeFolder("\(home)/\(name)") }
    }
  }
}

/// Removes a folder that holds only files.
private func removeFolder(_ path: String) {
  for name in namesInFolder(path) { unlink("\(path)/\(name)") }
  rmdir(path)
}
