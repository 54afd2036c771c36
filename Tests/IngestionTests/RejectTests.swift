import DataModel
import Ingestion
import Testing
import Vocabulary

@Suite struct RejectTests {
  @Test func `Rejected rows know their line, counted as an editor counts it`() throws {
    let bench = try Bench()
    try bench.write(
      "f.csv",
      """
      id,created_at,text
      1,2026-07-01,"two
      lines"

      2,,no time
      3,yesterday,odd
      4,2026-07-02
      5,2026-07-03,fine,extra
      6,2026-07-04,"a ""quoted"" word"
      ,,
      7,"2026-07-05","three

      lines"
      8,not now,last
      """)
    let outcome = try bench.load("f.csv")
    #expect([outcome.source.rowsRead, outcome.source.rowsRejected, outcome.source.rowsKept] == [8, 5, 3])
    #expect(outcome.emptyRows == 1)
    #expect(outcome.report.contains("1 row holds nothing but delimiters and is left out"))
    let table = try bench.loader.rejects(of: [outcome.source])
    let found = table.rows.map { row in row.map { if case .text(let text) = $0 { text } else { "-" } } }
    #expect(
      Set(found) == [
        ["f", "f.csv:5", "no time", "2,,no time"],
        ["f", "f.csv:6", "time cannot be read: yesterday", "3,yesterday,odd"],
        ["f", "f.csv:7", "2 fields instead of 3", "4,2026-07-02"],
        ["f", "f.csv:8", "4 fields instead of 3", "5,2026-07-03,fine,extra"],
        ["f", "f.csv:14", "time cannot be read: not now", "8,not now,last"],
      ])
    #expect(outcome.source.files[0].rowsRead == 8)
    #expect(outcome.source.files[0].rowsRejected == 5)
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `Lines are counted whatever ends them`(end: String) throws {
    let bench = try Bench()
    let lines = ["created_at,text", "2026-07-01,\"a\(end)b\"", ",x", "2026-07-01", "2026-07-02,y", "soon,z"]
    try bench.write("f.csv", lines.joined(separator: end) + end)
    let outcome = try bench.load("f.csv")
    let places = try bench.rows("select _place from t where _reject is not null order by 1").map { $0[0] }
    #expect(places == ["f.csv:4", "f.csv:5", "f.csv:7"])
    #expect(outcome.source.rowsRead == 5)
  }

  @Test func `A mark of UTF-8 does not shift anything`() throws {
    let bench = try Bench()
    try bench.write("f.csv", "\u{FEFF}created_at,text\n2026-07-01,x\nbroken\n,y\n")
    let outcome = try bench.load("f.csv")
    #expect(outcome.source.roles == ["text = text", "time = created_at"])
    #expect(
      try bench.rows("select _place, _reject from t where _reject is not null order by 1") == [
        ["f.csv:3", "1 fields instead of 2"], ["f.csv:4", "no time"],
      ])
  }

  @Test func `Lines that end in different ways in one file are all read`() throws {
    let bench = try Bench()
    try bench.write("f.csv", "created_at,text\r\n2026-07-01,x\n2026-07-02,y\r\n,z\n")
    let outcome = try bench.load("f.csv")
    #expect([outcome.source.rowsRead, outcome.source.rowsRejected] == [3, 1])
    #expect(try bench.rows("select text from t where _reject is null order by 1") == [["x"], ["y"]])
  }

  @Test func `A quote that never closes costs one record and is told`() throws {
    let bench = try Bench()
    try bench.write("f.csv", "created_at,text\n2026-07-01,x\n2026-07-02,\"open\n2026-07-03,y\n")
    let outcome = try bench.load("f.csv")
    #expect([outcome.source.rowsRead, outcome.source.rowsRejected] == [2, 1])
    #expect(
      try bench.rows("select _place, _reject from t where _reject is not null") == [
        ["f.csv:3", "a quote is opened and not closed properly"]
      ])
    #expect(outcome.source.remarks.contains { $0.contains("never closed") })
  }

  @Test func `A few bytes that are not UTF-8 cost no row and are told with their lines`() throws {
    let bench = try Bench()
    var bytes = Array("created_at,text\n2026-07-01,größer und schöner\n2026-07-02,".utf8)
    bytes += [0xE4] + Array("b\n2026-07-03,fine\n".utf8)
    try bench.write("f.csv", bytes: bytes)
    let outcome = try bench.load("f.csv")
    #expect([outcome.source.rowsRead, outcome.source.rowsRejected] == [3, 0])
    #expect(
      try bench.rows("select text from t order by time") == [["größer und schöner"], ["\u{FFFD}b"], ["fine"]])
    #expect(
      outcome.report.contains {
        $0.hasPrefix("1 sequence of bytes is no character of utf-8 and became \u{FFFD} (line 3)")
      })
  }

  @Test func `In a large file a row far beyond the others is rejected`() throws {
    let bench = try Bench()
    var lines = ["created_at,n"]
    for day in 1...20 { lines += Array(repeating: "2026-07-\(day < 10 ? "0" : "")\(day),1", count: 600) }
    try bench.write(
      "big.csv", (lines + ["2027-07-01,1", "2026-08-10,1", "2001-01-01,1"]).joined(separator: "\n"))
    let outcome = try bench.load("big.csv")
    #expect(
      try bench.rows("select _place, _reject from t where _reject is not null") == [
        ["big.csv:12002", "time 2027-07-01 is more than 30 days after 99.9 % of the file"]
      ])
    #expect(outcome.records[0].contains("to 2026-08-10"))
    try bench.write("small.csv", (lines.prefix(3000) + ["2027-07-01,1"]).joined(separator: "\n"))
    #expect(try bench.load("small.csv", table: "s").source.rowsRejected == 0)
  }

  @Test func `A customer that is listed twice is kept once`() throws {
    let bench = try Bench()
    try bench.write("customers.csv", "customer_id,persona\nC1,a\nC2,b\nC1,c\n,d\n")
    let outcome = try bench.load("customers.csv", nil)
    #expect(outcome.source.kind == .customers)
    #expect([outcome.source.rowsRead, outcome.source.rowsRejected] == [4, 2])
    #expect(
      try bench.rows("select _place, _reject from t where _reject is not null order by 1") == [
        ["customers.csv:4", "customer C1 is listed before"], ["customers.csv:5", "no customer"],
      ])
    try bench.write("touchpoints.csv", "touchpoint,stage\nLogin,x\nlogin,y\n")
    #expect(try bench.load("touchpoints.csv", nil, table: "p").source.rowsRejected == 1)
  }

  @Test func `A customer's further rows stay where they say more and contradict nothing`() throws {
    let bench = try Bench()
    try bench.write(
      "customers.csv",
      """
      customer_id,persona,email,handle
      C1,a,c1@x.org,
      C1,,c1@y.org,@c1
      C1,a,c1@x.org,
      C1,b,c1@z.org,
      C1,a,,
      C2,,,
      C2,b,,@c2
      C2,,,
      """)
    let outcome = try bench.load("customers.csv", nil)
    #expect(outcome.source.kind == .customers)
    #expect(
      try bench.rows(
        "select _place from t where _reject = 'customer ' || customer || ' is listed before' order by 1")
        == [["customers.csv:4"], ["customers.csv:5"], ["customers.csv:6"], ["customers.csv:9"]])
    #expect([outcome.source.rowsRead, outcome.source.rowsRejected] == [8, 4])
  }

  @Test func `Rows of JSON lines and of an array know their lines`() throws {
    let bench = try Bench()
    try bench.write(
      "a.jsonl", "{\"created_at\":\"2026-07-01\",\"text\":\"x\"}\n\n{\"text\":\"y\"}\n{\"created_at\": \n")
    let lines = try bench.load("a.jsonl", table: "a")
    #expect([lines.source.rowsRead, lines.source.rowsRejected] == [3, 2])
    #expect(
      try bench.rows("select _place, _reject, _raw from a where _reject is not null order by 1") == [
        ["a.jsonl:3", "no time", "{\"text\":\"y\"}"], ["a.jsonl:4", "empty row", "{\"created_at\": "],
      ])
    try bench.write(
      "b.json",
      "[\n {\"created_at\":\"2026-07-01\",\"text\":\"{[\\\"\"},\n {\"text\":\"y\", \"z\":{\"k\":1}}\n]\n")
    _ = try bench.load("b.json", table: "b")
    #expect(
      try bench.rows("select _place, _raw from b where _reject is not null") == [
        ["b.json:3", "{\"text\":\"y\", \"z\":{\"k\":1}}"]
      ])
  }
}
