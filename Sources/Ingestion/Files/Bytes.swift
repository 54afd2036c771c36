#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes that somebody else keeps, for as long as a call lasts.
typealias Bytes = Swift.Span<UInt8>

extension Swift.Span<UInt8> {
  /// The place of a byte within a part; searched many bytes at a time.
  func firstIndex(of byte: UInt8, in part: Range<Int>) -> Int? {
    unsafe extracting(part).withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let found = unsafe memchr(start, CInt(byte), bytes.count) else {
        return nil
      }
      return unsafe part.lowerBound + (UnsafeRawPointer(found) - start)
    }
  }
}

extension [UInt8] {
  mutating func append(_ bytes: Bytes) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
