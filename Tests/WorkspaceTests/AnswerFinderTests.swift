import DataModel
import Testing

/// `loop`, `unanswered` and `advocates` on rows that are counted by hand.
struct AnswerFinderTests {
  /// Detractors by mail (surveys) and on the web (reviews), with calls and tickets; all files reach June 30, so the data ends
  /// with 2026-07-01T00:00.
  private static func detractors() throws -> Desk {
    try Desk(
      [
        "s.csv": csv(
          "id,time,customer,channel,nps,csat",
          "S1,2026-06-01T00:00:00Z,A,mail,3,",  // a call after 24 hours: in time
          "S2,2026-06-01T00:00:00Z,B,mail,6,",  // a ticket after 96 hours: late
          "S3,2026-06-01T00:00:00Z,C,mail,9,2",  // never
          "S4,2026-06-29T12:00:00Z,D,mail,5,",  // 36 hours old: waiting
          "S5,2026-06-02T00:00:00Z,,mail,0,",  // nobody: unknown
          "S6,2026-06-02T00:00:00Z,E,mail,7,3",  // no detractor
          "S7,2026-06-30T00:00:00Z,E,mail,9,"),
        "r.csv": csv(
          "id,time,customer,channel,stars,answered,first_response_minutes",
          "R1,2026-06-01T00:00:00Z,F,web,1,yes,",  // answered, nobody knows when: undated
          "R2,2026-06-01T00:00:00Z,,web,2,no,",  // never
          "R3,2026-06-01T00:00:00Z,F,web,3,no,",  // no bad review
          "R4,2026-06-01T00:00:00Z,G,web,2,yes,",  // a call after 10 hours: in time
          "R5,2026-06-02T00:00:00Z,H,web,1,no,",  // a ticket before: never
          "R6,2026-06-01T00:00:00Z,I,web,1,yes,60",  // in time
          "R7,2026-06-01T00:00:00Z,J,web,1,yes,3000",  // 50 hours: late
          "R8,2026-06-30T00:00:00Z,E,web,5,no,"),
        "c.csv": csv(
          "id,time,customer,channel", "C1,2026-06-02T00:00:00Z,A,phone", "C2,2026-06-01T10:00:00Z,G,phone",
          "C3,2026-06-30T00:00:00Z,Z,phone"),
        "t.csv": csv(
          "id,time,customer,channel", "T1,2026-06-05T00:00:00Z,B,mail", "T2,2026-06-01T00:00:00Z,H,mail",
          "T3,2026-06-30T00:00:00Z,Z,mail"),
      ],
      """
      load surveys "s.csv" with (nps_score = nps scale 0..10, csat_score = csat scale 1..5)
      load reviews "r.csv" with (stars = stars scale 1..5, response_time = first_response_minutes)
      load calls "c.csv"; load tickets "t.csv"
      """)
  }

  @Test func loopByHand() throws {
    let desk = try Self.detractors()
    let table = try desk.table("loop by channel")
    #expect(
      try table.lines(of: [
        "channel", "detractors", "in_time", "late", "never", "waiting", "undated", "in_time_share_n",
        "median_answer", "note",
      ]) == [
        "web|6|2|1|2|0|1|5|36000|n < 10: no verdict", "mail|5|1|1|1|1|0|3|216000|n < 10: no verdict",
      ])
    // Wilson of 2/5 and 1/3, computed in Python.
    #expect(
      try table.lines(of: ["in_time_share", "in_time_share_low", "in_time_share_high"]) == [
        "0.4|0.117621|0.769276", "0.333333|0.061492|0.79234",
      ])
    #expect(table.fact("all_never") == .integer(3) && table.fact("all_detractors") == .integer(11))
    #expect(
      table.explanation[0] == "3 detractors of 8 (38 %) got an answer within 48 hours, 2 later, 3 none.")
    #expect(table.notes.contains { $0.hasPrefix("1 name no customer") })
  }

  @Test func aRowLeadsToTheOpenOnes() throws {
    let desk = try Self.detractors()
    try desk.say("loop by channel | as l")
    #expect(try desk.rows("events of l[1]", "id") == ["R2", "R5"])
    #expect(try desk.rows("events of l[2]", "id") == ["S3"])
    let next = try desk.table("loop").next
    #expect(next.count == 1)
    #expect(try desk.table("loop by channel").next == next.map { $0.replacing("owner", with: "channel") })
    #expect(try desk.rows(next[0], "kind") == ["review", "review"])
  }

  @Test func withinAndKinds() throws {
    let desk = try Self.detractors()
    #expect(try desk.table("loop within 4 days").fact("all_in_time") == .integer(5))
    // Only calls: B's ticket is no answer any more; the ticket of H came before anyway.
    #expect(try desk.table("loop of call").fact("all_never") == .integer(4))
    #expect(try desk.rows("loop where channel = mail", "channel", "never") == ["mail|1"])
    #expect(desk.mistake("loop of cals").contains("call"))
    #expect(desk.mistake("loop within 0 hours").hasPrefix("no-length"))
    #expect(desk.mistake("loop by week").hasPrefix("grain-as-place"))
  }

  private static func complaints() throws -> Desk {
    try Desk(
      [
        "m.csv": csv(
          "id,time,channel,sentiment,stars,answered,first_response_minutes",
          "M1,2026-06-01T00:00:00Z,web,-0.5,,no,",  // unanswered
          "M2,2026-06-01T00:00:00Z,web,-0.2,,yes,60",  // answered after an hour
          "M3,2026-06-01T00:00:00Z,web,0.4,,no,",  // no complaint
          "M4,2026-06-03T00:00:00Z,web,0.9,1,no,",  // one star: a complaint, unanswered
          "M5,2026-06-01T00:00:00Z,app,-1,,,",  // nothing is said: unknown
          "M6,2026-06-01T00:00:00Z,app,-1,,yes,",  // answered, nobody knows when
          "M7,2026-06-01T00:00:00Z,app,-1,,yes,3000",  // answered after 50 hours
          "M8,2026-06-30T12:00:00Z,app,-1,,no,")  // 12 hours old at the end, unanswered
      ],
      "load mentions \"m.csv\" with (sentiment = sentiment scale -1..1, stars = stars scale 1..5, response_time = first_response_minutes)"
    )
  }

  @Test func unansweredByHand() throws {
    let desk = try Self.complaints()
    let columns = ["channel", "complaints", "unanswered", "unknown"]
    let table = try desk.table("unanswered")
    #expect(try table.lines(of: columns) == ["web|3|2|0", "app|3|1|1"])
    #expect(try table.lines(of: ["oldest"]).map { $0.prefix(10) } == ["2026-06-01", "2026-06-30"])
    #expect(table.explanation == ["3 of 6 public complaints (50 %) got no answer."])
    #expect(try desk.table("unanswered within 24 hours").lines(of: columns) == ["web|3|2|0", "app|2|1|1"])
    try desk.say("unanswered within 24 hours | as u")
    #expect(try desk.rows("events of u[1]", "id") == ["M1", "M4"])
    #expect(try desk.rows("events of u[2]", "id") == ["M7"])
    #expect(try desk.rows("unanswered where channel = app", "unanswered") == ["1"])
    for statement in try desk.table("unanswered").next { _ = try desk.table(statement) }
  }

  @Test func whatUnansweredNeeds() throws {
    let silent = try Desk(
      ["m.csv": csv("time,channel,sentiment", "2026-01-01,a,-0.5")],
      "load mentions \"m.csv\" with (sentiment = sentiment scale -1..1)")
    #expect(silent.mistake("unanswered").contains("answered"))
    let untimed = try Desk(
      ["m.csv": csv("time,channel,sentiment,answered", "2026-01-01,a,-0.5,no")],
      "load mentions \"m.csv\" with (sentiment = sentiment scale -1..1)")
    #expect(untimed.mistake("unanswered within 2 hours").contains("response_time"))
    #expect(try untimed.rows("unanswered", "unanswered") == ["1"])
    #expect(try Self.complaints().mistake("loop").contains("stars") == false)
  }

  private static func promoters() throws -> Desk {
    try Desk(
      [
        "s.csv": csv(
          "id,time,customer,stage,nps,csat",
          "S1,2026-06-01T00:00:00Z,A,x,10,",  // a mention later: spoke
          "S2,2026-06-01T00:00:00Z,B,x,9,",  // nothing: unasked
          "S3,2026-06-02T00:00:00Z,C,x,,5",  // a review before: unasked
          "S4,2026-06-01T00:00:00Z,D,x,8,4",  // not happy enough
          "S5,2026-06-01T00:00:00Z,E,x,10,",  // a referral later: asked
          "S6,2026-06-01T00:00:00Z,F,x,10,",  // a mention later, but
          "S7,2026-06-10T00:00:00Z,F,y,9,",  // nothing after the latest: unasked, in y
          "S8,2026-06-01T00:00:00Z,,x,10,"),
        "m.csv": csv(
          "time,customer,stage,kind,stars,text", "2026-06-05T00:00:00Z,A,x,mention,,good",
          "2026-06-01T00:00:00Z,C,x,review,5,good", "2026-06-05T00:00:00Z,F,x,mention,,good",
          "2026-06-05T00:00:00Z,G,x,review,5,five stars in public"),
        "i.csv": csv(
          "time,customer,stage,action", "2026-06-03T00:00:00Z,E,x,referral link sent",
          "2026-06-03T00:00:00Z,B,x,page view"),
      ],
      """
      load surveys "s.csv" with (nps_score = nps scale 0..10, csat_score = csat scale 1..5)
      load mentions "m.csv" with (stars = stars scale 1..5); load interactions "i.csv"
      """)
  }

  @Test func advocatesByHand() throws {
    let desk = try Self.promoters()
    let table = try desk.table("advocates")
    #expect(
      try table.lines(of: ["stage", "promoters", "spoke", "asked", "unasked", "share"]) == [
        "x|4|1|1|2|0.5", "y|1|0|0|1|1",
      ])
    #expect(table.fact("all_unasked") == .integer(3))
    try desk.say("advocates | as a")
    #expect(try desk.rows("events of a[1]", "id") == ["S2", "S3"])
    #expect(try desk.rows("events of a[2]", "id") == ["S7"])
    for statement in table.next { _ = try desk.table(statement) }
    #expect(desk.mistake("advocates by week").hasPrefix("grain-as-place"))
    #expect(try Self.complaints().mistake("advocates").contains("nps_score"))
  }
}
