/// What the first bytes of a file say that it is.
enum ContentKind: Equatable {
  case empty
  case parquet
  /// Text in UTF-8; the number is the length of the mark at its start.
  case text(skip: Int)
  /// Text in another encoding, by the name that `iconv` knows.
  case encoded(String)
  /// Something that holds no rows, in words: `an Excel workbook or zip archive`.
  case foreign(String)

  init(_ head: [UInt8]) {
    if head.isEmpty {
      self = .empty
    } else if let known = Self.byMark(head) {
      self = known
    } else if let wide = Self.wideEncoding(head) {
      self = .encoded(wide)
    } else if head.contains(0) {
      self = .foreign("a binary file")
    } else {
      self = Self.ofText(head)
    }
  }

  private static func byMark(_ head: [UInt8]) -> ContentKind? {
    func starts(_ mark: [UInt8]) -> Bool { head.starts(with: mark) }
    if starts([0xEF, 0xBB, 0xBF]) { return head.count == 3 ? .empty : .text(skip: 3) }
    if starts([0xFF, 0xFE, 0, 0]) || starts([0, 0, 0xFE, 0xFF]) { return .encoded("utf-32") }
    if starts([0xFF, 0xFE]) || starts([0xFE, 0xFF]) { return .encoded("utf-16") }
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

  /// UTF-16 without a mark: every other byte of most text is zero.
  private static func wideEncoding(_ head: [UInt8]) -> String? {
    let sample = head.prefix(512)
    guard sample.count >= 16 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (offset, byte) in sample.enumerated() where byte == 0 {
      if offset % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = sample.count / 2
    if zeros.odd > half * 2 / 3, zeros.even == 0 { return "utf-16le" }
    if zeros.even > half * 2 / 3, zeros.odd == 0 { return "utf-16be" }
    return nil
  }

  private static func ofText(_ head: [UInt8]) -> ContentKind {
    let wrong = wrongSequences(head)
    guard wrong.wrong > 0 else { return .text(skip: 0) }
    // Some valid sequences of several bytes: UTF-8 with a few broken rows, which are rejected one by one.
    if wrong.valid > wrong.wrong { return .text(skip: 0) }
    let usesControls = head.contains { $0 >= 0x80 && $0 <= 0x9F }
    return .encoded(usesControls ? "windows-1252" : "iso-8859-1")
  }

  /// Counts the sequences of several bytes that are UTF-8 and the bytes that are not; a cut at the end is forgiven.
  static func wrongSequences(_ bytes: [UInt8]) -> (valid: Int, wrong: Int) {
    var counts = (valid: 0, wrong: 0)
    var at = 0
    while at < bytes.count {
      let first = bytes[at]
      guard first >= 0x80 else {
        at += 1
        continue
      }
      let length =
        first >= 0xC2 && first <= 0xDF ? 2 : first & 0xF0 == 0xE0 ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0
      if length > 0, at + length > bytes.count { break }
      if length > 0, bytes[(at + 1)..<(at + length)].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        counts.valid += 1
        at += length
      } else {
        counts.wrong += 1
        at += 1
      }
    }
    return counts
  }
}
