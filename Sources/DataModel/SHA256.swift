internal import CDigest

/// The hash function SHA-256 (FIPS 180-4), fed piece by piece.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  public init() { pending.reserveCapacity(64) }

  /// Adds bytes to what is hashed.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { unsafe add(UnsafeRawBufferPointer($0)) }
    if isDone == nil { update(Array(bytes).span) }
  }

  /// Adds bytes to what is hashed, without copying whole blocks.
  public mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe add($0) }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    byteCount += UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      unsafe pending.append(contentsOf: bytes[..<start])
      guard pending.count == 64 else { return }
      let block = pending
      unsafe block.withUnsafeBytes { unsafe compress($0, count: 1) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - start) / 64
    unsafe compress(UnsafeRawBufferPointer(rebasing: bytes[start...]), count: whole)
    start += whole * 64
    unsafe pending.append(contentsOf: bytes[start...])
  }

  /// The 64 hexadecimal digits of the hash of everything added so far.
  public consuming func hexDigest() -> String {
    let bitCount = byteCount &* 8
    var tail: [UInt8] = [0x80]
    let zeros = (119 - Int(byteCount % 64)) % 64
    tail.append(contentsOf: repeatElement(0, count: zeros))
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    update(tail)
    return state.map(hexadecimal).joined()
  }

  /// The 64 hexadecimal digits of the hash of a text's UTF-8 bytes.
  public static func hexDigest(of text: String) -> String {
    var hash = SHA256()
    hash.update(text.utf8)
    return hash.hexDigest()
  }

  private mutating func compress(_ blocks: UnsafeRawBufferPointer, count: Int) {
    guard count > 0, let bytes = unsafe blocks.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
      return
    }
    unsafe state.withUnsafeMutableBufferPointer { state in
      guard let words = state.baseAddress else { return }
      unsafe cdigest_sha256_blocks(words, bytes, count)
    }
  }
}

private func hexadecimal(_ word: UInt32) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
