import DataModel
import Diagnostics
import Engine
import Ingestion
import Semantics
import Testing
import Vocabulary

@Suite struct FormatTests {
  private static let rows =
    "created_at,via,text\n2026-07-01,chat,\"a, b\"\n2026-07-02,mail,\"say \"\"x\"\"\"\n"

  @Test(arguments: [
    ("a.csv", ";"), ("b.csv", "\t"), ("c.tsv", "\t"), ("d.txt", "|"), ("e.csv", ","),
  ]) func `The delimiter is recognised`(name: String, delimiter: String) throws {
    let text = "created_at,via,text\n2026-07-01,chat,a\n2026-07-02,mail,\"b\"\n"
    let bench = try Bench().write(name, text.split(separator: ",").joined(separator: delimiter))
    _ = try bench.load(name)
    #expect(try bench.rows("select channel, text from t order by rowid") == [["chat", "a"], ["mail", "b"]])
  }

  @Test func `Parquet, gzip and JSON give what the CSV gives`() throws {
    let bench = try Bench().write("f.csv", Self.rows)
    for (name, options) in [
      ("f.parquet", "format parquet"), ("f.json", "format json, array true"), ("f.jsonl", "format json"),
      ("f.csv.gz", "format csv, compression gzip"),
    ] {
      try bench.connection.execute(
        "copy (select * from read_csv('\(bench.folder)/f.csv')) to '\(bench.folder)/\(name)' (\(options))")
    }
    for name in ["f.csv", "f.parquet", "f.json", "f.jsonl", "f.csv.gz"] {
      let outcome = try bench.load(name, table: name)
      #expect(outcome.source.roles == ["channel = via", "text = text", "time = created_at"], "\(name)")
      #expect(
        try bench.rows("select time, channel, text from \"\(name)\" order by rowid") == [
          ["2026-07-01 00:00:00", "chat", "a, b"], ["2026-07-02 00:00:00", "mail", "say \"x\""],
        ], "\(name)")
    }
  }

  @Test func `A pattern reads all its files as one source, by the names of their columns`() throws {
    let bench = try Bench()
    try bench.write("q-1.csv", "created_at,via\n2026-07-01,chat\n")
    try bench.write("q-2.csv", "Via,extra,created_at\nmail,7,2026-08-01\nweb,8,\n")
    let outcome = try bench.load("q-*.csv")
    #expect(outcome.source.files.map(\.path) == ["q-1.csv", "q-2.csv"])
    #expect(outcome.source.files.map(\.rowsRead) == [1, 2])
    #expect(outcome.source.files.map(\.rowsRejected) == [0, 1])
    #expect(
      try bench.rows("select channel, extra, _place from t order by rowid") == [
        ["chat", "-", "-"], ["mail", "7", "-"], ["web", "8", "q-2.csv:3"],
      ])
    #expect(
      outcome.records.map { String($0.prefix(45)) } == [
        "q-1.csv 1 kept 0 rejected to 2026-07-01 sha25", "q-2.csv 1 kept 1 rejected to 2026-08-01 sha25",
      ])
  }

  @Test func `Paths belong to the folder that they are written in`() throws {
    let bench = try Bench().write("f.csv", Self.rows)
    #expect(try bench.load("f.csv", table: "a").source.files[0].path == "f.csv")
    let absolute = bench.folder + "/f.csv"
    #expect(try bench.load(absolute, table: "b", folder: "/nowhere").source.files[0].path == absolute)
    #expect(
      try bench.load("./../\(bench.folder.split(separator: "/").last ?? "")/f.csv", table: "c").source
        .rowsKept == 2)
  }

  @Test func `The digest is the file's SHA-256`() throws {
    let bench = try Bench()
    let text = "created_at,n\n" + (0..<30_000).map { "2026-07-01,\($0 &* 2_654_435_761 % 99_991)\n" }.joined()
    try bench.write("f.csv", text)
    let file = try bench.load("f.csv").source.files[0]
    #expect(file.byteCount == text.utf8.count)
    #expect(
      try bench.rows("select sha256(content) from read_blob('\(bench.folder)/f.csv')") == [[file.digest]])
  }

  @Test func `Kinds come from the file's name, its columns, or the statement`() throws {
    let bench = try Bench()
    let text = "created_at,n\n2026-07-01,1\n"
    let names: [(String, SourceKind)] = [
      ("customer_support_tickets.csv", .tickets), ("Call Center.csv", .calls), ("nps-2026.csv", .surveys),
      ("AppReviews.csv", .reviews), ("web_sessions.csv", .interactions), ("tweets.csv", .mentions),
      ("userInterviews.csv", .interviews),
    ]
    for (number, (name, kind)) in names.enumerated() {
      try bench.write(name, text)
      #expect(try bench.load(name, nil, table: "t\(number)").source.kind == kind, "\(name)")
    }
    try bench.write("export.csv", "tweet_id,created_at\n1,2026-07-01\n")
    #expect(try bench.load("export.csv", nil, table: "x").source.kind == .mentions)
    #expect(try bench.load("export.csv", .calls, table: "y").source.kind == .calls)
  }

  @Test func `A column of kinds gives each row its own`() throws {
    let bench = try Bench().write(
      "f.csv", "created_at,kind\n2026-07-01,ticket\n2026-07-01,Calls\n2026-07-01,\n")
    let source = try bench.load("f.csv", .interactions).source
    #expect(source.hasKindColumn)
    #expect(try bench.rows("select kind from t order by rowid") == [["ticket"], ["call"], ["-"]])
    let other = try Bench().write("f.csv", "created_at,kind\n2026-07-01,soft\n2026-07-01,hard\n")
    #expect(try other.load("f.csv").source.hasKindColumn == false)
  }

  @Test(arguments: [
    ("tickets.csv", "tickets"), ("a/b/Call Center (2).csv", "call_center_2"), ("2026-q3.jsonl", "s2026_q3"),
    ("x.csv.gz", "x"), ("q-*.csv", "q"), ("***", "source"), ("Größe.csv", "größe"),
  ]) func `Aliases come from the file's name`(path: String, alias: String) {
    #expect(Loader.defaultAlias(for: path) == alias)
  }

  @Test func `Names in with win over what is recognised, and one column may fill two roles`() throws {
    let bench = try Bench().write("f.csv", "created_at,closed,channel,via\n2026-07-01,2026-07-09,a,b\n")
    let outcome = try bench.load(
      "f.csv", with: [with(.time, " CLOSED "), with(.channel, "via"), with(.topic, "via")])
    #expect(outcome.source.roles.contains("time = closed"))
    #expect(
      try bench.rows("select time, channel, topic, channel_2 from t") == [
        ["2026-07-09 00:00:00", "b", "b", "a"]
      ])
    #expect(outcome.source.field("channel_2")?.column == "channel")
  }

  @Test func `A described file tells what a load would give and loads nothing`() throws {
    let bench = try Bench().write("tickets.csv", "When,Via,CSAT\n2026-07-01,chat,4\n2026-07-02,,5\n")
    let table = try bench.loader.describe(path: "tickets.csv", baseFolder: bench.folder)
    #expect(table.columns.map(\.name) == ["column", "role", "type", "missing", "examples"])
    #expect(
      table.rows == [
        [.text("When"), .missing, .text("instant"), .number(0), .text("2026-07-01 | 2026-07-02")],
        [.text("Via"), .text("channel"), .text("text"), .number(0.5), .text("chat")],
        [.text("CSAT"), .text("csat_score"), .text("number"), .number(0), .text("4 | 5")],
      ])
    #expect(table.next == ["load tickets \"tickets.csv\" with (time = When)"])
    #expect(try bench.tables() == [])
  }

  @Test func `A load can be cancelled, and nothing stays behind`() throws {
    let bench = try Bench().write("f.csv", Self.rows)
    let token = CancelToken()
    token.cancel()
    #expect(throws: Mistakes.self) {
      try bench.loader.load(
        .init(kind: .tickets, path: "f.csv", pathSpan: Span(0, 5), alias: nil, roles: []),
        baseFolder: bench.folder,
        tableName: "t", alias: "f", cancel: token)
    }
    #expect(try bench.tables() == [])
  }

  @Test func `The parse report says what was read, understood, assumed and left open`() throws {
    let bench = try Bench().write(
      "tickets.csv",
      "Id,Created at,Via,CSAT,Response Time,Priority\n1,01/02/2026,chat,9,Within SLA,high\n2,03/02/2026,,8,Above SLA,low\n3,,mail,x,Above SLA,low\n4,05/02/2026,mail,1,Within SLA,low\n"
    )
    let outcome = try bench.load("tickets.csv", nil)
    #expect(
      outcome.report == [
        "tickets.csv as tickets: 4 rows of tickets read, 3 kept, 1 rejected; 2026-01-02 to 2026-05-02",
        "  time       = `Created at`", "  id         = Id", "  channel    = Via  (33 % missing)",
        "  csat_score = CSAT  (rescaled from 1..10)",
        "under their own names: CSAT, `Response Time`, Priority",
        "Response Time is called like response_time, but cells such as \"Within SLA\" are not a duration: it stays an ordinary field",
        "CSAT is taken as a scale of 1..10 from its values; if it is another, write with (csat_score = CSAT scale 1..10)",
        "`Created at`: no date tells day from month; read as month first",
        "the times tell no zone: they are taken as they stand, in the session's zone",
        "rejected: no time (1); rejects tickets lists the rows",
        "no column was recognised as customer, topic; where one is, write: load tickets \"tickets.csv\" with (customer = COLUMN, topic = COLUMN)",
      ])
  }

  @Test func `a time that few cells hold still makes rows of those`() throws {
    let bench = try Bench()
    try bench.write("t.csv", "time,channel\n2026-01-05,chat\n2026-02-30,chat\n2026-13-01,email\nsoon,email\n")
    let source = try bench.load("t.csv", .tickets).source
    #expect(source.rowsRead == 4 && source.rowsKept == 1 && source.rowsRejected == 3)
  }

  @Test func `a file of hundreds of columns is loaded, each column under its name`() throws {
    let bench = try Bench()
    let names = (0..<400).map { "c\($0)" }
    try bench.write(
      "wide.csv",
      "time,\(names.joined(separator: ","))\n2026-01-05,\(names.map { _ in "x" }.joined(separator: ","))\n")
    #expect(try bench.load("wide.csv", .tickets).source.fields.count == 401)
  }
}
