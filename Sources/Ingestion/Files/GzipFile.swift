import CText

/// An open gzip file, read as what it holds; it closes with its owner.
@safe struct GzipFile: ~Copyable {
  private let handle: OpaquePointer

  init(_ path: String) throws(FileTrouble) {
    guard let handle = unsafe ctext_gzip_open(path) else { throw FileTrouble() }
    unsafe self.handle = handle
  }

  deinit { unsafe ctext_gzip_close(handle) }

  /// Reads what comes next into the start of the buffer.
  ///
  /// - Returns: the number of bytes, 0 at the end.
  func read(into buffer: inout [UInt8]) throws(FileTrouble) -> Int {
    let count = unsafe ctext_gzip_read(handle, &buffer, buffer.count)
    if count < 0 { throw FileTrouble("it is no whole gzip file") }
    return count
  }
}
