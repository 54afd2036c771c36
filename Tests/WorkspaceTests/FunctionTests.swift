import DataModel
import Testing

/// The functions over fields and tests, and shares of a whole.
struct FunctionTests {
  /// amount: 1, 2, 2, 4, 10, missing; wait: 60, 120, 600 seconds and missing; paid: yes, yes, no, no, missing, yes.
  static let data = csv(
    "time,customer,channel,amount,wait_seconds,paid,plan,stage",
    "2026-03-02,A,chat,1,60,yes,gold,use",
    "2026-03-03,B,chat,2,120,yes,Gold,use",
    "2026-03-04,A,email,2,600,no,silver,buy",
    "2026-03-05,C,email,4,,no,silver,use",
    "2026-03-06,,chat,10,,,gold,buy",
    "2026-03-07,B,,,,yes,,use")

  private func desk() throws -> Desk {
    try Desk(
      ["i.csv": Self.data], "load interactions \"i.csv\" with (handle_time = wait_seconds)")
  }

  private func figure(_ text: String) throws -> String {
    try desk().rows("show \(text)").joined(separator: " ")
  }

  @Test func counts() throws {
    let desk = try desk()
    #expect(try desk.rows("show count()") == ["6"])
    #expect(try desk.rows("show count(amount)") == ["5"])
    #expect(try desk.rows("show count(paid)") == ["3"])
    #expect(try desk.rows("show count(amount > 1 and channel = chat)") == ["2"])
    #expect(try desk.rows("show distinct(customer), distinct(channel), distinct(amount)") == ["3|2|4"])
    #expect(try desk.rows("show distinct(plan)") == ["2"])
  }

  /// 1, 2, 2, 4, 10: mean 3.8, sum of squares 125, variance (125 − 361 ÷ 5) ÷ 4 = 13.2, t(4) = 2.776445.
  @Test func meanHasStudentsInterval() throws {
    let half = 2.7764451051977934 * (13.2 / 5).squareRoot()
    #expect(try figure("mean(amount)") == "3.8|\((3.8 - half).short)|\((3.8 + half).short)|5")
  }

  /// The 90 % point of 1 2 2 4 10 lies at place 3.6 counted from 0: 4 + 0.6 × 6.
  @Test func quantilesInterpolate() throws {
    #expect(try figure("median(amount), p90(amount)") == "2|7.6")
    #expect(try figure("median(handle_time), p90(handle_time)") == "120|504")
  }

  @Test func extremesAndSums() throws {
    #expect(try figure("sum(amount), min(amount), max(amount)") == "19|1|10")
    #expect(try figure("sum(handle_time), min(handle_time), max(handle_time)") == "780|60|600")
    #expect(try figure("min(time), max(time)") == "2026-03-02T00:00:00UTC|2026-03-07T00:00:00UTC")
    #expect(try figure("min(channel), max(plan)") == "chat|silver")
  }

  /// 2 is there twice; of channels chat; `gold` in all its spellings three times.
  @Test func modeIsTheMostFrequent() throws {
    #expect(try figure("mode(amount), mode(channel), mode(plan), mode(paid)") == "2|chat|gold|true")
  }

  /// Ties by byte order: `buy` before `use`.
  @Test func modeTiesByByteOrder() throws {
    #expect(try figure("mode(stage)") == "use")
    #expect(try desk().rows("show mode(stage) where amount is missing or amount > 4") == ["buy"])
  }

  /// The share is over the rows where every field of the test is known: paid is known in 5 rows, amount in 5, both in 4.
  @Test func shareIsOverWhatIsKnown() throws {
    let desk = try desk()
    #expect(try desk.table("show share(paid)").lines(of: ["share(paid)", "share(paid)_n"]) == ["0.6|5"])
    #expect(
      try desk.table("show share(paid and amount > 1) as s").lines(of: ["s", "s_n"]) == ["0.25|4"])
    #expect(try desk.table("show share(not paid) as s").lines(of: ["s", "s_n"]) == ["0.4|5"])
    #expect(try desk.table("show share(amount is missing) as s").lines(of: ["s", "s_n"]) == ["0|5"])
  }

  @Test func functionsNeedTheirTypes() throws {
    let desk = try desk()
    #expect(desk.mistake("show mean(channel)").contains("numbers"))
    #expect(desk.mistake("show sum(paid)").contains("numbers"))
    #expect(desk.mistake("show mean(amount > 1)").contains("field"))
    #expect(desk.mistake("show share(channel)").contains("true-or-false"))
    #expect(desk.mistake("show mean()").contains("field"))
    #expect(desk.mistake("show median(amout)").contains("amount"))
  }

  /// Large numbers are squared in a mean's interval: 10¹¹ and 3·10¹¹, t(1) = 12.7062.
  @Test func largeAmounts() throws {
    let desk = try Desk(
      ["i.csv": csv("time,amount", "2026-01-01,100000000000", "2026-01-02,300000000000", "2026-01-03,")],
      "load interactions \"i.csv\"")
    #expect(
      try desk.rows("show mean(amount), sum(amount)", "mean(amount)", "sum(amount)") == [
        "200000000000|400000000000"
      ])
    try desk.write("j.csv", csv("time,amount", "2026-01-01,1000000000000", "2026-01-02,2000000000000"))
    try desk.say("load interactions \"j.csv\" as j")
    #expect(try desk.rows("show mean(amount) where source = j", "mean(amount)") == ["1500000000000"])
    #expect(try desk.rows("show sum(amount) where source = j") == ["3000000000000"])
  }
}

struct ShareTests {
  static let data = csv(
    "time,channel,stage,escalated", "2026-03-02,chat,use,yes", "2026-03-02,chat,use,no",
    "2026-03-02,chat,buy,no",
    "2026-03-02,email,use,yes", "2026-03-02,email,buy,yes", "2026-03-09,email,buy,no",
    "2026-03-09,phone,buy,no",
    "2026-03-09,,buy,no")

  private func desk() throws -> Desk { try Desk(["t.csv": Self.data], "load tickets \"t.csv\"") }

  @Test func sharesOfTheWhole() throws {
    #expect(
      try desk().rows("show share of tickets as s by channel", "channel", "s", "s_n") == [
        "chat|0.375|8", "email|0.375|8", "phone|0.125|8", "-|0.125|8",
      ])
    #expect(try desk().rows("show share of tickets as s", "s") == ["1"])
  }

  @Test func sharesPerKey() throws {
    #expect(
      try desk().rows(
        "show share of tickets per stage as s by stage, channel", "stage", "channel", "s", "s_n") == [
          "buy|chat|0.2|5", "buy|email|0.4|5", "buy|phone|0.2|5", "buy|-|0.2|5", "use|chat|0.666667|3",
          "use|email|0.333333|3",
        ])
    #expect(
      try desk().rows("show share of tickets per (stage, channel) as s by stage, channel", "s").allSatisfy {
        $0 == "1"
      })
  }

  /// Of the three escalated ones, one is in chat.
  @Test func sharesOfFewerRows() throws {
    #expect(
      try desk().rows("show share of tickets(escalated) as s by channel", "channel", "s", "s_n") == [
        "chat|0.333333|3", "email|0.666667|3", "phone|0|3", "-|0|3",
      ])
  }

  @Test func sharesBesideAnotherPeriodAndWithTotals() throws {
    let table = try desk().table(
      "show share of tickets as s by channel during 2026-03-09 vs 2026-03-02 with totals")
    #expect(
      try table.lines(of: ["channel", "s", "s_prev", "s_change"]) == [
        "chat|0|0.6|-0.6", "email|0.333333|0.4|-0.066667", "phone|0.333333|0|0.333333",
        "-|0.333333|0|0.333333",
        "-|1|1|0",
      ])
  }

  @Test func sharesNeedCountsAndKeys() throws {
    let desk = try desk()
    #expect(desk.mistake("show share of escalation_rate by channel").hasPrefix("share-of-ratio"))
    #expect(desk.mistake("show share of tickets per stage by channel").contains("stage"))
  }
}
