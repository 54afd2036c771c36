import DataModel
import Testing

/// `compare`: figures worked out apart with numpy and scipy.
struct CompareTests {
  /// Chat has more escalated tickets over all, and fewer within each stage: 1 of 10 beside 18 of 90 in stage a, 54 of 90
  /// beside 7 of 10 in stage b.
  ///
  /// Chat has csat 1 to 5 four times, phone 3 to 5 six times; ces is answered 12 times by chat and 9 times by phone.
  private static func tickets() throws -> Desk {
    var rows: [String] = []
    for (channel, stage, hits, count) in [
      ("chat", "a", 1, 10), ("chat", "b", 54, 90), ("phone", "a", 18, 90), ("phone", "b", 7, 10),
    ] {
      for index in 0..<count {
        rows.append("\(rows.count),2026-06-01T00:00:00Z,\(channel),\(stage),\(index < hits ? "yes" : "no"),,")
      }
    }
    let answers =
      (0..<20).map { ("chat", "\(1 + $0 % 5)", $0 < 12 ? "4" : "") }
      + (0..<18).map { ("phone", "\(3 + $0 % 3)", $0 < 9 ? "5" : "") }
    for (channel, csat, ces) in answers {
      rows.append("\(rows.count),2026-06-02T00:00:00Z,\(channel),,,\(csat),\(ces)")
    }
    let file = (["id,time,channel,stage,escalated,csat,ces"] + rows).joined(separator: "\n") + "\n"
    return try Desk(
      ["t.csv": file],
      "load tickets \"t.csv\" with (csat_score = csat scale 1..5, ces_score = ces scale 1..7)")
  }

  @Test func figuresAndVerdicts() throws {
    let desk = try Self.tickets()
    let table = try desk.table("compare channel = chat vs channel = phone")
    #expect(
      try table.lines(of: ["measure", "value", "n", "value_rest", "n_rest", "difference", "verdict"]) == [
        "csat|3|20|4|18|-1|worse", "escalation_rate|0.55|100|0.25|100|0.3|worse",
        "csat_top2|0.4|20|0.666667|18|-0.266667|no difference shown", "ces|4|12|5|9|-1|too few",
      ])
    // Welch, Wilson, Newcombe, and the N-1 test; q of three tests: 3/2 and 3 times p.
    #expect(
      try table.lines(of: ["difference_low", "difference_high", "p", "q"]).prefix(3) == [
        "-1.77524|-0.22476|0.01315|0.019724", "0.165189|0.419859|1.6e-05|4.7e-05",
        "-0.515498|0.04649|0.104788|0.104788",
      ])
    #expect(table.fact("events") == .integer(120) && table.fact("events_rest") == .integer(118))
    #expect(table.explanation[0].contains("worse: csat -1.00, escalation_rate +30.00 pp."))
  }

  @Test func aDifferenceThatTurnsRoundIsPointedOut() throws {
    let desk = try Self.tickets()
    let notes = try desk.table("compare channel = chat vs channel = phone").notes
    let turned = notes.filter { $0.contains("turns round") }
    #expect(turned.count == 1)
    #expect(turned[0].hasPrefix("escalation_rate turns round by stage: within a and b (2 of 2)"))
    #expect(try desk.rows("compare channel = chat vs rest", "measure", "difference").count == 4)
  }

  @Test func theRestAndWhatIsLeftOut() throws {
    let desk = try Self.tickets()
    let table = try desk.table("compare escalated vs rest")
    // 80 are escalated, 120 are not, 38 do not say it.
    #expect(table.fact("events") == .integer(80) && table.fact("events_rest") == .integer(158))
    #expect(table.notes.contains("38 events of the rest do not say escalated."))
    #expect(table.notes.contains("Read by the test itself, so left out: escalation_rate."))
    #expect(table.notes.contains { $0.hasPrefix("No source names customers, so counts are left out: ") })
    #expect(table.notes.contains { $0.hasPrefix("Without cases on both sides: ") && $0.contains("csat") })
    #expect(table.rows.isEmpty)
  }

  @Test func eventsOnBothSidesAreCounted() throws {
    let desk = try Self.tickets()
    let table = try desk.table("compare channel = chat vs stage = b")
    #expect(table.fact("events_both") == .integer(90))
    #expect(table.notes.contains { $0.hasPrefix("90 events are on both sides") })
  }

  @Test func countsAreDividedByCustomers() throws {
    let desk = try SmallBank.desk()
    // Chat: 5 tickets of A and C; phone: 2 tickets of A, 3 calls of D, A and C.
    let rows = try desk.rows(
      "compare channel = chat vs channel = phone", "measure", "value", "n", "value_rest", "n_rest", "verdict")
    #expect(rows.contains("contact_rate|2.5|2|0.666667|3|too few"))
    #expect(!rows.contains { $0.hasPrefix("calls") })
  }

  @Test func badClausesAreRefused() throws {
    let desk = try Self.tickets()
    #expect(
      desk.mistake("compare channel = chat vs channel = phone where channel = phone").hasPrefix(
        "empty-side: channel = \"chat\" has 0 events here"))
    #expect(
      desk.mistake("compare channel = chat vs channel = phone where channel = chat").hasPrefix(
        "empty-side: channel = \"phone\" has 0 events here"))
    #expect(desk.mistake("compare channel = chat vs rest by stage").hasPrefix("no-places"))
    #expect(desk.mistake("compare chanel = chat vs rest").contains("channel"))
    #expect(desk.mistake("compare channel = chat vs rest vs previous").hasPrefix("no-versus"))
  }

  @Test func explainShowsThePlans() throws {
    let desk = try Self.tickets()
    let lines = try desk.rows("explain compare channel = chat vs rest")
    #expect(lines.contains { $0.contains("rest by stage") })
  }
}
