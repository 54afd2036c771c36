import DataModel
import Diagnostics
import Ingestion
import Semantics
import Testing
import Vocabulary

/// Files whose table does not begin with a row of names and end with a row of data.
@Suite struct ShapeTests {
  private func rejects(_ bench: Bench) throws -> [[String]] {
    try bench.rows("select _place, _reject from t where _reject is not null")
  }

  @Test func `A file without a header is asked for with the statement that loads it`() throws {
    let bench = try Bench().write("f.csv", "7,2026-07-01,fine\n8,2026-07-02,bad\n9,never,x\n6,2026-07-04,y\n")
    let mistake = try #require(bench.mistakes("f.csv", with: [with(.time, "c2")]).first)
    #expect(mistake.code == "missing-header")
    #expect(
      mistake.hint
        == "name the columns: load tickets \"f.csv\" with (header none, columns (c1, c2, c3), time = c2); "
        + "or, where it is the header all the same: load tickets \"f.csv\" with (header 1, time = c2)")
    let named = try bench.load(
      "f.csv", options: layout(FileOptions.Header.none, columns: ["id", "time", "text"]))
    #expect(named.counts == Counts(read: 4, rejected: 1))
    #expect(try rejects(bench) == [["f.csv:3", "time cannot be read: never"]])
    _ = try bench.load(
      "f.csv", table: "u", with: [with(.time, "c2")], options: layout(FileOptions.Header.none))
    #expect(
      try bench.rows("select c1, c3 from u order by c1") == [
        ["6", "y"], ["7", "fine"], ["8", "bad"], ["9", "x"],
      ])
    let taken = try bench.load(
      "f.csv", table: "v", with: [with(.time, "2026-07-01")], options: layout(.rows(1)))
    #expect(taken.counts == Counts(read: 3, rejected: 1))
  }

  @Test func `Statements that messages show keep what was said of the layout`() throws {
    let bench = try Bench().write("f.csv", "7,2026-07-01,fine\n8,2026-07-02,bad\n")
    let unnamed = layout(FileOptions.Header.none, encoding: .latin1)
    #expect(
      bench.mistakes("f.csv", options: unnamed).map(\.hint) == [
        "name it: load tickets \"f.csv\" with (header none, encoding \"iso-8859-1\", time = c2)"
      ])
    let outcome = try bench.load(
      "f.csv", options: layout(FileOptions.Header.none, columns: ["a b", "time", "c"]))
    #expect(
      outcome.report.contains {
        $0.hasSuffix(
          "write: load tickets \"f.csv\" with (header none, columns (`a b`, time, c), customer = COLUMN, topic = COLUMN)"
        )
      })
  }

  @Test func `The names must be as many as the columns`() throws {
    let bench = try Bench().write("f.csv", "7,2026-07-01,fine\n8,2026-07-02,bad\n")
    let options = layout(FileOptions.Header.none, columns: ["id", "time"])
    #expect(
      bench.mistakes("f.csv", options: options).map(\.message) == [
        "columns names 2, but \"f.csv\" has 3: \"7\", \"2026-07-01\", \"fine\""
      ])
  }

  @Test func `Names for a file that has others take their place`() throws {
    let bench = try Bench().write("f.csv", "a,b\n2026-07-01,fine\n")
    let outcome = try bench.load("f.csv", options: layout(columns: ["time", "text"]))
    #expect(outcome.counts == Counts(read: 1, rejected: 0))
    #expect(outcome.source.roles == ["text = text", "time = time"])
  }

  static let qualtrics = """
    StartDate,RecordedDate,ResponseId,Q1,Q2_TEXT
    "Start Date","Recorded
    Date","Response ID","How likely?","Why?
    Tell us"
    "{""ImportId"":""startDate"",""timeZone"":""America/Denver""}",\
    "{""ImportId"":""recordedDate"",""timeZone"":""America/Denver""}","{""ImportId"":""_recordId""}",\
    "{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"
    2026-07-01 10:00:00,2026-07-01 10:05:00,R_1,9,"nice
    thing"
    2026-07-01 10:00:00,soon,R_2,9,x
    2026-01-01 10:00:00,2026-01-01 10:05:00,R_3,8,y

    """

  /// Denver is six hours behind UTC in summer and seven in winter.
  @Test func `Three header rows of Qualtrics give names and zone`() throws {
    let bench = try Bench().write("survey.csv", Self.qualtrics)
    let outcome = try bench.load("survey.csv", nil)
    #expect(outcome.counts == Counts(read: 3, rejected: 1))
    #expect(outcome.source.roles.contains("time = RecordedDate"))
    #expect(!outcome.source.timesAreWallClock)
    #expect(
      try bench.rows("select id, time, StartDate, Q1 from t where _reject is null order by id") == [
        ["R_1", "2026-07-01 16:05:00", "2026-07-01 16:00:00", "9"],
        ["R_3", "2026-01-01 17:05:00", "2026-01-01 17:00:00", "8"],
      ])
    // Three records of one, three and one lines, then one of two lines.
    #expect(try rejects(bench) == [["survey.csv:8", "time cannot be read: soon"]])
    #expect(outcome.report.contains("the header tells a zone, America/Denver: RecordedDate, StartDate"))
    #expect(outcome.report.contains("3 header rows, as Qualtrics writes them: the names are from the first"))
  }

  @Test func `A tab-separated Qualtrics file in UTF-16 gives the same`() throws {
    let text =
      "V1\tV2\tV8\tQ1\t\r\nResponseID\tResponseSet\tStartDate\tQ1 – text\t\r\n"
      + "R_1\tDefault\t2026-07-01 10:00:00\tgrün\t\r\n"
    let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bench = try Bench().write("survey.tsv", bytes: bytes)
    let outcome = try bench.load("survey.tsv", nil)
    #expect(outcome.counts == Counts(read: 1, rejected: 0))
    #expect(try bench.rows("select id, \"Q1 – text\", column_5 from t") == [["R_1", "grün", "-"]])
    #expect(outcome.report.contains("encoding: utf-16le, converted"))
    #expect(
      outcome.report.contains("2 header rows, as older Qualtrics writes them: the names are from the second"))
  }

  @Test func `Two header rows of SurveyMonkey are a question with its option`() throws {
    let bench = try Bench().write(
      "survey.csv",
      """
      Respondent ID,Collector ID,End Date,<b>How</b> likely?,,What do you like?,,
      ,,,Response,Comment,Price,Service,Other (please specify)
      1,9,01/15/2026 10:05:00,9,great,Price,,
      2,9,01/16/2026 10:05:00,3,bad,,Service,x

      """)
    let outcome = try bench.load("survey.csv", nil)
    #expect(outcome.counts == Counts(read: 2, rejected: 0))
    let columns = outcome.source.fields.compactMap(\.column)
    #expect(
      Set(columns) == [
        "Respondent ID", "Collector ID", "End Date", "How likely? - Response", "How likely? - Comment",
        "What do you like? - Price", "What do you like? - Service",
        "What do you like? - Other (please specify)",
      ])
  }

  @Test func `Several header rows that the user names are one name`() throws {
    let bench = try Bench().write(
      "f.csv", "Created,Customer,,\nat,id,name,\n2026-07-01,1,Bob,\nnever,2,Ann,\n2026-07-03,3,Eve,\n")
    let outcome = try bench.load("f.csv", options: layout(.rows(2)))
    #expect(outcome.counts == Counts(read: 3, rejected: 1))
    #expect(
      outcome.source.fields.compactMap(\.column) == [
        "Created - at", "Customer - id", "Customer - name", "column_4",
      ])
    #expect(try rejects(bench) == [["f.csv:4", "time cannot be read: never"]])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `Lines above the header and below the rows are left out and told`(end: String) throws {
    let lines = [
      "Report:,Mentions", "Brand:,Northbank", "", "Id,Date,Text,Author", "1,2026-07-05,\"a", "b\",@x",
      "2,never,y,@y", "3,2026-07-06,z,@z", "", "\"Case Report\"", "\"Confidential, do not distribute\"",
    ]
    let bench = try Bench().write("f.csv", lines.joined(separator: end) + end)
    let outcome = try bench.load("f.csv", .mentions)
    #expect(outcome.counts == Counts(read: 3, rejected: 1))
    #expect(outcome.linesLeftOut == 4)
    #expect(try rejects(bench) == [["f.csv:7", "time cannot be read: never"]])
    #expect(
      outcome.report.contains(
        "left out above the header: lines 1 to 2: \"Report: Mentions\", \"Brand: Northbank\""))
    #expect(
      outcome.report.contains(
        "left out below the rows: lines 9 to 11: \"Case Report\", \"Confidential, do not distribute\""))
    #expect(try bench.rows("select text from t where id = '1'") == [["a\nb"]])
  }

  @Test func `A row of totals is left out, a short last row is rejected`() throws {
    let bench = try Bench()
    try bench.write("a.csv", "created_at,team,amount\n2026-07-01,a,5\n2026-07-02,b,6\nGrand Total,,11\n")
    let total = try bench.load("a.csv", table: "a")
    #expect(total.counts == Counts(read: 2, rejected: 0))
    #expect(total.report.contains("left out below the rows: line 4: \"Grand Total 11\""))
    try bench.write("b.csv", "created_at,team,amount\n2026-07-01,a,5\n2026-07-02,b,6\nlast words\n")
    let short = try bench.load("b.csv")
    #expect(short.counts == Counts(read: 3, rejected: 1))
    #expect(try rejects(bench) == [["b.csv:4", "1 fields instead of 3"]])
  }

  @Test func `The end of a text of several lines is no footer`() throws {
    let bench = try Bench().write(
      "f.csv",
      "created_at,id,text\n2026-07-01,1,\"Dear all\n\nthank you\nBob\"\n2026-07-02,2,\"Dear all\n\nbye\"\n")
    let outcome = try bench.load("f.csv")
    #expect(outcome.counts == Counts(read: 2, rejected: 0))
    #expect(outcome.linesLeftOut == 0)
    #expect(try bench.rows("select text from t where id = '2'") == [["Dear all\n\nbye"]])
  }

  @Test func `A table with gaps at its beginning is no metadata`() throws {
    let bench = try Bench().write("f.csv", "created_at,text,,\n2026-07-01,x,y,z\n2026-07-02,,,\n")
    let outcome = try bench.load("f.csv")
    #expect(outcome.counts == Counts(read: 2, rejected: 0))
    #expect(outcome.linesLeftOut == 0)
  }

  @Test(arguments: [(",", Character(",")), (";", ";"), ("tab", "\t"), ("bar", "|")])
  func `Every delimiter is found, whatever stands in quotes`(name: String, mark: Character) throws {
    let all = "a,b;c\td|e"
    let rows = [
      ["created_at", "id", "text"], ["2026-07-01", "1", "\"\(all)\""], ["2026-07-02", "2", "\"\(all)\""],
    ]
    let text = rows.map { $0.joined(separator: String(mark)) + "\n" }.joined()
    let bench = try Bench().write("f.csv", text)
    _ = try bench.load("f.csv")
    #expect(try bench.rows("select distinct text from t") == [[all]])
  }

  @Test(arguments: [("NULL", ","), ("\\N", "\t")])
  func `A word that databases write for a missing value is one`(word: String, delimiter: String) throws {
    let bench = try Bench()
    let rows = [
      ["time", "customer", "text"], ["2026-01-01", word, "NULL and void"], ["2026-01-02", "c2", word],
    ]
    let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\n") + "\n"
    let outcome = try bench.write("n.csv", text).load("n.csv", .tickets)
    #expect(outcome.report.contains("\(word) stands for a missing value"))
    #expect(
      try bench.rows("select customer, text from t order by time") == [
        ["-", "NULL and void"], ["c2", "-"],
      ])
  }

  @Test func `A file without times happens on the day that the user says`() throws {
    let bench = try Bench()
    let file = "s.csv"
    try bench.write(file, "id,score\n1,9\n2,3\n")
    var options = FileOptions()
    options.day = "2026-09-30"
    let outcome = try bench.load(file, .surveys, options: options)
    #expect(outcome.counts == Counts(read: 2, rejected: 0))
    #expect(outcome.report.contains { $0.hasSuffix("2026-09-30 in every row") })
    #expect(!outcome.report.contains { $0.contains("tell no zone") })
    #expect(try bench.rows("select distinct cast(time as varchar) from t") == [["2026-09-30 00:00:00"]])
    #expect(throws: Mistakes.self) { try bench.load(file, .customers, options: options) }
  }

  @Test func `Names are on one line, with plain spaces, each once`() throws {
    let bench = try Bench().write(
      "f.csv", "created_at\u{A0},Name,name,,\"two\nlines\u{A0}here\"\n2026-07-01,a,b,c,d\n")
    let outcome = try bench.load("f.csv")
    #expect(outcome.source.fields.map(\.name) == ["time", "Name", "name_2", "column_4", "two lines here"])
  }

  @Test(arguments: [
    ("Created at (America/New_York)", "2026-07-01 14:00:00"), ("Created at (UTC)", "2026-07-01 10:00:00"),
    ("Created at (GMT+02:00)", "2026-07-01 08:00:00"), ("Created at (UTC-3)", "2026-07-01 10:00:00"),
    ("Created at (local)", "2026-07-01 10:00:00"), ("Created at (Mars/Base)", "2026-07-01 10:00:00"),
  ]) func `A zone in a column's name places its times`(name: String, expected: String) throws {
    let bench = try Bench().write("f.csv", "\(name),id\n2026-07-01 10:00:00,1\n")
    let outcome = try bench.load("f.csv")
    #expect(try bench.rows("select time from t") == [[expected]])
    let isKnown = expected != "2026-07-01 10:00:00" || name.hasSuffix("(UTC)")
    #expect(outcome.source.timesAreWallClock != isKnown)
    #expect(outcome.report.contains { $0.contains("there is no zone Mars/Base") } == name.contains("Mars"))
  }

  @Test func `Wall clocks beside a time with a zone are in that zone`() throws {
    let bench = try Bench().write(
      "f.csv", "Created at (America/New_York),closed on,id\n2026-07-01 10:00:00,2026-07-01 11:00:00,1\n")
    _ = try bench.load("f.csv")
    #expect(
      try bench.rows("select time, \"closed on\" from t") == [["2026-07-01 14:00:00", "2026-07-01 15:00:00"]])
  }
}
