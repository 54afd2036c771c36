import DataModel
import Diagnostics
import Ingestion
import Testing
import Vocabulary

@Suite struct BadInputTests {
  struct Case: Sendable {
    var name: String
    var bytes: [UInt8]
    var code: String

    init(_ name: String, _ text: String, _ code: String) { self.init(name, Array(text.utf8), code) }
    init(_ name: String, _ bytes: [UInt8], _ code: String) {
      (self.name, self.bytes, self.code) = (name, bytes, code)
    }
  }

  @Test(arguments: [
    Case("empty.csv", "", "empty-file"), Case("blank.csv", "\n\n  \n", "empty-file"),
    Case("mark.csv", "\u{FEFF}", "empty-file"), Case("header.csv", "id,created_at\n", "header-only"),
    Case("header.tsv", "id\tcreated_at", "header-only"),
    Case("binary.csv", [1, 0, 2, 200, 0, 7], "foreign-file"),
    Case("sheet.csv", Array("PK\u{3}\u{4}rest".utf8), "broken-workbook"),
    Case("page.csv", "<!DOCTYPE html><html></html>", "foreign-file"),
    Case("wide.csv", [0xFF, 0xFE, 105, 0, 100, 0], "header-only"),
    Case("no-time.csv", "id,text\n1,x\n", "no-time-column"),
    Case("bad-time.csv", "created_at,text\nsoon,x\nlater,y\n", "no-time-column"),
    Case("data.csv", "2026-07-01,17,x\n2026-07-02,18,y\n", "missing-header"),
    Case("a.json", "hello", "not-json"), Case("b.json", "[1, 2]", "no-records"),
    Case("c.json", "[]", "no-records"),
    Case("d.json", "[{\"created_at\": \"2026-07-01\"},", "cut-off"),
    Case("f.json", "[{\"created_at\": soon}]", "malformed-json"),
    Case("e.parquet", "created_at,text\n", "foreign-file"),
  ]) func `Each kind of bad file has its message, and nothing stays behind`(one: Case) throws {
    let bench = try Bench().write(one.name, bytes: one.bytes)
    let found = bench.mistakes(one.name)
    #expect(found.map(\.code) == [one.code])
    #expect(found.first?.message.contains(one.name) == true)
    #expect(found.first?.span == Span(5, 5 + one.name.utf8.count))
    #expect(try bench.tables() == [])
  }

  @Test func `A missing file is answered with its neighbours`() throws {
    let bench = try Bench().write("tickets.csv", "x").write("surveys.csv", "x")
    #expect(bench.mistakes("tickts.csv").map(\.hint) == ["did you mean tickets.csv?"])
    #expect(bench.mistakes("*.parquet").map(\.code) == ["empty-pattern"])
    #expect(bench.mistakes("nowhere/x.csv").map(\.code) == ["missing-file"])
    #expect(bench.mistakes("").map(\.code) == ["folder-without-script"])
  }

  @Test func `What a file holds must be told by somebody`() throws {
    let bench = try Bench().write("export.csv", "date,x\n2026-07-01,1\n")
    #expect(bench.mistakes("export.csv", nil).map(\.code) == ["unknown-kind"])
  }

  @Test func `A wrong with names the column, the place and what is near`() throws {
    let bench = try Bench().write("f.csv", "created_at,Segment,words\n2026-07-01,a,b\n")
    let unknown = bench.mistakes("f.csv", with: [with(.persona, "Segmnt"), with(.topic, "nothing")])
    #expect(unknown.map(\.code) == ["unknown-column", "unknown-column"])
    #expect(unknown[0].hint == "did you mean Segment?")
    #expect(unknown[0].span == Span(30, 36))
    #expect(bench.mistakes("f.csv", with: [with(.joined, "words")]).map(\.code) == ["role-of-other-kind"])
    #expect(bench.mistakes("f.csv", with: [with(.csatScore, "words")]).map(\.code) == ["column-does-not-fit"])
  }

  @Test func `What was loaded before stays loaded when a load fails`() throws {
    let bench = try Bench().write("f.csv", "created_at\n2026-07-01\n").write("g.csv", "x,y\n1,2\n")
    _ = try bench.load("f.csv", table: "first")
    do throws(Mistakes) { _ = try bench.load("g.csv", table: "second") } catch {}
    #expect(try bench.tables() == ["first"])
    #expect(try bench.number("select count(*) from first") == 1)
  }

  @Test func `A field of ten megabytes is read`() throws {
    let bench = try Bench()
    let long = String(repeating: "words ", count: 1_700_000)
    try bench.write("f.csv", "created_at,text\n2026-07-01,\"\(long)\"\n2026-07-02,short\n")
    let outcome = try bench.load("f.csv")
    #expect(outcome.source.rowsKept == 2)
    #expect(try bench.number("select max(length(text)) from t") == 10_199_999)
  }

  @Test func `Empty and repeated column names are made names, and told`() throws {
    let bench = try Bench().write("f.csv", "created_at,,x,X,\n2026-07-01,1,2,3,4\n")
    let outcome = try bench.load("f.csv")
    #expect(outcome.source.fields.map(\.name) == ["time", "column_2", "x", "X_2", "column_5"])
    #expect(outcome.source.remarks.contains("column 2 has no name: it is called column_2"))
    #expect(outcome.source.remarks.contains("the name X stands twice: column 4 is called X_2"))
    #expect(try bench.rows("select column_2, x, \"X_2\", column_5 from t") == [["1", "2", "3", "4"]])
  }

  @Test func `Rows that are longer than the header get columns where all of them are`() throws {
    let bench = try Bench().write("f.csv", "created_at,a\n2026-07-01,1,\n2026-07-02,2,\n")
    let outcome = try bench.load("f.csv")
    #expect([outcome.source.rowsRead, outcome.source.rowsRejected] == [2, 0])
  }

  @Test func `Cells that do not fit are missing and counted, the row stays`() throws {
    let bench = try Bench().write(
      "f.csv",
      "created_at,csat,reopened\n2026-07-01,5,yes\n2026-07-02,many,no\n2026-07-03,9,maybe\n2026-07-04,1,\n2026-07-05,2,yes\n"
    )
    let source = try bench.load("f.csv", with: [with(.csatScore, "csat", scale: 1...5)]).source
    #expect(source.rowsKept == 5)
    #expect(source.field("csat_score")?.unreadable == 2)
    #expect(source.field("csat_score")?.missing == 2)
    #expect(source.field("reopened")?.unreadable == 1)
    #expect(source.field("reopened")?.missing == 2)
  }

  @Test func `Hostile names of files and columns are only names`() throws {
    let bench = try Bench()
    let name = "a'b\"; drop table t; --[1]*.csv"
    try bench.write(name, "created_at,\"\"\";drop table t;--\",'x',_reject,rowid,`b`\n2026-07-01,1,2,3,4,5\n")
    let outcome = try bench.load(name)
    #expect(
      outcome.source.fields.map(\.name) == [
        "time", "\";drop table t;--", "'x'", "_reject_2", "rowid_2", "`b`",
      ])
    #expect(
      try bench.rows("select * exclude (_reject, _place, _raw) from t") == [
        ["2026-07-01 00:00:00", "1", "2", "3", "4", "5"]
      ])
    #expect(try bench.loader.rejects(of: [outcome.source]).rows.isEmpty)
  }
}
