import DataModel
import Testing

/// `map` on rows that are counted by hand, and beside `compound`, `coverage` and plain SQL.
struct MapTests {
  /// Three tickets and two mentions of `purchase` by chat, with the touchpoints shop (2 tickets) and cart (1); one mention of
  /// `retention` by chat; a ticket of `retention` and one of `aftercare` by web; one ticket without a stage.
  private static func desk(_ load: String = "load tickets \"t.csv\"; ") throws -> Desk {
    try Desk(
      [
        "t.csv": csv(
          "time,stage,channel,customer,touchpoint", "2026-06-01,Purchase,chat,A,shop",
          "2026-06-02,Purchase,chat,B,shop", "2026-06-03,Purchase,chat,A,cart",
          "2026-06-04,retention,web,C,desk",
          "2026-06-05,aftercare,web,A,desk", "2026-06-06,,web,A,"),
        "m.csv": csv(
          "time,stage,channel,customer,sentiment", "2026-06-01,Purchase,chat,D,-0.5",
          "2026-06-02,Purchase,chat,A,0.1", "2026-06-03,retention,chat,B,-0.2"),
        "p.csv": csv("touchpoint,owner,stakes", "shop,Ann,2", "cart,Bob,5", "desk,,1"),
      ],
      load + "load mentions \"m.csv\" with (sentiment = sentiment scale -1..1); load touchpoints \"p.csv\"")
  }

  @Test func cellsByHand() throws {
    let table = try Self.desk().table("map")
    let rows = try table.lines(of: [
      "stage", "channel", "mark", "gap", "events", "customers", "sentiment", "sentiment_n", "tickets",
      "negative", "stakes", "owner",
    ])
    // The journey's stages first, others behind them; an empty combination has no figures.
    #expect(
      rows == [
        "Purchase|chat|gap|quiet|5|3|-0.2|2|3|1|5|Ann", "Purchase|web|gap|empty|0|-|-|-|-|-|-|-",
        "retention|chat|gap|quiet|1|1|-0.2|1|0|1|-|-", "retention|web|gap|quiet|1|1|-|0|1|0|1|-",
        "aftercare|chat|gap|empty|0|-|-|-|-|-|-|-", "aftercare|web|gap|quiet|1|1|-|0|1|0|1|-",
      ])
    #expect(table.notes.contains("1 event without stage or channel belong to no cell."))
    // Six days are no history: that is said, and the other layers stand.
    #expect(table.notes.contains { $0.hasPrefix("Not judged by compound: ") })
    #expect(table.explanation == ["6 cells by stage and channel: gaps: 2 empty and 4 quiet."])
    #expect(table.next == ["$ | where mark = gap", "check"])
  }

  @Test func clausesHold() throws {
    let desk = try Self.desk()
    #expect(
      try desk.rows("map by channel", "channel", "events", "tickets") == ["chat|6|3", "web|3|3"])
    #expect(
      try desk.rows("map where customer = A during 2026-06-03..2026-06-06", "stage", "channel", "events")
        == ["Purchase|chat|1", "Purchase|web|0", "aftercare|chat|0", "aftercare|web|1"])
    try desk.say("focus channel = web")
    #expect(try desk.rows("map", "stage", "events") == ["retention|1", "aftercare|1"])
    #expect(desk.mistake("map by week").hasPrefix("grain-as-place"))
    #expect(desk.mistake("map vs rest").hasPrefix("no-versus"))
    #expect(desk.mistake("map where colour = red").hasPrefix("unknown-field"))
    #expect(try Desk().mistake("map").hasPrefix("nothing-loaded"))
  }

  @Test func missingLayersAreSaid() throws {
    let desk = try Self.desk("")
    let table = try desk.table("map")
    #expect(
      try table.lines(of: ["stage", "channel", "mark", "tickets"]) == [
        "Purchase|chat|none|-", "retention|chat|none|-",
      ])
    #expect(table.notes.contains { $0.hasPrefix("Not judged by coverage: ") })
    #expect(table.explanation == ["2 cells by stage and channel."])
    // A word that the column could hold is no unknown one.
    #expect(try desk.rows("map | where mark = compound").isEmpty)
  }

  @Test func verdictsAreThoseOfCompoundAndCoverage() throws {
    let desk = try CompoundData.desk(days: 210)
    let scan = try desk.rows(
      "compound | sort stage, channel", "stage", "channel", "sent_change", "ticket_ratio", "status")
    let map = try desk.table("map")
    let figures = try map.lines(of: ["stage", "channel", "sentiment_change", "ticket_ratio", "mark"])
    #expect(figures.count == scan.count)
    for (found, expected) in zip(figures, scan) {
      let (cells, verdict) = (found.split(separator: "|"), expected.split(separator: "|"))
      #expect(cells.prefix(4) == verdict.prefix(4))
      let isMarked = verdict[4] == "compound" || verdict[4] == "watch"
      #expect(isMarked ? cells[4] == verdict[4] : cells[4] == "none" || cells[4] == "gap")
    }
    let covered = try desk.rows("coverage | sort stage, channel", "status").map { $0 == "covered" ? "-" : $0 }
    #expect(try map.lines(of: ["gap"]) == covered)
  }

  /// The share of each stage in the negative voices, by plain SQL over the file.
  @Test func negativeVoicesByStage() throws {
    let desk = try CompoundData.desk(days: 210)
    let counted = try desk.connection().rows(
      """
      select stage || ' ' || rtrim(rtrim(cast(round(100.0 * count(*) / sum(count(*)) over (), 1) as decimal(4, 1))::varchar, '0'), '.') || ' %'
      from read_csv('\(desk.folder)/mentions.csv') where sentiment < 0 group by stage order by count(*) desc
      """, keys: 1
    ).map(\.0)
    let line = try #require(try desk.table("map").explanation.last)
    #expect(line.hasPrefix("Most negative voices by stage: \(counted.joined(separator: ", ")) of "))
  }
}
