import DataModel
import Diagnostics
import Testing

/// `voice` from the files to the last column.
///
/// The z values were computed in Python by the method's reference program, `reference.words`, from counts that were taken by hand.
struct VoiceTests {
  /// 100 customers of the onboarding in June, 150 of the purchase in May; each says one sentence.
  private static let texts: String = {
    var rows = ["id,time,customer,stage,text"]
    for number in 1...250 {
      let isNew = number <= 100
      let text =
        switch number {
        case ...60: "The courier lost my card"
        case ...100: "My card came soon"
        case ...120: "the courier came"
        default: "card works well here"
        }
      let day = "2026-0\(isNew ? 6 : 5)-\(number % 20 + 10)"
      rows.append("m\(number),\(day)T10:00:00Z,c\(number),\(isNew ? "onboarding" : "purchase"),\(text)")
    }
    // The same customer again and again changes nothing.
    for number in 1...30 {
      rows.append("r\(number),2026-06-12T10:00:00Z,c1,onboarding,The courier lost my card")
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  private static func desk() throws -> Desk { try Desk(["m.csv": texts], "load mentions \"m.csv\"") }

  /// Single words that are said within a listed pair give way to it: only pairs are left.
  private static let onboarding = [
    "courier lost|60|100|6.4042", "came soon|40|100|4.953605", "card came|40|100|4.953605",
  ]
  private static let purchase = ["card works|130|150|5.901566", "works well|130|150|5.901566"]

  @Test func theRestIsWhatTheFilterLeaves() throws {
    let table = try Self.desk().table("voice where stage = onboarding")
    #expect(try table.lines(of: ["term", "documents", "share_n", "z"]) == Self.onboarding)
    #expect(try table.lines(of: ["quote"]).first == "The courier lost my card")
    #expect(table.fact("texts") == .integer(280))
    #expect(table.fact("customers") == .integer(250))
    #expect(try table.numbers("share")[0] == 0.6)
    #expect(try table.numbers("elsewhere")[0] == 0)
  }

  @Test func placesStandBesideAllOthers() throws {
    let desk = try Self.desk()
    let rows = try desk.rows("voice by stage", "stage", "term", "documents", "share_n", "z")
    #expect(rows == Self.onboarding.map { "onboarding|" + $0 } + Self.purchase.map { "purchase|" + $0 })
    // A focus is a filter, and vs rest says the same.
    let other = try desk.rows("voice where stage = onboarding vs rest", "term", "z")
    _ = try desk.say("focus stage = onboarding")
    #expect(try desk.rows("voice", "term", "z") == other)
  }

  @Test func aPeriodStandsBesideWhatWasBefore() throws {
    let desk = try Self.desk()
    let table = try desk.table("voice during 2026-06")
    #expect(try table.lines(of: ["term", "documents", "share_n", "z"]) == Self.onboarding)
    #expect(table.fact("now") == .text("2026-06-01 to 2026-06-30"))
    #expect(try desk.rows("voice during 2026-06 vs 2026-05", "term", "z") == table.lines(of: ["term", "z"]))
    #expect(desk.mistake("voice during 2026-05").hasPrefix("nothing-before"))
  }

  @Test func theLanguageIsASetting() throws {
    let desk = try Self.desk()
    #expect(try desk.table("voice where stage = onboarding").fact("languages") == .text("en 4"))
    _ = try desk.say("set language de")
    #expect(try desk.table("voice where stage = onboarding").fact("languages") == .text("de 4"))
    #expect(desk.mistake("set language xx").contains("language is one of auto, da, de, en"))
    _ = try desk.say("set language auto")
    #expect(
      try desk.rows("voice where stage = onboarding", "term", "documents", "share_n", "z") == Self.onboarding)
  }

  @Test func textsWithoutACustomerCountOnceEach() throws {
    // 40 times the same sentence without a customer is one voice; nothing is said by five.
    let rows = (1...40).map {
      "m\($0),2026-06-10,\($0 <= 20 ? "a" : "b"),\($0 <= 20 ? "the card is late" : "all good \($0)")"
    }
    let desk = try Desk(
      ["m.csv": "id,time,channel,text\n" + rows.joined(separator: "\n") + "\n"], "load mentions \"m.csv\"")
    let table = try desk.table("voice by channel")
    #expect(table.rows.isEmpty)
    #expect(table.notes.contains { $0.contains("40 texts name no customer") })
    #expect(table.notes.contains { $0.contains("1 place with fewer than 10 customers left out") })
  }

  @Test func whatIsAskedWronglyIsSaid() throws {
    let desk = try Self.desk()
    #expect(desk.mistake("voice vs rest").hasPrefix("rest-of-nothing"))
    #expect(desk.mistake("voice by week").hasPrefix("grain-as-place"))
    #expect(desk.mistake("voice vs baseline \"x\"").hasPrefix("not-yet"))
    let silent = try Desk(["t.csv": "id,time\n1,2026-06-01\n"], "load tickets \"t.csv\"")
    #expect(silent.mistake("voice").contains("needs text"))
  }
}
