import DataModel
import Testing

/// Every measure, with figures worked out by hand from `SmallBank`.
///
/// Intervals are those of the method's reference program for the same counts: `wilson(x, n)`, `nps_ci_score(pro, pas, det)`,
/// `mean_ci(n, sum, sum of squares, low, high)`.
struct MeasureTests {
  private func figures(_ measure: String, _ desk: Desk? = nil) throws -> [String] {
    try (desk ?? SmallBank.desk()).rows("show \(measure)")
  }

  @Test func countsAreOfTheirKind() throws {
    let table = try SmallBank.desk().table(
      "show tickets, mentions, reviews, surveys, calls, interactions, all_events")
    #expect(table.lines == ["10|4|3|10|3|4|34"])
    #expect(table.columns.allSatisfy { $0.kind == .integer })
  }

  /// A … K without the missing ones: tickets A B C, surveys A … H, calls D A C, interactions I J K.
  @Test func customersAreDistinctOverAllKinds() throws {
    #expect(try figures("customers") == ["11"])
  }

  /// A kind that no source has is a gap, not a zero.
  @Test func aKindThatIsNotLoadedIsAnError() throws {
    let desk = try SmallBank.ticketDesk()
    #expect(desk.mistake("show mentions").hasPrefix("no-data-for-measure"))
    #expect(desk.mistake("show tickets, interviews").hasPrefix("no-data-for-measure"))
  }

  /// Six of the seven mentions and reviews have a sentiment: (0.5 − 0.5 + 0 + 1 − 0.25 + 0.25) ÷ 6.
  @Test func sentimentIsTheMean() throws {
    #expect(try figures("sentiment") == ["0.166667|-0.400093|0.733427|6"])
  }

  /// Positive: 0.5, 1, 0.25; negative: −0.5, −0.25; zero is neutral: (3 − 2) ÷ 6.
  @Test func netSentimentLeavesZeroOut() throws {
    #expect(try figures("net_sentiment") == ["0.166667|-0.48117|0.691893|6"])
  }

  /// Promoters 10 9 10 10 10, passives 8 7 7, detractors 6 3.
  @Test func npsIsPromotersLessDetractors() throws {
    #expect(try figures("nps") == ["30|-21.659220|67.527789|10".trimmed])
  }

  /// 29 ÷ 8, and 5 of 8 answers are 4 or 5.
  @Test func csatIsAMeanAndTopTwoAShare() throws {
    #expect(try figures("csat") == ["3.625|2.366002|4.883998|8"])
    #expect(try figures("csat_top2") == ["0.625|0.305742|0.863156|8"])
  }

  @Test func cesAndRatingAreMeans() throws {
    #expect(try figures("ces") == ["4.375|2.482377|6.267623|8"])
    #expect(try figures("rating") == ["4|1.515862|5|3"])
  }

  /// Of the tickets for which it is known: 2 of 9, and 1 of 9.
  @Test func ratesLeaveUnknownTicketsOut() throws {
    #expect(try figures("escalation_rate") == ["0.222222|0.063225|0.547411|9"])
    #expect(try figures("reopen_rate") == ["0.111111|0.019891|0.435|9"])
  }

  // Not solved: T1 (T2 a day later), T2 (reopened), T5 (T9 exactly 7 days later). Solved: T3, T4, T6, T9. Left out: T7
  // without a customer, T8 without a topic, T10 of the last 7 days.
  @Test func firstContactResolution() throws {
    #expect(try figures("fcr", SmallBank.ticketDesk()) == ["0.571429|0.250458|0.84178|7"])
  }

  /// A call on the same topic within 7 days is a further contact; one on another topic is none.
  @Test func aCallIsAFurtherContact() throws {
    let desk = try SmallBank.ticketDesk()
    try desk.write(
      "calls.csv",
      csv(
        "time,customer,topic", "2026-06-07T11:00:00Z,B,fees", "2026-06-12T11:00:00Z,B,savings",
        "2026-06-30T00:00:00Z,Z,fees"))
    try desk.say("load calls \"calls.csv\"")
    // T3 is not solved any more, T4 (login) still is: 3 of 7.
    #expect(try desk.rows("show fcr", "fcr", "fcr_n") == ["0.428571|7"])
  }

  /// Mentions that go on for months say nothing about the tickets: the last 7 days are those of the contacts.
  @Test func otherKindsDoNotMoveTheEndForFirstContact() throws {
    let desk = try SmallBank.ticketDesk()
    try desk.write("mentions.csv", csv("time,sentiment", "2026-06-01,0.1", "2026-09-01,0.2"))
    try desk.say("load mentions \"mentions.csv\"")
    #expect(try desk.rows("show fcr", "fcr", "fcr_n") == ["0.571429|7"])
  }

  // T2 (1 day after T1), T5 (14 days to the second after T2), T9; T6 is 14 days and 1 second after T3. 8 have customer and topic.
  @Test func repeatRate() throws {
    #expect(try figures("repeat_rate", SmallBank.ticketDesk()) == ["0.375|0.136844|0.694258|8"])
  }

  /// A filter narrows what is counted, not what is looked at: T5 still follows T2, which was in chat.
  @Test func aFilterDoesNotHideTheEarlierTicket() throws {
    let desk = try SmallBank.ticketDesk()
    #expect(
      try desk.rows("show repeat_rate by channel", "channel", "repeat_rate", "repeat_rate_n") == [
        "chat|0.333333|3", "email|0|3", "phone|1|2",
      ])
    #expect(
      try desk.rows("show repeat_rate where channel = phone", "repeat_rate", "repeat_rate_n") == ["1|2"])
    #expect(
      try desk.rows("show repeat_rate during 2026-06-16", "repeat_rate", "repeat_rate_n") == ["1|1"])
  }

  /// Nine of ten know each: the fifth of 10 … 100 minutes is 50, of 2 … 20 hours 10.
  @Test func timesAreMediansInSeconds() throws {
    #expect(try figures("response_time") == ["3000"])
    #expect(try figures("resolution_time") == ["36000"])
  }

  /// (300 + 500 + 100) ÷ 3; the interval is cut at 0.
  @Test func averageHandleTime() throws {
    #expect(try figures("aht") == ["300|0|796.827542|3"])
  }

  /// 10 tickets over 11 customers with any event.
  @Test func contactRate() throws {
    #expect(try figures("contact_rate") == ["0.909091"])
    #expect(try figures("contact_rate", SmallBank.ticketDesk()) == ["3.333333"])
  }

  /// Exact in cents.
  @Test func revenueIsASum() throws {
    #expect(try figures("revenue") == ["30.85"])
    #expect(try SmallBank.desk().rows("show revenue by channel") == ["app|0.1", "web|30.75"])
  }

  @Test func measuresOfFewerRows() throws {
    let desk = try SmallBank.desk()
    #expect(try desk.rows("show tickets(escalated), tickets(not escalated)") == ["2|8"])
    #expect(try desk.table("show tickets(escalated)").columns.map(\.name) == ["tickets(escalated)"])
    #expect(
      try desk.rows("show nps(csat_score >= 4)", "nps(csat_score >= 4)", "nps(csat_score >= 4)_n") == ["60|5"]
    )
  }

  /// Ten sums of 0.1 are 1, and a million cents are not lost: fixed-point numbers.
  @Test func sumsAreExact() throws {
    let rows = (0..<10).map { "2026-01-0\($0 % 9 + 1),0.1" } + ["2026-01-01,1000000000000"]
    let desk = try Desk(
      ["i.csv": (["time,amount"] + rows).joined(separator: "\n") + "\n"], "load interactions \"i.csv\"")
    let sum = try desk.cell("show sum(amount)")
    #expect(sum == "1000000000001")
  }

  @Test func arithmeticOverMeasures() throws {
    let desk = try SmallBank.desk()
    #expect(
      try desk.rows("show tickets / customers, 100 * tickets(escalated) / tickets, -tickets + 1") == [
        "0.909091|20|-9"
      ])
    #expect(try desk.rows("show tickets / calls(channel = chat)") == ["-"])
  }

  @Test func nothingToMeasureIsUndefined() throws {
    let desk = try SmallBank.desk()
    #expect(try desk.rows("show nps during 2020") == ["-|-|-|0"])
    // A zero where the data is, a gap where it is not.
    #expect(try desk.rows("show tickets during 2026-06-04") == ["0"])
    #expect(try desk.rows("show tickets during 2020") == ["-"])
    #expect(try desk.rows("show revenue during 2020") == ["-"])
    #expect(try desk.rows("show response_time during 2020") == ["-"])
  }

  @Test func definedMeasures() throws {
    let desk = try SmallBank.desk()
    try desk.say("define measure load_per_call = tickets / calls")
    #expect(try desk.rows("show load_per_call") == ["3.333333"])
    #expect(try desk.rows("show load_per_call(channel = phone)") == ["0.666667"])
    #expect(desk.mistake("define measure nps = tickets").hasPrefix("name-taken"))
    #expect(desk.mistake("define measure x = x + 1").contains("x"))
  }
}

/// Churn is about the customers' files.
struct ChurnTests {
  // Before June came A, B, E, F; D had left in May, C joined in June. F left on the first day, B in June, E in July.
  static let customers = csv(
    "customer,persona,joined,churned", "A,saver,2025-01-01,", "B,saver,2025-01-01,2026-06-15",
    "C,saver,2026-06-10,2026-06-20", "D,Saver,2025-01-01,2026-05-01", "E,digital,2025-01-01,2026-07-05",
    "F,Digital,2025-01-01,2026-06-01", "G,digital,,")

  private func desk() throws -> Desk {
    try Desk(
      ["tickets.csv": SmallBank.tickets, "customers.csv": Self.customers],
      "load tickets \"tickets.csv\"; load customers \"customers.csv\"")
  }

  @Test func churnedOverThoseAtTheStart() throws {
    #expect(try desk().rows("show churn_rate during 2026-06", "churn_rate", "churn_rate_n") == ["0.5|4"])
  }

  /// `Saver` and `saver` are one persona: A, B → 1 of 2; digital: E, F → 1 of 2.
  @Test func churnFoldsSpellings() throws {
    #expect(
      try desk().rows("show churn_rate by persona during 2026-06", "persona", "churn_rate", "churn_rate_n")
        == [
          "digital|0.5|2", "saver|0.5|2",
        ])
    #expect(
      try desk().rows(
        "show churn_rate where persona = SAVER during 2026-06 with totals", "churn_rate", "churn_rate_n")
        == ["0.5|2", "0.5|2"])
  }

  @Test func churnNeedsItsColumns() throws {
    #expect(try SmallBank.desk().mistake("show churn_rate").hasPrefix("no-data-for-measure"))
    #expect(try desk().mistake("show churn_rate by channel").contains("customers"))
  }
}

extension String {
  /// Numbers in it without trailing zeros, as `short` writes them.
  var trimmed: String {
    split(separator: "|", omittingEmptySubsequences: false).map { cell in
      Double(cell).map(\.short) ?? String(cell)
    }.joined(separator: "|")
  }
}
