import DataModel
import Rendering
import TestSupport
import Testing
import Vocabulary

@Suite struct TerminalTableTests {
  @Test(arguments: SampleTables.all.map(\.name), [60, 80, 120])
  func `draws every table as its golden file`(name: String, width: Int) {
    let table = SampleTables.named(name)
    let options = RenderOptions(width: width, maximumRows: 10)
    expectSnapshot(render(table, as: .table, options: options), named: "table/\(name)-\(width).txt")
  }

  @Test(arguments: ["measures", "compound", "versus", "units"])
  func `colours direction and status, and says both without colour too`(name: String) {
    let options = RenderOptions(width: 100, color: true)
    let colored = render(SampleTables.named(name), as: .table, options: options)
    expectSnapshot(visible(colored), named: "table/\(name)-color.txt")
    #expect(
      stripped(colored) == render(SampleTables.named(name), as: .table, options: RenderOptions(width: 100)))
  }

  @Test func `uses the sixteen colours only`() {
    for (_, table) in SampleTables.all {
      let colored = render(table, as: .table, options: RenderOptions(width: 120, color: true))
      for sequence in colored.split(separator: "\u{1B}[").dropFirst() {
        let code = sequence.prefix { $0 != "m" }
        #expect(["0", "1", "2", "31", "32", "35", "1;31"].contains(code), "\(code)")
      }
    }
  }

  @Test(arguments: ["measures", "compound", "units", "words"])
  func `draws with ASCII alone where asked`(name: String) {
    let options = RenderOptions(width: 72, asciiOnly: true)
    let text = render(SampleTables.named(name), as: .table, options: options)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    expectSnapshot(text, named: "table/\(name)-ascii.txt")
  }

  @Test(arguments: SampleTables.all.map(\.name))
  func `never draws a line wider than the width`(name: String) {
    let table = SampleTables.named(name)
    for width in Array(1...24) + Array(stride(from: 29, through: 140, by: 11)) {
      for ascii in [false, true] {
        let options = RenderOptions(width: width, color: true, asciiOnly: ascii, maximumRows: 12)
        for line in stripped(render(table, as: .table, options: options)).split(separator: "\n") {
          let drawn = DisplayWidth.of(line)
          #expect(drawn <= width, "\(drawn) columns at width \(width): \(line)")
        }
      }
    }
  }

  @Test(arguments: SampleTables.all.map(\.name))
  func `says every column, as shown or as not shown`(name: String) {
    let table = SampleTables.named(name)
    for width in [40, 60, 80, 120, 160, 240] {
      // Titles may be broken at their underscores, and messages at their spaces.
      let text = render(table, as: .table, options: RenderOptions(width: width, maximumRows: 3))
      for column in table.columns where !column.isPartOfFigure {
        let part = column.name.split(separator: "_").last ?? ""
        #expect(text.contains(part), "\(column.name) at width \(width)")
      }
    }
  }

  @Test(arguments: SampleTables.all.map(\.name))
  func `lets nothing through that steers a terminal`(name: String) {
    for format in [OutputFormat.table, .plain] {
      let text = render(SampleTables.named(name), as: format, options: RenderOptions(width: 100))
      let steering = text.unicodeScalars.filter { scalar in
        scalar.properties.generalCategory == .control && scalar != "\n"
          || scalar.properties.isBidiControl || scalar == "\u{200B}"
      }
      #expect(steering.isEmpty)
    }
  }

  @Test func `the width that it asks for shows every column, and one less does not`() throws {
    for name in ["compound", "units", "long measures"] {
      let table = name == "long measures" ? SampleTables.longMeasures : SampleTables.named(name)
      let narrow = render(table, as: .table, options: RenderOptions(width: 60, maximumRows: 30))
      let text = narrow.split(separator: "\n").joined(separator: " ")
      let asked = try #require(text.split(separator: "set width ").last?.prefix { $0.isNumber })
      let enough = try #require(Int(asked), "\(name) says a width")
      func isHidden(at width: Int) -> Bool {
        render(table, as: .table, options: RenderOptions(width: width)).contains("not shown")
      }
      #expect(!isHidden(at: enough), "\(name)")
      #expect(isHidden(at: enough - 1), "\(name)")
    }
  }

  @Test(arguments: [41, 50, 60])
  func `texts give way before a column does`(width: Int) {
    let text = render(SampleTables.quotes, as: .table, options: RenderOptions(width: width))
    let title = text.split(separator: "\n").first ?? ""
    #expect(title.contains("time") && title.contains("persona") && title.contains("text"), "\(text)")
    #expect(!text.contains("not shown"))
  }

  @Test func `a small table becomes records before it loses a figure`() {
    let text = render(SampleTables.measures, as: .table, options: RenderOptions(width: 50))
    #expect(!text.contains("not shown"))
    #expect(text.contains("── 2 of 5 ") && text.contains("revenue          98,230"))
    let long = render(SampleTables.longMeasures, as: .table, options: RenderOptions(width: 50))
    #expect(long.contains("not shown: ") && long.contains("; $ | keep the ones you"))
  }

  @Test func `says of no rows why there are none, and nothing of the columns`() {
    var table = SampleTables.wide
    table.rows = []
    table.notes = ["The period lies outside the data."]
    let text = render(table, as: .table, options: RenderOptions(width: 60))
    #expect(text.hasSuffix("\nno rows\n\nnote: The period lies outside the data.\n"), "\(text)")
  }

  @Test(arguments: [(Column.Part.figure, false), (.plain, true)])
  func `a figure beside another period is worth records, a detail is not`(part: Column.Part, isHidden: Bool) {
    let columns = (1...9).map { Column("measure_\($0)", .integer, unit: .count, part: part) }
    let rows = (1...5).map { row in [.text("stage \(row)")] + (1...9).map { Value.integer(Int64($0)) } }
    let table = Table(columns: [Column("stage", .text, part: .key)] + columns, rows: rows)
    let text = render(table, as: .table, options: RenderOptions(width: 50))
    #expect(text.contains("not shown") == isHidden, "\(text)")
  }

  @Test func `a long listing stays a table`() {
    var table = SampleTables.fields
    table.rows = Array(repeating: table.rows[0], count: 16)
    let text = render(table, as: .table, options: RenderOptions(width: 45))
    #expect(text.hasPrefix("field ") && text.contains("not shown"))
  }

  @Test func `without a width nothing is truncated or hidden`() {
    let text = render(SampleTables.words, as: .table, options: RenderOptions(width: nil))
    #expect(text.contains("somebody closed the conversation."))
    let wide = render(SampleTables.compound, as: .table, options: RenderOptions(width: nil))
    #expect(wide.contains("persist_change") && !wide.contains("not shown"))
  }

  @Test func `keeps the totals row when the table is cut, and counts the rest`() {
    let text = render(SampleTables.long, as: .table, options: RenderOptions(maximumRows: 2))
    #expect(text.contains("1,500 rows, 2 shown"))
    #expect(text.contains("total       900,000"))
  }

  @Test func `without a footer what is not shown is still said`() {
    let options = RenderOptions(width: 100, maximumRows: 2, footer: false)
    let text = render(SampleTables.compound, as: .table, options: options)
    #expect(text.contains("8 rows, 2 shown") && text.contains("not shown: "))
    #expect(!render(SampleTables.versus, as: .table, options: RenderOptions(footer: false)).contains("next:"))
  }

  @Test func `a figure and its sample size are hidden together`() {
    for width in 20...90 {
      let text = render(SampleTables.longMeasures, as: .table, options: RenderOptions(width: width))
      guard let title = text.split(separator: "\n").first(where: { $0.contains("channel") }) else { continue }
      let words = title.split(separator: " ")
      let figures = words.filter { $0.hasPrefix("nps") || $0.hasSuffix("rate") }
      #expect(words.filter { $0 == "n" }.count == figures.count, "width \(width): \(title)")
    }
  }

  @Test func `a bound whose partner was dropped is a column of its own`() {
    let table = Table(
      columns: [
        Column("stage", .text, part: .key), Column("nps", .number, unit: .points),
        Column("nps_low", .number, unit: .points, part: .low(of: "nps")),
      ], rows: [[.text("a"), .number(10), .number(5)], [.text("b"), .number(1), .number(-3)]])
    let lines = render(table, as: .table).split(separator: "\n")
    #expect(lines[0] == "stage     nps  nps_low")
    #expect(lines[3] == "a          10        5")
  }

  @Test func `a text with lines of its own keeps them in a record`() {
    let table = Table(columns: [Column("sql", .text)], rows: [[.text("select 1\n  from t\r\n\u{1B}[2J")]])
    #expect(
      render(table, as: .table, options: RenderOptions(footer: false))
        == "sql  select 1\n       from t\n     ␛[2J\n")
  }

  @Test func `a statement to type keeps every blank in its quotes and is broken where it goes on`() {
    let next =
      "show tickets by stage where topic in (\"a  b\", \"c | d\") and channel = chat | top 5 by tickets | keep stage"
    let table = Table(columns: [], rows: [], next: [next])
    #expect(render(table, as: .table, options: RenderOptions(width: 200)) == "next: \(next)\n")
    let lines = render(table, as: .table, options: RenderOptions(width: 40)).split(separator: "\n")
      .map { String($0.dropFirst(6)) }
    #expect(lines.joined(separator: " ") == next)
    #expect(
      lines == [
        "show tickets by stage where", "topic in (\"a  b\", \"c | d\") and",
        "channel = chat | top 5 by", "tickets | keep stage",
      ])
  }

  @Test func `an explanation keeps its indentation`() {
    let table = Table(
      columns: [], rows: [], explanation: ["scan\n  filter channel = chat and stage = onboarding"])
    let text = render(table, as: .table, options: RenderOptions(width: 24))
    #expect(text == "scan\n  filter channel = chat\n  and stage = onboarding\n")
  }

  /// The text with escape sequences that can be read in a golden file.
  private func visible(_ text: String) -> String {
    text.split(separator: "\u{1B}[0m", omittingEmptySubsequences: false).joined(separator: "⟩")
      .split(separator: "\u{1B}[", omittingEmptySubsequences: false).joined(separator: "⟨")
  }

  private func stripped(_ text: String) -> String {
    let pieces = text.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
    return String(pieces[0])
      + pieces.dropFirst().map { String($0[$0.index(after: $0.firstIndex(of: "m") ?? $0.startIndex)...]) }
      .joined()
  }
}

extension Column {
  var isPartOfFigure: Bool {
    switch part {
    case .low, .high, .sampleSize, .assumed: true
    case .key, .figure, .plain: false
    }
  }
}

extension SampleTables {
  static func named(_ name: String) -> Table {
    all.first { $0.name == name }?.table ?? Table(columns: [], rows: [])
  }
}
