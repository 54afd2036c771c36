import DataModel
import Diagnostics
import Syntax
import Testing

@testable import Sessions

/// Statements as a session keeps them; each result has one row, and the number under which `$` knows it.
private func kept(_ lines: [String], folder: String = "/home/ana/work") -> [RecordedStatement] {
  var number = 0
  return lines.map { line in
    let statement = parse(SourceText(line)).statements[0]
    var recorded = RecordedStatement(statement: statement, folder: folder)
    recorded.lastNumber = number == 0 ? nil : number
    if case .query(let query) = statement.kind {
      number += 1
      recorded.number = number
      recorded.name = query.resultName
      recorded.table = Table(
        columns: [Column("customer", .text, part: .key), Column("tickets", .integer)],
        rows: [[.text("C-17"), .integer(Int64(number))]])
    }
    if case .load = statement.kind {
      recorded.loadRecords = ["tickets.csv 10 kept 0 rejected to 2026-09-30 sha256:ab"]
    }
    return recorded
  }
}

private func saved(
  _ lines: [String], last: Int? = nil, withOutput: Bool = false, withWords: Bool = false,
  folder: String = "/home/ana/sessions"
) -> SavedSession {
  SavedSession(
    of: kept(lines), choices: SaveChoices(last: last, withOutput: withOutput, withWords: withWords),
    folder: folder,
    engine: "DuckDB v1")
}

/// The statements of a saved script, without records and facts.
private func statements(_ session: SavedSession) -> [String] {
  session.script.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
}

@Suite struct `Saving` {
  @Test func `writes facts, statements and records`() {
    let session = saved(["set zone \"Europe/Berlin\"", "load \"data/a.csv\"", "show tickets by channel"])
    let digest = SHA256.hexDigest(of: "\"customer\",\"tickets\"\n\"C-17\",1\n#facts\n")
    #expect(
      session.script == """
        #@ cxsh 1
        #@ zone Europe/Berlin
        #@ engine DuckDB v1
        load "../work/data/a.csv"
        #= tickets.csv 10 kept 0 rejected to 2026-09-30 sha256:ab
        show tickets by channel
        #= 1 rows sha256:\(digest)

        """)
    #expect(session.results.statements == ["load \"../work/data/a.csv\"", "show tickets by channel"])
  }

  @Test func `can be read again`() {
    let session = saved([
      "load \"a.csv\"", "note \"why\"", "show tickets by channel", "show tickets by channel",
    ])
    let script = SessionScript(SourceText(session.script))
    #expect(script.findings.isEmpty && script.entries.count == 4)
    #expect(script.entries[3].result?.digest == session.results.results[1].digest)
    #expect(session.results.results.map(\.occurrence) == [1, 2])
  }

  @Test(arguments: [
    ("a.csv", "/home/ana", "/home/ana/s", "../a.csv"), ("/home/ana/a.csv", "/tmp", "/home/ana/s", "../a.csv"),
    ("/data/a.csv", "/home", "/home/ana", "/data/a.csv"),
    ("../x/*.csv", "/home/ana", "/home/ana", "../x/*.csv"),
  ])
  func `writes paths as the script sees them`(path: String, typedIn: String, folder: String, expected: String)
  {
    #expect(scriptPath(path, typedIn: typedIn, scriptFolder: folder) == expected)
  }

  @Test func `adds what the last statements need, and nothing else`() {
    let session = saved(
      [
        "param q = 2026-Q3", "param other = 2026-Q2", "load \"a.csv\"",
        "define segment loyal = channel = \"app\"",
        "define segment unused = channel = \"web\"", "define measure m = tickets / mentions",
        "show tickets by week", "focus channel = \"chat\"", "focus and stage = \"purchase\"",
        "note \"old\"", "show m by stage where loyal during $q",
      ], last: 1)
    #expect(
      statements(session) == [
        "param q = 2026-Q3", "load \"../work/a.csv\"", "define segment loyal = channel = \"app\"",
        "define measure m = tickets / mentions", "focus channel = \"chat\"", "focus and stage = \"purchase\"",
        "show m by stage where loyal during $q",
      ])
  }

  @Test func `leaves out a focus that had ended`() {
    let lines = [
      "load \"a.csv\"", "focus channel = \"chat\"", "unfocus", "focus stage = \"x\"", "show tickets",
    ]
    #expect(
      statements(saved(lines, last: 1)) == ["load \"../work/a.csv\"", "focus stage = \"x\"", "show tickets"])
    let ended = ["load \"a.csv\"", "focus channel = \"chat\"", "unfocus", "show tickets"]
    #expect(statements(saved(ended, last: 1)) == ["load \"../work/a.csv\"", "show tickets"])
  }

  @Test func `names the results that later statements use`() {
    let session = saved([
      "show tickets by channel", "$ | top 3", "show calls by stage | as mine", "mine | top 1", "$1 | top 2",
      "events of $2[1]", "show r1 by stage | export \"x.csv\"",
    ])
    #expect(
      statements(session).prefix(6) == [
        "show tickets by channel | as r1_2", "r1_2 | top 3 | as r2", "show calls by stage | as mine",
        "mine | top 1",
        "r1_2 | top 2", "events of r2[1]",
      ])
  }

  @Test func `brings along the result that the last statement works on`() {
    let lines = ["load \"a.csv\"", "show tickets by channel", "show calls by stage", "$1 | top 2"]
    #expect(
      statements(saved(lines, last: 1)) == [
        "load \"../work/a.csv\"", "show tickets by channel | as r1", "r1 | top 2",
      ])
  }

  @Test func `keeps a zone in its place where results came before it`() {
    let session = saved(["show tickets by week", "set zone \"UTC\"", "show tickets by week"])
    #expect(!session.script.contains("#@ zone"))
    #expect(statements(session)[1] == "set zone \"UTC\"")
  }

  @Test func `keeps customers only as digests unless told otherwise`() {
    let hidden = saved(["show tickets by customer"], withOutput: true)
    #expect(!hidden.results.text.contains("C-17") && !hidden.script.contains("C-17"))
    let shown = saved(["show tickets by customer"], withOutput: true, withWords: true)
    #expect(shown.results.text.contains("C-17") && shown.script.contains("C-17"))
  }

  /// The columns that are hidden of a table with all of these columns, as the result of the last statement.
  private func hidden(_ columns: [String], after statements: [String]) -> Set<String> {
    var words = WordColumns()
    let kinds = statements.flatMap { parse(SourceText($0)).statements.map(\.kind) }
    kinds.forEach { words.learn($0) }
    let table = Table(columns: columns.map { Column($0, .text) } + [Column("count", .integer)], rows: [])
    return words.columns(of: table, from: kinds[kinds.count - 1])
  }

  @Test(arguments: [
    (
      "show tickets, mode(text) as most by customer as who, stage", ["who", "most", "customer", "mode(text)"]
    ),
    (
      "events; events | add c = customer | add d = coalesce(c, \"x\") | add e = stage",
      ["c", "d", "customer", "mode(text)"]
    ),
    (
      "derive who = customer; derive d = who; show tickets by d as e",
      ["who", "d", "e", "customer", "mode(text)"]
    ),
    ("recode who from customer (a = b); events", ["who", "customer", "mode(text)"]),
    ("recode who from customer (a = b, else = missing); events", ["customer", "mode(text)"]),
    ("define measure most = mode(text); show most by stage", ["most", "customer", "mode(text)"]),
    ("describe \"a.csv\"", ["examples", "customer", "mode(text)"]),
    ("describe customer", ["value", "customer", "mode(text)"]),
    ("describe stage", ["customer", "mode(text)"]),
    ("rejects", ["row", "customer", "mode(text)"]),
    ("quality", ["example", "advice", "customer", "mode(text)"]),
  ])
  func `knows customers and words under other names`(statements: String, expected: [String]) {
    let columns = [
      "stage", "who", "most", "c", "d", "e", "customer", "mode(text)", "examples", "value", "row",
      "example", "advice",
    ]
    #expect(hidden(columns, after: [statements]) == Set(expected))
  }

  @Test(arguments: [
    "sql \"select customer as c, channel as d from events\"", "sql \"select 1\" | as mine; mine | top 1",
    "sql \"select 1\" | as mine; Mine | as yours; yours | keep c", "sql \"select 1\"; $ | top 1",
    "other | top 1",
  ])
  func `takes every text of sql for words`(statements: String) {
    #expect(hidden(["c", "d"], after: [statements]) == ["c", "d"])
  }

  @Test(arguments: ["show tickets by stage | as mine; mine | top 1", "sql \"select 1\"; events"])
  func `knows what does not come of sql`(statements: String) {
    #expect(hidden(["c", "customer"], after: [statements]) == ["customer"])
  }
}

@Suite struct `Records that are accepted` {
  @Test func `replace the old ones and leave the rest as it was`() {
    let text = """
      #@ cxsh 1
      # my comment
      load "a.csv"   # behind
      #= a.csv 1 kept 0 rejected sha256:00

      show tickets   by stage
      #= 9 rows sha256:00
      #> old
      show calls; show tickets by channel
      sources

      """
    let table = Table(columns: [Column("tickets", .integer)], rows: [[.integer(4)]])
    let note = Replayer.NewNote(loadRecords: [], table: table)
    let load = Replayer.NewNote(loadRecords: ["a.csv 2 kept 0 rejected sha256:ff"], table: nil)
    let accepted = AcceptedRecords(
      script: SessionScript(SourceText(text)), notes: [0: load, 1: note, 2: note, 3: note],
      engine: "DuckDB v2")
    let record = "#= 1 rows sha256:\(digest(of: table))"
    let lines = accepted.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines.filter { !$0.hasPrefix("#> ") } == [
        "#@ cxsh 1", "#@ engine DuckDB v2", "# my comment", "load \"a.csv\"   # behind",
        "#= a.csv 2 kept 0 rejected sha256:ff", "", "show tickets   by stage", record,
        "show calls; show tickets by channel", record, "sources", "",
      ])
    #expect(lines.contains { $0.hasPrefix("#> ") } && !accepted.text.contains("#> old"))
    #expect(
      accepted.results.results.map(\.statement) == [
        "show tickets by stage", "show calls", "show tickets by channel",
      ])
    let again = SessionScript(SourceText(accepted.text))
    #expect(again.engine == "DuckDB v2" && again.entries[1].result?.rows == 1)
  }
}
