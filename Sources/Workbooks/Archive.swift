import CWorkbook

/// A zip archive, read entry by entry.
///
/// It must not be used by two threads at a time.
@safe final class Archive {
  /// Not nil until `deinit`.
  private let zip: OpaquePointer

  /// A part may unpack to this many bytes: a million rows with a hundred columns need less.
  private static let largestPart = 16 << 30
  /// A part that is packed more than this and unpacks to more than `harmlessSize` is made to do harm.
  private static let highestRatio = 300
  private static let harmlessSize = 256 << 20
  private static let pieceSize = 1 << 16

  init(path: String) throws(WorkbookTrouble) {
    var error = cworkbook_error()
    // Safe: the path and the error outlive the call.
    guard let zip = unsafe cworkbook_zip_open(path, &error) else { throw .unreadable(Self.words(error)) }
    unsafe self.zip = zip
  }

  deinit { unsafe cworkbook_zip_close(zip) }

  /// The names of all entries.
  var names: [String] {
    let count = unsafe cworkbook_zip_count(zip)
    return (0..<max(0, count)).compactMap { index in
      unsafe cworkbook_zip_name(zip, index).map { unsafe String(cString: $0) }
    }
  }

  func holds(_ name: String) -> Bool { unsafe cworkbook_zip_find(zip, name) >= 0 }

  /// Reads an entry in pieces until `body` gives false.
  ///
  /// - Throws: `broken` where it is missing or damaged, `tooLarge` where it unpacks to more than is taken.
  func read(_ name: String, _ body: (UnsafeRawBufferPointer) -> Bool) throws(WorkbookTrouble) {
    let index = unsafe cworkbook_zip_find(zip, name)
    guard index >= 0 else { throw .broken(part: name, reason: "it is missing") }
    let size = try checkedSize(of: index, name)
    var error = cworkbook_error()
    guard let part = unsafe cworkbook_part_open(zip, index, &error) else {
      throw .broken(part: name, reason: Self.words(error))
    }
    defer { unsafe cworkbook_part_close(part) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 16)
    defer { unsafe buffer.deallocate() }
    var total = 0
    while true {
      let count = unsafe Int(cworkbook_part_read(part, buffer.baseAddress, UInt64(buffer.count), &error))
      guard count >= 0 else { throw .broken(part: name, reason: Self.words(error)) }
      total += count
      // The archive says less than it holds: its check was passed by a lie.
      guard total <= size else { throw .broken(part: name, reason: "it is larger than the archive says") }
      if count == 0 { break }
      if unsafe !body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return }
    }
    guard total == size else { throw .broken(part: name, reason: "it is cut off") }
  }

  private func checkedSize(of index: Int64, _ name: String) throws(WorkbookTrouble) -> Int {
    var entry = cworkbook_entry()
    guard unsafe cworkbook_zip_stat(zip, index, &entry) else {
      throw .broken(part: name, reason: "the archive does not say its size")
    }
    if entry.is_encrypted { throw .encrypted }
    let size = Int(clamping: entry.size)
    let packed = max(1, Int(clamping: entry.packed_size))
    if size > Self.largestPart || (size > Self.harmlessSize && size / packed > Self.highestRatio) {
      throw .tooLarge(part: name, bytes: size)
    }
    return size
  }

  private static func words(_ error: cworkbook_error) -> String {
    unsafe withUnsafeBytes(of: error.words) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
