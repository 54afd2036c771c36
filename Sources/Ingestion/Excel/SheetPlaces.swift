/// Which row of a sheet stands in which line of its copy.
struct SheetPlaces: Sendable {
  let sheet: String
  /// Lines from which on the rows are a fixed number ahead, and their rows.
  private var lines: [Int] = []
  private var rows: [Int] = []

  init(sheet: String) { self.sheet = sheet }

  /// Takes the next row; both numbers are from 1 and rise.
  mutating func note(line: Int, row: Int) {
    if let lastLine = lines.last, let lastRow = rows.last, row - line == lastRow - lastLine { return }
    lines.append(line)
    rows.append(row)
  }

  /// The row in or before a line.
  func row(ofLine line: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? line : rows[low - 1] + line - lines[low - 1]
  }
}
