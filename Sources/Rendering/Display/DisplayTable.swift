import DataModel

/// A column as it is drawn: one of the table's figures with its interval, or one column alone.
struct DisplayColumn {
  /// The name of the table's column, by which a statement can ask for it.
  var name: String
  /// What stands above it: the name, or `n` for a sample size beside its figure.
  var title: String
  var unitText: String
  var alignment: DisplayWidth.Alignment
  var cells: [Cell]
  /// The cell of the ALL row.
  var everybody: Cell?
  var isKey: Bool
  var isText: Bool
  /// A figure that was asked for.
  var isFigure: Bool
  var givesWay: Int
  /// Drawn and hidden together with the column on its left: a figure never loses its sample size.
  var followsPrevious: Bool
}

/// A table as people see it, before any decision about width.
struct DisplayTable {
  var columns: [DisplayColumn]
  var rowCount: Int
  /// Rows of the table without the one of the totals.
  var rowsInAll: Int
  /// Rows of the table that are not drawn because there are too many; they lie before the totals row.
  var rowsLeftOut: Int
  var hasTotals: Bool
  /// The facts that are not in the ALL row.
  var facts: [Fact]

  var hasEverybody: Bool { columns.contains { $0.everybody != nil } }

  init(_ table: Table, glyphs: Glyphs, maximumRows: Int? = nil) {
    let builder = DisplayTableBuilder(table, glyphs: glyphs, maximumRows: maximumRows)
    columns = builder.columns()
    rowCount = builder.rows.count
    rowsInAll = table.rows.count - (table.hasTotals && !table.rows.isEmpty ? 1 : 0)
    rowsLeftOut = table.rows.count - builder.rows.count
    hasTotals = table.hasTotals && !builder.rows.isEmpty
    facts = table.facts.filter { fact in builder.everybodyColumn(of: fact) == nil }
  }
}

private struct DisplayTableBuilder {
  let table: Table
  let glyphs: Glyphs
  let rows: [[Value]]
  private let everybody: [String: Value]

  init(_ table: Table, glyphs: Glyphs, maximumRows: Int?) {
    self.table = table
    self.glyphs = glyphs
    rows = Self.drawnRows(of: table, atMost: maximumRows)
    everybody = Dictionary(
      table.facts.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The head of the table; the totals stay, for they are what a long table is summed up by.
  private static func drawnRows(of table: Table, atMost limit: Int?) -> [[Value]] {
    guard let limit, table.rows.count > limit else { return table.rows }
    guard table.hasTotals, let totals = table.rows.last else { return Array(table.rows.prefix(limit)) }
    return table.rows.dropLast().prefix(limit) + [totals]
  }

  func everybodyColumn(of fact: Fact) -> Column? {
    table.columns.first { Table.everybodyPrefix + $0.name == fact.name && $0.part != .key }
  }

  func columns() -> [DisplayColumn] {
    let statuses = table.index(of: "status")
    var columns: [DisplayColumn] = []
    for index in table.columns.indices where !isDrawnWithFigure(table.columns[index].part) {
      columns.append(column(index))
      if let size = partner(.sampleSize(of: table.columns[index].name)) {
        columns.append(sampleSize(size))
      }
    }
    nameTotalsAndEverybody(&columns)
    if let statuses { applyStatus(of: statuses, to: &columns) }
    return columns
  }

  /// A low, high or n whose figure is there; one whose partners were dropped is a column like any other.
  private func isDrawnWithFigure(_ part: Column.Part) -> Bool {
    switch part {
    case .low(let figure): table.index(of: figure) != nil && partner(.high(of: figure)) != nil
    case .high(let figure): table.index(of: figure) != nil && partner(.low(of: figure)) != nil
    case .sampleSize(let figure), .assumed(let figure): table.index(of: figure) != nil
    case .key, .figure, .plain: false
    }
  }

  private func partner(_ part: Column.Part) -> Int? {
    table.columns.firstIndex { $0.part == part }
  }

  private func column(_ index: Int) -> DisplayColumn {
    let column = table.columns[index]
    let low = partner(.low(of: column.name))
    let high = partner(.high(of: column.name))
    let assumed = partner(.assumed(of: column.name))
    let formatter = formatter(index)
    func cell(_ value: (Int) -> Value) -> Cell {
      var cell = formatter.cell(value(index))
      if let low, let high { cell = formatter.cell(value(index), low: value(low), high: value(high)) }
      if let assumed, value(assumed) == .boolean(true) { cell.tail += "?" }
      return cell
    }
    return DisplayColumn(
      name: column.name, title: glyphs.cleaned(column.name),
      unitText: formatter.unitText, alignment: Self.isNumeric(column.kind) ? .right : .left,
      cells: rows.map { row in cell { row[$0] } },
      everybody: everybodyValue(index).map { _ in cell { everybodyValue($0) ?? .missing } },
      isKey: column.part == .key, isText: column.kind == .text,
      isFigure: column.part == .figure, givesWay: column.givesWay, followsPrevious: false)
  }

  private func sampleSize(_ index: Int) -> DisplayColumn {
    var column = column(index)
    column.title = "n"
    column.followsPrevious = true
    for row in column.cells.indices { column.cells[row].tone = .quiet }
    return column
  }

  private func formatter(_ index: Int) -> ColumnFormatter {
    var values = rows.map { $0[index] }
    if let value = everybodyValue(index) { values.append(value) }
    return ColumnFormatter(table.columns[index], values: values, glyphs: glyphs)
  }

  private func everybodyValue(_ index: Int) -> Value? {
    let column = table.columns[index]
    return column.part == .key ? nil : everybody[Table.everybodyPrefix + column.name]
  }

  private static func isNumeric(_ kind: Column.Kind) -> Bool { kind == .integer || kind == .number }

  /// The first key says what the rows without keys are.
  private func nameTotalsAndEverybody(_ columns: inout [DisplayColumn]) {
    if table.hasTotals, let last = rows.indices.last {
      for (place, index) in columns.indices.filter({ columns[$0].isKey }).enumerated() {
        columns[index].cells[last] = place == 0 ? .plain("total", .strong) : .plain("")
      }
    }
    guard columns.contains(where: { $0.everybody != nil }), let first = columns.indices.first else { return }
    if columns[first].everybody == nil { columns[first].everybody = .plain("ALL", .strong) }
  }

  /// Colours the words of a status, and keeps colour out of the rows where nothing was found.
  private func applyStatus(of index: Int, to columns: inout [DisplayColumn]) {
    guard let place = columns.firstIndex(where: { $0.name == "status" }) else { return }
    if let tone = columns[place].everybody.flatMap({ StatusTone.tones[$0.text] }) {
      columns[place].everybody?.tone = tone
    }
    for (row, values) in rows.enumerated() {
      guard case .text(let word) = values[index], let tone = StatusTone.tones[word] else { continue }
      columns[place].cells[row].tone = tone
      if tone == .quiet {
        for column in columns.indices { columns[column].cells[row].tone = .quiet }
      }
    }
  }
}

/// The words of a status column and how loud each is.
enum StatusTone {
  static let tones: [String: Tone] = [
    "compound": .alarm, "watch": .watch, "tickets_only": .strong, "sentiment_only": .strong,
    "clear": .quiet, "insufficient": .quiet, "blind": .alarm, "unseen": .watch, "thin": .strong,
    "empty": .watch, "quiet": .quiet, "covered": .quiet, "silent": .alarm,
    "closed": .watch, "losing": .alarm, "biased": .alarm, "skewed": .watch, "even": .quiet, "heard": .quiet,
    "untested": .quiet,
  ]
}
