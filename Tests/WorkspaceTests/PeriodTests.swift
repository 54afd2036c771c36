import DataModel
import Diagnostics
import Syntax
import Testing
import Vocabulary

@testable import Sessions

/// Periods, read against the end of the data, and comparisons with other periods.
struct PeriodTests {
  /// One day a line: tickets on Monday to Friday, in each of four weeks 1, 2, 3 and 4 a day, then 4 on Monday 2026-06-01.
  static let data: String = {
    var rows = ["time,channel"]
    for (week, monday) in ["04", "11", "18", "25"].enumerated() {
      for day in 0..<5 {
        let date = "2026-05-\(twoDigits(Int(monday)! + day))"
        for number in 0...week { rows.append("\(date),\(number == 0 ? "chat" : "email")") }
      }
    }
    rows += (0..<4).map { _ in "2026-06-01,chat" }
    return rows.joined(separator: "\n") + "\n"
  }()

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func desk() throws -> Desk { try Desk(["t.csv": Self.data], "load tickets \"t.csv\"") }

  private func tickets(_ period: String) throws -> String {
    try desk().rows("show tickets during \(period)").joined()
  }

  // The week of Monday 2026-06-01 does not reach its last usual weekday, Friday: it is not complete. May is, since its last
  // usual weekday is Friday the 29th.
  @Test func lastAreComplete() throws {
    #expect(try tickets("last week") == "20")
    #expect(try tickets("last 2 weeks") == "35")
    #expect(try tickets("last 4 weeks") == "50")
    #expect(try tickets("last 40 weeks") == "50")
    #expect(try tickets("this week") == "4")
    #expect(try tickets("last month") == "50")
    #expect(try tickets("this month") == "4")
    #expect(try tickets("last day") == "4")
    #expect(try tickets("last 2 days") == "4")
    #expect(try desk().mistake("show tickets during last quarter").hasPrefix("no-complete-period"))
    #expect(try desk().mistake("show tickets during last 0 weeks") != "no mistake")
  }

  @Test func pointsAndRanges() throws {
    #expect(try tickets("2026-05-04") == "1")
    #expect(try tickets("2026-W20") == "10")
    #expect(try tickets("2026-05") == "50")
    #expect(try tickets("2026-Q2") == "54")
    #expect(try tickets("2026") == "54")
    #expect(try tickets("2026-05-18..2026-05-29") == "35")
    #expect(try tickets("2026-05-18..") == "39")
    #expect(try tickets("..2026-W19") == "5")
    #expect(try tickets("2026-05-18..2026-06") == "39")
    #expect(try desk().mistake("show tickets during 2026-09..2026-07").contains("before it starts"))
  }

  /// A pinned now: the week of the 25th has not happened yet.
  @Test func nowIsPinned() throws {
    let desk = try desk()
    try desk.say("set now 2026-05-25")
    #expect(try desk.rows("show tickets during last week") == ["15"])
    #expect(try desk.rows("show tickets during this week") == ["15"])
    try desk.say("set now auto")
    #expect(try desk.rows("show tickets during last week") == ["20"])
    #expect(desk.mistake("set now soon").hasPrefix("wrong-type"))
  }

  /// 20 beside 15: the bounds are 5 ± 1.96 √35; the score test of equal rates has z = (20 − 17.5) ÷ √(35 ÷ 4), p = 0.398025.
  @Test func countsBesideThePreviousWeek() throws {
    let table = try desk().table("show tickets during last week vs previous")
    let half = 1.959963984540054 * 35.0.squareRoot()
    #expect(
      table.columns.map(\.name) == [
        "tickets", "tickets_prev", "tickets_change", "tickets_change_low", "tickets_change_high", "tickets_p",
      ])
    #expect(table.lines == ["20|15|5|\((5 - half).short)|\((5 + half).short)|0.398025"])
  }

  /// The first week of the period stands beside the first week of the other.
  @Test func weeksSideBySide() throws {
    #expect(
      try desk().rows(
        "show tickets during last 2 weeks vs previous by week", "week", "tickets", "tickets_prev") == [
          "2026-05-18|15|5", "2026-05-25|20|10",
        ])
    #expect(
      try desk().rows(
        "show tickets during last week vs 2026-W19 by day", "day", "tickets", "tickets_prev") == [
          "2026-05-25|4|1", "2026-05-26|4|1", "2026-05-27|4|1", "2026-05-28|4|1", "2026-05-29|4|1",
          "2026-05-30|0|0",
          "2026-05-31|0|0",
        ])
  }

  /// A group that only one of the two has is shown, with 0 where there was nothing.
  @Test func groupsOfOnlyOnePeriod() throws {
    #expect(
      try desk().rows(
        "show tickets during this week vs 2026-W22 by channel with totals", "channel", "tickets",
        "tickets_prev")
        == ["chat|4|5", "email|0|15", "-|4|20"])
  }

  /// Without during it is the last 4 complete weeks; the 4 before lie outside the data: a gap, not a fall from 0.
  @Test func aComparisonOutsideTheDataIsAGap() throws {
    let table = try desk().table("show tickets vs previous")
    #expect(try table.lines(of: ["tickets", "tickets_prev", "tickets_change", "tickets_p"]) == ["50|-|-|-"])
    #expect(table.notes.contains { $0.contains("last 4 complete weeks") })
    #expect(table.notes.contains { $0.contains("outside the data") })
    #expect(try desk().rows("show tickets during 2026-05 vs same last year", "tickets_prev") == ["-"])
  }

  @Test func partOfTheComparisonOutsideTheDataIsSaid() throws {
    let notes = try desk().table("show tickets during last 3 weeks vs previous").notes
    #expect(notes.contains { $0.contains("partly outside the data") })
  }

  /// Weeks keep their weekdays (364 days before), months their name.
  @Test func sameLastYear() throws {
    let desk = try Desk(
      [
        "t.csv": csv(
          "time", "2025-05-31", "2025-06-01", "2025-06-02", "2025-06-08", "2025-06-30", "2026-06-01",
          "2026-06-07", "2026-06-29", "2026-06-30")
      ],
      "load tickets \"t.csv\"")
    #expect(
      try desk.rows("show tickets during 2026-06 vs same last year", "tickets", "tickets_prev") == ["4|4"])
    #expect(
      try desk.rows("show tickets during 2026-W23 vs same last year", "tickets", "tickets_prev") == ["2|2"])
    #expect(
      try desk.rows(
        "show tickets during 2026-06 vs same last year by month", "month", "tickets", "tickets_prev") == [
          "2026-06|4|4"
        ])
    #expect(try desk.rows("show tickets during 2026-Q2 vs previous", "tickets", "tickets_prev") == ["4|0"])
  }

  @Test func parametersArePeriods() throws {
    let desk = try desk()
    try desk.say("param w = last 2 weeks; param m = 2026-05; param c = chat; param limit = 3")
    #expect(try desk.rows("show tickets during $w") == ["35"])
    #expect(try desk.rows("show tickets during $m") == ["50"])
    #expect(try desk.rows("show tickets during $w where channel = $c") == ["10"])
    #expect(try desk.rows("show tickets where time = $m") == ["50"])
    #expect(try desk.rows("show tickets by day during $m | where tickets > $limit", "day").count == 5)
    #expect(desk.mistake("show tickets during $c").contains("no period"))
    #expect(desk.mistake("show tickets during $x").contains("$x"))
  }

  @Test func aFixedParameterWinsOverTheScript() throws {
    let desk = try desk()
    desk.workspace.overrides["m"] = .period(Period(.last(1, .week), span: Span(0, 0)))
    try desk.say("param m = 2026-05")
    #expect(try desk.rows("show tickets during $m") == ["20"])
  }

  /// The earliest end among the kinds of the question counts.
  @Test func nowIsTheEarliestEndOfTheKinds() throws {
    let desk = try desk()
    try desk.write("m.csv", csv("time,sentiment", "2026-05-04,0.5", "2026-05-12,0.5", "2026-05-15,0"))
    try desk.say("load mentions \"m.csv\"")
    #expect(try desk.rows("show tickets during last week") == ["20"])
    #expect(try desk.rows("show tickets, mentions during last week") == ["10|2"])
    #expect(try desk.rows("show mentions during this week") == ["2"])
  }
}

/// The test of each form of measure (method 5), with figures of the method's reference program for the same counts.
struct ComparisonTests {
  /// Answers of NPS in two months: 50, 30, 20 of promoters, passives and detractors, then 40, 32, 28.
  private func surveys() -> String {
    var rows = ["time,nps,csat"]
    func add(_ day: String, _ score: Int, _ count: Int) {
      rows += (0..<count).map { "\(day),\(score),\($0 % 5 + 1)" }
    }
    add("2026-04-10", 9, 40)
    add("2026-04-11", 7, 32)
    add("2026-04-12", 6, 28)
    add("2026-05-10", 10, 50)
    add("2026-05-11", 8, 30)
    add("2026-05-12", 0, 20)
    return rows.joined(separator: "\n") + "\n"
  }

  /// `two_nps(50, 30, 20, 40, 32, 28)`: the difference as it is, bounds and p from the adjusted counts.
  @Test func nps() throws {
    let desk = try Desk(["s.csv": surveys()], "load surveys \"s.csv\"")
    #expect(
      try desk.rows(
        "show nps during 2026-05 vs 2026-04", "nps", "nps_n", "nps_prev", "nps_change", "nps_change_low",
        "nps_change_high",
        "nps_p") == ["30|100|12|18|-4.2924|39.243857|0.115607"])
  }

  /// `two_prop(7, 10, 2, 8)`.
  @Test func proportions() throws {
    var rows = ["time,escalated"]
    rows += (0..<8).map { "2026-04-1\($0),\($0 < 2 ? "yes" : "no")" }
    rows += (0..<10).map { "2026-05-1\($0),\($0 < 7 ? "yes" : "no")" }
    let desk = try Desk(["t.csv": rows.joined(separator: "\n") + "\n"], "load tickets \"t.csv\"")
    #expect(
      try desk.rows(
        "show escalation_rate as e during 2026-05 vs 2026-04", "e_change", "e_change_low", "e_change_high",
        "e_p") == [
          "0.45|-0.00611|0.712324|0.065196"
        ])
  }

  /// `welch` of 5 4 4 3 5 2 4 5 and 3 2 4 3 2 3 1 4: t 2.376, 13.99 degrees of freedom, p 0.0323.
  @Test func means() throws {
    var rows = ["time,csat"]
    rows += [3, 2, 4, 3, 2, 3, 1, 4].map { "2026-04-10,\($0)" }
    rows += [5, 4, 4, 3, 5, 2, 4, 5].map { "2026-05-10,\($0)" }
    let desk = try Desk(["s.csv": rows.joined(separator: "\n") + "\n"], "load surveys \"s.csv\"")
    #expect(
      try desk.rows(
        "show csat during 2026-05 vs 2026-04", "csat", "csat_prev", "csat_change", "csat_change_low",
        "csat_change_high",
        "csat_p") == ["4|2.75|1.25|0.121508|2.378492|0.032339"])
  }

  /// The rest is who does not meet the condition, those without a value included.
  @Test func theRest() throws {
    let desk = try Desk(
      [
        "s.csv": csv(
          "time,channel,csat", "2026-04-01,chat,5", "2026-04-01,chat,4", "2026-04-01,email,1",
          "2026-04-01,,2", "2026-04-01,email,3")
      ],
      "load surveys \"s.csv\"")
    #expect(
      try desk.rows(
        "show csat, surveys where channel = chat vs rest", "csat", "csat_prev", "csat_change", "surveys",
        "surveys_prev")
        == ["4.5|2|2.5|2|3"])
    #expect(desk.mistake("show csat vs rest").hasPrefix("rest-without-filter"))
  }
}
