/// Goes over a JSON file once and says on which lines its rows begin.
///
/// In a file of lines each line that is not blank is a row; in an array each object is one.
struct ObjectScanner {
  private let wanted: [Int]
  private let isLines: Bool
  private(set) var places: [Int: RecordPlace] = [:]

  private var line = 1
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  private var number = -1
  private var nextWanted = 0
  private var lineHasRow = false
  private var startLine = 1
  private var beginning: [UInt8] = []

  private static let beginningSize = 160

  /// - Parameter linesBefore: lines of the file above the text that is scanned.
  init(wanted: [Int], isLines: Bool, linesBefore: Int = 0) {
    self.wanted = wanted
    self.isLines = isLines
    line = linesBefore + 1
  }

  var isDone: Bool { nextWanted >= wanted.count }

  mutating func scan(_ piece: Bytes) {
    for at in piece.indices { if isLines { takeOfLine(piece[at]) } else { take(piece[at]) } }
  }

  mutating func finish() { endRow() }

  private mutating func takeOfLine(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") {
      endRow()
      line += 1
    } else if lineHasRow || !" \t\r".utf8.contains(byte) {
      if !lineHasRow { beginRow() }
      keep(byte)
    }
  }

  private mutating func take(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") { line += 1 }
    if lineHasRow { keep(byte) }
    if isInText {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInText = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): isInText = true
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if depth == 1, byte == UInt8(ascii: "{") {
        beginRow()
        keep(byte)
      }
      depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth == 1 { endRow() }
    default: break
    }
  }

  private mutating func beginRow() {
    (lineHasRow, startLine) = (true, line)
    beginning.removeAll(keepingCapacity: true)
    number += 1
  }

  private mutating func keep(_ byte: UInt8) {
    if beginning.count < Self.beginningSize { beginning.append(byte) }
  }

  private mutating func endRow() {
    guard lineHasRow else { return }
    lineHasRow = false
    guard nextWanted < wanted.count, wanted[nextWanted] == number else { return }
    places[number] = RecordPlace(line: startLine, beginning: String(decoding: beginning, as: UTF8.self))
    nextWanted += 1
  }
}
