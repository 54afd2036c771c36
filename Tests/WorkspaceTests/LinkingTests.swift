import DataModel
import Diagnostics
import Sessions
import Testing

/// `link` and `timeline`: one customer across sources.
struct LinkingTests {
  /// Z1 is Ann by her address and names her handle; Z2 is nobody's; Z3 writes from the shared address.
  static let zendesk = csv(
    "id,created_at,requester_id,email,handle,channel,topic,escalated,text",
    "t1,2026-01-01 10:00,Z1,Ann@x.org,,email,fees,no,first",
    "t2,2026-01-03 10:00,Z1,,@ann_b,chat,fees,yes,again",
    "t3,2026-01-04 10:00,Z2,bob@y.org,,email,login,no,", "t4,2026-01-05 10:00,Z3,shop@x.org,,email,login,no,",
    "t5,2026-01-06 10:00,,mailto:ann@x.org,,email,offer,no,no id")
  static let social = csv(
    "id,time,handle,sentiment,text", "m1,2026-01-02 09:00,ann_B,-0.8,posted", "m2,2026-01-07,@nobody,0.5,x",
    "m3,2026-01-08,,0.1,y", "m4,2026-01-09, @ANN_B ,0.2,thanks")
  /// Two customers share an address; Ann has two rows.
  static let customers = csv(
    "customer,email,segment", "C-1,ann@x.org,gold", "C-1,ann@old.org,", "C-2,shop@x.org,",
    "C-3,shop@x.org,iron")

  private func desk(_ more: String = "") throws -> Desk {
    try Desk(
      ["zendesk.csv": Self.zendesk, "social.csv": Self.social, "customers.csv": Self.customers],
      """
      load tickets "zendesk.csv" with (customer = requester_id)
      load mentions "social.csv" with (sentiment = sentiment scale -1..1)
      load customers "customers.csv"
      \(more)
      """)
  }

  static let link = "link customers by email, handle in (zendesk, social)"

  @Test func customersAreLinked() throws {
    let desk = try desk()
    let done = try desk.say(Self.link)
    #expect(
      try #require(done.table).lines == [
        // Of 4 addresses: two of Ann; Bob's is nobody else's; the shop's is of two customers.
        "zendesk|email|4|2|1|1|0.5", "zendesk|handle|1|1|0|0|1", "social|handle|3|2|1|0|0.666667",
      ])
    #expect(
      done.narration == [
        "5 of 9 rows have another customer than in their file; customers in these sources: 5 before, 4 now. customer_raw keeps the files' ids.",
        "Ambiguous, and not linked: 1 values, such as email shop@x.org (C-2, C-3, Z3).",
      ])
    #expect(
      try desk.rows("events", "id", "customer", "customer_raw") == [
        "t1|C-1|Z1", "m1|C-1|ann_B", "t2|C-1|Z1", "t3|Z2|Z2", "t4|Z3|Z3", "t5|C-1|-",
        "m2|@nobody|@nobody", "m3|-|-", "m4|C-1|@ANN_B",
      ])
    #expect(try desk.rows("show all_events by segment") == ["gold|5", "-|4"])
    // The alias table.
    #expect(try desk.rows("values customer_raw", "customer_raw", "customer", "rows").contains("Z1|C-1|2"))
    #expect(try desk.rows("values handle", "handle", "customer", "rows").contains("@ann_b|C-1|1"))
  }

  @Test func linkingTwiceChangesNothing() throws {
    let desk = try desk(Self.link)
    let before = try desk.rows("events", "id", "customer", "customer_raw")
    let table = try desk.table(Self.link).lines
    #expect(
      table == ["zendesk|email|4|2|1|1|0.5", "zendesk|handle|1|1|0|0|1", "social|handle|3|2|1|0|0.666667"])
    #expect(try desk.rows("events", "id", "customer", "customer_raw") == before)
    // It can be taken back by hand.
    try desk.say("derive customer = customer_raw in zendesk")
    #expect(try desk.rows("show customers where source = zendesk") == ["3"])
  }

  @Test func aReloadLinksAgain() throws {
    let desk = try desk(Self.link)
    try desk.say("define persona \"loud\" = customers where mentions > 1")
    #expect(try desk.rows("show tickets by persona") == ["loud|3", "-|2"])
    // The handle of the ticket is another's now: the posts are nobody's.
    try desk.write(
      "zendesk.csv", csv("id,created_at,requester_id,email,handle", "t1,2026-01-01,Z1,ann@x.org,@other"))
    let done = try desk.say("load tickets \"zendesk.csv\" with (customer = requester_id)")
    #expect(done.narration.contains { $0.hasPrefix("Linked again: 1 of 5 rows") })
    #expect(
      try desk.rows("events", "id", "customer") == ["t1|C-1", "m1|@ANN_B", "m2|@nobody", "m3|-", "m4|@ANN_B"])
    #expect(try desk.rows("show tickets by persona") == ["-|1"])
  }

  @Test func withoutAFileOfCustomers() throws {
    let desk = try Desk(
      [
        "a.csv": csv("time,customer,phone", "2026-01-01,A1,+49 30-123", "2026-01-02,A2,555"),
        "b.csv": csv("time,customer,phone", "2026-01-03,B1,(+49)30 123", "2026-01-04,B2,777"),
      ], "load tickets \"a.csv\"; load calls \"b.csv\"; link customers by phone in (b, a)")
    #expect(
      try desk.rows("events", "customer", "customer_raw") == ["B1|A1", "A2|A2", "B1|B1", "B2|B2"])
  }

  @Test func mistakesOfLink() throws {
    let desk = try desk()
    for (statement, start) in [
      (
        "link customers by email in (zendesk, socal)",
        "unknown-source: no source socal → did you mean social?"
      ),
      ("link customers by emial in (zendesk)", "unknown-field: no field emial → did you mean email?"),
      ("link customers by email in (social)", "link-field-elsewhere: "),
      ("link customers by segment in (zendesk)", "link-field-elsewhere: "),
      ("link customers by handle in (zendesk, customers)", "no mistake"),
      ("link customers by customer in (zendesk)", "cannot-link-by: "),
      ("link customers by escalated in (zendesk)", "cannot-link-by: "),
    ] {
      #expect(desk.mistake(statement).hasPrefix(start), "\(statement): \(desk.mistake(statement))")
    }
    // A column is found though it fills the role customer.
    let other = try Desk(["a.csv": csv("time,email", "2026-01-01,a@x.org")], "load tickets \"a.csv\"")
    #expect(
      other.mistake("link customers by emial in (a)") == "unknown-field: no field emial → did you mean email?"
    )
    #expect(try Desk().mistake("link customers by a in (b)").hasPrefix("nothing-loaded"))
  }

  @Test func aSourceThatIsNotNamedIsToldWhereItsCustomersHaveOtherIdsNow() throws {
    let desk = try Desk(
      [
        "a.csv": csv("time,customer,email", "2026-01-01,Z1,ann@x.org", "2026-01-01,Z2,bob@x.org"),
        "b.csv": csv("time,customer,email", "2026-01-02,A1,ann@x.org"),
        "c.csv": csv("time,customer", "2026-01-03,A1", "2026-01-03,Z2", "2026-01-04,A1"),
        "d.csv": csv("time,customer,email", "2026-01-03,A1,"),
      ], "load tickets \"a.csv\"; load calls \"b.csv\"; load mentions \"c.csv\"; load reviews \"d.csv\"")
    #expect(
      try desk.say("link customers by email in (a, b)").narration.suffix(2) == [
        "c was not named and still has 1 of these customers under their old ids, such as A1 (now Z1), as if they were "
          + "others: it has none of email by which it could be linked.",
        "d was not named and still has 1 of these customers under their old ids, such as A1 (now Z1), as if they were "
          + "others: name it too: link customers by email in (a, b, d).",
      ])
    let again = try desk.say("link customers by email in (a, b, d)").narration
    #expect(again.count { $0.contains("was not named") } == 1, "\(again)")
  }

  @Test func aLinkOfAFolderThatFailsIsTakenBack() throws {
    let desk = try desk()
    try desk.write(
      "load.cxs", "link customers by email, handle in (zendesk, social)\nload tickets \"missing.csv\"\n")
    let before = try desk.rows("events", "id", "customer")
    #expect(!desk.mistake("load \"\(desk.folder)\"").isEmpty)
    #expect(try desk.rows("events", "id", "customer") == before)
    #expect(!(try desk.rows("fields", "field").contains("customer_raw")))
    // It can be done again by hand, and a folder that then fails leaves that link alone.
    #expect(try desk.say(Self.link).table?.lines.count == 3)
    let linked = try desk.rows("events", "id", "customer", "customer_raw")
    try desk.write("load.cxs", "link customers by email in (zendesk)\nload tickets \"missing.csv\"\n")
    #expect(!desk.mistake("load \"\(desk.folder)\"").isEmpty)
    #expect(try desk.rows("events", "id", "customer", "customer_raw") == linked)
  }

  /// Whatever is linked, no event is lost or doubled, and twice is once.
  @Test func linkingKeepsEveryEvent() throws {
    var state: UInt64 = 7
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<6 {
      func file(_ name: String, _ count: Int, _ ids: Int) -> String {
        (["id,time,customer,email,handle"]
          + (0..<count).map { row in
            let id = below(3) == 0 ? "" : "\(name)\(below(ids))"
            let email = below(3) == 0 ? "" : "e\(below(12))@x"
            let handle = below(2) == 0 ? "" : "@h\(below(12))"
            return "\(name)\(row),2026-01-0\(1 + below(9)),\(id),\(email),\(handle)"
          }).joined(separator: "\n") + "\n"
      }
      let customers =
        (["customer,email"] + (0..<8).map { "K\($0),e\(below(14))@x" }).joined(separator: "\n") + "\n"
      let desk = try Desk(
        ["a.csv": file("A", 40, 9), "b.csv": file("B", 30, 9), "k.csv": customers],
        "load tickets \"a.csv\"; load calls \"b.csv\"; load customers \"k.csv\"")
      let before = try desk.rows("show all_events, tickets, calls")
      let first = try desk.table("link customers by email, handle in (a, b)").lines
      #expect(try desk.rows("show all_events, tickets, calls") == before)
      let events = try desk.rows("events", "id", "customer", "customer_raw")
      #expect(events.count == 70)
      #expect(try desk.table("link customers by email, handle in (a, b)").lines == first)
      #expect(try desk.rows("events", "id", "customer", "customer_raw") == events)
      // No id of a file stands for two customers.
      let pairs = Set(try desk.rows("events where customer_raw is not missing", "customer_raw", "customer"))
      #expect(Set(pairs.map { $0.split(separator: "|")[0] }).count == pairs.count)
    }
  }

  // MARK: - timeline

  @Test func timelineOfALinkedCustomer() throws {
    let desk = try desk(Self.link)
    for name in [
      "\"C-1\"", "\"c-1\"", "\"Z1\"", "\"ann@old.org\"", "\"mailto:ANN@x.org\"", "\"@Ann_B\"", "ann_b",
    ] {
      #expect(
        try desk.rows(
          "timeline \(name)", "time", "gap", "kind", "source", "channel", "topic", "sentiment", "outcome",
          "text") == [
            "2026-01-01T10:00:00UTC|-|ticket|zendesk|email|fees|-|-|first",
            "2026-01-02T09:00:00UTC|82800|mention|social|-|-|-0.8|-|posted",
            "2026-01-03T10:00:00UTC|90000|ticket|zendesk|chat|fees|-|escalated|again",
            "2026-01-06T10:00:00UTC|259200|ticket|zendesk|email|offer|-|-|no id",
            "2026-01-09T00:00:00UTC|223200|mention|social|-|-|0.2|-|thanks",
          ], "\(name)")
    }
    let table = try desk.table("timeline \"C-1\"")
    #expect(table.fact("segment") == .text("gold"))
    #expect(table.fact("events") == .integer(5))
    #expect(table.fact("tickets") == .integer(3))
    #expect(table.fact("mentions") == .integer(2))
    #expect(table.fact("channel_email") == .integer(2))
    #expect(
      table.explanation == [
        "C-1: 3 tickets, 2 mentions.",
        "Issues: fees 2 times from 2026-01-01 to 2026-01-03; offer once on 2026-01-06.",
      ])
    #expect(try desk.rows("timeline \"C-1\" | where kind = mention | keep text") == ["posted", "thanks"])
    try desk.say("focus channel = chat")
    #expect(try desk.table("timeline \"C-1\"").rows.count == 5)
  }

  @Test func timelineOfNobody() throws {
    let desk = try desk(Self.link)
    #expect(
      desk.mistake("timeline \"C-9\"")
        == "unknown-customer: no customer \"C-9\" → did you mean C-1, C-2 or C-3?")
    #expect(desk.mistake("timeline 4711").hasPrefix("unknown-customer"))
    // The shared address is of two.
    #expect(desk.mistake("timeline \"shop@x.org\"").hasPrefix("several-customers"))
    #expect(desk.mistake("timeline 3 days").hasPrefix("not-a-customer"))
    // Listed, and without an event.
    #expect(desk.mistake("timeline \"C-2\"").hasPrefix("customer-without-events"))
    #expect(try Desk().mistake("timeline \"x\"").hasPrefix("nothing-loaded"))
  }

  @Test func timelineOfANumber() throws {
    let desk = try Desk(
      ["t.csv": csv("time,customer", "2026-01-01,4711", "2026-01-02,4712")], "load tickets \"t.csv\"")
    #expect(try desk.rows("timeline 4711", "time") == ["2026-01-01T00:00:00UTC"])
    #expect(desk.mistake("timeline 4799").contains("4711"))
  }
}
