/// Where a record begins: its line in the file, from 1, and its first characters.
struct RecordPlace: Equatable, Sendable {
  var line: Int
  var beginning: String
}

/// Goes over a delimited file once and says where wanted records stand.
///
/// It follows the engine's reader: quotes open a field at its start, line breaks between quotes belong to the field,
/// blank lines are no records, the header is the first record.
struct RecordScanner {
  /// Where in a field the last byte was.
  private enum State { case fieldStart, plain, quoted, quoteInQuoted }

  /// Positions of wanted records among the good ones, from 0, rising.
  private let wanted: [Int]
  /// Bytes that lie in broken records or just before them, rising.
  private let broken: [Int]
  private let delimiter: UInt8
  private let skipsBlankLines: Bool

  /// What was found, by position.
  private(set) var places: [Int: RecordPlace] = [:]
  /// What was found, by the byte that was given.
  private(set) var brokenPlaces: [Int: RecordPlace] = [:]

  private var state = State.fieldStart
  private var offset = 0
  private var line: Int
  private var start = 0
  private var startLine: Int
  private var beginning: [UInt8] = []
  private var afterReturn = false
  /// The good records before this one; the header is number -1.
  private var number: Int
  private var nextWanted = 0
  private var nextBroken = 0

  private static let beginningSize = 160

  init(wanted: [Int], broken: [Int], layout: DelimitedLayout, columnCount: Int) {
    self.wanted = wanted
    self.broken = broken
    delimiter = layout.delimiter.asciiValue ?? UInt8(ascii: ",")
    skipsBlankLines = columnCount > 1
    number = layout.hasHeader ? -1 : 0
    (line, startLine) = (layout.linesBefore + 1, layout.linesBefore + 1)
  }

  /// Everything that was wanted has been found.
  var isDone: Bool { nextWanted >= wanted.count && nextBroken >= broken.count }

  mutating func scan(_ piece: Bytes) {
    var at = 0
    while at < piece.count {
      // Most records are lines without quotes, which need not be looked at byte by byte.
      if offset == start, offset > 0, !afterReturn, let end = plainLineEnd(in: piece, from: at) {
        takeLine(piece.extracting(at..<end))
        at = end + 1
      } else {
        take(piece[at])
        at += 1
      }
    }
  }

  /// The next line feed, where neither a quote nor a lone carriage return stands before it.
  private func plainLineEnd(in piece: Bytes, from at: Int) -> Int? {
    guard let end = piece.firstIndex(of: UInt8(ascii: "\n"), in: at..<piece.count) else { return nil }
    if piece.firstIndex(of: UInt8(ascii: "\""), in: at..<end) != nil { return nil }
    guard let lone = piece.firstIndex(of: UInt8(ascii: "\r"), in: at..<end) else { return end }
    return lone == end - 1 ? end : nil
  }

  /// A whole record on a line of its own; the bytes are those before the line feed.
  private mutating func takeLine(_ bytes: Bytes) {
    let hasReturn = !bytes.isEmpty && bytes[bytes.count - 1] == UInt8(ascii: "\r")
    let length = hasReturn ? bytes.count - 1 : bytes.count
    offset += length
    let isWanted = nextWanted < wanted.count && wanted[nextWanted] == number
    let isBroken = nextBroken < broken.count && broken[nextBroken] < offset
    if isWanted || isBroken {
      beginning.removeAll(keepingCapacity: true)
      beginning.append(bytes.extracting(first: min(length, Self.beginningSize)))
    }
    endRecord()
    offset += bytes.count - length + 1
    line += 1
    (start, startLine, state) = (offset, line, .fieldStart)
  }

  /// The end of the file also ends a record.
  mutating func finish() {
    if offset > start { endRecord() }
  }

  private mutating func take(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return takeLineEnd(byte) }
    afterReturn = false
    defer { offset += 1 }
    // The mark of UTF-8.
    if offset < 3, start == 0, startLine == 1, byte >= 0x80, offset == 0 ? byte == 0xEF : beginning.isEmpty {
      return
    }
    switch (state, byte) {
    case (.fieldStart, UInt8(ascii: "\"")), (.quoteInQuoted, UInt8(ascii: "\"")): state = .quoted
    case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuoted
    case (.quoted, _): break
    default: state = byte == delimiter ? .fieldStart : .plain
    }
    keep(byte)
  }

  private mutating func takeLineEnd(_ byte: UInt8) {
    let isSecondOfPair = byte == UInt8(ascii: "\n") && afterReturn
    afterReturn = byte == UInt8(ascii: "\r")
    if !isSecondOfPair { line += 1 }
    if state == .quoted { keep(byte) } else if !isSecondOfPair { endRecord() }
    offset += 1
    if state != .quoted {
      (start, startLine, state) = (offset, line, .fieldStart)
    }
  }

  private mutating func keep(_ byte: UInt8) {
    if beginning.count < Self.beginningSize { beginning.append(byte) }
  }

  private mutating func endRecord() {
    defer { beginning.removeAll(keepingCapacity: true) }
    if offset == start && skipsBlankLines { return }
    if nextBroken < broken.count, broken[nextBroken] < offset {
      let place = place()
      while nextBroken < broken.count, broken[nextBroken] < offset {
        brokenPlaces[broken[nextBroken]] = place
        nextBroken += 1
      }
      return
    }
    if nextWanted < wanted.count, wanted[nextWanted] == number {
      places[number] = place()
      nextWanted += 1
    }
    number += 1
  }

  private func place() -> RecordPlace {
    RecordPlace(line: startLine, beginning: String(decoding: beginning, as: UTF8.self))
  }
}
