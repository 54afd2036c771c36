import DataModel
import Statistics
import Testing

/// `after`, with pairs that only one rule of matching can make.
struct AfterTests {
  // With: X1 calls on a ticket again, X2 writes a review, X3 leaves. Without: Y1 calls, Y2 does nothing, Y3 escalates five days
  // later (so is with it too, over email, where nobody matches), Y4 is over phone. Z makes the data long enough.
  private func desk() throws -> Desk {
    try Desk(
      [
        "t.csv": csv(
          "id,time,customer,channel,escalated",
          "T1,2026-05-05T10:00:00Z,X1,chat,yes", "T2,2026-05-05T11:00:00Z,X2,chat,yes",
          "T3,2026-05-06T10:00:00Z,X3,chat,yes", "T4,2026-05-07T10:00:00Z,X1,chat,no",
          "T5,2026-05-05T10:00:00Z,Y1,chat,no", "T6,2026-05-06T10:00:00Z,Y2,chat,no",
          "T7,2026-05-05T10:00:00Z,Y3,chat,no", "T8,2026-05-10T10:00:00Z,Y3,email,yes",
          "T9,2026-05-05T10:00:00Z,Y4,phone,no"),
        "c.csv": csv("id,time,customer,channel", "P1,2026-05-12T10:00:00Z,Y1,phone"),
        "r.csv": csv(
          "id,time,customer,channel,sentiment", "R1,2026-05-07T10:00:00Z,X2,web,-0.5",
          "R2,2026-05-01T10:00:00Z,X2,web,0.25", "R3,2026-05-31T10:00:00Z,Z,web,0"),
        "customers.csv": csv("customer,churned", "X1,", "X3,2026-05-08"),
      ],
      """
      load tickets "t.csv"
      load calls "c.csv"
      load reviews "r.csv" with (sentiment = sentiment scale -1..1)
      load customers "customers.csv"
      """)
  }

  @Test func pairsAndOutcomes() throws {
    let table = try desk().table("after (escalated) within 7 days")
    #expect(
      try table.lines(of: [
        "outcome", "share_with", "share_with_n", "share_without", "difference", "ratio", "note",
      ]) == [
        "escalate|0|3|0.333333|-0.333333|0|too few", "post|0.333333|3|0|0.333333|-|too few",
        "review|0.333333|3|0|0.333333|-|too few", "contact|0.333333|3|0.666667|-0.333333|0.5|too few",
        "leave|0.333333|3|0|0.333333|-|too few", "silent|0.333333|3|0.333333|0|1|too few",
      ])
    #expect(table.fact("customers_with") == .integer(4))
    #expect(table.fact("customers_without") == .integer(4))
    #expect(table.fact("pairs") == .integer(3))
    #expect(table.fact("sent_change_with") == .number(-0.75))
    #expect(table.notes.contains { $0.hasPrefix("1 customer with it found no match") })
    let newcombe = ProportionComparison(current: (1, 3), earlier: (2, 3))
    #expect(abs(try table.numbers("difference_low")[3] - newcombe.low) < 1e-12)
    #expect(abs(try table.numbers("difference_high")[3] - newcombe.high) < 1e-12)
  }

  /// Y1's call comes exactly seven days later: within six days nothing follows.
  @Test func theTimeIsInclusive() throws {
    let six = try desk().rows("after (escalated) within 6 days", "outcome", "share_without")
    #expect(six.contains("contact|0.333333"))
    #expect(six.contains("silent|0.666667"))
  }

  /// Every ticket fits: the others are matched without regard to the kind, or there is nobody.
  @Test func nobodyToCompareWith() throws {
    #expect(try desk().mistake("after (escalated) within 60 days").hasPrefix("nobody-to-match"))
    #expect(try desk().mistake("after (kind = ticket) within 7 days").hasPrefix("nobody-to-match"))
  }
}
