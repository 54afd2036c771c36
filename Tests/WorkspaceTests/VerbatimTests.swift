import DataModel
import Diagnostics
import Testing

/// `verbatims`: the sample is that of the events' own ids.
///
/// The expected order was computed in Python: the ids sorted by `hashlib.md5(f"{seed}:{source}:{id}").hexdigest()`.
struct VerbatimTests {
  /// Twelve mentions and four tickets with a text, one mention without.
  private static let mentions = (1...13).map { number in
    let text = number == 13 ? "" : "text \(number)"
    return "M\(number),2026-06-\(number < 10 ? "0" : "")\(number),\(number % 2 == 0 ? "web" : "chat"),\(text)"
  }

  private static func desk(reversed: Bool = false) throws -> Desk {
    let rows = reversed ? mentions.reversed() : mentions
    let notes = (1...4).map { "N\($0),2026-06-20,chat,note \($0)" }
    return try Desk(
      [
        "mentions.csv": "id,time,channel,text\n" + rows.joined(separator: "\n") + "\n",
        "notes.csv": "id,time,channel,text\n" + notes.joined(separator: "\n") + "\n",
      ],
      """
      load mentions "mentions.csv"
      load tickets "notes.csv"
      """)
  }

  @Test func theOrderIsThatOfTheHash() throws {
    let desk = try Self.desk()
    #expect(
      try desk.rows("verbatims 16", "text") == [
        "text 8", "text 6", "text 12", "note 4", "text 3", "text 11", "text 9", "text 4", "text 2", "text 5",
        "text 10", "note 2", "text 1", "note 1", "text 7", "note 3",
      ])
    #expect(
      try desk.rows("verbatims 4 seed 7", "text") == [
        "note 2", "text 11", "note 1", "text 6",
      ])
    #expect(try desk.rows("verbatims").count == 5)
  }

  @Test func theOrderOfTheFileChangesNothing() throws {
    let (one, other) = (try Self.desk(), try Self.desk(reversed: true))
    for statement in ["verbatims 6", "verbatims 2 by channel", "verbatims 3 seed 9 where channel = chat"] {
      #expect(try one.rows(statement) == other.rows(statement), "\(statement)")
    }
  }

  @Test func everyPlaceHasItsOwnSample() throws {
    let desk = try Self.desk()
    let table = try desk.table("verbatims 2 by channel")
    #expect(
      try table.lines(of: ["channel", "text"]) == ["chat|note 4", "chat|text 3", "web|text 8", "web|text 6"])
    #expect(table.fact("texts") == .integer(16))
    #expect(table.explanation.first?.contains("4 of 16 texts, at most 2 of each of 2 places") == true)
  }

  @Test func aKeywordStandsInItsContext() throws {
    let long =
      "one two three four five six seven eight nine ten refund eleven twelve thirteen fourteen fifteen"
    let desk = try Desk(
      ["m.csv": "id,time,text\n1,2026-06-01,\(long)\n2,2026-06-02,Réfund please\n"], "load mentions \"m.csv\""
    )
    #expect(
      try desk.rows("verbatims where text contains refund", "text").sorted() == [
        "«Réfund» please",
        "…hree four five six seven eight nine ten «refund» eleven twelve thirteen fourteen fifteen",
      ])
    // What a text must not contain is no keyword.
    #expect(try desk.rows("verbatims where not text contains please", "text") == [long])
  }

  @Test func whatIsNotWrittenRightIsSaid() throws {
    let desk = try Self.desk()
    #expect(desk.mistake("verbatims 0").hasPrefix("sample-size: 0 is no number of texts"))
    #expect(desk.mistake("verbatims 5 seed 1.5").hasPrefix("whole-number"))
    #expect(desk.mistake("verbatims 5 vs last 4 weeks").hasPrefix("no-versus"))
    let silent = try Desk(["t.csv": "id,time\n1,2026-06-01\n"], "load tickets \"t.csv\"")
    #expect(silent.mistake("verbatims").contains("needs text"))
    #expect(try Desk().mistake("verbatims").hasPrefix("nothing-loaded"))
  }
}
