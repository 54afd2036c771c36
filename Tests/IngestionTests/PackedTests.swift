import DataModel
import Diagnostics
import Engine
import Semantics
import Testing
import Vocabulary

@testable import Ingestion

/// Packed files, and lines that are no rows by the numbers that they have in their own file.
@Suite struct PackedTests {
  static let report =
    "created_at,customer,n\n2026-07-01,\"A\nB\",1\n2026-07-02,C,2\n\n\"Case Report\"\n\"Northbank\"\n"

  /// A Zstandard frame of one block that is not packed, of at most 255 bytes (RFC 8878).
  private func zstandard(_ bytes: [UInt8]) -> [UInt8] {
    let header = UInt32(bytes.count) << 3 | 1
    return [0x28, 0xB5, 0x2F, 0xFD, 0x20, UInt8(bytes.count)]
      + [UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16)] + bytes
  }

  @Test func `Lines below the rows have the file's own numbers, packed or not`() throws {
    let bench = try Bench().write("f.csv", Self.report)
    let plain = try bench.load("f.csv", table: "a")
    let line = "left out below the rows: lines 5 to 7: \"Case Report\", \"Northbank\""
    #expect(plain.report.contains(line), "\(plain.report)")
    try bench.connection.execute(
      """
      copy (select unnest(string_split(rtrim(content, chr(10)), chr(10))) from read_text('\(bench.folder)/f.csv')) \
      to '\(bench.folder)/f.csv.gz' (format csv, header false, delimiter '', quote '', escape '', compression gzip)
      """)
    let packed = try bench.load("f.csv.gz", table: "b")
    #expect(packed.report.contains(line), "\(packed.report)")
    #expect(packed.counts == Counts(read: 2, rejected: 0))
  }

  @Test func `Rows of a sheet are told by the sheet's numbers`() throws {
    let bench = try Bench()
    let folder = ExportCase.folder.replacing("Exports", with: "Workbooks")
    let outcome = try bench.load("footer.xlsx", folder: folder)
    #expect(outcome.report.contains("left out below the rows: row 10: \"Total 45\""), "\(outcome.report)")
    #expect(
      outcome.report.contains("left out above the header: rows 2 to 3: \"Cases of July\", \"Northbank\""))
    #expect(outcome.counts == Counts(read: 3, rejected: 0))
  }

  @Test
  func `What only the engine can unpack is read where it is plain UTF-8, else the message says what to do`()
    throws
  {
    let bench = try Bench()
    let table = "created_at,customer\n2026-07-01,gr\u{FC}n\n"
    try bench.write("f.csv.zst", bytes: zstandard(Array(table.utf8)))
    #expect(try bench.load("f.csv.zst").counts == Counts(read: 1, rejected: 0))
    let latin = table.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let wide: [UInt8] =
      [0xFF, 0xFE] + table.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    for bytes in [latin, wide] {
      try bench.write("g.csv.zst", bytes: zstandard(bytes))
      let mistake = try #require(bench.mistakes("g.csv.zst").first)
      #expect(mistake.code == "compressed-in-other-form", "\(mistake)")
      #expect(mistake.hint == "unpack it, or pack it as .gz")
    }
    let lines = Array("{\"created_at\": \"2026-07-01\", \"customer\": \"gr\u{FC}n\"}\n".unicodeScalars)
      .map { UInt8(truncatingIfNeeded: $0.value) }
    try bench.write("g.jsonl.zst", bytes: zstandard(lines))
    #expect(
      bench.mistakes("g.jsonl.zst").map(\.code) == ["compressed-in-other-form"],
      "\(bench.mistakes("g.jsonl.zst"))")
  }

  @Test func `Pages of an API, one on each line, are the rows that they wrap`() throws {
    let bench = try Bench()
    try bench.write(
      "p.jsonl",
      """
      {"tickets": [{"id": 1, "created_at": "2026-07-01", "via": {"channel": "web"}}, {"id": 2, "created_at": "2026-07-02"}], "count": 4, "next_page": "x"}
      {"tickets": [], "count": 4}

      {"tickets": [{"id": 3, "created_at": "soon"}], "count": 4, "next_page": null}
      {"tickets": [{"id": 4, "created_at": "2026-07-04"}], "users": [{"id": 9}], "count": 4}

      """)
    let outcome = try bench.load("p.jsonl", as: "p")
    #expect(outcome.counts == Counts(read: 4, rejected: 1))
    #expect(
      outcome.report.contains("the rows are the 4 objects in tickets of 4 pages; not read: count, next_page"),
      "\(outcome.report)")
    #expect(try bench.rows("select id from t where _reject is null order by id") == [["1"], ["2"], ["4"]])
    let place = try bench.rows("select _place from t where _reject is not null")
    #expect(place == [["p.jsonl:4"]])
  }

  @Test func `A row with a list of objects is a row, not a page`() throws {
    let bench = try Bench()
    let line = "{\"date\": \"2026-07-01\", \"customer\": \"a\", \"items\": [{\"n\": 1}, {\"n\": 2}]}\n"
    try bench.write("o.jsonl", line + line)
    let outcome = try bench.load("o.jsonl")
    #expect(outcome.counts == Counts(read: 2, rejected: 0))
    #expect(outcome.source.field("items.count") != nil)
  }

  @Test func `Channels of a file that is not recognised are compared with the shared names`() throws {
    let bench = try Bench()
    try bench.write(
      "c.csv",
      "id,created_at,Kanal,channel\n1,2026-07-01,x,Mail\n2,2026-07-01,x,Pigeon\n3,2026-07-01,x,Chat\n4,2026-07-02,x,Mail\n"
    )
    let outcome = try bench.load("c.csv", as: "c")
    #expect(
      outcome.advice == [
        "channel: Mail, Pigeon are not among the names that recognised exports share; to compare them, write: recode "
          + "channel from channel (\"Mail\" = \"email\", \"Pigeon\" = \"other\", else = keep) in c"
      ])
    try bench.write("d.csv", "id,created_at,channel\n1,2026-07-01,chat\n2,2026-07-01,Email\n")
    #expect(try bench.load("d.csv", table: "u").advice == [])
    #expect(try bench.load("zendesk.csv", nil, table: "v", folder: ExportCase.folder).advice == [])
  }

  @Test func `The questions of a survey are kept beside the names of its columns`() throws {
    let bench = try Bench().write("q.csv", ShapeTests.qualtrics)
    let source = try bench.load("q.csv", .surveys).source
    #expect(source.field("Q1")?.question == "How likely?")
    #expect(
      source.field("text")?.question == "Why? Tell us" || source.field("Q2_TEXT")?.question == "Why? Tell us")
    // Where it says no more than the name, there is none.
    #expect(source.fields.first { $0.column == "StartDate" }?.question == nil)
  }

  @Test func `Status numbers of Qualtrics tell previews, tests and spam`() throws {
    let bench = try Bench()
    let codes = [0, 1, 2, 4, 8, 9, 12, 16, 17, 32, 40, 48]
    let rows = codes.map { "2026-07-01 10:00:00,R_\($0),\($0),anonymous,5" }.joined(separator: "\n")
    try bench.write("q.csv", "RecordedDate,ResponseId,Status,DistributionChannel,Q1\n\(rows)\n")
    _ = try bench.load("q.csv", nil)
    #expect(
      try bench.rows("select Status from t where _reject is null order by Status")
        == [["0"], ["4"], ["16"], ["32"], ["48"]])
  }
}
