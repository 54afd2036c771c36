import DataModel

/// Draws a table for a terminal: aligned columns, or records where columns cannot do it justice.
struct TerminalRenderer {
  let table: Table
  let options: RenderOptions
  let display: DisplayTable
  let glyphs: Glyphs
  let painter: Painter

  init(_ table: Table, options: RenderOptions) {
    self.table = table
    self.options = options
    glyphs = .terminal(options)
    display = DisplayTable(
      table, glyphs: glyphs, maximumRows: [options.maximumRows, table.brief?.rows].compactMap { $0 }.min())
    painter = Painter(isOn: options.color)
  }

  func render() -> String {
    let layout = TableLayout(display, width: options.width)
    let asRecords = isBetterAsRecords(layout)
    let rows = table.columns.isEmpty ? "" : asRecords ? records() : columns(layout)
    let blocks = [
      explanation(), rows, footer(layout, asRecords: asRecords), facts(), notes(),
      options.footer ? nextQuestions() : "",
    ]
    // Every block stands apart, for each answers another question of the reader.
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Lines up to which records are better than a table that hides what was asked for.
  private static let linesOfRecords = 80
  /// Columns up to which a hidden figure was asked for: two keys, and two measures beside another period.
  private static let columnsOfFigures = 10

  /// A single row reads better downwards; so do two or three of which a table would show less than a quarter, and the
  /// rows of a small table that would lose a column.
  private func isBetterAsRecords(_ layout: TableLayout) -> Bool {
    if layout.slots.isEmpty { return true }
    if display.rowCount == 1, !display.hasEverybody, display.columns.count > 1 || isOneText { return true }
    if display.rowCount == 0 { return false }
    if losesWhatWasAskedFor(layout) { return true }
    return display.rowCount <= 3 && layout.slots.count * 4 < display.columns.count
  }

  private func losesWhatWasAskedFor(_ layout: TableLayout) -> Bool {
    let columns = display.columns.count { !$0.followsPrevious }
    guard !layout.hidden.isEmpty, display.rowCount * (1 + columns) <= Self.linesOfRecords else {
      return false
    }
    let losesFigure = layout.hidden.contains { display.columns[$0].isFigure }
    return layout.hasFewColumns || losesFigure && columns <= Self.columnsOfFigures
  }

  /// A single value with lines of its own, such as a statement in SQL.
  private var isOneText: Bool { display.columns.first?.cells.first?.lines.isEmpty == false }

  // MARK: - Columns

  private func columns(_ layout: TableLayout) -> String {
    let prose = Prose(display, layout, mark: glyphs.ellipsis)
    var text = titles(layout) + rule(layout)
    if display.hasEverybody {
      text += line(layout, prose) { $0.everybody ?? .plain("") } + rule(layout)
    }
    if display.rowCount == 0 { text += paragraph("no rows", .quiet) }
    for row in 0..<display.rowCount {
      if display.hasTotals, row == display.rowCount - 1 { text += rule(layout) }
      text += line(layout, prose) { $0.cells[row] }
    }
    return text
  }

  private func titles(_ layout: TableLayout) -> String {
    let height = layout.slots.map(\.titleLines.count).max() ?? 1
    var text = ""
    for level in 0..<height {
      text += titleLine(layout, .strong) { slot in
        // Titles stand on the rule: a short one begins further down.
        let index = level - (height - slot.titleLines.count)
        return index >= 0 ? slot.titleLines[index] : ""
      }
    }
    if layout.slots.contains(where: { !display.columns[$0.column].unitText.isEmpty }) {
      text += titleLine(layout, .quiet) { display.columns[$0.column].unitText }
    }
    return text
  }

  private func titleLine(_ layout: TableLayout, _ tone: Tone, _ title: (TableLayout.Slot) -> String) -> String
  {
    var line = newLine()
    for slot in layout.slots {
      line.space(slot.gap)
      let text = DisplayWidth.truncated(title(slot), to: slot.width, mark: glyphs.ellipsis)
      let rest = slot.width - DisplayWidth.of(text)
      // Above a figure with its interval the title stands over the figure.
      let isRight = display.columns[slot.column].alignment == .right && slot.block.interval == 0
      if isRight { line.space(rest) }
      line.append(text, tone)
      if !isRight { line.space(rest) }
    }
    return line.line
  }

  private func rule(_ layout: TableLayout) -> String {
    var line = newLine()
    let length = options.width.map { min($0, layout.width) } ?? layout.width
    line.append(String(repeating: glyphs.rule, count: max(1, length)), .quiet)
    return line.line
  }

  private func line(_ layout: TableLayout, _ prose: Prose, _ cell: (DisplayColumn) -> Cell) -> String {
    let cells = layout.slots.map { cell(display.columns[$0.column]) }
    let texts = layout.slots.indices.map { place in
      prose.wraps(layout.slots[place].column) ? prose.lines(of: cells[place], in: layout.slots[place]) : []
    }
    let height = max(1, texts.map(\.count).max() ?? 1)
    return (0..<height).map { level in
      var line = newLine()
      for (place, slot) in layout.slots.enumerated() {
        line.space(slot.gap)
        var piece = level == 0 ? cells[place] : Cell(tone: cells[place].tone)
        if texts[place].indices.contains(level) { piece.head = texts[place][level] }
        append(piece, of: display.columns[slot.column], in: slot, to: &line)
      }
      return line.line
    }.joined()
  }

  private func append(
    _ cell: Cell, of column: DisplayColumn, in slot: TableLayout.Slot, to line: inout LineBuilder
  ) {
    if column.alignment == .left {
      let text = DisplayWidth.truncated(cell.text, to: slot.width, mark: glyphs.ellipsis)
      line.append(text, cell.tone)
      line.space(slot.width - DisplayWidth.of(text))
      return
    }
    let block = slot.block
    line.space(slot.width - block.width + block.head - DisplayWidth.of(cell.head))
    line.append(cell.head + cell.tail, cell.tone)
    line.space(block.tail - DisplayWidth.of(cell.tail))
    guard block.interval > 0 else { return }
    line.space(1)
    line.append(cell.interval, .quiet)
    line.space(block.interval - DisplayWidth.of(cell.interval))
  }

  func newLine() -> LineBuilder { LineBuilder(painter, width: options.width, mark: glyphs.ellipsis) }

  /// Text over as many lines as it needs.
  func paragraph(_ text: String, _ tone: Tone = .normal, indent: Int = 0) -> String {
    let clean = glyphs.cleaned(text)
    guard let width = options.width else { return painter.paint(clean, tone) + "\n" }
    // What was indented, as a plan is, stays so.
    let margin = min(clean.prefix { $0 == " " }.count, width / 2)
    let words = String(clean.drop { $0 == " " })
    return DisplayWidth.wrapped(words, to: width - margin, indent: indent).map { line in
      var builder = newLine()
      builder.space(margin)
      builder.append(line, tone)
      return builder.line
    }.joined()
  }
}
