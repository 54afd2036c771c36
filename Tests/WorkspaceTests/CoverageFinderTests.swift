import DataModel
import Testing

/// `coverage` and `gaps` on rows that are counted by hand.
///
/// - `site` (web): 40 visits, nothing said: blind.
/// - `app` (app): 200 visits, 60 surveys: covered; 10 of the surveys have words.
/// - `shop` (branch): 100 visits, 9 reviews: thin, fewer than 10.
/// - `desk` (branch): 1000 visits, 11 surveys. All feedback is 80 of 1369 visits, 0.0584; a quarter is 0.0146; Wilson's upper
///   bound of 11/1000 is 0.0196: covered.
/// - `line` (phone): 29 visits: quiet, whatever is said; 12 tickets with words.
/// - `tower`: in the list only: unseen. `roof`: in the list only, of another channel.
/// - 3 visits name no touchpoint.
struct CoverageFinderTests {
  private static func rows(_ count: Int, _ row: (Int) -> String) -> [String] { (0..<count).map(row) }

  private static func day(_ index: Int) -> String {
    "2026-06-\(index % 28 + 1 < 10 ? "0" : "")\(index % 28 + 1)"
  }

  static func desk(interactions: Bool = true, listed: Bool = true) throws -> Desk {
    let visits =
      [
        ("site", "web", 40), ("app", "app", 200), ("shop", "branch", 100), ("desk", "branch", 1000),
        ("line", "phone", 29),
      ]
      .flatMap { place in rows(place.2) { "\(day($0)),\(place.0),\(place.1),use" } }
      + rows(3) { "\(day($0)),,web,buy" }
    let surveys =
      rows(60) { "\(day($0)),app,app,use,9,\($0 < 10 ? "nice" : "")" }
      + rows(11) { "\(day($0)),desk,branch,use,9," }
    let reviews = rows(9) { "\(day($0)),shop,branch,use,5,good" }
    let tickets = rows(12) { "\(day($0)),line,phone,use,it broke" }
    var files = [
      "s.csv": (["time,touchpoint,channel,stage,nps,text"] + surveys).joined(separator: "\n"),
      "r.csv": (["time,touchpoint,channel,stage,stars,text"] + reviews).joined(separator: "\n"),
      "t.csv": (["time,touchpoint,channel,stage,text"] + tickets).joined(separator: "\n"),
    ]
    var load =
      "load surveys \"s.csv\" with (nps_score = nps scale 0..10); load reviews \"r.csv\" with (stars = stars scale 1..5); load tickets \"t.csv\""
    if interactions {
      files["i.csv"] = (["time,touchpoint,channel,stage"] + visits).joined(separator: "\n")
      load += "; load interactions \"i.csv\""
    }
    if listed {
      files["p.csv"] = csv(
        "touchpoint,channel,owner,stakes", "Site,web,Ann,5", "tower,phone,Bob,2", "roof,social,,1")
      load += "; load touchpoints \"p.csv\""
    }
    return try Desk(files, load)
  }

  @Test func gapsByHand() throws {
    let desk = try Self.desk()
    let rows = try desk.rows(
      "gaps", "touchpoint", "status", "traffic", "feedback", "structured", "texts", "lacks", "owner", "stakes"
    )
    #expect(
      rows == [
        "site|blind|40|0|0|0|both|Ann|5", "roof|unseen|0|0|0|0|both|-|1", "tower|unseen|0|0|0|0|both|Bob|2",
        "shop|thin|100|9|0|9|both|-|-", "line|quiet|29|0|12|12|-|-|-", "desk|covered|1000|11|11|0|texts|-|-",
        "app|covered|200|60|60|10|-|-|-",
      ])
    let table = try desk.table("gaps")
    // 80 answers at places with a name; 1369 visits.
    #expect(table.fact("overall_rate")?.short == "0.058437")
    #expect(table.fact("unseen") == .integer(2))
    #expect(table.notes.contains("3 events without touchpoint belong to no place."))
    #expect(table.explanation.contains("Nobody is heard at site. Listed, and in no event: roof and tower."))
    #expect(table.brief?.rows == 5)
    // 60 of 200, Wilson, computed in Python.
    #expect(
      try desk.rows(
        "gaps | where touchpoint = app", "feedback_rate", "feedback_rate_low", "feedback_rate_high") == [
          "0.3|0.240747|0.366791"
        ])
  }

  @Test func aRowLeadsToItsEvents() throws {
    let desk = try Self.desk()
    try desk.say("gaps | as g")
    #expect(try desk.table("events of g[1]").rows.count == 40)
    #expect(try desk.table("events of g[2]").rows.isEmpty)
    for statement in try desk.table("coverage").next { _ = try desk.table(statement) }
  }

  /// The combinations of stage and channel: one event of `buy` is on the web, everything else is `use`.
  @Test func combinationsThatNobodyFilled() throws {
    let desk = try Self.desk()
    #expect(
      try desk.rows("coverage", "stage", "channel", "status", "traffic") == [
        "use|web|blind|40", "buy|app|empty|0", "buy|branch|empty|0", "buy|phone|empty|0",
        "use|phone|quiet|29", "buy|web|quiet|3", "use|branch|covered|1100", "use|app|covered|200",
      ])
    #expect(try desk.rows("coverage by channel", "status") == ["blind", "quiet", "covered", "covered"])
  }

  @Test func filtersReachTheListToo() throws {
    let desk = try Self.desk()
    #expect(
      try desk.rows("gaps where channel = phone", "touchpoint", "status") == ["tower|unseen", "line|quiet"])
    // The list does not say the stage: nothing can be said of its places.
    let table = try desk.table("gaps where stage = buy")
    #expect(table.rows.isEmpty)
    #expect(table.notes.contains { $0.hasPrefix("3 listed touchpoints") })
    try desk.say("focus channel = web")
    #expect(try desk.rows("gaps", "touchpoint", "status") == ["site|blind"])
  }

  /// Without interactions, tickets and calls stand in: 12 tickets at `line`, no other traffic.
  @Test func ticketsStandInForInteractions() throws {
    let desk = try Self.desk(interactions: false, listed: false)
    #expect(
      try desk.rows("gaps", "touchpoint", "status", "traffic", "feedback") == [
        "line|quiet|12|0", "app|quiet|0|60", "desk|quiet|0|11", "shop|quiet|0|9",
      ])
    #expect(try desk.table("gaps").notes[0].hasPrefix("No interactions are loaded: tickets stand in"))
  }

  @Test func whatCannotBeAsked() throws {
    let desk = try Self.desk()
    #expect(desk.mistake("gaps where stag = use").contains("stage"))
    #expect(desk.mistake("coverage where stars > 2").hasPrefix("unknowable"))
    #expect(desk.mistake("gaps by week").hasPrefix("grain-as-place"))
    #expect(desk.mistake("gaps vs previous").hasPrefix("no-versus"))
    #expect(desk.mistake("gaps with totals").hasPrefix("no-totals"))
    #expect(desk.mistake("gaps | where status = blnd").contains("blind"))
    #expect(try Desk().mistake("gaps").hasPrefix("nothing-loaded"))
    let silent = try Desk(["t.csv": csv("time,channel", "2026-01-01,a")], "load tickets \"t.csv\"")
    #expect(silent.mistake("coverage").contains("surveys"))
    let traceless = try Desk(["s.csv": csv("time,channel,nps", "2026-01-01,a,9")], "load surveys \"s.csv\"")
    #expect(traceless.mistake("coverage").contains("interactions"))
    let placeless = try Desk(
      ["t.csv": csv("time,topic", "2026-01-01,a"), "s.csv": csv("time,nps", "2026-01-01,9")],
      "load tickets \"t.csv\"; load surveys \"s.csv\"")
    #expect(placeless.mistake("gaps").contains("by topic"))
  }
}
