import DataModel
import Testing

/// `silences`: places and customers that went quiet.
struct SilencesTests {
  /// Four places over 16 weeks from Monday 2026-01-05: 50 visits and about 12 surveys a week.
  ///
  /// In the last 4 weeks `b` has 1, 0, 1, 0
  /// surveys, `c` no survey and 10 visits, `d` nothing.
  private static func desk() throws -> Desk {
    var visits = ["time,touchpoint"]
    var surveys = ["time,touchpoint,topic,nps,text"]
    for week in 0..<16 {
      let day = CivilDate(dayNumber: 20_458 + 7 * week).text
      for (number, name) in ["a", "b", "c", "d"].enumerated() {
        let isLate = week >= 12
        let comes = isLate ? [50, 50, 10, 0][number] : 50
        let usual = 10 + (week * 7 + number * 3) % 5
        let says = isLate ? [usual, [1, 0, 1, 0][week % 4], 0, 0][number] : usual
        visits += (0..<comes).map { _ in "\(day)T08:00:00Z,\(name)" }
        surveys += (0..<says).map {
          "\(day)T09:00:\($0 < 10 ? "0" : "")\($0)Z,\(name),fees,5,words \(week)-\($0)"
        }
      }
    }
    return try Desk(
      ["i.csv": visits.joined(separator: "\n"), "s.csv": surveys.joined(separator: "\n")],
      "load interactions \"i.csv\"; load surveys \"s.csv\" with (nps_score = nps scale 0..10)")
  }

  /// p, q and ratios are those of the method's reference program, `scan_count(y, e, k=4, k_prev=12, floor=2, bad="down")`.
  @Test func placesBesideTheReference() throws {
    let table = try Self.desk().table("silences")
    #expect(
      try table.lines(of: [
        "touchpoint", "status", "feedback_prev", "feedback", "expected", "ratio", "traffic_prev", "traffic",
        "traffic_ratio", "last_event", "text",
      ]) == [
        "b|silent|143|2|47.666667|0.052265|600|200|1|survey: fees|words 14-0",
        "c|closed|144|0|9.6|0.051903|600|40|0.2|survey: fees|words 11-12",
        "d|closed|145|0|-|-|600|0|0|survey: fees|words 11-10",
        "a|heard|142|48|47.333333|1.021053|600|200|1|-|-",
      ])
    let (p, q) = (try table.numbers("p"), try table.numbers("q"))
    for (found, wanted) in zip(
      [p[0], p[1], p[3], q[0], q[1]],
      [7.79816762e-16, 4.75796344e-05, 0.538475436, 2.33945029e-15, 7.13694516e-05])
    { #expect(abs(found - wanted) <= 1e-8 * wanted, "\(found), not \(wanted)") }
    #expect(table.fact("current_window") == .text("2026-03-30 to 2026-04-26"))
    #expect(table.fact("comparison_window") == .text("2026-01-05 to 2026-03-29"))
    #expect(try table.lines(of: ["last_time"])[0].hasPrefix("2026-04-13T09:00:00"))
  }

  @Test func duringIsTheWindow() throws {
    let desk = try Self.desk()
    #expect(
      try desk.rows("silences during 2026-03-02 .. 2026-03-29", "status") == [
        "heard", "heard", "heard", "heard",
      ])
    #expect(desk.mistake("silences during 2020").hasPrefix("empty-window"))
    #expect(desk.mistake("silences during 2026-01").hasPrefix("short-history"))
    #expect(try desk.rows("silences where touchpoint = b", "status") == ["silent"])
  }

  // MARK: - Customers

  /// The data ends 2026-06-30T00:00 with an event of nobody. On June 1 to 4, unless told otherwise:
  ///
  /// - A: the last is a ticket with csat 1: silent, (3/29)^3 = 0.0011, after a bad contact.
  /// - B: the last is a resolved ticket. C: the last is a kind mention. Neither is silent.
  /// - D: the last is an unkind mention: silent, after a bad contact.
  /// - E: days 1, 10, 20: quiet for 10 days only. F: two events. G: days 1, 2, 15: (14/29)^2 = 0.23.
  /// - H: eight visits within a day, 20 days before the end: (1/21)^7; silent, no bad contact.
  /// - 12 customers whose last is an open ticket by phone: silent. 30 customers in the app on days 4, 16, 28.
  private static func customers() throws -> Desk {
    var tickets = ["time,customer,channel,topic,resolved,csat"]
    var mentions = ["time,customer,channel,topic,sentiment", "2026-06-30,,social,,"]
    let day = { (number: Int) in "2026-06-" + (number < 10 ? "0" : "") + "\(number)" }
    for name in ["A", "B", "C", "D"] { tickets += (1...3).map { "\(day($0)),\(name),chat,login,no," } }
    tickets += ["2026-06-04,A,chat,login,no,1", "2026-06-04,B,chat,login,yes,"]
    mentions += ["2026-06-04,C,social,fees,0.5", "2026-06-04,D,social,fees,-0.5"]
    tickets += [1, 10, 20].map { "\(day($0)),E,chat,login,no," }
    tickets += [1, 2].map { "\(day($0)),F,chat,login,no," }
    tickets += [1, 2, 15].map { "\(day($0)),G,chat,login,no," }
    for number in 0..<12 { tickets += (1...4).map { "\(day($0)),P\(number),phone,card,no," } }
    for number in 0..<30 { tickets += [4, 16, 28].map { "\(day($0)),Q\(number),app,card,no," } }
    let visits = ["time,customer,channel"] + (1...8).map { "2026-06-10T00:00:0\($0)Z,H,web" }
    return try Desk(
      [
        "t.csv": tickets.joined(separator: "\n"), "m.csv": mentions.joined(separator: "\n"),
        "i.csv": visits.joined(separator: "\n"),
      ],
      """
      load tickets "t.csv" with (csat_score = csat scale 1..5)
      load mentions "m.csv" with (sentiment = sentiment scale -1..1); load interactions "i.csv"
      """)
  }

  /// Shares by Wilson, p by the N-1 test (12 of 12 beside 3 of 37, 0 of 30 beside 15 of 19), q by Benjamini-Hochberg over the two
  /// cells with 10 customers or more: computed with the reference program.
  @Test func customersByHand() throws {
    let table = try Self.customers().table("silences of customers by channel")
    #expect(
      try table.lines(of: [
        "channel", "status", "silent", "share_n", "after_bad", "last_event", "last_event_n",
      ]) == [
        "phone|losing|12|12|0|ticket: card|12", "chat|untested|1|4|1|ticket: login|1",
        "social|untested|1|2|1|mention: fees|1", "web|untested|1|1|0|interaction|1", "app|heard|0|30|0|-|-",
      ])
    #expect(try table.lines(of: ["share", "share_low", "share_high"])[0] == "1|0.757506|1")
    #expect(try table.lines(of: ["rest_share"])[0] == "0.081081")
    let q = try table.numbers("q")
    #expect(abs(q[0] - 2.84599958e-09) < 1e-16 && q[1].isNaN && abs(q[4] - 1) < 1e-8)
    #expect(table.fact("silent") == .integer(15) && table.fact("customers") == .integer(49))
    #expect(
      table.explanation[0].contains("15 customers of 49") && table.explanation[0].contains("for 2 of them"))
  }

  @Test func customersOneByOne() throws {
    let desk = try Self.customers()
    let rows = try desk.rows(
      "silences of customers by customer where customer in (A, D, H, E)", "customer", "contacts", "quiet",
      "after_bad")
    // Now the last event of these is E's, June 20: H is quiet for 10 days only.
    #expect(rows == ["A|4|1382400|true", "D|4|1382400|true"])
    let all = try desk.table("silences of customers by customer | as l")
    #expect(all.rows.count == 15)
    #expect(try all.lines(of: ["customer", "p"])[0...1] == ["A|0.001107", "D|0.001107"])
    #expect(try desk.table("events of l[1]").rows.count == 4)
    try desk.say("silences of customers by channel | as c")
    // What the silent customers did there: four tickets of A, three of D.
    #expect(try desk.rows("events of c[2]", "customer").sorted() == ["A", "A", "A", "A", "D", "D", "D"])
  }

  @Test func pinnedNow() throws {
    let desk = try Self.customers()
    try desk.say("set now 2026-06-12")
    // Nobody is quiet for 14 days yet.
    #expect(try desk.table("silences of customers").fact("silent") == .integer(0))
  }

  @Test func whatCannotBeAsked() throws {
    let desk = try Self.desk()
    #expect(desk.mistake("silences of customers").contains("customer"))
    #expect(desk.mistake("silences by week").hasPrefix("grain-as-place"))
    #expect(desk.mistake("silences | where status = silnt").contains("silent"))
    let voiceless = try Self.customers()
    #expect(try voiceless.table("silences of customers by channel | where status = losing").rows.count == 1)
    #expect(voiceless.mistake("silences").hasPrefix("short-history"))
  }
}
