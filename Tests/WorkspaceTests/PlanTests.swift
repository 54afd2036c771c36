import DataModel
import Foundation
import Testing

/// `plan` and `cost`, and what `priorities` then shows.
struct PlanTests {
  private static let sample: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/samples/northbank"
  }()

  private func bank() throws -> Desk {
    let desk = try Desk()
    try desk.say("load \"\(Self.sample)\"")
    return desk
  }

  /// The figure beside the target is that of plain SQL over the file of surveys and tickets.
  @Test func aPlanIsShownWithWhatTheTargetStandsAt() throws {
    let desk = try bank()
    try desk.say("priorities; plan 1 owner \"Mail team\" target csat >= 4.2 due 2027-03-31")
    let table = try desk.table("priorities")
    #expect(
      try table.lines(of: ["owner", "target", "target_met", "due"])[0]
        == "Mail team|csat >= 4.2|false|2027-03-31")
    #expect(try table.lines(of: ["target", "target_now", "target_met", "due"])[1] == "-|-|-|-")
    let place = try table.lines(of: ["stage", "channel"])[0].split(separator: "|")
    let window = "stage = '\(place[0])' and channel = '\(place[1])' and csat is not null"
    let expected = try desk.connection().rows(
      """
      select '', avg(cast(csat as double)), count(*) from (
        select csat from read_csv('\(Self.sample)/surveys.csv', all_varchar = true) where answered_at >= '2026-08-31' and \(window)
        union all
        select csat from read_csv('\(Self.sample)/tickets.csv', all_varchar = true) where created_at >= '2026-08-31' and \(window))
      """, keys: 1)[0].1
    #expect(abs(try table.numbers("target_now")[0] - (expected[0] ?? .nan)) < 1e-9)
    #expect(try table.numbers("target_now_n")[0] == expected[1])
    // What is said later replaces it; the rest stays.
    try desk.say("plan 1 due 2027-01-15")
    #expect(try desk.rows("priorities", "owner", "due")[0] == "Mail team|2027-01-15")
    // A plan belongs to its place, not to its rank, and to these keys.
    try desk.say("effort 8 where stage = \"\(place[0])\" and channel = \"\(place[1])\"")
    let moved = try desk.table("priorities 9 | where due is not missing")
    #expect(try moved.lines(of: ["stage", "channel"]) == [place.joined(separator: "|")])
    #expect(try desk.table("priorities by channel").index(of: "due") == nil)
  }

  @Test func targetsOfOtherUnits() throws {
    let desk = try bank()
    try desk.say("priorities; plan 1 target escalation_rate <= 3 %; plan 2 target response_time <= 2 hours")
    #expect(
      try desk.rows("priorities", "target").prefix(2) == [
        "escalation_rate <= 3%", "response_time <= 2 hours",
      ])
    #expect(desk.mistake("plan 1 target response_time <= 2").hasPrefix("target-value"))
    #expect(desk.mistake("plan 1 target csat >= 2 hours").hasPrefix("target-value"))
    #expect(desk.mistake("plan 1 target csat >= good").hasPrefix("target-value"))
    #expect(desk.mistake("plan 1 target churn_rate <= 0.1").hasPrefix("target-measure"))
  }

  @Test func whatCannotBePlanned() throws {
    let desk = try bank()
    #expect(desk.mistake("plan 1 due 2027-03-31").hasPrefix("no-fix"))
    try desk.say("priorities")
    #expect(desk.mistake("plan 4 due 2027-03-31").contains("fixes count from 1 to 3"))
    #expect(desk.mistake("plan 1 target csatt >= 4").contains("csat"))
    #expect(desk.mistake("plan 1").hasPrefix("missing-plan-part"))
    #expect(desk.mistake("plan 1 ownr \"Ann\"").contains("owner"))
    #expect(desk.mistake("plan 1 due 2027-03").hasPrefix("not-a-day"))
    #expect(desk.mistake("plan 1 due 2027-03-31 due 2027-04-30").hasPrefix("twice"))
    #expect(desk.mistake("plan 1 target csat = 4").hasPrefix("missing-side"))
    #expect(desk.mistake("plan one due 2027-03-31").hasPrefix("missing-fix-number"))
    #expect(desk.mistake("cost 6").hasPrefix("missing-per-contact"))
    #expect(desk.mistake("cost per contact").hasPrefix("missing-number"))
    #expect(desk.mistake("cost per contact 0").hasPrefix("cost-range"))
    #expect(try desk.table("priorities").index(of: "due") == nil)
  }

  /// The cost is the excess of the scan times the cost of a contact; the value is summed in SQL over the files.
  @Test func costOfAPlace() throws {
    let desk = try bank()
    try desk.say("cost per contact 6")
    let table = try desk.table("priorities")
    let excess = try table.numbers("excess_tickets")
    #expect(try table.numbers("cost") == excess.map { max(0, $0) * 6 })
    let place = try table.lines(of: ["stage", "channel"])[0].split(separator: "|")
    let window = "stage = '\(place[0])' and channel = '\(place[1])'"
    let expected = try desk.connection().rows(
      """
      select '', sum(cast(annual_value as double)), count(annual_value)
      from read_csv('\(Self.sample)/customers.csv', all_varchar = true) where customer_id in (
        select customer_id from read_csv('\(Self.sample)/tickets.csv', all_varchar = true)
        where created_at >= '2026-08-31' and \(window)
        union all select customer_id from read_csv('\(Self.sample)/mentions.csv', all_varchar = true)
        where posted_at >= '2026-08-31' and \(window))
      """, keys: 1)[0].1
    #expect(abs(try table.numbers("annual_value")[0] - (expected[0] ?? .nan)) < 1e-6)
    #expect(try table.numbers("annual_value_n")[0] == expected[1])
    // Without a file of customers it is said that their value is not known.
    let other = try CompoundData.desk(days: 210)
    try other.say("cost per contact 6")
    #expect(try other.table("priorities").notes.contains { $0.contains("not known") })
  }
}
