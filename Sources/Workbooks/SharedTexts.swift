import CWorkbook

/// The texts that cells name by number.
final class SharedTexts: PartReader {
  /// All texts, one behind the other.
  private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  private var isInText = false
  private var phoneticDepth = 0
  private var start = 0

  func range(_ number: Int) -> Range<Int>? {
    guard number >= 0, number < ends.count else { return nil }
    return (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  override func start(_ element: Element, _ attributes: Attributes) {
    switch element {
    case CWORKBOOK_ITEM: start = bytes.count
    case CWORKBOOK_TEXT: isInText = phoneticDepth == 0
    case CWORKBOOK_PHONETIC: phoneticDepth += 1
    default: break
    }
  }

  override func text(_ piece: UnsafeRawBufferPointer) {
    if isInText { unsafe bytes.append(contentsOf: piece) }
  }

  override func end(_ element: Element) {
    switch element {
    case CWORKBOOK_ITEM:
      unescape(&bytes, from: start)
      ends.append(bytes.count)
    case CWORKBOOK_TEXT: isInText = false
    case CWORKBOOK_PHONETIC: phoneticDepth -= 1
    default: break
    }
  }
}

/// Puts in the characters that XML cannot hold and that Excel writes as `_x000D_`; line ends become line feeds.
func unescape(_ bytes: inout [UInt8], from start: Int) {
  guard let first = bytes[start...].firstIndex(where: { $0 == UInt8(ascii: "_") || $0 == 13 }) else { return }
  var out: [UInt8] = []
  var at = first
  while at < bytes.count {
    if let code = escape(bytes, at) {
      out.append(contentsOf: String(code).utf8)
      at += 7
    } else {
      out.append(bytes[at])
      at += 1
    }
  }
  bytes.removeSubrange(first...)
  for (position, byte) in out.enumerated() {
    if byte == 13 {
      if position + 1 < out.count, out[position + 1] == 10 { continue }
      bytes.append(10)
    } else {
      bytes.append(byte)
    }
  }
}

/// The character that `_xHHHH_` stands for; an escape of a single half of a pair stays as it is.
private func escape(_ bytes: [UInt8], _ at: Int) -> Character? {
  guard at + 6 < bytes.count, bytes[at] == UInt8(ascii: "_"), bytes[at + 1] == UInt8(ascii: "x"),
    bytes[at + 6] == UInt8(ascii: "_")
  else { return nil }
  let digits = String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self)
  guard let code = UInt32(digits, radix: 16), code > 0, let scalar = UnicodeScalar(code) else { return nil }
  return Character(scalar)
}
