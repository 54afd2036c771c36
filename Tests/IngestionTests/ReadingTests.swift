import DataModel
import Diagnostics
import Ingestion
import Testing
import Vocabulary

/// How cells become values, tried on small files of one column beside the time.
@Suite struct ReadingTests {
  /// A file with the column `x`; the values of the field as the table has them.
  private func values(
    _ header: String, _ cells: [String], field: String? = nil, _ kind: SourceKind = .surveys
  ) throws -> (cells: [String], source: SourceInfo) {
    let bench = try Bench()
    let lines = cells.map { "2026-07-01 10:00:00,\"\($0)\"" }
    try bench.write("f.csv", (["created_at,\"\(header)\""] + lines).joined(separator: "\n") + "\n")
    let outcome = try bench.load("f.csv", kind)
    let name = field ?? header
    return (try bench.rows("select \"\(name)\" from t order by rowid").map { $0[0] }, outcome.source)
  }

  /// The times of a file whose only column is its time.
  private func times(_ cells: [String]) throws -> (cells: [String], source: SourceInfo) {
    let bench = try Bench()
    try bench.write("f.csv", "created_at,n\n" + cells.map { "\"\($0)\",1" }.joined(separator: "\n") + "\n")
    let outcome = try bench.load("f.csv")
    return (try bench.rows("select time from t order by rowid").map { $0[0] }, outcome.source)
  }

  struct TimeCase: Sendable {
    var cells: [String]
    var expected: [String]
    var offset: Int?
    var isWall = false
  }

  @Test(arguments: [
    TimeCase(
      cells: ["2026-07-01", "2026-07-02"], expected: ["2026-07-01 00:00:00", "2026-07-02 00:00:00"],
      isWall: true),
    TimeCase(cells: ["2026-07-01T09:30:00.250"], expected: ["2026-07-01 09:30:00.25"], isWall: true),
    TimeCase(cells: ["2026/07/01 09:30"], expected: ["2026-07-01 09:30:00"], isWall: true),
    TimeCase(
      cells: ["2015-02-24 11:35:52 -0800", "2015-02-24 23:00:00 -0800"],
      expected: ["2015-02-24 19:35:52", "2015-02-25 07:00:00"], offset: -28800),
    TimeCase(cells: ["2026-07-01T09:30:00+02:00"], expected: ["2026-07-01 07:30:00"], offset: 7200),
    TimeCase(cells: ["2026-07-01T09:30:00Z"], expected: ["2026-07-01 09:30:00"], offset: 0),
    TimeCase(cells: ["2026-07-01 09:30:00 UTC"], expected: ["2026-07-01 09:30:00"], offset: 0),
    TimeCase(
      cells: ["2026-03-01T09:30:00-05:00", "2026-04-01T09:30:00-04:00"],
      expected: ["2026-03-01 14:30:00", "2026-04-01 13:30:00"]),
    TimeCase(
      cells: ["31/12/2025", "01/02/2026"], expected: ["2025-12-31 00:00:00", "2026-02-01 00:00:00"],
      isWall: true),
    TimeCase(
      cells: ["12/31/2025", "01/02/2026"], expected: ["2025-12-31 00:00:00", "2026-01-02 00:00:00"],
      isWall: true),
    TimeCase(
      cells: ["1/2/26 3:04 PM", "1/13/26 11:00 AM"],
      expected: ["2026-01-02 15:04:00", "2026-01-13 11:00:00"], isWall: true),
    TimeCase(cells: ["31.12.2025 08:00"], expected: ["2025-12-31 08:00:00"], isWall: true),
    TimeCase(
      cells: ["22-03-2021", "01-06-2023 12:15"], expected: ["2021-03-22 00:00:00", "2023-06-01 12:15:00"],
      isWall: true),
    TimeCase(cells: ["1767225600", "1767225601"], expected: ["2026-01-01 00:00:00", "2026-01-01 00:00:01"]),
    TimeCase(cells: ["1767225600250"], expected: ["2026-01-01 00:00:00.25"]),
    TimeCase(cells: ["31-Jul-18"], expected: ["2018-07-31 00:00:00"], isWall: true),
    TimeCase(
      cells: ["July 31, 2018", "May 1, 2018"], expected: ["2018-07-31 00:00:00", "2018-05-01 00:00:00"],
      isWall: true),
    TimeCase(cells: ["Mon May 11 03:17:40 UTC 2009"], expected: ["2009-05-11 03:17:40"], offset: 0),
    TimeCase(cells: ["Mon Dec 01 19:30:03 +0100 2014"], expected: ["2014-12-01 18:30:03"]),
    TimeCase(cells: ["Tue, 31 Jul 2018 10:00:00 +0000"], expected: ["2018-07-31 10:00:00"]),
    TimeCase(cells: ["2016-07-06T11:16:50 -10:00"], expected: ["2016-07-06 21:16:50"], offset: -36000),
    TimeCase(
      cells: ["2026-07-01 09:30", "02/07/2026 10:00", "Jul 3, 2026 11:00 AM", "25/07/2026"],
      expected: [
        "2026-07-01 09:30:00", "2026-07-02 10:00:00", "2026-07-03 11:00:00", "2026-07-25 00:00:00",
      ], isWall: true),
    TimeCase(
      cells: ["2026-07-01T09:30:00+02:00", "2026-07-01 09:30:00"],
      expected: ["2026-07-01 07:30:00", "2026-07-01 09:30:00"]),
  ]) func `Times are read as they are written`(one: TimeCase) throws {
    let (cells, source) = try times(one.cells)
    #expect(cells == one.expected)
    #expect(source.sharedOffset == one.offset)
    #expect(source.timesAreWallClock == one.isWall)
  }

  @Test func `Days and months that cannot be told apart are an assumption, and it is stated`() throws {
    let ambiguous = try times(["01/02/2026", "03/04/2026"])
    #expect(ambiguous.cells == ["2026-01-02 00:00:00", "2026-03-04 00:00:00"])
    #expect(
      ambiguous.source.remarks.contains("created_at: no date tells day from month; read as month first"))
    let clear = try times(["01/02/2026", "03/14/2026"])
    #expect(!clear.source.remarks.contains { $0.contains("day from month") })
  }

  @Test func `A column's name may tell the zone of its times`() throws {
    let bench = try Bench()
    try bench.write(
      "f.csv",
      "Created at (America/New_York),due\n2026-01-15 09:00,2026-01-16 09:00\n2026-07-01 23:30,2026-07-02 09:00\n"
    )
    let outcome = try bench.load("f.csv")
    #expect(
      try bench.rows("select time, due from t") == [
        ["2026-01-15 14:00:00", "2026-01-16 14:00:00"], ["2026-07-02 03:30:00", "2026-07-02 13:00:00"],
      ])
    #expect(!outcome.source.timesAreWallClock)
    #expect(outcome.source.sharedOffset == nil)
    #expect(outcome.report[0].hasSuffix("2026-01-15 to 2026-07-01"))
    try bench.write("u.csv", "Created at (UTC)\n2026-01-15 09:00\n")
    #expect(try bench.load("u.csv", table: "u").source.sharedOffset == 0)
    try bench.write("x.csv", "Created at (Middle/Earth)\n2026-01-15 09:00\n")
    #expect(try bench.load("x.csv", table: "x").source.timesAreWallClock)
  }

  @Test func `Dates that stand for none are reported, and kept`() throws {
    let result = try times([
      "1970-01-01", "2026-07-01", "2026-07-02", "1900-01-01", "2026-07-03", "2026-07-04",
    ])
    #expect(result.source.rowsKept == 6)
    #expect(
      result.source.remarks.contains(
        "created_at: 1 row on 1970-01-01, which often stands for no date; exclude where time < 1970-01-02 in f takes them out"
      ))
    #expect(result.source.remarks.contains { $0.hasPrefix("created_at: 1 row on 1900-01-01") })
    #expect(
      !(try times(["1970-01-01", "1970-01-01"])).source.remarks.contains { $0.contains("stands for no date") }
    )
  }

  @Test func `What cannot be read among several ways of writing is rejected, and no time is blamed`() throws {
    let result = try times(["2026-07-01", "13.07.2026", "soon", "14.07.2026"])
    #expect(result.cells[0] == "2026-07-01 00:00:00")
    #expect(result.source.rowsKept == 3)
    let bench = try Bench()
    try bench.write("f.csv", "when,x\n2026-07-01,2026-07-01\n2026-07-02,later\n2026-07-03,soon\n")
    _ = try bench.load("f.csv", with: [with(.time, "x")])
    #expect(try bench.number("select count(*) from t where _reject is null") == 1)
    try bench.write("g.csv", "when,x\n2026-07-01,never\n")
    let mistake = try #require(bench.mistakes("g.csv", with: [with(.time, "x")]).first)
    #expect(mistake.message.contains("never"))
  }

  @Test func `How long an answer took to fill in is no time of an agent`() throws {
    let result = try values("Duration (in seconds)", ["38", "41"])
    #expect(result.source.field("Duration (in seconds)")?.role == nil)
    #expect(
      try values("Duration (in seconds)", ["38", "41"], field: "handle_time", .calls).cells == [
        "38000", "41000",
      ])
  }

  @Test func `A clock may be negative, which is missing and counted`() throws {
    let result = try values(
      "First response time (in hrs)", ["-00:05:00", "00:02:00", "01:00:00"], field: "response_time", .tickets
    )
    #expect(result.cells == ["-", "120000", "3600000"])
    #expect(result.source.field("response_time")?.unreadable == 1)
  }

  @Test func `Times beside the source's time are brought into its zone`() throws {
    let bench = try Bench()
    try bench.write("a.csv", "created_at,due\n2026-07-01T10:00:00+02:00,2026-07-02 08:00\n")
    try bench.write("b.csv", "created_at,due\n2026-07-01 10:00,2026-07-02T08:00:00+02:00\n")
    _ = try bench.load("a.csv", table: "a")
    _ = try bench.load("b.csv", table: "b")
    #expect(try bench.rows("select time, due from a") == [["2026-07-01 08:00:00", "2026-07-02 06:00:00"]])
    #expect(try bench.rows("select time, due from b") == [["2026-07-01 10:00:00", "2026-07-02 08:00:00"]])
  }

  @Test func `Day or month first is decided from the whole file, not from its beginning`() throws {
    let bench = try Bench()
    let early = Array(repeating: "01/02/2026,1", count: 5000)
    try bench.write("f.csv", (["created_at,n"] + early + ["25/02/2026,1"]).joined(separator: "\n") + "\n")
    let outcome = try bench.load("f.csv")
    #expect(outcome.source.rowsRejected == 0)
    #expect(
      try bench.rows("select max(time), min(time) from t") == [
        ["2026-02-25 00:00:00", "2026-02-01 00:00:00"]
      ])
  }

  @Test(arguments: [
    (["1", "2"], ["1", "2"]), (["1.5", "2"], ["1.500000", "2.000000"]),
    (["1,234.5", "2"], ["1234.500000", "2.000000"]), (["1.234,5", "2,25"], ["1234.500000", "2.250000"]),
    (["85%", "7.5%"], ["0.850000", "0.075000"]), (["$1,200", "$15.50"], ["1200.000000", "15.500000"]),
    (["-3", "4"], ["-3", "4"]), (["12345678901234567", "1"], ["12345678901234567", "1"]),
    (["40.84735682050765", "1"], ["40.84735682050765", "1.0"]), (["1.5e3", "2.5e-1"], ["1500.0", "0.25"]),
    (["1", "n/a"], ["1", "-"]),
  ]) func `Numbers are read in the styles that people write`(cells: [String], expected: [String]) throws {
    let result = try values("x", cells)
    #expect(result.cells == expected)
    #expect(result.source.field("x")?.type == .number)
  }

  @Test(arguments: [
    ["00123", "00456"], ["1", "x"], ["123456789012345678901", "1"], ["nan", "inf"], ["0x10", "1"],
    ["1/2", "3/4"],
  ]) func `What is no number for sure stays text, as it stands`(cells: [String]) throws {
    let result = try values("x", cells)
    #expect(result.cells == cells)
    #expect(result.source.field("x")?.type == .text)
  }

  @Test func `Yes and no are booleans; so are numbers where a role says so`() throws {
    #expect(try values("x", ["Yes", "no", "TRUE", "f"]).cells == ["true", "false", "true", "false"])
    #expect(try values("x", ["0", "1"]).source.field("x")?.type == .number)
    #expect(
      try values("Reopens", ["0", "2", "1"], field: "reopened", .tickets).cells == ["false", "true", "true"])
    #expect(
      try values("Resolved", ["Closed", "In Progress"], field: "resolved", .tickets).cells == [
        "true", "false",
      ])
  }

  @Test(arguments: [
    ("Response Time (min)", ["1.5", "30"], ["90000", "1800000"]),
    ("response_time_hours", ["0.1", ""], ["360000", "-"]),
    ("First response time (in hrs)", ["00:01:30", "49:00:00"], ["90000", "176400000"]),
    ("responseTimeSeconds", ["3", "4"], ["3000", "4000"]),
    ("response time", ["2 h 3 min", "45 minutes"], ["7380000", "2700000"]),
    ("response_time_ms", ["250"], ["250"]), ("response_minutes", ["2"], ["120000"]),
  ]) func `Durations take their unit from the name or from the cell`(
    header: String, cells: [String], expected: [String]
  ) throws {
    #expect(try values(header, cells, field: "response_time", .tickets).cells == expected)
  }

  @Test func `A negative duration is missing, and counted`() throws {
    let result = try values("response_time_hours", ["-1", "2", "3"], field: "response_time", .tickets)
    #expect(result.cells == ["-", "7200000", "10800000"])
    #expect(result.source.field("response_time")?.unreadable == 1)
  }

  @Test func `A unit that nothing tells is an assumption, and it is stated`() throws {
    let result = try values("response_time", ["5", "6"], field: "response_time", .tickets)
    #expect(result.cells == ["5000", "6000"])
    #expect(result.source.remarks.contains { $0.contains("seconds") })
  }

  struct ScaleCase: Sendable {
    var header: String
    var cells: [String]
    var scale: ClosedRange<Double>?
    var expected: [String]
  }

  @Test(arguments: [
    ScaleCase(header: "csat_score", cells: ["1", "3", "5"], scale: nil, expected: ["1", "3", "5"]),
    ScaleCase(
      header: "csat_score", cells: ["1", "7", "10"], scale: 1...10, expected: ["1", "3.666667", "5"]),
    ScaleCase(header: "csat_score", cells: ["0", "50", "100"], scale: 0...100, expected: ["1", "3", "5"]),
    ScaleCase(header: "csat_score", cells: ["0", "1", "1"], scale: 0...1, expected: ["1", "5", "5"]),
    ScaleCase(header: "csat_score", cells: ["good", "bad", "Good"], scale: nil, expected: ["5", "1", "5"]),
    ScaleCase(
      header: "csat_score", cells: ["4 - Very helpful", "1 - Not at all", "5 - Best"], scale: nil,
      expected: ["4", "1", "5"]),
    ScaleCase(header: "nps_score", cells: ["0", "7", "10"], scale: nil, expected: ["0", "7", "10"]),
    ScaleCase(header: "ces_score", cells: ["1", "4", "7"], scale: nil, expected: ["1", "4", "7"]),
    ScaleCase(header: "sentiment", cells: ["-1", "0.25", "1"], scale: nil, expected: ["-1", "0.25", "1"]),
    ScaleCase(header: "sentiment", cells: ["-5", "0", "5"], scale: -5...5, expected: ["-1", "0", "1"]),
    ScaleCase(header: "sentiment", cells: ["0", "2", "4"], scale: 0...4, expected: ["-1", "0", "1"]),
    ScaleCase(header: "sentiment", cells: ["1", "2", "5"], scale: 1...5, expected: ["-1", "-0.5", "1"]),
    ScaleCase(
      header: "sentiment", cells: ["POSITIVE", "Negative", "neutral"], scale: nil, expected: ["1", "-1", "0"]),
    ScaleCase(
      header: "sentiment", cells: ["Very Positive", "positive", "very negative"], scale: nil,
      expected: ["1", "0.5", "-1"]),
  ]) func `Answers come onto the role's scale`(one: ScaleCase) throws {
    let result = try values(one.header, one.cells, field: one.header)
    #expect(result.cells.map { Double($0) } == one.expected.map { Double($0) })
    #expect(result.source.field(one.header)?.scale == one.scale)
  }

  @Test func `A scale that only the end of the file shows is found`() throws {
    let bench = try Bench()
    let early = Array(repeating: "2026-07-01,3", count: 5000)
    try bench.write(
      "f.csv", (["date,csat"] + early + Array(repeating: "2026-07-02,10", count: 200)).joined(separator: "\n")
    )
    let outcome = try bench.load("f.csv", .surveys)
    #expect(outcome.source.field("csat_score")?.scale == 1...10)
    #expect(outcome.source.field("csat_score")?.unreadable == 0)
    #expect(try bench.number("select count(*) from t where csat_score = 5") == 200)
  }

  @Test func `A column of numbers that ends in words becomes text again, with nothing lost`() throws {
    let bench = try Bench()
    let early = Array(repeating: "2026-07-01,3", count: 5000)
    try bench.write(
      "f.csv", (["date,code"] + early + ["2026-07-02,A7", "2026-07-02,007"]).joined(separator: "\n"))
    let outcome = try bench.load("f.csv")
    #expect(outcome.source.field("code")?.type == .text)
    #expect(
      try bench.rows("select code, count(*) from t group by 1 order by 1") == [
        ["007", "1"], ["3", "5000"], ["A7", "1"],
      ])
  }

  @Test func `Spaces around cells do not count, wherever in the file they begin`() throws {
    let bench = try Bench()
    let plain = Array(repeating: "2026-07-01,chat,5,yes,10", count: 5000)
    let padded = ["2026-07-02, chat ,\" 4\", no , 11 ", "2026-07-02,  , ,  ,"]
    let head = ["created_at,channel,csat,reopened,n"]
    try bench.write("late.csv", (head + plain + padded).joined(separator: "\n"))
    try bench.write("early.csv", (head + padded + plain).joined(separator: "\n"))
    for name in ["late", "early"] {
      let source = try bench.load(name + ".csv", table: name).source
      #expect(source.fields.map(\.unreadable) == [0, 0, 0, 0, 0], "\(name)")
      #expect(source.fields.map(\.missing) == [0, 1, 1, 1, 1], "\(name)")
      #expect(
        try bench.rows(
          "select channel, csat_score, reopened, n, count(*) from \(name) group by all order by n") == [
            ["chat", "5.000000", "true", "10", "5000"], ["chat", "4.000000", "false", "11", "1"],
            ["-", "-", "-", "-", "1"],
          ], "\(name)")
    }
  }

  @Test func `A stray answer does not stretch the scale`() throws {
    let cells = Array(repeating: ["1", "5", "3"], count: 100).joined() + ["99"]
    let result = try values("csat_score", Array(cells), field: "csat_score")
    #expect(result.source.field("csat_score")?.scale == nil)
    #expect(result.source.field("csat_score")?.unreadable == 1)
  }
}
