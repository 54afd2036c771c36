/// The hash function SHA-256 (FIPS 180-4), fed piece by piece.
public struct SHA256: Sendable {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  )
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  public init() { pending.reserveCapacity(64) }

  /// Adds bytes to what is hashed.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { unsafe update(UnsafeRawBufferPointer($0)) }
    if isDone == nil { Array(bytes).withUnsafeBytes { unsafe update($0) } }
  }

  /// Adds bytes to what is hashed, without copying whole blocks.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount += UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      unsafe pending.append(contentsOf: bytes[..<start])
      guard pending.count == 64 else { return }
      pending.withUnsafeBytes { unsafe compress($0, at: 0) }
      pending.removeAll(keepingCapacity: true)
    }
    while start + 64 <= bytes.count {
      unsafe compress(bytes, at: start)
      start += 64
    }
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
    let words = [state.0, state.1, state.2, state.3, state.4, state.5, state.6, state.7]
    return words.map(hexadecimal).joined()
  }

  /// The 64 hexadecimal digits of the hash of a text's UTF-8 bytes.
  public static func hexDigest(of text: String) -> String {
    var hash = SHA256()
    hash.update(text.utf8)
    return hash.hexDigest()
  }

  private mutating func compress(_ block: UnsafeRawBufferPointer, at start: Int) {
    var (a, b, c, d, e, f, g, h) = state
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      unsafe fillSchedule(schedule, from: block, at: start)
      for round in 0..<64 {
        let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let choice = (e & f) ^ (~e & g)
        let first = unsafe h &+ sum1 &+ choice &+ roundConstants[round] &+ schedule[round]
        let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        let second = sum0 &+ ((a & b) ^ (a & c) ^ (b & c))
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
    }
    state = (
      state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e, state.5 &+ f, state.6 &+ g,
      state.7 &+ h
    )
  }
}

private func fillSchedule(
  _ schedule: UnsafeMutableBufferPointer<UInt32>, from block: UnsafeRawBufferPointer, at start: Int
) {
  for index in 0..<16 {
    unsafe schedule[index] = UInt32(
      bigEndian: block.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self))
  }
  for index in 16..<64 {
    let early = unsafe schedule[index - 15]
    let late = unsafe schedule[index - 2]
    let small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
    let small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
    unsafe schedule[index] = schedule[index - 16] &+ small0 &+ schedule[index - 7] &+ small1
  }
}

@inline(__always)
private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { (word >> count) | (word << (32 - count)) }

private func hexadecimal(_ word: UInt32) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let roundConstants: [UInt32] = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]
