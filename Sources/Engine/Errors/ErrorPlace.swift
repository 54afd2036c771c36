/// Takes DuckDB's excerpt ("LINE 2: … " and a caret below it) off a message and reads the place from it.
enum ErrorPlace {
  struct Reading: Equatable {
    var message: String
    var line: Int?
    var column: Int?
  }

  /// The message without the excerpt, and the place in `sql` that the caret points at.
  static func read(_ message: String, sql: String?) -> Reading {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    guard let at = lines.lastIndex(where: { $0.hasPrefix("LINE ") }),
      let colon = lines[at].firstIndex(of: ":"),
      let line = Int(lines[at][..<colon].dropFirst(5))
    else { return Reading(message: message, line: nil, column: nil) }
    let excerpt = lines[at][colon...].dropFirst(2)
    let caret = at + 1 < lines.count ? caretOffset(lines[at + 1], under: lines[at], excerpt) : nil
    lines.removeSubrange(at..<min(at + 2, lines.count))
    while lines.last?.isEmpty == true { lines.removeLast() }
    return Reading(
      message: lines.joined(separator: "\n"), line: line,
      column: caret.map { column(caret: $0, excerpt: excerpt, statementLine: sqlLine(line, of: sql)) })
  }

  /// How many characters of the excerpt stand before the caret.
  private static func caretOffset(_ marker: Substring, under line: Substring, _ excerpt: Substring) -> Int? {
    guard let caret = marker.firstIndex(of: "^"), marker[..<caret].allSatisfy({ $0 == " " }) else {
      return nil
    }
    let prefix = line.distance(from: line.startIndex, to: excerpt.startIndex)
    var columns = marker.distance(from: marker.startIndex, to: caret) - prefix
    var characters = 0
    // The engine counts columns of a terminal, of which a wide character fills two.
    for scalar in excerpt.unicodeScalars where columns > 0 {
      columns -= terminalWidth(scalar)
      characters += 1
    }
    return characters + max(0, columns)
  }

  /// The caret's column in the line of the statement, from 1; a long line is cut to "...part...".
  private static func column(caret: Int, excerpt: Substring, statementLine: Substring?) -> Int {
    guard excerpt.hasPrefix("..."), let statementLine else { return caret + 1 }
    var part = excerpt.dropFirst(3)
    if part.hasSuffix("..."), !statementLine.hasSuffix("...") { part = part.dropLast(3) }
    guard let range = statementLine.firstRange(of: part) else { return caret + 1 }
    return statementLine.unicodeScalars.distance(from: statementLine.startIndex, to: range.lowerBound) + caret
      - 3 + 1
  }

  private static func terminalWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default:
      scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }

  private static func sqlLine(_ line: Int, of sql: String?) -> Substring? {
    guard let lines = sql?.split(separator: "\n", omittingEmptySubsequences: false) else { return nil }
    return line >= 1 && line <= lines.count ? lines[line - 1] : nil
  }
}
