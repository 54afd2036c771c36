import DataModel
import Testing

/// `baseline`: frozen figures give the same comparison as the period that they were of.
struct BaselineTests {
  private static let figures = "nps, csat, escalation_rate, tickets, tickets(escalated)"

  /// The other way to the same figures is `vs` a period.
  @Test func frozenFiguresCompareAsTheirPeriodDoes() throws {
    let desk = try SmallBank.desk()
    try desk.say("show \(Self.figures) during 2026-06-01..2026-06-15")
    let frozen = try desk.table("baseline \"first half\"")
    #expect(frozen.rows.count == 5)
    let beside = try desk.table(
      "show \(Self.figures) during 2026-06-16..2026-06-30 vs baseline \"First Half\"")
    let direct = try desk.table(
      "show \(Self.figures) during 2026-06-16..2026-06-30 vs 2026-06-01..2026-06-15")
    #expect(beside.columns == direct.columns)
    #expect(beside.rows == direct.rows)
    #expect(beside.notes.contains { $0.contains("2026-06-01 to 2026-06-15") })
  }

  @Test func placesThatAreNotFrozenHaveNothingBeside() throws {
    let desk = try SmallBank.desk()
    // Email has tickets on the 3rd and 10th, chat on the 1st and 2nd, phone later only.
    try desk.say("show tickets by channel during 2026-06-01..2026-06-15; baseline \"b\"")
    #expect(
      try desk.rows("show tickets by channel vs baseline \"b\"", "channel", "tickets", "tickets_prev") == [
        "chat|5|2", "email|3|2", "phone|2|-",
      ])
  }

  @Test func theLatestFiguresWinAndPeriodsAreLeftOut() throws {
    let desk = try SmallBank.desk()
    try desk.say("show tickets; show tickets where channel = chat; show nps by week")
    let table = try desk.table("baseline \"b\"")
    #expect(try table.lines(of: ["measure", "by", "figure", "where"]) == ["tickets||5|channel = \"chat\""])
    #expect(table.notes.contains { $0.contains("by week are not frozen") })
    let beside = try desk.table("show tickets vs baseline \"b\"")
    #expect(beside.notes.contains { $0.contains("The baseline is about where channel = \"chat\"") })
  }

  @Test func whatIsNotFrozenIsSaid() throws {
    let desk = try SmallBank.desk()
    #expect(desk.mistake("baseline \"b\"").hasPrefix("nothing-to-freeze"))
    try desk.say("show nps by week")
    #expect(desk.mistake("baseline \"b\"").contains("week"))
    try desk.say("show tickets by channel; baseline \"2026-Q2\"")
    #expect(desk.mistake("show tickets by channel vs baseline \"2026-Q3\"").contains("2026-Q2"))
    #expect(desk.mistake("show tickets by topic vs baseline \"2026-Q2\"").contains("tickets by channel"))
    #expect(desk.mistake("show nps vs baseline \"2026-Q2\"").hasPrefix("not-in-baseline"))
  }
}
