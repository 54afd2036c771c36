import CText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file's bytes cannot be had, in the system's words.
struct FileTrouble: Error {
  var words: String
  /// The user ended it.
  var isCancelled = false

  /// The last call of the system failed.
  init() { words = String(cString: strerror(errno)) }

  init(_ words: String) { self.words = words }

  init(cancelled: Bool) { (words, isCancelled) = ("cancelled", cancelled) }
}

/// What a path leads to.
enum PathTarget {
  case file
  case folder
  case nothing

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .nothing
      return
    }
    self = status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}

/// Reads a file from its start, piece by piece, until `body` says to stop.
///
/// - Parameter pieceSize: bytes in a piece.
func readPieces(
  of path: String, pieceSize: Int = 1 << 20, _ body: (UnsafeRawBufferPointer) -> Bool
) throws(FileTrouble) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileTrouble() }
  defer { close(descriptor) }
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 64)
  defer { buffer.deallocate() }
  while true {
    let count = read(descriptor, buffer.baseAddress, pieceSize)
    if count < 0 {
      if errno == EINTR { continue }
      throw FileTrouble()
    }
    if count == 0 || !body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return }
  }
}

/// Reads what a file holds, inflated where it is gzip, piece by piece until `body` says to stop.
func readText(
  of path: String, pieceSize: Int = 1 << 20, _ body: (UnsafeRawBufferPointer) throws(FileTrouble) -> Bool
) throws(FileTrouble) {
  let source = try ByteSource(path)
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 64)
  defer { unsafe buffer.deallocate() }
  while true {
    let count = unsafe try source.read(into: buffer)
    guard count > 0 else { return }
    guard unsafe try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
  }
}

/// An open file that is read from its start, inflated where it is gzip.
private struct ByteSource: ~Copyable {
  private let descriptor: CInt
  private let gzip: OpaquePointer?

  init(_ path: String) throws(FileTrouble) {
    if FileFormat.isGzip(path) {
      descriptor = -1
      unsafe gzip = ctext_gzip_open(path)
      if unsafe gzip == nil { throw FileTrouble() }
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      unsafe gzip = nil
      if descriptor < 0 { throw FileTrouble() }
    }
  }

  deinit {
    if let gzip = unsafe gzip { unsafe ctext_gzip_close(gzip) } else if descriptor >= 0 { close(descriptor) }
  }

  /// The number of bytes, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileTrouble) -> Int {
    if let gzip = unsafe gzip {
      let count = unsafe ctext_gzip_read(gzip, buffer.baseAddress, buffer.count)
      if count < 0 { throw FileTrouble("it is no whole gzip file") }
      return count
    }
    while true {
      let count = unsafe systemRead(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw FileTrouble() }
    }
  }
}

private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(descriptor, buffer, count)
}

/// The first bytes of what a file holds.
func readHead(of path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
  var head: [UInt8] = []
  try readText(of: path, pieceSize: min(limit, 1 << 18)) { piece in
    head.append(contentsOf: piece.prefix(limit - head.count))
    return head.count < limit
  }
  return head
}

/// The last bytes of a file, nil where it cannot be read.
func readTail(of path: String, limit: Int) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  let size = Int(lseek(descriptor, 0, SEEK_END))
  guard size >= 0, lseek(descriptor, off_t(max(0, size - limit)), SEEK_SET) >= 0 else { return nil }
  var bytes = [UInt8](repeating: 0, count: min(size, limit))
  let count = read(descriptor, &bytes, bytes.count)
  return count == bytes.count ? bytes : nil
}

/// The names in a folder, sorted; none where it cannot be read.
func namesInFolder(_ path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// The paths that a pattern matches, sorted.
func pathsMatching(_ pattern: String) -> [String] {
  var result = glob_t()
  defer { globfree(&result) }
  guard glob(pattern, 0, nil, &result) == 0, let paths = result.gl_pathv else { return [] }
  return (0..<Int(result.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
}

func truncateFile(_ path: String, to size: Int) throws(FileTrouble) {
  guard truncate(path, off_t(size)) == 0 else { throw FileTrouble() }
}
