/// Cuts texts into words: runs of letters and digits, in small letters.
///
/// Addresses of pages, names of accounts (`@name`) and entities of HTML are no words. An apostrophe parts what stands around
/// it (`l'eau`, `we've`), a hyphen between letters does not (`check-in`). Each Chinese or Japanese character is a word.
struct TextWords {
  /// A word, or what breaks a term of two words apart.
  enum Piece {
    /// A word; `isNegated` for `don't` and `isn't`.
    case word
    case negation
    /// A character of a script without spaces.
    case character
    /// A mark that ends a clause.
    case end
  }

  /// Calls `body` with each piece of a text; the letters are those of the word, in small letters.
  static func forEach(
    in text: ArraySlice<UInt8>, _ letters: inout [UInt8], _ body: (Piece, [UInt8]) -> Void
  ) {
    var cutter = Cutter(text)
    while let piece = cutter.next(into: &letters) { body(piece, letters) }
  }

  private struct Cutter {
    let text: ArraySlice<UInt8>
    var place: Int

    init(_ text: ArraySlice<UInt8>) {
      self.text = text
      place = text.startIndex
    }

    mutating func next(into letters: inout [UInt8]) -> Piece? {
      letters.removeAll(keepingCapacity: true)
      while place < text.endIndex {
        let byte = text[place]
        if byte < 0x80 {
          if Self.isWordByte(byte) { return word(into: &letters) }
          if byte == UInt8(ascii: "@") {
            skipName()
          } else if byte == UInt8(ascii: "&") {
            skipEntity()
          } else {
            place += 1
            if Self.isEnd(byte) { return .end }
          }
          continue
        }
        let (scalar, length) = scalar(at: place)
        switch ScalarKind(scalar) {
        case .letter: return word(into: &letters)
        case .character:
          letters.append(contentsOf: text[place..<place + length])
          place += length
          return .character
        case .mark:
          place += length
          return .end
        case .other, .apostrophe: place += length
        }
      }
      return nil
    }

    // MARK: Words

    private mutating func word(into letters: inout [UInt8]) -> Piece {
      while place < text.endIndex {
        let byte = text[place]
        if byte < 0x80 {
          if Self.isWordByte(byte) {
            letters.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            place += 1
          } else if byte == UInt8(ascii: "'") {
            return apostrophe(1, letters)
          } else if byte == UInt8(ascii: "-"), joins(letters) {
            letters.append(byte)
            place += 1
          } else if byte == UInt8(ascii: ":"), Self.isProtocol(letters) {
            skipAddress()
            letters.removeAll(keepingCapacity: true)
            return .end
          } else {
            break
          }
        } else {
          let (scalar, length) = scalar(at: place)
          switch ScalarKind(scalar) {
          case .letter:
            append(scalar, to: &letters)
            place += length
            continue
          case .apostrophe: return apostrophe(length, letters)
          case .character, .mark, .other: break
          }
          break
        }
      }
      return .word
    }

    /// `n't` makes a negation of the word before it; any other apostrophe only ends it.
    private mutating func apostrophe(_ length: Int, _ letters: [UInt8]) -> Piece {
      place += length
      guard letters.last == UInt8(ascii: "n"), place < text.endIndex, text[place] | 0x20 == UInt8(ascii: "t"),
        place + 1 == text.endIndex || !Self.isWordByte(text[place + 1])
      else { return .word }
      place += 1
      return .negation
    }

    /// A hyphen between two letters.
    private func joins(_ letters: [UInt8]) -> Bool {
      guard let last = letters.last, last >= 0x61, place + 1 < text.endIndex else { return false }
      let next = text[place + 1]
      return next >= 0x80 || (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A)
    }

    private func append(_ scalar: Unicode.Scalar, to letters: inout [UInt8]) {
      for small in scalar.properties.lowercaseMapping.unicodeScalars {
        // A combining mark stays with its letter.
        letters.append(contentsOf: Array(String(small).utf8))
      }
    }

    // MARK: What is no word

    private mutating func skipName() {
      place += 1
      while place < text.endIndex, Self.isWordByte(text[place]) || text[place] == UInt8(ascii: "_") {
        place += 1
      }
    }

    private mutating func skipEntity() {
      var end = place + 1
      while end < text.endIndex, end - place < 10,
        Self.isWordByte(text[end]) || text[end] == UInt8(ascii: "#")
      {
        end += 1
      }
      place = end < text.endIndex && text[end] == UInt8(ascii: ";") ? end + 1 : place + 1
    }

    private mutating func skipAddress() {
      while place < text.endIndex, text[place] > 0x20 { place += 1 }
    }

    private static func isProtocol(_ letters: [UInt8]) -> Bool {
      letters == Array("http".utf8) || letters == Array("https".utf8)
    }

    // MARK: Characters

    private static func isWordByte(_ byte: UInt8) -> Bool {
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\n"), UInt8(ascii: "|"):
        true
      default: false
      }
    }

    /// The character that begins here and how many bytes it has; a broken one is a single byte.
    private func scalar(at start: Int) -> (Unicode.Scalar, Int) {
      let lead = text[start]
      let count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
      guard count > 1, start + count <= text.endIndex else { return ("\u{FFFD}", 1) }
      var value = UInt32(lead & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07))
      for place in start + 1..<start + count {
        guard text[place] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
        value = value << 6 | UInt32(text[place] & 0x3F)
      }
      return Unicode.Scalar(value).map { ($0, count) } ?? ("\u{FFFD}", count)
    }
  }

  private enum ScalarKind {
    case letter, character, apostrophe, mark, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x2019, 0x2BC: self = .apostrophe
      case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7: self = .letter
      case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F:
        self = .character
      case 0x2026, 0x3001, 0x3002, 0xFF01, 0xFF0C, 0xFF1F, 0x2013, 0x2014: self = .mark
      default:
        let properties = scalar.properties
        self =
          properties.isAlphabetic || properties.numericType != nil
            || properties.canonicalCombiningClass.rawValue > 0
          ? .letter : .other
      }
    }
  }
}
