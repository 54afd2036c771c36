import DataModel
import Testing
import Vocabulary

@testable import Sessions

@Suite struct `Records of a session file` {
  @Test(arguments: [
    "12 rows sha256:9f2c41", "tickets.csv 18240 kept 0 rejected to 2026-09-30 sha256:5f0c",
    "customers.csv 900 kept 3 rejected sha256:77",
    "my to do list.csv 1 kept 0 rejected to 2026-01-01 sha256:ab",
    "0 rows sha256:00",
  ])
  func `survive reading and writing`(text: String) {
    #expect(StatementRecord(text)?.text == text)
  }

  @Test func `are read by their words`() {
    let load = LoadRecord(file: "a to b.csv", kept: 7, rejected: 1, end: "2026-09-30", digest: "5f")
    #expect(StatementRecord("a to b.csv 7 kept 1 rejected to 2026-09-30 sha256:5f") == .load(load))
    #expect(StatementRecord("3 rows sha256:5f") == .result(rows: 3, digest: "5f"))
  }

  @Test(arguments: [
    "", "rows", "x rows sha256:5f", "3 rows 5f", "3 rows sha256:", "a.csv 7 kept sha256:5f", "kept",
  ])
  func `are nothing in any other form`(text: String) {
    #expect(StatementRecord(text) == nil)
  }
}

@Suite struct `JSON beside a session file` {
  @Test(arguments: [
    "null", "true", "[1,-2.5,\"a\"]", "{\"a\":{\"b\":[]},\"c\":\"\\\"\\\\\\n\\t\\u0001\"}", "\"é日👩\"",
    "1e+300",
    "-0.0", "[]", "{}", "9007199254740993",
  ])
  func `survives reading and writing`(text: String) {
    #expect(JSONReader.read(text.utf8)?.text == text)
  }

  @Test func `reads escapes`() {
    #expect(JSONReader.read(#""\u00e9\ud83d\udc69\/\b\f\r""#.utf8) == .text("é👩/\u{8}\u{c}\r"))
  }

  @Test(arguments: [
    "", "{", "[1,", "\"a", "tru", "{\"a\"}", "[1]x", "\"\\ud800\"", "\"\\x\"", "--1", "{1:2}",
  ])
  func `gives nothing for what is broken`(text: String) {
    #expect(JSONReader.read(text.utf8) == nil)
  }

  @Test func `stops at a hostile depth`() {
    #expect(JSONReader.read(String(repeating: "[", count: 100_000).utf8) == nil)
  }
}

@Suite struct `The file of results` {
  private let table = Table(
    columns: [
      Column("stage", .text, part: .key), Column("week", .period(.week), part: .key),
      Column("nps", .number, unit: .points, part: .figure), Column("text", .text),
    ],
    rows: [
      [
        .text("on\"boarding"), .period(CalendarPeriod(grain: .week, index: 20_636)), .number(1.0 / 3),
        .text("my words"),
      ],
      [.missing, .period(CalendarPeriod(grain: .week, index: 20_643)), .missing, .missing],
    ], facts: [Fact("all", .integer(3))])

  @Test func `survives reading and writing`() {
    let result = RecordedResult(
      of: table, statement: "show nps by stage, week", occurrence: 2, digesting: ["text"])
    let file = ResultsFile(
      engine: "DuckDB v1", statements: ["load \"a\"", "show nps by stage, week"], results: [result])
    #expect(ResultsFile(Array(file.text.utf8)) == file)
  }

  @Test func `holds words only as digests`() {
    let result = RecordedResult(of: table, statement: "events", occurrence: 1, digesting: ["text"])
    let text = ResultsFile(engine: nil, statements: [], results: [result]).text
    #expect(!text.contains("my words"))
    #expect(text.contains("on\\\"boarding"))
    // sha256sum of "my words", first 16 digits
    #expect(result.rows[0][3] == .text("sha256:" + SHA256.hexDigest(of: "my words").prefix(16)))
    #expect(result.rows[1][3] == .missing)
  }

  @Test func `keeps ten thousand rows and says how many there were`() {
    let long = Table(columns: [Column("n", .integer)], rows: (0..<10_001).map { [.integer($0)] })
    let result = RecordedResult(of: long, statement: "events", occurrence: 1, digesting: [])
    #expect(result.rows.count == 10_000 && result.rowCount == 10_001 && !result.isWhole)
  }

  @Test(arguments: ["", "{}", "{\"cxsh\":1}\n{\"statement\":3}", "not json"])
  func `is nothing when it is broken`(text: String) {
    #expect(ResultsFile(Array(text.utf8)) == nil)
  }

  @Test func `lies beside its script`() {
    #expect(ResultsFile.path(for: "sessions/q3.cxs") == "sessions/q3.results.jsonl")
    #expect(ResultsFile.path(for: "a.b/q3") == "a.b/q3.results.jsonl")
  }
}
