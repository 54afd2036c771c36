import Diagnostics

/// Cuts a text into tokens.
///
/// Mistakes become tokens of their own, so that the parser reports them where it meets them.
struct Lexer {
  let bytes: [UInt8]
  var position = 0
  private(set) var tokens: [Token] = []
  private var lineStart = true

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func run() -> [Token] {
    skipByteOrderMark()
    while true {
      let spaceStart = position
      skipSpaces()
      let followsSpace = position > spaceStart || lineStart || followsSemicolon
      let start = position
      guard start < bytes.count else { break }
      let kind = next(followsSpace: followsSpace)
      tokens.append(Token(kind: kind, span: Span(start, position), followsSpace: followsSpace))
      lineStart = kind == .newline
    }
    tokens.append(Token(kind: .end, span: Span(bytes.count, bytes.count), followsSpace: true))
    return tokens
  }

  private var followsSemicolon: Bool { tokens.last?.kind == .symbol(.semicolon) }

  private mutating func skipByteOrderMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private mutating func skipSpaces() {
    while let scalar = peekScalar(), scalar != "\n", scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
      position += scalar.utf8.count
    }
  }

  private mutating func next(followsSpace: Bool) -> Token.Kind {
    guard let scalar = peekScalar() else { return .end }
    switch scalar {
    case "\n":
      position += 1
      return .newline
    case "#": return followsSpace ? commentLine() : strayHash()
    case "\"": return text()
    case "`": return backticks()
    case "0"..."9": return number()
    default:
      if isLetter(scalar) { return .word(word()) }
      return symbol() ?? unknown(scalar)
    }
  }
}

// MARK: - Characters

extension Lexer {
  /// The scalar at the position, nil at the end.
  func peekScalar(at offset: Int? = nil) -> Unicode.Scalar? {
    let start = offset ?? position
    guard start < bytes.count else { return nil }
    let byte = bytes[start]
    if byte < 0x80 { return Unicode.Scalar(byte) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    let end = min(start + length, bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.first
  }

  func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func slice(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  func endOfLine(from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }
}

func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z": true
  case "\0"..."\u{7F}": false
  default: scalar.properties.isAlphabetic
  }
}

/// A letter, a digit, an underscore, or a mark that belongs to the letter before.
func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "0"..."9", "_": true
  case "\0"..."\u{7F}": isLetter(scalar)
  default:
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: true
    default: scalar.properties.isAlphabetic
    }
  }
}

/// Whether a text is written without backticks: a word that is not reserved.
func isPlainName(_ text: String) -> Bool {
  var lexer = Lexer(text)
  guard let first = lexer.peekScalar(), isLetter(first) else { return false }
  return lexer.word().utf8.count == text.utf8.count
}

// MARK: - Words, comments, symbols

extension Lexer {
  /// The longest word: letters, digits, `_`, and `-` before one of them.
  mutating func word() -> String {
    let start = position
    while let scalar = peekScalar() {
      if isWordScalar(scalar) {
        position += scalar.utf8.count
      } else if scalar == "-", let after = peekScalar(at: position + 1), isWordScalar(after) {
        position += 1
      } else {
        break
      }
    }
    return slice(start, position)
  }

  private mutating func commentLine() -> Token.Kind {
    let start = position
    position = endOfLine(from: start)
    let line = trimmedRight(slice(start, position))
    guard isFirstOfLine else { return .comment(line) }
    let rest = line.dropFirst(2)
    switch byte(at: start + 1) {
    case UInt8(ascii: "@"): return .fact(trimmedLeft(rest))
    case UInt8(ascii: "="): return .record(trimmedLeft(rest))
    case UInt8(ascii: ">"): return .output(String(rest.first == " " ? rest.dropFirst() : rest))
    default: return .comment(line)
    }
  }

  private var isFirstOfLine: Bool {
    guard let last = tokens.last else { return true }
    return last.kind == .newline
  }

  private mutating func strayHash() -> Token.Kind {
    let start = position
    while let scalar = peekScalar(), !scalar.properties.isWhitespace, scalar != ";", scalar != ")",
      scalar != ","
    {
      position += scalar.utf8.count
    }
    let run = slice(start, position)
    let span = Span(start, position)
    let isInsideWord =
      switch tokens.last?.kind {
      case .word, .number, .point, .name, .text: true
      default: false
      }
    return .bad(isInsideWord ? .hashInWord(at: span) : .hashValue(run, at: span))
  }

  private mutating func symbol() -> Token.Kind? {
    for length in [2, 1] where position + length <= bytes.count {
      if let symbol = Token.Symbol(rawValue: slice(position, position + length)) {
        position += length
        return .symbol(symbol)
      }
    }
    return nil
  }

  private mutating func unknown(_ scalar: Unicode.Scalar) -> Token.Kind {
    let start = position
    position += scalar.utf8.count
    if scalar == "'" || "“”„‘’«»‚".unicodeScalars.contains(scalar) {
      return .bad(.wrongQuote(String(scalar), isStraight: scalar == "'", at: Span(start, position)))
    }
    if scalar.value >= 0x80 { skipUnknownRun() }
    let run = slice(start, position)
    return .bad(.unknownCharacter(run, instead: Self.replacements[run], at: Span(start, position)))
  }

  private mutating func skipUnknownRun() {
    while let scalar = peekScalar(), scalar.value >= 0x80, !isLetter(scalar), !scalar.properties.isWhitespace
    {
      position += scalar.utf8.count
    }
  }

  /// What is meant by signs that other languages and word processors write.
  private static let replacements = [
    "≥": ">=", "≤": "<=", "≠": "!=", "–": "-", "—": "-", "−": "-", "…": "..", "×": "*", "÷": "/", "!": "not",
    "&": "and", "‖": "or", "~": "contains", "→": "=>",
  ]
}

private func trimmedLeft(_ line: Substring) -> String { String(line.drop { $0 == " " || $0 == "\t" }) }

func trimmedRight(_ line: String) -> String {
  var scalars = Substring(line).unicodeScalars
  while let last = scalars.last, last == " " || last == "\t" || last == "\r" { scalars.removeLast() }
  return String(scalars)
}
