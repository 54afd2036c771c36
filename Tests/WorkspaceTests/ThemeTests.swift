import DataModel
import Diagnostics
import Testing

/// `themes` on 42 days with one text each, counted by hand; p by the method's reference program (`two_prop`).
struct ThemeTests {
  /// Day 0 is Monday 2026-06-01.
  ///
  /// Even days speak of a refund and are negative, every third day nobody helps.
  private static let texts: String = {
    var rows = ["id,time,customer,stage,sentiment,text"]
    for day in 0..<42 {
      let date = CivilDate(dayNumber: CivilDate(year: 2026, month: 6, day: 1).dayNumber + day).text
      let text = (day % 2 == 0 ? "my refund is late" : "all fine") + (day % 3 == 0 ? " and nobody helps" : "")
      let stage = day % 2 == 0 ? "purchase" : "onboarding"
      rows.append("m\(day),\(date)T10:00:00Z,c\(day % 10),\(stage),\(day % 2 == 0 ? -0.5 : 0.5),\(text)")
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  private static func desk(_ rules: String = standard) throws -> Desk {
    try Desk(["m.csv": texts], "load mentions \"m.csv\"\n" + rules)
  }

  private static let standard = """
    define theme "late refund" = text contains any (refund, "money back")
    define emotion "ignored" = text contains "nobody"
    define emotion "furious" = text contains "outrag*"
    """

  @Test func everyRuleIsCountedWithWhatIsLeft() throws {
    let table = try Self.desk().table("themes")
    #expect(
      try table.lines(of: ["theme", "rule", "documents", "share", "customers", "overlap", "state"]) == [
        "late refund|theme|21|0.5|5|ignored 33 %|-",
        "ignored|emotion|14|0.333333|10|late refund 50 %|leading",
        "furious|emotion|0|0|0|-|no state",
        "(untagged)|rest|14|0.333333|5|-|-",
      ])
    #expect(
      try table.lines(of: ["net_sentiment", "net_sentiment_n"]) == ["-1|21", "0|14", "-|0", "1|14"])
    #expect(table.fact("untagged") == .integer(14))
    #expect(table.explanation.first == "3 rules cover 67 % of 42 texts; a text can have several.")
    #expect(try table.lines(of: ["quote"])[2...] == ["-", "-"])
    #expect(try table.lines(of: ["quote"])[1].contains("nobody"))
  }

  @Test func theLastFourWeeksStandBesideWhatWasBefore() throws {
    let table = try Self.desk().table("themes")
    #expect(table.fact("now") == .text("2026-06-15 to 2026-07-12"))
    #expect(
      try table.lines(of: ["theme", "change", "p", "q"]) == [
        "late refund|0|1|1", "ignored|-0.035714|0.819115|1", "furious|0|1|1",
        "(untagged)|-0.035714|0.819115|1",
      ])
    // Only the texts of the period count, beside all before.
    let during = try Self.desk().table("themes during last 2 weeks")
    #expect(try during.lines(of: ["theme", "documents", "share_n"]).first == "late refund|7|14")
    #expect(during.fact("now") == .text("2026-06-29 to 2026-07-12"))
  }

  @Test func placesHaveTheirOwnStates() throws {
    let table = try Self.desk().table("themes by stage")
    #expect(
      try table.lines(of: ["stage", "theme", "documents", "share_n", "state"]) == [
        "onboarding|ignored|7|21|leading", "onboarding|late refund|0|21|-",
        "onboarding|furious|0|21|no state",
        "onboarding|(untagged)|14|21|-", "purchase|late refund|21|21|-", "purchase|ignored|7|21|leading",
        "purchase|furious|0|21|no state", "purchase|(untagged)|0|21|-",
      ])
    #expect(
      table.explanation.contains(
        "Leading emotions: onboarding ignored (7 texts), purchase ignored (7 texts)."))
  }

  @Test func aRuleIsReplacedByOneOfItsName() throws {
    let desk = try Self.desk()
    _ = try desk.say("define theme \"LATE REFUND\" = text contains fine")
    #expect(try desk.rows("themes", "theme", "documents").contains("LATE REFUND|21"))
    #expect(try desk.table("themes").rows.count == 4)
    #expect(desk.mistake("define emotion \"x\" = txet contains y").hasPrefix("unknown-field"))
  }

  @Test func withoutARuleTermsAreProposed() throws {
    let table = try Self.desk("").table("themes where stage = purchase")
    #expect(table.explanation.first?.hasPrefix("No theme is defined yet.") == true)
    #expect(try table.lines(of: ["term"]).contains("refund") || table.rows.isEmpty)
    #expect(table.next.last == "themes")
  }

  @Test func aFilterThatTextsCannotKnowIsAMistake() throws {
    let desk = try Desk(
      ["m.csv": Self.texts, "t.csv": "id,time,escalated\n1,2026-06-01,yes\n"],
      "load mentions \"m.csv\"\nload tickets \"t.csv\"")
    #expect(desk.mistake("themes where escalated").hasPrefix("unknowable-filter"))
    #expect(desk.mistake("themes vs last 4 weeks").hasPrefix("no-versus"))
  }
}
