import DataModel
import Statistics
import Testing

/// `repeats` and `handoffs`, beside figures worked out by hand and beside the method's own definition in Swift.
struct EpisodeTests {
  // A on fees: chat, 7 days later phone (one episode, two channels), then 7 days and a second later email (another episode).
  // A on login: chat only, twice. B on fees: phone, then chat, then phone within hours. The call of B without topic, the ticket
  // without customer and the interaction belong to no episode. C on fees: one contact without a channel between two by chat.
  private static let tickets = csv(
    "id,time,customer,channel,stage,topic,sentiment",
    "T1,2026-06-01T10:00:00Z,A,chat,buy,fees,0.5",
    "T2,2026-06-08T10:00:00Z,A,phone,use,fees,-0.25",
    "T3,2026-06-15T10:00:01Z,A,email,use,fees,",
    "T4,2026-06-01T10:00:00Z,A,chat,buy,login,",
    "T5,2026-06-03T10:00:00Z,A,chat,buy,login,",
    "T6,2026-06-01T10:00:00Z,B,phone,buy,fees,0.5",
    "T7,2026-06-01T12:00:00Z,B,chat,buy,fees,0",
    "T8,2026-06-01T18:00:00Z,B,phone,buy,fees,0.25",
    "T9,2026-06-02T10:00:00Z,,phone,buy,fees,",
    "T10,2026-06-01T10:00:00Z,C,chat,buy,fees,",
    "T11,2026-06-02T10:00:00Z,C,,buy,fees,",
    "T12,2026-06-03T10:00:00Z,C,chat,buy,fees,")
  private static let calls = csv(
    "id,time,customer,channel,stage,topic", "P1,2026-06-01T13:00:00Z,B,phone,buy,")
  private static let interactions = csv(
    "id,time,customer,channel,stage,topic", "I1,2026-06-03T13:00:00Z,C,web,buy,fees")

  private func desk() throws -> Desk {
    try Desk(
      ["tickets.csv": Self.tickets, "calls.csv": Self.calls, "interactions.csv": Self.interactions],
      """
      load tickets "tickets.csv" with (sentiment = sentiment scale -1..1)
      load calls "calls.csv"
      load interactions "interactions.csv"
      """)
  }

  /// Fees: A has two episodes (one over two channels), B one over two channels, C one over one; login has one.
  @Test func episodesByTopic() throws {
    let table = try desk().table("repeats")
    #expect(
      try table.lines(of: [
        "topic", "episodes", "repeated", "unconnected", "share", "share_n", "customers", "top_hop",
        "top_hop_count", "note",
      ]) == ["fees|4|3|2|0.5|4|2|chat > phone|2|too few", "login|1|1|0|0|1|0|-|-|too few"])
    #expect(table.fact("all_customers") == .integer(2))
    #expect(table.explanation[0].hasPrefix("2 customers explained the same problem again"))
    #expect(
      table.notes.contains {
        $0.contains("Of 13 contacts, 1 without customer, 1 without topic, 1 without channel")
      })
  }

  /// Eight days join the email to the episode: fees has three episodes; the place is that of the first contact.
  @Test func theLongestGapAndThePlace() throws {
    let rows = try desk().rows("repeats within 8 days by stage", "stage", "episodes", "unconnected")
    #expect(rows == ["buy|4|2"])
    #expect(
      try desk().rows("repeats by stage", "stage", "episodes", "unconnected") == ["buy|4|2", "use|1|0"])
    #expect(
      try desk().rows("repeats where channel != email during 2026-06-01 by topic", "topic", "episodes").count
        == 2)
  }

  /// Chat to phone: A after 7 days (sentiment −0.75), B after 6 hours (+0.25, no more contact); phone to chat: B after 2 hours.
  @Test func handoffsByChannels() throws {
    let table = try desk().table("handoffs")
    #expect(
      try table.lines(of: [
        "from", "to", "handoffs", "share", "share_n", "customers", "time_lost", "sent_change",
        "sent_change_n",
        "again",
      ]) == ["chat|phone|2|0.666667|3|2|313200|-0.25|2|0", "phone|chat|1|1|1|1|7200|-0.5|1|1"])
    #expect(table.fact("all_handoffs") == .integer(3))
    #expect(table.fact("all_customers") == .integer(2))
  }

  @Test func whatCannotBeAnsweredIsSaid() throws {
    let bare = try Desk(
      ["t.csv": csv("time,customer,channel", "2026-06-01T10:00:00Z,A,chat")], "load tickets \"t.csv\"")
    #expect(bare.mistake("repeats").contains("topic"))
    #expect(bare.mistake("handoffs").contains("topic"))
    #expect(try desk().mistake("repeats vs last 4 weeks") != "no mistake")
    #expect(try desk().mistake("repeats within 0 days") != "no mistake")
  }

  /// Random contacts at eighths of a day, many at the same second: SQL and the function that the vectors test count the same.
  @Test func sqlAgreesWithTheMethod() throws {
    var state: UInt64 = 77
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let channels = ["app", "chat", "phone"]
    for gap in [1, 7] {
      var lines = ["id,time,customer,channel,topic"]
      var contacts: [Contact] = []
      for id in 1000..<1600 {
        let (day, hour) = (below(28), 3 * below(3))
        let customer = below(10) == 0 ? nil : "C\(below(12))"
        let topic = below(10) == 0 ? nil : ["fees", "login", "card"][below(3)]
        let channel = channels[below(3)]
        let date = day < 9 ? "0\(day + 1)" : "\(day + 1)"
        lines.append("\(id),2026-06-\(date)T0\(hour):00:00Z,\(customer ?? ""),\(channel),\(topic ?? "")")
        contacts.append(
          Contact(
            customer: customer, topic: topic, channel: channel, day: Double(day) + Double(hour) / 24, id: id))
      }
      let expected = UnconnectedRepeats(contacts, within: Double(gap))
      let desk = try Desk(["t.csv": lines.joined(separator: "\n") + "\n"], "load tickets \"t.csv\"")
      let table = try desk.table("repeats within \(gap) days")
      #expect(table.fact("all_episodes") == .integer(Int64(expected.episodes)))
      #expect(table.fact("all_unconnected") == .integer(Int64(expected.unconnected)))
      #expect(table.fact("all_customers") == .integer(Int64(expected.customers)))
      let found = try desk.rows("handoffs within \(gap) days", "from", "to", "handoffs").sorted()
      #expect(found == expected.hops.map { "\($0.key.from)|\($0.key.to)|\($0.value)" }.sorted())
      #expect(expected.unconnected > 20)
    }
  }
}
