/// Finds what stands below the rows of a report: after a blank line some lines of one cell, or a row of totals.
///
/// It takes no chances: a line that could be a row is one, and everything that is left out is told.
struct FooterFinder: Equatable, Sendable {
  /// The byte of the tail where the footer begins.
  private(set) var start: Int
  /// Its lines that are not blank, with their numbers from the footer's first line, from 0.
  private(set) var lines: [String]
  /// All its lines, blank ones too.
  private(set) var lineCount: Int

  private static let mostLines = 30

  /// - Parameters:
  ///   - tail: the last bytes of a file in UTF-8; where it is not the whole file, its first line is a part of one.
  ///   - width: the number of the file's columns.
  init?(_ tail: [UInt8], isWhole: Bool, delimiter: Character, width: Int) {
    guard width >= 2, let mark = delimiter.asciiValue else { return nil }
    var found: [TailLine] = []
    var isClosed = false
    for line in TailLine.lines(of: tail, skippingFirst: !isWhole).reversed() {
      guard line.isBlank || line.isSingleCell(mark) || line.isTotal(mark, width: width) else {
        isClosed = true
        break
      }
      found.insert(line, at: 0)
      if found.count > 2 * Self.mostLines { return nil }
    }
    // Without a row above it, it is not below anything.
    guard isClosed, let first = Self.beginning(of: found, mark, width) else { return nil }
    let footer = found[first...]
    let texts = footer.filter { !$0.isBlank }.map { $0.words(mark) }
    guard !texts.isEmpty, texts.count <= Self.mostLines else { return nil }
    start = footer[first].start
    lines = texts
    lineCount = footer.count
  }

  /// The first blank line, or the total that stands directly below the rows.
  private static func beginning(of lines: [TailLine], _ mark: UInt8, _ width: Int) -> Int? {
    lines.indices.first { lines[$0].isBlank || lines[$0].isTotal(mark, width: width) }
  }
}

/// A line near the end of a file.
private struct TailLine {
  var bytes: ArraySlice<UInt8>
  var start: Int { bytes.startIndex }

  static func lines(of tail: [UInt8], skippingFirst: Bool) -> [TailLine] {
    var lines: [TailLine] = []
    var at = 0
    while at < tail.count {
      let end = tail[at...].firstIndex { $0 == 10 || $0 == 13 } ?? tail.count
      lines.append(TailLine(bytes: tail[at..<end]))
      at = end + 1
      if end < tail.count, tail[end] == 13, at < tail.count, tail[at] == 10 { at += 1 }
    }
    return skippingFirst ? Array(lines.dropFirst()) : lines
  }

  var isBlank: Bool { bytes.allSatisfy { $0 == 32 || $0 == 9 } }

  /// One cell that is closed where it is opened.
  func isSingleCell(_ mark: UInt8) -> Bool { cells(mark)?.count == 1 }

  /// `Grand Total,,,45`: at most half of the cells are filled, and the first of them says that it is a total.
  func isTotal(_ mark: UInt8, width: Int) -> Bool {
    guard let cells = cells(mark), cells.count <= width, cells.count > 1 else { return false }
    let filled = cells.filter { !$0.isEmpty }
    guard let first = filled.first?.lowercased(), filled.count * 2 <= width || filled.count == 2 else {
      return false
    }
    let words = first.split { !$0.isLetter }
    return words == ["total"] || words == ["totals"] || words == ["grand", "total"]
      || words == ["grand", "totals"] || words.starts(with: ["grand", "summaries"])
  }

  /// What it says, for the report.
  func words(_ mark: UInt8) -> String {
    let cells = cells(mark) ?? []
    return cells.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Its cells; nil where a quote is open at an end of the line.
  private func cells(_ mark: UInt8) -> [String]? {
    guard bytes.count <= 2000 else { return nil }
    let quotes = bytes.filter { $0 == UInt8(ascii: "\"") }.count
    guard quotes % 2 == 0 else { return nil }
    let delimiter = Character(UnicodeScalar(mark))
    return headRecords(bytes, delimiter: delimiter, isWhole: true).first?.fields
  }
}
