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
    let caret = at + 1 < lines.count ? caretOffset(lines[at + 1], in: lines[at]) : nil
    lines.removeSubrange(at..<min(at + 2, lines.count))
    while lines.last?.isEmpty == true { lines.removeLast() }
    return Reading(
      message: lines.joined(separator: "\n"), line: line,
      column: caret.map { column(caret: $0, excerpt: excerpt, statementLine: sqlLine(line, of: sql)) })
  }

  /// How many characters of the excerpt stand before the caret; the engine counts terminal columns.
  private static func caretOffset(_ marker: Substring, in line: Substring) -> Int? {
    guard let caret = marker.firstIndex(of: "^"), marker[..<caret].allSatisfy({ $0 == " " }) else {
      return nil
    }
    let prefix = line.prefix { $0 != ":" }.count + 2
    return max(0, marker.distance(from: marker.startIndex, to: caret) - prefix)
  }

  /// The caret's column in the line of the statement, from 1; a long line is cut to "...part...".
  private static func column(caret: Int, excerpt: Substring, statementLine: Substring?) -> Int {
    guard excerpt.hasPrefix("..."), let statementLine else { return caret + 1 }
    var part = excerpt.dropFirst(3)
    if part.hasSuffix("..."), !statementLine.hasSuffix("...") { part = part.dropLast(3) }
    guard let range = statementLine.firstRange(of: part) else { return caret + 1 }
    return statementLine.distance(from: statementLine.startIndex, to: range.lowerBound) + caret - 3 + 1
  }

  private static func sqlLine(_ line: Int, of sql: String?) -> Substring? {
    guard let lines = sql?.split(separator: "\n", omittingEmptySubsequences: false) else { return nil }
    return line >= 1 && line <= lines.count ? lines[line - 1] : nil
  }
}
