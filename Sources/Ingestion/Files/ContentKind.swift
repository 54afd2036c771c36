import Vocabulary

/// What the first bytes of a file say that it is.
enum ContentKind: Equatable {
  case empty
  case parquet
  /// Text with a mark of so many bytes at its start; the encoding is nil where the bytes are not UTF-8 and only the
  /// whole file tells.
  case text(TextEncoding?, mark: Int)
  /// Something that holds no rows, in words: `an Excel workbook or zip archive`.
  case foreign(String)

  init(_ head: [UInt8]) {
    if head.isEmpty {
      self = .empty
    } else if let known = Self.byMark(head) {
      self = known
    } else if let wide = WideText.encoding(of: head) {
      self = .text(wide, mark: 0)
    } else if head.contains(0) {
      self = .foreign("a binary file")
    } else {
      self = .text(Self.countSequences(head).wrong == 0 ? .utf8 : nil, mark: 0)
    }
  }

  private static func byMark(_ head: [UInt8]) -> ContentKind? {
    func starts(_ mark: [UInt8]) -> Bool { head.starts(with: mark) }
    func marked(_ encoding: TextEncoding, _ mark: Int) -> ContentKind {
      head.count == mark ? .empty : .text(encoding, mark: mark)
    }
    if starts([0xEF, 0xBB, 0xBF]) {
      let isWhole = countSequences(head).wrong == 0
      return marked(.utf8, 3) == .empty ? .empty : .text(isWhole ? .utf8 : nil, mark: 3)
    }
    if starts([0xFF, 0xFE, 0, 0]) { return marked(.utf32, 4) }
    if starts([0, 0, 0xFE, 0xFF]) { return marked(.utf32BigEndian, 4) }
    if starts([0xFF, 0xFE]) { return marked(.utf16LittleEndian, 2) }
    if starts([0xFE, 0xFF]) { return marked(.utf16BigEndian, 2) }
    if starts(Array("PAR1".utf8)) { return .parquet }
    if starts(Array("PK\u{3}\u{4}".utf8)) { return .foreign("an Excel workbook or a zip archive") }
    if starts([0xD0, 0xCF, 0x11, 0xE0]) { return .foreign("an old Excel workbook") }
    if starts(Array("%PDF".utf8)) { return .foreign("a PDF document") }
    if starts([0x1F, 0x8B]) { return .foreign("a gzip file without .gz in its name") }
    if starts(Array("SQLite format 3".utf8)) { return .foreign("an SQLite database") }
    let beginning = String(decoding: head.prefix(64), as: UTF8.self).lowercased()
    if trimmed(beginning).hasPrefix("<!doctype html") || trimmed(beginning).hasPrefix("<html") {
      return .foreign("a web page")
    }
    return nil
  }

  /// Counts the sequences of several bytes that are UTF-8 and the bytes that are not; a cut at the end is forgiven.
  static func countSequences(_ bytes: [UInt8]) -> UTF8Count {
    var counts = UTF8Count()
    counts.add(bytes.span)
    return counts
  }
}

/// Recognises UTF-16 and UTF-32 without a mark at their start.
private enum WideText {
  static func encoding(of head: [UInt8]) -> TextEncoding? {
    let sample = Array(head.prefix(4096 - 4096 % 4))
    guard sample.count >= 16, sample.contains(0) else { return nil }
    return byZeros(sample) ?? byText(sample)
  }

  /// Every other byte of most Western text is zero.
  private static func byZeros(_ sample: [UInt8]) -> TextEncoding? {
    var zeros = [0, 0, 0, 0]
    for (offset, byte) in sample.enumerated() where byte == 0 { zeros[offset % 4] += 1 }
    let quarter = sample.count / 4
    func mostly(_ count: Int) -> Bool { count > quarter * 2 / 3 }
    if mostly(zeros[1]), mostly(zeros[2]), mostly(zeros[3]), zeros[0] == 0 { return .utf32 }
    if mostly(zeros[0]), mostly(zeros[1]), mostly(zeros[2]), zeros[3] == 0 { return .utf32BigEndian }
    if mostly(zeros[1]), mostly(zeros[3]), zeros[0] + zeros[2] == 0 { return .utf16LittleEndian }
    if mostly(zeros[0]), mostly(zeros[2]), zeros[1] + zeros[3] == 0 { return .utf16BigEndian }
    return nil
  }

  /// Other text has few zeros, but delimiters and line ends between characters that exist.
  private static func byText(_ sample: [UInt8]) -> TextEncoding? {
    if isText(sample, low: 0) { return .utf16LittleEndian }
    return isText(sample, low: 1) ? .utf16BigEndian : nil
  }

  private static func isText(_ sample: [UInt8], low: Int) -> Bool {
    var lineEnds = 0
    var delimiters = 0
    var isHighBefore = false
    for at in stride(from: 0, to: sample.count - 1, by: 2) {
      let unit = UInt16(sample[at + low]) | UInt16(sample[at + 1 - low]) << 8
      let isLow = unit >= 0xDC00 && unit <= 0xDFFF
      guard isHighBefore == isLow else { return false }
      isHighBefore = unit >= 0xD800 && unit <= 0xDBFF
      switch unit {
      case 10, 13: lineEnds += 1
      case 9, 0x2C, 0x3B, 0x7C: delimiters += 1
      case 0..<0x20, 0xFFFE, 0xFFFF: return false
      default: break
      }
    }
    return lineEnds > 0 && delimiters > 0
  }
}
