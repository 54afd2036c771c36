/// What a terminal shows after the bytes a program has written: enough of xterm for libedit.
struct ScreenModel {
  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var row = 0
  private(set) var column = 0
  private(set) var bells = 0
  /// Whether pastes come in brackets.
  private(set) var bracketsPastes = false
  /// Lines that have left the screen at its top come first.
  private var cells: [[String]] = [[]]
  private var top = 0
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// All lines without trailing blanks.
  var lines: [String] { cells.map { trimmed($0.joined()) } }
  /// The line with the cursor.
  var cursorLine: String { trimmed(cells[row].joined()) }
  var text: String { lines.joined(separator: "\n") }

  private func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  mutating func write(_ bytes: [UInt8]) {
    pending += bytes
    while let length = completeUnit() {
      let unit = String(decoding: pending[..<length], as: UTF8.self)
      pending.removeFirst(length)
      perform(unit)
    }
  }

  /// A new width cuts or extends the lines; this terminal does not reflow them.
  mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The length of the first escape sequence or character, nil while it is incomplete.
  private func completeUnit() -> Int? {
    guard let first = pending.first else { return nil }
    guard first == 0x1B else {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      return pending.count >= length ? length : nil
    }
    guard pending.count >= 2 else { return nil }
    guard pending[1] == UInt8(ascii: "[") else { return pending[1] == UInt8(ascii: "(") ? 3 : 2 }
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
    return end + 1
  }

  private mutating func perform(_ unit: String) {
    switch unit {
    case "\r": column = 0
    case "\n": nextRow()
    case "\u{8}": column = max(0, min(column, columns - 1) - 1)
    case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
    case "\u{7}": bells += 1
    case _ where unit.hasPrefix("\u{1B}["): control(unit.dropFirst(2))
    case _ where unit.hasPrefix("\u{1B}"): break
    default: put(unit)
    }
  }

  private mutating func put(_ character: String) {
    let width = ScreenModel.width(character)
    if width == 0 { return extend(with: character) }
    if column + width > columns {
      column = 0
      nextRow()
    }
    fill(row, to: column + width)
    cells[row][column] = character
    if width == 2 { cells[row][column + 1] = "" }
    column += width
  }

  /// A combining mark belongs to the cell before it.
  private mutating func extend(with mark: String) {
    fill(row, to: column)
    if column > 0 { cells[row][column - 1] += mark }
  }

  private mutating func nextRow() {
    row += 1
    if row == cells.count { cells.append([]) }
    top = max(top, row - rows + 1)
  }

  private mutating func fill(_ row: Int, to count: Int) {
    let missing = count - cells[row].count
    if missing > 0 { cells[row] += Array(repeating: " ", count: missing) }
  }

  private mutating func control(_ sequence: Substring) {
    let count = Int(sequence.dropLast()) ?? 1
    switch sequence.last {
    case "A": row = max(top, row - count)
    case "B": moveDown(count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, min(column, columns - 1) - count)
    case "G": column = count - 1
    case "J": clearBelow()
    case "K": cells[row] = Array(cells[row].prefix(column))
    case "P": deleteCells(count)
    case "@": insertCells(count)
    case "h" where sequence == "?2004h": bracketsPastes = true
    case "l" where sequence == "?2004l": bracketsPastes = false
    default: break
    }
  }

  private mutating func moveDown(_ count: Int) {
    row = min(top + rows - 1, row + count)
    while row >= cells.count { cells.append([]) }
  }

  private mutating func clearBelow() {
    cells[row] = Array(cells[row].prefix(column))
    cells.removeSubrange((row + 1)...)
  }

  private mutating func deleteCells(_ count: Int) {
    guard column < cells[row].count else { return }
    cells[row].removeSubrange(column..<min(cells[row].count, column + count))
  }

  private mutating func insertCells(_ count: Int) {
    fill(row, to: column)
    cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
    cells[row] = Array(cells[row].prefix(columns))
  }

  /// East Asian characters and emoji of the tests take two columns.
  private static func width(_ character: String) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x0300...0x036F, 0x200D, 0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xFF00...0xFF60, 0x1F300...0x1FAFF: return 2
    default: return 1
    }
  }
}
