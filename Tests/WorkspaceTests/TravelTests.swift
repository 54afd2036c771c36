import DataModel
import Testing

/// `funnel`, `journey` and `cohorts`, with figures worked out by hand.
struct TravelTests {
  // A goes all the way; B stops at consideration; C and E at awareness, E in the last 28 days; D purchases before considering.
  private static func desk() throws -> Desk {
    try Desk(
      [
        "i.csv": csv(
          "id,time,customer,channel,stage",
          "I1,2026-06-01T10:00:00Z,A,web,awareness", "I2,2026-06-03T10:00:00Z,A,chat,consideration",
          "I3,2026-06-01T10:00:00Z,B,web,awareness", "I4,2026-06-02T10:00:00Z,C,web,awareness",
          "I5,2026-06-02T10:00:00Z,D,chat,purchase", "I6,2026-06-04T10:00:00Z,D,chat,consideration",
          "I7,2026-07-25T10:00:00Z,E,web,awareness", "I8,2026-06-05T10:00:00Z,,web,purchase"),
        "t.csv": csv(
          "id,time,customer,channel,stage,escalated", "T1,2026-06-10T10:00:00Z,A,chat,purchase,yes",
          "T2,2026-06-05T10:00:00Z,B,phone,consideration,no"),
        "m.csv": csv(
          "id,time,customer,channel,stage,sentiment", "M1,2026-07-20T10:00:00Z,C,phone,awareness,-0.5"),
      ],
      """
      load interactions "i.csv"
      load tickets "t.csv"
      load mentions "m.csv" with (sentiment = sentiment scale -1..1)
      """)
  }

  /// Awareness: A after 2 days and B after 4 go on; C and E do not, seen last over phone and web (a tie, by byte order).
  @Test func funnelByHand() throws {
    let table = try Self.desk().table("funnel")
    #expect(
      try table.lines(of: [
        "stage", "customers", "went_on", "conversion", "conversion_n", "time_to_next", "left",
        "left_recently",
        "last_seen", "last_seen_count",
      ]) == [
        "awareness|4|2|0.5|4|259200|2|1|awareness, phone|1",
        "consideration|3|1|0.333333|3|604800|2|0|consideration, chat|1", "purchase|2|-|-|-|-|-|-|-|-",
      ])
  }

  /// The key is that of the entry: D's first purchase is over chat, B considers over phone.
  @Test func funnelByPlace() throws {
    #expect(
      try Self.desk().rows("funnel by channel", "channel", "stage", "customers", "went_on") == [
        "chat|consideration|2|1", "chat|purchase|2|-", "phone|consideration|1|0", "web|awareness|4|2",
      ])
  }

  /// Other stages stand in the order in which customers enter them: there A at 1 June, here at 3 June on the average.
  @Test func otherStagesByTheirEntry() throws {
    let desk = try Desk(
      [
        "i.csv": csv(
          "id,time,customer,stage", "1,2026-06-01T10:00:00Z,A,there", "2,2026-06-02T10:00:00Z,A,here",
          "3,2026-06-04T10:00:00Z,B,here")
      ], "load interactions \"i.csv\"")
    let table = try desk.table("funnel")
    #expect(try table.lines(of: ["stage", "customers", "went_on"]) == ["there|1|1", "here|2|-"])
    #expect(table.notes.contains { $0.contains("there, here") })
  }

  /// C's 48 days and E's none; one customer each on the other paths; A's ticket was escalated.
  @Test func journeyByHand() throws {
    let table = try Self.desk().table("journey")
    #expect(
      try table.lines(of: [
        "path", "customers", "share", "contacts_per_customer", "escalations", "escalated", "time",
        "sent_last",
        "sent_last_n",
      ]) == [
        "awareness|2|0.4|0|0|0|2073600|-0.5|1", "awareness > consideration|1|0.2|1|0|0|345600|-|0",
        "awareness > consideration > purchase|1|0.2|1|1|1|777600|-|0",
        "purchase > consideration|1|0.2|0|0|0|172800|-|0",
      ])
    #expect(table.fact("all_customers") == .integer(5))
    #expect(
      try Self.desk().rows("journey by channel where customer had (escalated)", "path", "customers") == [
        "web > chat|1"
      ])
  }

  @Test func wrongQuestionsAreRefused() throws {
    let desk = try Self.desk()
    #expect(desk.mistake("journey by week").hasPrefix("one-path-field"))
    #expect(desk.mistake("journey by stage, channel").hasPrefix("one-path-field"))
    #expect(desk.mistake("funnel by week").hasPrefix("grain-as-place"))
    #expect(desk.mistake("cohorts weekday").hasPrefix("no-intake-grain"))
    #expect(desk.mistake("after (escalated) by stage").hasPrefix("no-places"))
    #expect(desk.mistake("cohorts year").contains("year"))
    let bare = try Desk(
      ["t.csv": csv("time,channel", "2026-06-01T10:00:00Z,chat")], "load tickets \"t.csv\"")
    for statement in ["funnel", "journey", "cohorts week", "after (channel = chat)"] {
      #expect(bare.mistake(statement).contains("customer"), "\(statement)")
    }
  }

  // Three whole weeks. K0 joined before the data; K1 and K2 join in the first week, K3 (who does not say) comes in the second.
  @Test func cohortsByHand() throws {
    var surveys = ["id,time,customer,nps"]
    var tickets = ["id,time,customer"]
    for day in 4...24 {
      let date = "2026-05-\(day < 10 ? "0" : "")\(day)"
      surveys.append("S\(day),\(date)T08:00:00Z,K0,5")
      tickets.append("T\(day),\(date)T08:00:00Z,K0")
    }
    surveys += [
      "A1,2026-05-05T10:00:00Z,K1,", "A2,2026-05-20T10:00:00Z,K1,", "A3,2026-05-06T10:00:00Z,K2,",
      "A4,2026-05-13T10:00:00Z,K2,10", "A5,2026-05-12T10:00:00Z,K3,",
    ]
    tickets.append("B1,2026-05-19T10:00:00Z,K3")
    let desk = try Desk(
      [
        "s.csv": surveys.joined(separator: "\n") + "\n", "t.csv": tickets.joined(separator: "\n") + "\n",
        "c.csv": csv("customer,joined", "K0,2025-01-01", "K1,2026-05-04", "K2,2026-05-05", "K3,"),
      ],
      """
      load customers "c.csv"
      load surveys "s.csv" with (nps_score = nps scale 0..10)
      load tickets "t.csv"
      """)
    let table = try desk.table("cohorts week")
    #expect(
      try table.lines(of: [
        "cohort", "age", "customers", "active", "retention", "contacts_per_customer", "nps", "nps_n",
      ]) == [
        "2026-05-04|0|2|2|1|0|-|0", "2026-05-04|1|2|1|0.5|0|100|1", "2026-05-04|2|2|1|0.5|0|-|0",
        "2026-05-11|0|1|1|1|0|-|0", "2026-05-11|1|1|1|1|1|-|0",
      ])
    #expect(table.notes.contains { $0.hasPrefix("1 customer joined before") })
  }
}
