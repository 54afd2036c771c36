import DataModel

/// One `name: value` a line, row after row: for screen readers, and for scripts that look for a line.
///
/// Nothing is drawn, aligned, truncated or hidden, and no width is asked for.
struct PlainRenderer {
  private let table: Table
  private let options: RenderOptions
  private let glyphs = Glyphs.spoken
  private let display: DisplayTable

  init(_ table: Table, options: RenderOptions) {
    self.table = table
    self.options = options
    display = DisplayTable(table, glyphs: glyphs, maximumRows: options.maximumRows)
  }

  func render() -> String {
    let blocks = [lines(table.explanation)] + records + [facts, footer, notes, next]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var records: [String] {
    var records: [String] = []
    if display.hasEverybody { records.append("All\n" + fields { $0.everybody }) }
    for row in 0..<display.rowCount {
      records.append(title(ofRow: row) + "\n" + fields { $0.cells[row] })
    }
    return records
  }

  private func title(ofRow row: Int) -> String {
    if display.hasTotals, row == display.rowCount - 1 { return "Total" }
    return "Row \(row + 1) of \(NumberText.groupedByThousands("\(display.rowsInAll)"))"
  }

  private func fields(_ cell: (DisplayColumn) -> Cell?) -> String {
    var text = ""
    for (index, column) in display.columns.enumerated() where !column.followsPrevious {
      guard let value = cell(column), value.text != "ALL", !isKeyOfTotals(column, value) else { continue }
      text += column.title + ":" + (value.text.isEmpty ? "" : " " + value.text)
      if !column.unitText.isEmpty, !value.isMissing { text += " " + column.unitText }
      if let size = sampleSize(after: index, cell) { text += ", n " + size }
      text += "\n"
    }
    return text
  }

  private func isKeyOfTotals(_ column: DisplayColumn, _ cell: Cell) -> Bool {
    column.isKey && (cell.text.isEmpty || cell == .plain("total", .strong))
  }

  private func sampleSize(after index: Int, _ cell: (DisplayColumn) -> Cell?) -> String? {
    guard display.columns.indices.contains(index + 1), display.columns[index + 1].followsPrevious else {
      return nil
    }
    return cell(display.columns[index + 1]).flatMap { $0.isMissing ? nil : $0.text }
  }

  private var facts: String {
    display.facts.map { FactText($0, glyphs: glyphs) }.map { $0.name + ": " + $0.value + "\n" }.joined()
  }

  private var footer: String {
    guard options.footer || display.rowsLeftOut > 0 || display.rowCount == 0, !table.columns.isEmpty else {
      return ""
    }
    let shown = display.rowsLeftOut > 0 ? ", \(display.rowsInAll - display.rowsLeftOut) shown" : ""
    let legend = display.intervalLegend(glyphs).map { "; " + $0 } ?? ""
    return display.rowCountText + shown + legend + "\n"
  }

  private var notes: String { table.notes.map { "Note: " + lines([$0]) }.joined() }

  private var next: String {
    options.footer ? table.next.map { "Next: " + glyphs.cleaned($0) + "\n" }.joined() : ""
  }

  private func lines(_ texts: [String]) -> String {
    texts.flatMap(TextLines.of).map { glyphs.cleaned($0) + "\n" }.joined()
  }
}
