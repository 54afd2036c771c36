/// Long texts on several lines: customers are to be read, and not only counted.
///
/// A column of texts that do not fit is wrapped where that keeps the table short; otherwise each text is cut to a line.
struct Prose {
  private static let linesOfText = 4
  private static let linesOfTable = 80

  private let mark: String
  private var wrapped: Set<Int> = []

  init(_ table: DisplayTable, _ layout: TableLayout, mark: String) {
    self.mark = mark
    guard table.rowCount <= Self.linesOfTable else { return }
    for slot in layout.slots where slot.width < slot.block.width && slot.block.width > 24 {
      let column = table.columns[slot.column]
      guard column.isText, !column.isKey else { continue }
      let lines = column.cells.reduce(0) { $0 + self.lines(of: $1, in: slot).count }
      if lines <= Self.linesOfTable { wrapped.insert(slot.column) }
    }
  }

  func wraps(_ column: Int) -> Bool { wrapped.contains(column) }

  func lines(of cell: Cell, in slot: TableLayout.Slot) -> [String] {
    let lines = DisplayWidth.wrapped(cell.text, to: slot.width)
    guard lines.count > Self.linesOfText else { return lines }
    let rest = lines[(Self.linesOfText - 1)...].joined(separator: " ")
    return lines.prefix(Self.linesOfText - 1) + [DisplayWidth.truncated(rest, to: slot.width, mark: mark)]
  }
}
