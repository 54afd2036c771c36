import DataModel
import Testing

/// What is counted in each source apart and added up, beside the same counted in all of them at once by plain SQL.
struct SourceSumTests {
  /// Sources that share some values, with a kind in a column, without one, and one that comes by its channel from touchpoints.
  private static let files = [
    "tickets.csv": csv(
      "time,channel,topic,customer", "2026-01-05,chat,a,A", "2026-01-06,Chat,b,B", "2026-01-13,email,a,A",
      "2026-01-14,,a,", "2026-01-20,web,b,C"),
    "voices.csv": csv(
      "time,kind,channel,customer,sentiment", "2026-01-05,review,chat,A,0.5", "2026-01-06,,CHAT,B,-0.25",
      "2026-01-13,mention,web,,0.125", "2026-01-14,mention,,D,", "2026-01-21,review,CHAT,A,-1"),
    "calls.csv": csv(
      "time,touchpoint,customer", "2026-01-05,line,A", "2026-01-13,line,E", "2026-01-21,desk,"),
    "places.csv": csv("touchpoint,channel", "line,phone", "desk,Branch", "shop,post"),
  ]

  private static let load = """
    load tickets "tickets.csv"; load mentions "voices.csv" with (sentiment = sentiment scale -1..1)
    load calls "calls.csv"; load touchpoints "places.csv"
    """

  private func desk() throws -> Desk { try Desk(Self.files, Self.load) }

  /// Worked out by hand: the sums of three sources, by a key that the third has from the file of touchpoints.
  @Test func sumsOfSourcesAddUp() throws {
    let rows = try desk().rows("show all_events, tickets, sentiment by channel")
    #expect(
      rows.map { $0.split(separator: "|").prefix(3).joined(separator: "|") }.sorted() == [
        "-|2|1", "Branch|1|0", "CHAT|5|2", "email|1|1", "phone|2|0", "web|2|1",
      ])
  }

  /// Tickets have no sentiment and voices are no tickets: such a sum is 0 or missing, not a row of its own.
  @Test func sumsToWhichASourceCannotAdd() throws {
    let desk = try desk()
    let columns = ["channel", "tickets", "mentions", "sentiment"]
    #expect(
      try desk.table("show tickets, mentions, sentiment by channel where channel in (email, web)")
        .lines(of: columns) == ["email|1|0|-", "web|1|1|0.125"])
    #expect(try desk.rows("show tickets, mentions where channel = email") == ["1|0"])
  }

  @Test func sumsAgreeWithPlainSQL() throws {
    let desk = try desk()
    for (keys, columns) in [
      ("channel", "channel"), ("week", "date_trunc('week', time)::date::varchar"), ("kind", "kind"),
      ("channel, weekday", "channel, extract('isodow' from time)"),
    ] {
      let ours = try desk.table("show all_events, mentions, sentiment by \(keys)")
      let apart = try desk.table(
        """
        sql "select \(columns), count(*) as n, count(*) filter (where kind = 'mention') as m, avg(sentiment) as s \
        from events group by all having n > 0"
        """)
      let count = keys.split(separator: ",").count
      let counts = { (table: Table, row: [Value]) in "\(row[count]) \(row[count + 1].asNumber ?? 0)" }
      let filled = ours.rows.filter { $0[count] != .integer(0) && $0[count] != .missing }
      #expect(filled.count == apart.rows.count, "\(keys)")
      #expect(
        filled.map { counts(ours, $0) }.sorted() == apart.rows.map { counts(apart, $0) }.sorted(), "\(keys)")
    }
  }

  /// What was counted while a source was loaded does not outlive a change of it, or of what describes it.
  @Test func countsFollowTheData() throws {
    let desk = try desk()
    let values = { try desk.rows("values channel", "channel", "rows").sorted() }
    #expect(try values() == ["-|2", "Branch|1", "CHAT|5", "email|1", "phone|2", "web|2"])
    try desk.say("exclude where kind = ticket and channel = chat")
    #expect(try values() == ["-|2", "Branch|1", "CHAT|3", "email|1", "phone|2", "web|2"])
    try desk.say("recode channel from channel (\"email\" = \"mail\", else = keep) in tickets")
    #expect(try values() == ["-|2", "Branch|1", "CHAT|3", "mail|1", "phone|2", "web|2"])
    try desk.write("calls.csv", csv("time,touchpoint,customer", "2026-02-03,shop,A"))
    try desk.say("load calls \"calls.csv\"")
    #expect(try values() == ["-|2", "CHAT|3", "mail|1", "post|1", "web|2"])
    try desk.say("derive channel = \"all\" in tickets")
    #expect(try values() == ["-|1", "CHAT|3", "all|3", "post|1", "web|1"])
  }

  /// The last day of the data moves with what is loaded and excluded, and with the zone.
  @Test func theCalendarFollowsTheData() throws {
    let desk = try desk()
    #expect(try desk.cell("show tickets during last day") == "1")
    try desk.say("exclude where kind = ticket and channel = web")
    #expect(try desk.rows("show tickets by day").last?.hasPrefix("2026-01-14") == true)
    try desk.write("more.csv", csv("time,channel", "2026-01-31T23:30:00Z,web"))
    try desk.say("load tickets \"more.csv\"")
    #expect(try desk.rows("show tickets by day").last?.hasPrefix("2026-01-31") == true)
    try desk.say("set zone \"+02:00\"")
    #expect(try desk.rows("show tickets by day").last?.hasPrefix("2026-02-01") == true)
  }

  /// A word that is no kind is not taken for the source's own kind.
  @Test func aWordThatIsNoKindIsNoKind() throws {
    let desk = try desk()
    _ = try? desk.say("recode kind from kind (\"review\" = \"praise\", else = keep) in voices")
    let counted = try desk.table("sql \"select count(*) from events where kind = 'mention'\"").rows[0][0]
    #expect(try desk.table("show mentions").rows[0][0] == counted)
  }
}
