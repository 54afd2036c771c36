import DataModel
import Testing

/// `check` on rows that are counted by hand.
struct CheckTests {
  /// Ten customers of which nine have one of two personas; 20 tickets in July and 20 mentions in June: per stage (retention
  /// and onboarding) ten of both by chat; the mentions have words, and eight of each ten a sentiment.
  private static func desk(personas: Int = 2, stage: Bool = true) throws -> Desk {
    let stages = ["retention", "onboarding"]
    let tickets = (0..<20).map {
      "2026-07-\($0 % 9 + 20),C\($0 % 10),\(stages[$0 / 10]),chat,\($0 < 10 ? "desk" : "line")"
    }
    let mentions = (0..<20).map {
      "2026-06-\($0 % 9 + 10),C\($0 % 10),\(stages[$0 / 10]),chat,good,\($0 % 10 < 8 ? "0.5" : "")"
    }
    let customers = (0..<10).map { "C\($0),\($0 == 9 ? "" : "p\($0 % personas)")" }
    let head = stage ? "stage" : "colour"
    return try Desk(
      [
        "t.csv": (["time,customer,\(head),channel,touchpoint"] + tickets).joined(separator: "\n"),
        "m.csv": (["time,customer,\(head),channel,text,sentiment"] + mentions).joined(separator: "\n"),
        "c.csv": (["customer,persona"] + customers).joined(separator: "\n"),
        "p.csv": csv("touchpoint,stage,channel,owner", "desk,,,Ann", "tower,,,Bob"),
      ],
      """
      load customers "c.csv"
      load tickets "t.csv"
      load mentions "m.csv" with (sentiment = sentiment scale -1..1)
      """)
  }

  @Test func partsByHand() throws {
    let desk = try Self.desk()
    try desk.say("load touchpoints \"p.csv\"")
    let table = try desk.table("check")
    #expect(
      try table.lines(of: ["component", "status", "figure", "type"]) == [
        "personas|there|2 personas; 90 % of 10 customers have one|-",
        "touchpoints|partly|2 listed; no event: tower; not listed: line|values touchpoint",
        "stages|there|2 stages; 100 % of 40 events have one|-",
        "emotions|partly|80 % of 20 mentions and reviews have a sentiment; 100 % have words; no theme and no emotion defined|load mentions \"mentions.csv\" with (text = COLUMN)",
        "feedback|there|both sorts at each of 2 stages|-",
        "owners|partly|50 % of 2 places have one; the busiest without: onboarding × chat|owner \"NAME\" where stage = \"onboarding\" and channel = \"chat\"",
        // The tickets end on 28 July, the mentions on 18 June.
        "freshness|partly|mentions end 40 days before the latest|sources",
      ])
    #expect(
      table.explanation == [
        "3 of the 7 parts of the map are complete. There: personas, stages and feedback; partly: touchpoints, emotions, owners and freshness."
      ])
    #expect(table.fact("partly") == .integer(4))
    for statement in table.next { #expect(desk.mistakes(statement).isEmpty, "\(statement)") }
    // What is typed is what mends it.
    try desk.say("owner \"Eve\" where stage = \"onboarding\" and channel = \"chat\"")
    #expect(
      try desk.rows("check | where component = owners", "status", "figure") == [
        "there|each of 2 places has one"
      ])
  }

  @Test func whatIsMissingIsSaid() throws {
    let desk = try SmallBank.ticketDesk()
    let table = try desk.table("check")
    #expect(
      try table.lines(of: ["component", "status", "figure"]) == [
        // T7 names no customer: A, B and C do.
        "personas|missing|none of 3 customers", "touchpoints|missing|no event names one",
        "stages|missing|no event has one", "emotions|missing|no mention and no review",
        "feedback|missing|not known by stage",
        "owners|missing|0 % of 3 places have one; the busiest without: chat, email and phone",
        "freshness|there|all kinds reach 2026-06-30, give or take 14 days",
      ])
    for statement in table.next { #expect(desk.mistakes(statement).isEmpty, "\(statement)") }
    #expect(try table.lines(of: ["type"]).contains { $0.hasPrefix("derive stage = ") })
    #expect(try Desk().mistake("check").hasPrefix("nothing-loaded"))
    #expect(desk.mistake("check by week").hasPrefix("grain-as-place"))
  }

  @Test func moreThanThreePersonasAreUnworkable() throws {
    let table = try Self.desk(personas: 4).table("check")
    #expect(
      try table.lines(of: ["status", "figure"])[0]
        == "partly|4 personas; 90 % of 10 customers have one; more than 3")
    #expect(table.notes.contains { $0.hasPrefix("More than 3 personas") })
    #expect(
      try Self.desk(personas: 4).rows("check where persona in (p0, p1)", "status", "figure")[0].hasPrefix(
        "there|2 personas"))
  }

  @Test func stagesOfTheirOwnHaveNoPlace() throws {
    let desk = try Self.desk()
    try desk.say("recode stage from stage (\"onboarding\" = \"aftercare\", else = keep)")
    #expect(
      try desk.rows("check", "component", "status", "figure")[2]
        == "stages|partly|2 stages; 100 % of 40 events have one; place in the journey unknown: aftercare")
  }
}
