import Vocabulary

/// Finds out in which encoding a file is that is not UTF-8 as a whole.
struct EncodingFinder {
  /// The file, read as `readText` does.
  let path: String
  /// Bytes at its start that are a mark.
  var mark = 0

  /// So much of the lines that are not ASCII is enough to know.
  private static let enough = 512 << 10

  /// UTF-8 where most of what is not ASCII is; else what a detector says, as far as that can be.
  func find() throws(FileTrouble) -> TextEncoding {
    let evidence = try EvidenceReader.read(path, mark: mark, enough: Self.enough)
    if evidence.isMostlyUTF8 || mark == 3 { return .utf8 }
    let verdict = TextEncoding(detected: evidence.verdict) ?? .windows1252
    return verdict.isSingleByte ? usual(verdict, evidence.usedBytes) : verdict
  }

  /// The whole file is UTF-8.
  func isUTF8() throws(FileTrouble) -> Bool {
    var counts = UTF8Count()
    try readText(of: path) { piece in
      counts.add(piece)
      return counts.wrong == 0
    }
    counts.finish()
    return counts.wrong == 0
  }

  /// The encoding of Windows in the West where it says the same, or where Latin-1 would have control characters.
  private func usual(_ verdict: TextEncoding, _ used: [UInt8]) -> TextEncoding {
    // One or two different bytes tell nothing.
    if used.count < 3, verdict != .latin1 { return .windows1252 }
    if verdict == .latin1 { return used.contains { $0 < 0xA0 } ? .windows1252 : .latin1 }
    let isSame = used.allSatisfy { byte in
      Self.character(byte, in: verdict) == Self.character(byte, in: .windows1252)
    }
    return isSame ? .windows1252 : verdict
  }

  private static func character(_ byte: UInt8, in encoding: TextEncoding) -> [UInt8]? {
    try? decoded([byte], from: encoding)
  }
}

/// Bytes in memory as UTF-8 with line feeds; a character that is cut off at the end is left out.
func decoded(_ bytes: [UInt8], from encoding: TextEncoding) throws(FileTrouble) -> [UInt8] {
  var transcriber = try Transcriber(from: encoding)
  var out: [UInt8] = []
  try transcriber.take(bytes.span) { out.append($0) }
  return out
}

/// What a file's bytes beyond ASCII tell.
private struct EvidenceReader: ~Copyable {
  struct Evidence {
    var isMostlyUTF8: Bool
    /// The detector's word.
    var verdict: String
    /// The bytes above 0x7F that occur.
    var usedBytes: [UInt8]
  }
  private let detector: EncodingDetector
  private var counts = UTF8Count()
  private var isUsed = [Bool](repeating: false, count: 256)
  private var fed = 0
  private let enough: Int

  private init(enough: Int) throws(FileTrouble) {
    detector = try EncodingDetector()
    self.enough = enough
  }

  static func read(_ path: String, mark: Int, enough: Int) throws(FileTrouble) -> Evidence {
    var reader = try EvidenceReader(enough: enough)
    var skip = mark
    try readText(of: path) { piece in
      reader.take(piece.extracting(min(skip, piece.count)...))
      skip = 0
      return !reader.isDone
    }
    return reader.finish()
  }

  /// A file that is UTF-8 up to here may be broken further on.
  private var isDone: Bool { fed >= enough && counts.wrong > 0 }

  private mutating func take(_ piece: Bytes) {
    counts.add(piece)
    var at = 0
    while fed < enough {
      let high = piece.firstHigh(from: at)
      guard high < piece.count else { return }
      at = feedLine(around: high, in: piece)
    }
  }

  /// Gives the detector the line in which a byte lies, within the piece; gives the line's end.
  private mutating func feedLine(around high: Int, in piece: Bytes) -> Int {
    let limit = 4096
    var start = high
    while start > 0, high - start < limit, piece[start - 1] != 10, piece[start - 1] != 13 { start -= 1 }
    var end = high
    while end < piece.count, end - high < limit, piece[end] != 10, piece[end] != 13 {
      isUsed[Int(piece[end])] = true
      end += 1
    }
    let line = piece.extracting(start..<min(end + 1, piece.count))
    detector.feed(line)
    fed += line.count
    return max(end, high + 1)
  }

  private mutating func finish() -> Evidence {
    counts.finish()
    let verdict = detector.finish()
    let used = (0x80...0xFF).filter { isUsed[$0] }.map { UInt8($0) }
    return Evidence(
      isMostlyUTF8: counts.wrong == 0 || counts.valid > counts.wrong, verdict: verdict, usedBytes: used)
  }
}
