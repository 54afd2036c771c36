import DataModel

/// Tables as HTML that a screen reader can walk through: captions, scopes, no pictures, nothing from elsewhere.
struct HTMLRenderer {
  private let table: Table
  private let options: RenderOptions
  private let glyphs = Glyphs.document
  private let display: DisplayTable

  init(_ table: Table, options: RenderOptions) {
    self.table = table
    self.options = options
    display = DisplayTable(table, glyphs: glyphs, maximumRows: options.maximumRows)
  }

  /// A section with the table and what stands around it.
  func fragment() -> String {
    "<section class=\"result\">\n" + explanation + grid + facts + notes + next + "</section>\n"
  }

  // MARK: - The grid

  private var grid: String {
    guard !display.columns.isEmpty else { return "" }
    var text = "<table>\n<caption>" + HTMLText.escaped(caption) + "</caption>\n<thead>\n<tr>"
    text += display.columns.map(title).joined() + "</tr>\n</thead>\n<tbody>\n"
    if display.hasEverybody { text += row(class: "all") { $0.everybody ?? .plain("") } }
    let bodyRows = display.rowCount - (display.hasTotals ? 1 : 0)
    for index in 0..<bodyRows { text += row { $0.cells[index] } }
    text += "</tbody>\n"
    if display.hasTotals { text += "<tfoot>\n" + row { $0.cells[bodyRows] } + "</tfoot>\n" }
    return text + "</table>\n"
  }

  private var caption: String {
    let shown = display.rowsLeftOut > 0 ? ", \(display.rowsInAll - display.rowsLeftOut) shown" : ""
    return display.rowCountText + shown + (display.intervalLegend(glyphs).map { glyphs.separator + $0 } ?? "")
  }

  private func title(_ column: DisplayColumn) -> String {
    let unit = column.unitText.isEmpty ? "" : " <small>" + HTMLText.escaped(column.unitText) + "</small>"
    let style = column.alignment == .right ? " class=\"number\"" : ""
    return "<th scope=\"col\"\(style)>" + HTMLText.escaped(column.title) + unit + "</th>"
  }

  private func row(class name: String? = nil, _ cell: (DisplayColumn) -> Cell) -> String {
    let cells = display.columns.map { self.cell(cell($0), of: $0) }
    return "<tr\(name.map { " class=\"\($0)\"" } ?? "")>" + cells.joined() + "</tr>\n"
  }

  private func cell(_ cell: Cell, of column: DisplayColumn) -> String {
    let classes = [column.alignment == .right ? "number" : nil, Self.className(of: cell.tone)].compactMap {
      $0
    }
    var attributes = classes.isEmpty ? "" : " class=\"" + classes.joined(separator: " ") + "\""
    // A text of another direction must not turn its neighbours around.
    if column.isText { attributes += " dir=\"auto\"" }
    var content = HTMLText.escaped(cell.head + cell.tail)
    if !cell.interval.isEmpty { content += " <small>" + HTMLText.escaped(cell.interval) + "</small>" }
    return column.isKey && !cell.text.isEmpty
      ? "<th scope=\"row\"\(attributes)>\(content)</th>" : "<td\(attributes)>\(content)</td>"
  }

  private static func className(of tone: Tone) -> String? {
    switch tone {
    case .normal, .strong, .next: nil
    case .quiet: "quiet"
    case .bad: "bad"
    case .good: "good"
    case .alarm: "alarm"
    case .watch: "watch"
    }
  }

  // MARK: - Around it

  private var explanation: String { paragraphs(table.explanation, class: "explanation") }

  private var notes: String { paragraphs(table.notes, class: "note") }

  private func paragraphs(_ texts: [String], class name: String) -> String {
    texts.map { "<p class=\"\(name)\">" + HTMLText.escaped(glyphs.cleaned($0)) + "</p>\n" }.joined()
  }

  private var facts: String {
    let pairs = display.facts.map { FactText($0, glyphs: glyphs) }
    if pairs.isEmpty { return "" }
    let items = pairs.map {
      "<div><dt>" + HTMLText.escaped($0.name) + "</dt><dd>" + HTMLText.escaped($0.value) + "</dd></div>\n"
    }
    return "<dl>\n" + items.joined() + "</dl>\n"
  }

  private var next: String {
    guard options.footer else { return "" }
    return table.next.map {
      "<p class=\"next\">Next: <code>" + HTMLText.escaped(glyphs.cleaned($0)) + "</code></p>\n"
    }
    .joined()
  }

  // MARK: - The page

  static let pageStart = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>cxsh</title>
    <style>
    :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
    body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
    .result { margin-bottom: 3rem; overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    caption { caption-side: bottom; text-align: left; padding-top: .5rem; opacity: .7; }
    th, td { padding: .25rem .75rem; text-align: left; vertical-align: top; }
    tbody th, tfoot th { font-weight: 500; }
    .number { text-align: right; white-space: nowrap; }
    thead tr, tr.all { border-bottom: 1px solid; }
    tfoot tr { border-top: 1px solid; }
    small, .quiet, .note, dt { opacity: .7; }
    .bad, .alarm { color: light-dark(#a40000, #ff8a80); }
    .good { color: light-dark(#1b5e20, #a5d6a7); }
    .watch { color: light-dark(#7b1fa2, #e1a6f5); }
    .alarm { font-weight: 700; }
    dl { display: flex; flex-wrap: wrap; gap: .25rem 2rem; }
    dl div { display: flex; gap: .5rem; }
    dd { margin: 0; }
    </style>
    </head>
    <body>

    """

  static let pageEnd = "</body>\n</html>\n"
}

/// Text put into HTML so that it stays text.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\n": result.append(contentsOf: "<br>".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
