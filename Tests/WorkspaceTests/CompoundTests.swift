import DataModel
import Diagnostics
import Testing

/// `compound` from the files to the last column, beside the method's reference program.
///
/// `Fixtures/compound-expected.json` was written by `Fixtures/compound-expected.py`, which makes the same data, sums it in
/// plain Python and calls the reference program.
struct CompoundTests {
  @Test func everyCaseAgreesWithTheReference() throws {
    try ExpectedTables.compare(file: "compound-expected.json", count: 16)
  }

  // MARK: - What is shown

  /// A focus on a key hides cells and changes no figure; any other focus is a filter.
  @Test func focusHidesCells() throws {
    let desk = try CompoundData.desk(days: 210)
    let all = try desk.table("compound")
    let byTopic = try desk.table("compound where topic = b")
    try desk.say("focus channel = chat")
    let hidden = try desk.table("compound")
    #expect(hidden.lines == all.lines.filter { $0.contains("|chat|") })
    #expect(hidden.facts == all.facts)
    #expect(hidden.notes.contains { $0.contains("hides 9 cells") })
    try desk.say("focus topic = b")
    #expect(try desk.table("compound").lines == byTopic.lines)
  }

  /// One ticket in sixty has no channel; they belong to no cell, and it is said how many.
  @Test func whatBelongsToNoCellIsSaid() throws {
    let data = CompoundData(days: 210)
    let lost = data.tickets.dropFirst().count {
      $0.split(separator: ",", omittingEmptySubsequences: false)[2].isEmpty
    }
    let notes = try CompoundData.desk(days: 210).table("compound").notes
    #expect(notes.contains("\(lost) tickets and mentions have no stage or channel and belong to no cell."))
  }

  @Test func rulesOfOwnersAndEffortsWin() throws {
    let desk = try CompoundData.desk(days: 210)
    let before = try desk.table("compound")
    try desk.say(
      "owner \"Zoe\" where channel = chat; effort 8 where stage = buy; effort 1 where touchpoint = tp1")
    let after = try desk.table("compound | where stage = buy and channel = chat")
    #expect(try after.lines(of: ["owner", "effort", "effort_assumed"]) == ["Zoe|1|false"])
    #expect(try desk.rows("compound | where stage = buy and channel = app", "effort") == ["8"])
    // Effort 1 instead of 2 doubles the priority.
    let old = try #require(before.rows.first { $0[0] == .text("buy") && $0[1] == .text("chat") })
    let position = try #require(before.index(of: "priority"))
    let doubled = 2 * (old[position].asNumber ?? .nan)
    #expect(ExpectedTables.isClose(after.rows[0][position].asNumber, doubled))
  }

  @Test func stepsWorkOnTheList() throws {
    let desk = try CompoundData.desk(days: 210)
    #expect(
      try desk.rows("compound | where status = compound | keep stage, channel | top 1 by stage").count == 1)
    #expect(try desk.rows("compound | where status = watch", "status").allSatisfy { $0 == "watch" })
    #expect(desk.mistake("compound | where status = compund").contains("compound"))
    #expect(try desk.rows("compound | facts", "fact").contains("kappa"))
    let cell = try desk.table("compound | as c")
    let first = try #require(cell.rows.first)
    let tickets = try #require(cell.index(of: "tickets_cur"))
    #expect(
      try desk.table("events of c[1] where kind = ticket").rows.count == Int(first[tickets].asNumber ?? -1))
  }

  // MARK: - What is refused

  @Test func tooLittleHistory() throws {
    for days in [5, 13] {
      let desk = try CompoundData.desk(days: days)
      #expect(desk.mistake("compound").hasPrefix("short-history"), "\(days)")
      #expect(try desk.rows("show tickets").count == 1)
    }
    // 14 days with a first day that lacks one kind leave 13: no comparison of whole weeks.
    let desk = try Desk(
      [
        "t.csv": "time,stage,channel\n"
          + (1...28).map { "2026-02-\($0 < 10 ? "0" : "")\($0),a,b" }.joined(separator: "\n") + "\n",
        "m.csv": "time,stage,channel,sentiment\n"
          + (2...14).map { "2026-02-\($0 < 10 ? "0" : "")\($0),a,b,0.1" }.joined(separator: "\n") + "\n",
      ], "load tickets \"t.csv\"; load mentions \"m.csv\"")
    #expect(desk.mistake("compound").hasPrefix("short-history"))
  }

  @Test func whatCannotBeAsked() throws {
    let desk = try CompoundData.desk(days: 210)
    #expect(desk.mistake("compound by week").hasPrefix("grain-as-place"))
    #expect(desk.mistake("compound yoy").hasPrefix("no-comparison"))
    #expect(desk.mistake("compound vs rest").hasPrefix("rest-in-scan"))
    #expect(desk.mistake("compound vs 2020").hasPrefix("no-comparison"))
    #expect(
      desk.mistake("compound during 2020").hasPrefix("empty-window")
        || desk.mistake("compound during 2020").hasPrefix("short-history"))
    #expect(desk.mistake("compound level 2").hasPrefix("level-range"))
    #expect(desk.mistake("compound of survey").hasPrefix("no-data-for-measure"))
    #expect(desk.mistake("compound by stage, chanel").contains("channel"))
    #expect(desk.mistake("compound where channel = caht").contains("chat"))
    #expect(try SmallBank.ticketDesk().mistake("compound by channel").hasPrefix("no-data-for-measure"))
    #expect(try Desk().mistake("compound").hasPrefix("nothing-loaded"))
    // Still there.
    #expect(try desk.rows("compound").count == 12)
  }
}
