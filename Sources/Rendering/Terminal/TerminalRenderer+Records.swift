import DataModel

extension TerminalRenderer {
  private static let fieldGap = 2

  /// One field a line, a heading for each row where there are several.
  func records() -> String {
    let labels = display.columns.filter { !$0.followsPrevious }.map { DisplayWidth.of($0.title) }
    let labelWidth = min(labels.max() ?? 0, (options.width ?? 240) / 2)
    var text = ""
    if display.hasEverybody {
      text += heading("ALL") + record(labelWidth) { $0.everybody?.text == "ALL" ? nil : $0.everybody }
    }
    for row in 0..<display.rowCount {
      if display.rowCount > 1 || display.hasEverybody { text += heading(title(ofRow: row)) }
      text += record(labelWidth) { $0.cells[row] }
    }
    return text
  }

  private func title(ofRow row: Int) -> String {
    if display.hasTotals, row == display.rowCount - 1 { return "total" }
    return "\(row + 1) of \(display.rowsInAll)"
  }

  private func heading(_ text: String) -> String {
    var line = newLine()
    let rest = min(options.width ?? 40, 40) - DisplayWidth.of(text) - 4
    line.append(String(repeating: glyphs.rule, count: 2) + " ", .quiet)
    line.append(text, .strong)
    line.append(" " + String(repeating: glyphs.rule, count: max(0, rest)), .quiet)
    return line.line
  }

  private func record(_ labelWidth: Int, _ cell: (DisplayColumn) -> Cell?) -> String {
    var text = ""
    for (index, column) in display.columns.enumerated() where !column.followsPrevious {
      guard let value = cell(column), !value.text.isEmpty else { continue }
      text += field(column, value, size: sampleSizeColumn(after: index).flatMap(cell), labelWidth)
    }
    return text
  }

  private func sampleSizeColumn(after index: Int) -> DisplayColumn? {
    guard display.columns.indices.contains(index + 1), display.columns[index + 1].followsPrevious else {
      return nil
    }
    return display.columns[index + 1]
  }

  /// A long text goes on below its first line, and keeps the lines that it has.
  private func field(_ column: DisplayColumn, _ cell: Cell, size: Cell?, _ labelWidth: Int) -> String {
    let unit = column.unitText.isEmpty || cell.isMissing ? "" : " " + column.unitText
    let indent = labelWidth + Self.fieldGap
    let label = DisplayWidth.truncated(column.title, to: labelWidth, mark: glyphs.ellipsis)
    var line = newLine()
    line.append(label, .quiet)
    line.space(indent - DisplayWidth.of(label))
    let lines = (cell.lines.isEmpty ? [cell.text + unit] : cell.lines).flatMap { text in
      options.width.map { DisplayWidth.wrapped(text, to: max(1, $0 - indent)) } ?? [text]
    }
    line.append(lines[0], cell.tone)
    if let size, !size.isMissing, lines.count == 1 {
      line.space(Self.fieldGap)
      line.append("n " + size.text, .quiet)
    }
    return line.line + lines.dropFirst().map { continuation($0, indent, cell.tone) }.joined()
  }

  private func continuation(_ text: String, _ indent: Int, _ tone: Tone) -> String {
    var line = newLine()
    line.space(indent)
    line.append(text, tone)
    return line.line
  }
}
