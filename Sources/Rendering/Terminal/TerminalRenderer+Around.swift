import DataModel

/// What stands above and below the rows.
extension TerminalRenderer {
  func explanation() -> String {
    table.explanation.flatMap(TextLines.of).map { paragraph($0) }.joined()
  }

  /// How many rows there are, what the marks mean, and everything that is not shown.
  ///
  /// Nothing below no rows: why there are none, the notes say.
  func footer(_ layout: TableLayout, asRecords: Bool) -> String {
    guard display.rowCount > 0 else { return "" }
    var text = ""
    if !asRecords, !layout.hidden.isEmpty { text += paragraph(hiddenColumns(layout), .quiet, indent: 2) }
    guard options.footer || display.rowsLeftOut > 0, !table.columns.isEmpty else { return text }
    return paragraph(rowCount, .quiet) + text
  }

  private var rowCount: String {
    var text = display.rowCountText
    if display.rowsLeftOut > 0 {
      let shown = NumberText.groupedByThousands("\(display.rowsInAll - display.rowsLeftOut)")
      text += ", \(shown) shown; " + (table.brief?.others ?? "| export \"rows.csv\" writes them all")
    }
    return display.intervalLegend(glyphs).map { text + glyphs.separator + $0 } ?? text
  }

  private func hiddenColumns(_ layout: TableLayout) -> String {
    let columns = layout.hidden.map { display.columns[$0] }.filter { !$0.followsPrevious }
    let names = columns.map(\.title).joined(separator: ", ")
    let count = columns.count == 1 ? "1 column" : "\(columns.count) columns"
    return "\(count) not shown: \(names); $ | keep the ones you need, or set width \(layout.widthForAll)"
  }

  func notes() -> String {
    table.notes.map { note in
      TextLines.of(note).enumerated().map { index, line in
        paragraph((index == 0 ? "note: " : "  ") + line, indent: 2)
      }.joined()
    }.joined()
  }

  /// Statements to type; a long one is broken where the prompt knows that it goes on.
  func nextQuestions() -> String {
    table.next.map { statement in
      let clean = glyphs.cleaned(statement)
      let room = (options.width ?? Int.max) - 6
      let lines = StatementBreaking.lines(of: clean, fitting: room).flatMap {
        room < 1 || options.width == nil ? [$0] : DisplayWidth.wrapped($0, to: room)
      }
      return lines.enumerated().map { index, text in
        var line = newLine()
        if index == 0 { line.append("next:", .quiet) } else { line.space(5) }
        line.space(1)
        line.append(text, .next)
        return line.line
      }.joined()
    }.joined()
  }

  // MARK: - Facts

  /// Names and values in as many columns as fit, read downwards.
  func facts() -> String {
    guard !display.facts.isEmpty else { return "" }
    let pairs = display.facts.map { FactText($0, glyphs: glyphs) }
    let room = options.width ?? 80
    let most = pairs.count > 3 ? 4 : 1
    let grids = (1...most).reversed().map { FactGrid(pairs, columns: $0) }
    guard let grid = grids.first(where: { $0.width <= room }) else { return factsBelowNames(pairs) }
    return (0..<grid.height).map { row in
      var line = newLine()
      for column in grid.columns where row < column.pairs.count {
        let pair = column.pairs[row]
        line.append(pair.name, .quiet)
        line.space(column.names - DisplayWidth.of(pair.name) + 2)
        line.append(pair.value)
        line.space(column.values - DisplayWidth.of(pair.value) + FactGrid.gap)
      }
      return line.line
    }.joined()
  }

  private func factsBelowNames(_ pairs: [FactText]) -> String {
    pairs.map { paragraph($0.name + "  " + $0.value, indent: 2) }.joined()
  }
}

/// Facts in columns of one height, each as wide as it must be.
private struct FactGrid {
  struct GridColumn {
    var pairs: [FactText]
    var names: Int
    var values: Int
  }

  static let gap = 4
  var columns: [GridColumn]
  var height: Int

  init(_ pairs: [FactText], columns count: Int) {
    let height = (pairs.count + count - 1) / count
    self.height = height
    columns = stride(from: 0, to: pairs.count, by: height).map { start in
      let part = Array(pairs[start..<min(start + height, pairs.count)])
      return GridColumn(
        pairs: part, names: part.map { DisplayWidth.of($0.name) }.max() ?? 0,
        values: part.map { DisplayWidth.of($0.value) }.max() ?? 0)
    }
  }

  var width: Int { columns.reduce(-Self.gap) { $0 + $1.names + 2 + $1.values + Self.gap } }
}
