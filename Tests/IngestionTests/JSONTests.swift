import DataModel
import Diagnostics
import Engine
import Semantics
import Testing
import Vocabulary

@testable import Ingestion

@Suite struct JSONTests {
  /// Two tickets as the API of Zendesk gives them, the second without most keys.
  private static let tickets = """
    [{"id": 12345678901234567890123, "created_at": "2026-07-01T10:00:00Z", "via": {"channel": "web",
      "source": {"from": {}, "rel": null}}, "tags": ["late", "été"], "satisfaction_rating": {"score": "good"},
      "custom_fields": [{"id": 360001, "value": "gold"}, {"id": 77, "value": ["a", "b"]}],
      "fields": [{"id": 360001, "value": "gold"}, {"id": 77, "value": ["a", "b"]}],
      "comments": [{"id": 1, "body": "hi"}, {"id": 2, "body": "ho"}], "point": [[1.5, 2], [3, 4]]},
     {"id": "436bf9b0-1147-4c0a-8439-6f79833bff5b", "created_at": "2026-07-02T10:00:00Z",
      "tags": [], "custom_fields": [{"id": 77, "value": null}, {"id": 360001, "value": true}]}]
    """

  @Test func `Objects in objects become columns with dotted names, lists texts, missing keys missing values`()
    throws
  {
    let bench = try Bench().write("tickets.json", Self.tickets)
    let outcome = try bench.load("tickets.json")
    #expect(
      try bench.rows(
        """
        select id, channel, tags, "satisfaction_rating.score", "custom_fields.77", "custom_fields.360001", \
        "comments.count", "comments.json", point from t order by rowid
        """) == [
          [
            "12345678901234567890123", "web", "late, été", "good", "a, b", "gold", "2",
            #"[{"id":1,"body":"hi"},{"id":2,"body":"ho"}]"#, "[[1.5,2],[3,4]]",
          ],
          ["436bf9b0-1147-4c0a-8439-6f79833bff5b", "-", "-", "-", "-", "true", "-", "-", "-"],
        ])
    #expect(
      outcome.report.filter { $0.contains("fields") && !$0.contains("under their own names") } == [
        "fields says the same as custom_fields and is left out",
        "custom_fields is spread over 2 columns, one for each id: `custom_fields.77` …",
      ])
  }

  @Test func `A dotted name is written in backticks or quotes behind with`() throws {
    let bench = try Bench().write("tickets.json", Self.tickets)
    let outcome = try bench.load("tickets.json", with: [with(.channel, "via.channel")])
    #expect(outcome.source.roles.contains("channel = via.channel"))
    #expect(try bench.rows("select channel from t order by rowid") == [["web"], ["-"]])
  }

  @Test func `An object that wraps the rows is opened, and a pattern takes all pages`() throws {
    let bench = try Bench()
    for page in 1...2 {
      try bench.write(
        "page-\(page).json",
        """
        {"count": 3, "next_page": null, "users": [{"id": 1}],
         "tickets": [
           {"id": \(page * 10), "created_at": "2026-07-0\(page)T00:00:00Z", "priority": {"level": "p\(page)"}},
           {"id": \(page * 10 + 1)}
         ], "end": true}
        """)
    }
    let outcome = try bench.load("page-*.json")
    #expect(outcome.source.files.map(\.rowsRead) == [2, 2])
    #expect(
      outcome.report.contains(
        "page-1.json: the rows are the 2 objects in tickets; not read: count, next_page, users, end"))
    #expect(
      try bench.rows("select id, \"priority.level\", _place from t order by rowid") == [
        ["10", "p1", "-"], ["11", "-", "page-1.json:4"], ["20", "p2", "-"], ["21", "-", "page-2.json:4"],
      ])
  }

  @Test func `A ticket with lists of its own is one row, not a wrapper`() throws {
    let bench = try Bench().write(
      "one.json", #"{"id": 7, "created_at": "2026-07-01", "comments": [{"a": 1}, {"a": 2}]}"#)
    _ = try bench.load("one.json")
    #expect(try bench.rows("select id, \"comments.count\" from t") == [["7", "2"]])
  }

  @Test(arguments: [
    ("deep.json", #"{"data": {"tickets": {"nodes": [{"time": "2026-07-01", "n": 1}]}}}"#),
    ("lines.jsonl", "{\"time\": \"2026-07-01\", \"n\": 1}\n"),
    ("lines.json", "{\"time\": \"2026-07-01\", \"n\": 1}\n{\"n\": 2}\n"),
    ("one.jsonl", "{\"time\": \"2026-07-01\", \"n\": 1, \"list\": [{\"a\": 1}]}"),
    ("spread.json", "{\"time\": \"2026-07-01\",\n \"n\": 1}\n{\"b\": \"x\",\n \"n\": 2}\n"),
    ("marked.json", "\u{FEFF}[{\"time\": \"2026-07-01\", \"n\": 1}]"),
    ("markedWrapper.json", "\u{FEFF}{\"rows\": [{\"time\": \"2026-07-01\", \"n\": 1}]}"),
  ]) func `Every layout of objects gives the row`(name: String, text: String) throws {
    let bench = try Bench().write(name, text)
    _ = try bench.load(name)
    #expect(try bench.rows("select time, n from t where _reject is null") == [["2026-07-01 00:00:00", "1"]])
  }

  @Test func `Keys that differ only in capitals are all read`() throws {
    let bench = try Bench()
    try bench.write("twins.json", #"[{"Id": 1, "id": 2, "time": "2026-07-01", "a": {"b": 1}}]"#)
    try bench.write("inner.json", #"[{"time": "2026-07-01", "a": {"b": 1, "B": 2}}]"#)
    _ = try bench.load("twins.json")
    #expect(try bench.rows("select \"Id\", \"id_2\", a from t") == [["1", "2", #"{"b":1}"#]])
    _ = try bench.load("inner.json", table: "u")
    #expect(try bench.rows("select a from u") == [[#"{"b":1,"B":2}"#]])
  }

  @Test func `An object whose keys are data stays one text`() throws {
    let keys = (0..<150).map { "\"2026-\($0)\": \($0)" }.joined(separator: ",")
    let bench = try Bench().write("f.json", "[{\"time\": \"2026-07-01\", \"per_day\": {\(keys)}}]")
    let outcome = try bench.load("f.json")
    #expect(outcome.report.contains { $0.contains("150 different keys") })
    #expect(try bench.number("select length(per_day) > 1000 from t") == -1)
    #expect(try bench.rows("select per_day ->> '$.2026-149' from t") == [["149"]])
  }

  @Test func `Unix seconds are times`() throws {
    let bench = try Bench().write(
      "d.json", #"[{"id": "1", "created_at": 1467800000, "score": 9, "person_properties": {"Plan": "x"}}]"#)
    _ = try bench.load("d.json", .surveys)
    #expect(
      try bench.rows("select time, \"person_properties.Plan\" from t") == [["2016-07-06 10:13:20", "x"]])
  }

  @Test(arguments: [
    ("[{\"a\": 1},\n {\"a\": 2]\n", "line 2, column 9 has ] where , or } belongs"),
    ("[{\"a\": 1}\n {\"a\": 2}]\n", "line 2, column 2 has { where , or ] belongs"),
    ("[{\"é\": 1, b: 2}]", "line 1, column 11 has b where a name in double quotes belongs"),
    ("[{\"a\": 1, \"b\" 2}]", "line 1, column 15 has 2 where : belongs"),
    ("[{\"a\": yes}]", "line 1, column 8 has \"yes\" where a value belongs"),
    (
      "{\"rows\": [\n{\"a\": 1},\n{\"a\": \"x",
      "line 3, column 9 has the end of the file where \" belongs; what line 3 opens is not closed"
    ),
    ("{\"rows\": [{\"a\": 1}}", "line 1, column 19 has } where , or ] belongs"),
  ]) func `Malformed JSON is told with its place`(text: String, words: String) throws {
    let bench = try Bench().write("f.json", text)
    let mistake = bench.mistakes("f.json")[0]
    #expect(mistake.code == "malformed-json")
    #expect(mistake.message == "\"f.json\" is no valid JSON: \(words)")
  }

  @Test(arguments: [
    ("[1, 2]", "holds a number at line 1, column 2, not"),
    ("[\n[\"id\"], [1]]", "holds a list at line 2, column 1, not"),
    ("[{\"a\": 1},\n\"x\"]", "holds a text at line 2, column 1, not"),
    ("[]", "holds no objects"),
    ("\"text\"", "begins neither"),
  ]) func `What holds no rows is refused with the place`(text: String, words: String) throws {
    let bench = try Bench().write("f.json", text)
    #expect(bench.mistakes("f.json")[0].message.contains(words), "\(bench.mistakes("f.json")[0].message)")
  }

  @Test func `A broken line among good ones is a rejected row`() throws {
    let bench = try Bench().write(
      "f.jsonl", "{\"time\": \"2026-07-01\"}\n{\"time\": \n{\"time\": \"2026-07-03\"}\n")
    let source = try bench.load("f.jsonl").source
    #expect([source.rowsRead, source.rowsRejected] == [3, 1])
    #expect(try bench.rows("select _place from t where _reject is not null") == [["f.jsonl:2"]])
  }

  @Test func `Files with flipped bytes never crash and never lose a row unseen`() throws {
    var seed: UInt64 = 7
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    let bench = try Bench()
    for trial in 0..<60 {
      var bytes = Array(Self.tickets.utf8)
      for _ in 0..<(1 + trial % 3) { bytes[random(bytes.count)] = UInt8(random(128)) }
      if trial % 10 == 0 { bytes.removeLast(random(bytes.count)) }
      try bench.write("f.json", bytes: bytes)
      guard let outcome = try? bench.load("f.json") else {
        #expect(!bench.mistakes("f.json").isEmpty)
        continue
      }
      #expect(outcome.source.rowsRead == 2, "trial \(trial)")
    }
  }
}

@Suite struct JSONShapeTests {
  @Test(arguments: [
    ("BIGINT", JSONShape.scalar), ("DECIMAL(18,3)[]", .list(.scalar)), ("MAP(VARCHAR, JSON)", .mixed),
    (
      #"STRUCT(id BIGINT, "from ""x"", (y)" STRUCT("value" DOUBLE[][])[], j JSON)"#,
      .object([
        .init(name: "id", shape: .scalar),
        .init(
          name: "from \"x\", (y)",
          shape: .list(.object([.init(name: "value", shape: .list(.list(.scalar)))]))),
        .init(name: "j", shape: .mixed),
      ])
    ),
  ]) func `The engine's names of types are read`(type: String, shape: JSONShape) {
    #expect(JSONShape(type: type) == shape)
  }
}
