import DataModel

/// A table of GitHub-flavoured Markdown with what stands around it, readable in its source too.
struct MarkdownRenderer {
  private let table: Table
  private let options: RenderOptions
  private let glyphs = Glyphs.document
  private let display: DisplayTable

  init(_ table: Table, options: RenderOptions) {
    self.table = table
    self.options = options
    display = DisplayTable(table, glyphs: glyphs, maximumRows: options.maximumRows)
  }

  func render() -> String {
    let blocks = [paragraphs(table.explanation), grid, facts, footer, notes, next]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: - The grid

  private var grid: String {
    guard !display.columns.isEmpty else { return "" }
    var rows = [display.columns.map { MarkdownText.escaped($0.title) + unit($0) }]
    if display.hasEverybody { rows.append(display.columns.map { strong($0.everybody) }) }
    for row in 0..<display.rowCount {
      let isTotal = display.hasTotals && row == display.rowCount - 1
      rows.append(
        display.columns.map { isTotal ? strong($0.cells[row]) : MarkdownText.escaped($0.cells[row].text) })
    }
    let widths = display.columns.indices.map { column in
      min(Self.widestAligned, max(3, rows.map { DisplayWidth.of($0[column]) }.max() ?? 3))
    }
    var text = line(rows[0], widths)
    text += line(display.columns.indices.map { delimiter(display.columns[$0].alignment, widths[$0]) }, widths)
    for row in rows.dropFirst() { text += line(row, widths) }
    return text
  }

  /// Columns of the source are aligned up to this width; longer texts run out of it.
  private static let widestAligned = 40

  private func unit(_ column: DisplayColumn) -> String {
    column.unitText.isEmpty ? "" : " (" + column.unitText + ")"
  }

  private func strong(_ cell: Cell?) -> String {
    guard let cell, !cell.text.isEmpty else { return "" }
    return "**" + MarkdownText.escaped(cell.text) + "**"
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map {
      DisplayWidth.padded(cells[$0], to: widths[$0], display.columns[$0].alignment)
    }
    return "| " + padded.joined(separator: " | ") + " |\n"
  }

  private func delimiter(_ alignment: DisplayWidth.Alignment, _ width: Int) -> String {
    let dashes = String(repeating: "-", count: width - (alignment == .right ? 1 : 0))
    return alignment == .right ? dashes + ":" : dashes
  }

  // MARK: - Around it

  private func paragraphs(_ texts: [String]) -> String {
    texts.flatMap(TextLines.of).map { MarkdownText.paragraph(glyphs.cleaned($0)) + "\n" }.joined(
      separator: "\n")
  }

  private var facts: String {
    let pairs = display.facts.map { FactText($0, glyphs: glyphs) }
    if pairs.isEmpty { return "" }
    return pairs.map { MarkdownText.escaped($0.name) + " **" + MarkdownText.escaped($0.value) + "**" }
      .joined(separator: glyphs.separator) + "\n"
  }

  private var footer: String {
    guard options.footer || display.rowsLeftOut > 0 || display.rowCount == 0, !table.columns.isEmpty else {
      return ""
    }
    let shown = display.rowsLeftOut > 0 ? ", \(display.rowsInAll - display.rowsLeftOut) shown" : ""
    let legend = display.intervalLegend(glyphs).map { glyphs.separator + $0 } ?? ""
    return "*" + display.rowCountText + shown + legend + "*\n"
  }

  private var notes: String {
    table.notes.map { "> " + paragraphs([$0]).split(separator: "\n").joined(separator: "\n> ") + "\n" }
      .joined(separator: "\n")
  }

  private var next: String {
    guard options.footer, !table.next.isEmpty else { return "" }
    return "Next: " + table.next.map { MarkdownText.code(glyphs.cleaned($0)) }.joined(separator: ", ") + "\n"
  }
}
