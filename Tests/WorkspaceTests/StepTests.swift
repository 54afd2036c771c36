import DataModel
import Testing

/// Steps behind a bar, on results small enough to see through.
struct StepTests {
  static let data = csv(
    "time,stage,channel,wait_seconds", "2026-03-02,use,chat,60", "2026-03-02,use,chat,120",
    "2026-03-02,use,email,",
    "2026-03-02,buy,chat,30", "2026-03-09,buy,email,90", "2026-03-09,buy,email,", "2026-03-09,buy,email,10",
    "2026-03-16,use,phone,1000", "2026-03-30,,chat,")

  private func desk() throws -> Desk {
    try Desk(["t.csv": Self.data], "load tickets \"t.csv\" with (handle_time = wait_seconds)")
  }

  // By stage and channel: buy chat 1, buy email 3, use chat 2, use email 1, use phone 1, (none) chat 1.
  private let byBoth = "show tickets by stage, channel"

  @Test func whereFiltersRows() throws {
    let desk = try desk()
    #expect(try desk.rows("\(byBoth) | where tickets > 1") == ["buy|email|3", "use|chat|2"])
    #expect(try desk.rows("\(byBoth) | where stage is missing") == ["-|chat|1"])
    #expect(try desk.rows("\(byBoth) | where stage != use and channel = CHAT") == ["buy|chat|1", "-|chat|1"])
    #expect(
      try desk.rows("\(byBoth) | where channel in (phone, email) and tickets between 2 and 3") == [
        "buy|email|3"
      ])
    #expect(
      try desk.rows("show tickets by week | where week > 2026-03-09") == [
        "2026-03-16|1", "2026-03-23|0", "2026-03-30|1",
      ])
    #expect(try desk.rows("show tickets by week | where week = 2026-W11") == ["2026-03-09|3"])
    #expect(try desk.rows("show tickets by weekday | where weekday = Monday", "tickets") == ["9"])
    #expect(try desk.rows("show aht by stage | where aht > 1 minute", "stage") == ["use"])
    #expect(try desk.rows("\(byBoth) with totals | where tickets > 1") == ["buy|email|3", "use|chat|2"])
    #expect(desk.mistake("\(byBoth) | where channel = fax").hasPrefix("unknown-value"))
    #expect(desk.mistake("\(byBoth) | where ticket > 1").contains("tickets"))
  }

  @Test func sorts() throws {
    let desk = try desk()
    #expect(
      try desk.rows("\(byBoth) | sort tickets desc, channel") == [
        "buy|email|3", "use|chat|2", "buy|chat|1", "-|chat|1", "use|email|1", "use|phone|1",
      ])
    // Missing stands last in both directions, the totals at the end.
    #expect(
      try desk.rows("show tickets by stage with totals | sort stage desc") == [
        "use|4", "buy|4", "-|1", "-|9",
      ])
    #expect(try desk.rows("show tickets by stage | sort stage") == ["buy|4", "use|4", "-|1"])
    #expect(desk.mistake("\(byBoth) | sort ticket").contains("tickets"))
  }

  @Test func topAndBottom() throws {
    let desk = try desk()
    #expect(try desk.rows("\(byBoth) | top 2") == ["buy|email|3", "use|chat|2"])
    #expect(try desk.rows("\(byBoth) | bottom 1") == ["buy|chat|1"])
    #expect(try desk.rows("\(byBoth) | top 1 per stage") == ["buy|email|3", "use|chat|2", "-|chat|1"])
    #expect(try desk.rows("show tickets, aht by stage | top 1 by aht", "stage") == ["use"])
    #expect(try desk.rows("show tickets, aht by stage | bottom 3 by aht", "stage") == ["buy", "use", "-"])
    #expect(try desk.rows("show tickets by stage with totals | top 1") == ["buy|4"])
    #expect(try desk.table("\(byBoth) | top 2").notes.contains("2 of 6 rows, by tickets."))
    #expect(desk.mistake("\(byBoth) | top 0") != "no mistake")
  }

  @Test func columns() throws {
    let desk = try desk()
    #expect(try desk.table("\(byBoth) | keep tickets, stage").columns.map(\.name) == ["tickets", "stage"])
    #expect(try desk.table("\(byBoth) | drop stage").columns.map(\.name) == ["channel", "tickets"])
    #expect(desk.mistake("\(byBoth) | keep stages").contains("stage"))
    #expect(desk.mistake("\(byBoth) | drop stage, channel, tickets").hasPrefix("no-columns"))
  }

  /// Of aht: buy (30 + 90 + 10) ÷ 3 = 43.333333, use (60 + 120 + 1000) ÷ 3 = 393.333333.
  @Test func expressions() throws {
    let desk = try desk()
    func added(_ expression: String, by keys: String = "stage, channel") throws -> String {
      try desk.rows("show tickets, aht by \(keys) | add x = \(expression)", "x").joined(separator: " ")
    }
    #expect(try added("tickets * 2 + 1") == "3 7 5 3 3 3")
    #expect(try added("-tickets / 2") == "-0.5 -1.5 -1 -0.5 -0.5 -0.5")
    #expect(try added("tickets / (tickets - 1)") == "- 1.5 2 - - -")
    #expect(try added("round(tickets / 7, 2)") == "0.14 0.43 0.29 0.14 0.14 0.14")
    #expect(try added("round(tickets * 1234, -2)") == "1200 3700 2500 1200 1200 1200")
    #expect(try added("abs(1 - tickets)") == "0 2 1 0 0 0")
    #expect(try added("aht", by: "stage") == "43.333333 393.333333 -")
    #expect(try added("coalesce(aht, 1 minute)", by: "stage") == "43.333333 393.333333 60")
    #expect(try added("aht / 1 minute", by: "stage") == "0.722222 6.555556 -")
    #expect(try added("if stage = buy then \"early\" else \"late\"", by: "stage") == "early late late")
    #expect(try added("if aht > 1 minute and tickets > 1 then 1 else 0", by: "stage") == "0 1 0")
    #expect(try added("rank(tickets)") == "3 1 2 3 3 3")
    #expect(try added("running(tickets)") == "1 4 6 7 8 9")
    #expect(try added("average(tickets)") == "1.5 1.5 1.5 1.5 1.5 1.5")
    #expect(try added("tickets / tickets_total") == "0.111111 0.333333 0.222222 0.111111 0.111111 0.111111")
  }

  @Test func expressionsPerGroup() throws {
    let desk = try desk()
    func added(_ expression: String) throws -> String {
      try desk.rows("\(byBoth) | add x = \(expression) per stage", "x").joined(separator: " ")
    }
    #expect(try added("rank(tickets)") == "2 1 1 2 2 1")
    #expect(try added("running(tickets)") == "1 4 2 3 4 1")
    #expect(try added("average(tickets)") == "2 2 1.333333 1.333333 1.333333 1")
    #expect(try added("100 * tickets / tickets_total") == "25 75 50 25 25 100")
  }

  /// The week before, of the same channel; weeks without tickets count 0.
  @Test func previousIsThePeriodBefore() throws {
    let desk = try desk()
    #expect(
      try desk.rows("show tickets by week | add d = tickets - previous(tickets)") == [
        "2026-03-02|4|-", "2026-03-09|3|-1", "2026-03-16|1|-2", "2026-03-23|0|-1", "2026-03-30|1|1",
      ])
    #expect(
      try desk.rows(
        "show tickets by channel, week where channel = email | sort week desc | add p = previous(tickets)",
        "week", "p")
        == ["2026-03-30|0", "2026-03-23|0", "2026-03-16|3", "2026-03-09|1", "2026-03-02|-"])
    #expect(desk.mistake("show tickets by stage | add d = previous(tickets)").hasPrefix("no-period"))
  }

  @Test func timesAndDurationsInExpressions() throws {
    let desk = try desk()
    #expect(
      try desk.rows("show tickets by week during 2026-03-02..2026-03-08 | add age = 2026-03-05 - week", "age")
        == ["259200"])
    #expect(
      try desk.rows("show tickets by week during 2026-03-02..2026-03-08 | add next = week + 7 days", "next")
        == ["2026-03-09T00:00:00UTC"])
    #expect(desk.mistake("show tickets by week | add x = week + 7").hasPrefix("wrong-type"))
    #expect(desk.mistake("show tickets by stage | add x = stage + 1").hasPrefix("wrong-type"))
    #expect(desk.mistake("show tickets by stage | add x = rnd(tickets)").hasPrefix("unknown-function"))
  }

  @Test func namesAndResults() throws {
    let desk = try desk()
    try desk.say("\(byBoth) | as both; show tickets by stage")
    #expect(try desk.rows("both | top 1") == ["buy|email|3"])
    #expect(try desk.rows("$1 | where tickets = 3") == ["buy|email|3"])
    #expect(try desk.rows("$2") == ["buy|4", "use|4", "-|1"])
    #expect(try desk.rows("$") == ["buy|4", "use|4", "-|1"])
    #expect(desk.mistake("$99").contains("no result 99"))
    #expect(desk.mistake("show tickets | as nps").hasPrefix("name-taken"))
    #expect(desk.mistake("botth").contains("both"))
    #expect(desk.mistake("show tickets by stage | add tickets = 1").hasPrefix("name-taken"))
  }

  @Test func laterStepsAreNotYet() throws {
    let desk = try desk()
    #expect(desk.mistake("show tickets by stage | chart bar").hasPrefix("not-yet"))
    #expect(desk.mistake("show tickets by stage, week | pivot week").hasPrefix("not-yet"))
  }
}
