#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file, which closes with its owner.
struct OpenFile: ~Copyable {
  enum Purpose {
    case reading
    /// A file that is there.
    case writing
    /// A file that is not there yet, for this user alone.
    case making
  }
  private let descriptor: CInt

  init(_ path: String, for purpose: Purpose) throws(FileTrouble) {
    descriptor =
      switch purpose {
      case .reading: unsafe open(path, O_RDONLY | O_CLOEXEC)
      case .writing: unsafe open(path, O_WRONLY | O_CLOEXEC)
      case .making: unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      }
    guard descriptor >= 0 else { throw FileTrouble() }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Reads what comes next into the start of the buffer.
  ///
  /// - Returns: the number of bytes, 0 at the end.
  func read(into buffer: inout [UInt8]) throws(FileTrouble) -> Int {
    while true {
      let count = unsafe systemRead(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw FileTrouble() }
    }
  }

  /// Writes all the bytes.
  func write(_ bytes: Bytes) throws(FileTrouble) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.extracting(written...).withUnsafeBytes { rest in
        unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 { written += count } else if errno != EINTR { throw FileTrouble() }
    }
  }

  /// Goes to where so many bytes, or all, are left to read, and gives their number.
  func seek(beforeEnd most: Int) throws(FileTrouble) -> Int {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0, lseek(descriptor, off_t(max(0, size - most)), SEEK_SET) >= 0 else { throw FileTrouble() }
    return min(size, most)
  }
}

// Inside `OpenFile`, `read` and `write` are its own functions.
private func systemRead(_ descriptor: CInt, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, bytes, count)
}
private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
