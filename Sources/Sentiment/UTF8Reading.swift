/// The characters of a text as VADER's own program, which is written in Python, divides and names them.
enum UTF8Reading {
  /// The Unicode scalar that begins at a place, and how many bytes it has; a byte that begins none counts as U+FFFD.
  static func scalar(in text: [UInt8], at place: Int) -> (value: UInt32, length: Int) {
    let first = text[place]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
    guard length > 0, place + length <= text.count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(text[place + offset] & 0x3F) }
    return (value, length)
  }

  /// White space as `str.split` has it.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// `string.punctuation`.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

/// A word in small letters, and whether it stood in capitals: `str.lower` and `str.isupper`.
struct LetterCase {
  private(set) var lowered: [UInt8] = []
  private var hasUpper = false
  private var hasOther = false

  /// At least one letter is a capital, and none is a small or a title letter.
  var isUpper: Bool { hasUpper && !hasOther }

  mutating func read(_ text: [UInt8], _ range: Range<Int>) {
    lowered.removeAll(keepingCapacity: true)
    (hasUpper, hasOther) = (false, false)
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = text[place]
      if byte < 0x80 {
        let isCapital = byte >= 0x41 && byte <= 0x5A
        hasUpper = hasUpper || isCapital
        hasOther = hasOther || byte >= 0x61 && byte <= 0x7A
        lowered.append(isCapital ? byte | 0x20 : byte)
        place += 1
      } else {
        let (value, length) = UTF8Reading.scalar(in: text, at: place)
        readRare(value)
        place += length
      }
    }
  }

  private mutating func readRare(_ value: UInt32) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    let properties = scalar.properties
    hasUpper = hasUpper || properties.isUppercase
    hasOther = hasOther || properties.isLowercase || properties.generalCategory == .titlecaseLetter
    lowered.append(contentsOf: properties.lowercaseMapping.utf8)
  }
}
