import Diagnostics

extension Lexer {
  /// A text in quotes: `"…"` ends on its line, `"""…"""` spans lines and has no escapes.
  mutating func text() -> Token.Kind {
    if isBlockQuote(at: position) { return block() }
    let start = position
    position += 1
    var content: [UInt8] = []
    var wrongEscape: String?
    while let byte = byte(at: position), byte != UInt8(ascii: "\n") {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        let span = Span(start, position)
        if let wrongEscape { return .bad(.unknownEscape(wrongEscape, at: span)) }
        return .text(String(decoding: content, as: UTF8.self), isBlock: false)
      case UInt8(ascii: "\\"):
        if let resolved = escape() {
          content += resolved
        } else {
          wrongEscape = wrongEscape ?? "\\" + (peekScalar().map(String.init) ?? "")
        }
      default: content.append(byte)
      }
    }
    return .bad(.openText(at: Span(start, position)))
  }

  private func isBlockQuote(at offset: Int) -> Bool {
    offset + 3 <= bytes.count && bytes[offset..<offset + 3].allSatisfy { $0 == UInt8(ascii: "\"") }
  }

  private mutating func block() -> Token.Kind {
    let start = position
    position += 3
    let contentStart = position
    while position < bytes.count, !isBlockQuote(at: position) { position += 1 }
    guard position < bytes.count else { return .bad(.openBlock(at: Span(start, start + 3))) }
    let content = slice(contentStart, position)
    position += 3
    return .text(Self.blockContent(content), isBlock: true)
  }

  /// The line breaks right behind the opening and right before the closing quotes are not part of the text.
  static func blockContent(_ raw: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in raw.unicodeScalars {
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
    }
    if scalars.first == "\n" { scalars.removeFirst() }
    if scalars.last == "\n" { scalars.removeLast() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The bytes that an escape stands for, nil when it is none; the position is behind the backslash.
  private mutating func escape() -> [UInt8]? {
    guard let byte = byte(at: position) else { return nil }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      position += 1
      return [byte]
    case UInt8(ascii: "n"):
      position += 1
      return [UInt8(ascii: "\n")]
    case UInt8(ascii: "t"):
      position += 1
      return [UInt8(ascii: "\t")]
    case UInt8(ascii: "u"): return scalarEscape()
    default: return nil
    }
  }

  /// `\u{1F600}`.
  private mutating func scalarEscape() -> [UInt8]? {
    guard byte(at: position + 1) == UInt8(ascii: "{"),
      let close = bytes[position..<endOfLine(from: position)].firstIndex(of: UInt8(ascii: "}")),
      let value = UInt32(slice(position + 2, close), radix: 16), let scalar = Unicode.Scalar(value)
    else { return nil }
    position = close + 1
    return Array(String(scalar).utf8)
  }

  /// A name in backticks, on one line.
  mutating func backticks() -> Token.Kind {
    let start = position
    position += 1
    while let byte = byte(at: position), byte != UInt8(ascii: "`"), byte != UInt8(ascii: "\n") {
      position += 1
    }
    guard byte(at: position) == UInt8(ascii: "`") else {
      return .bad(.openBackticks(at: Span(start, position)))
    }
    let name = slice(start + 1, position)
    position += 1
    return name.isEmpty ? .bad(.emptyBackticks(at: Span(start, position))) : .name(name)
  }
}
