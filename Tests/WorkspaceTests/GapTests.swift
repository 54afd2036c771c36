import DataModel
import Sessions
import Testing

/// What the events of a source lack, with a statement that makes it.
struct GapTests {
  static let tickets = csv(
    "id,created_at,customer,Via,Category,escalated", "1,2026-01-01,A,Web form,Login problem,no",
    "2,2026-01-02,A,Web form,Billing,yes", "3,2026-01-03,B,Mail,Billing,no")

  private func notes(_ desk: Desk, _ statement: String = "fields") throws -> [String] {
    try desk.table(statement).notes
  }

  @Test func theStatementsThatItShowsWork() throws {
    let desk = try Desk(["t.csv": Self.tickets], "load tickets \"t.csv\" as t with (topic = Category)")
    let lines = try notes(desk)
    for line in lines {
      let statement = try #require(line.split(separator: ": ", maxSplits: 1).last.map(String.init))
      try desk.say(statement)
    }
    #expect(try notes(desk).isEmpty)
    #expect(try desk.rows("show tickets by stage") == ["onboarding|1", "retention|2"])
    #expect(try desk.rows("show tickets by persona") == ["escalator|2", "-|1"])
  }

  @Test func theLoadReportShowsThem() throws {
    let desk = try Desk(["t.csv": Self.tickets])
    let report = try desk.say("load tickets \"t.csv\" as t with (topic = Category)").narration
    #expect(
      report.suffix(2) == [
        "t has no stage, which no tool exports: derive stage = case (topic = \"Billing\" => \"retention\", "
          + "topic = \"Login problem\" => \"onboarding\", else => \"retention\") in t",
        "t has no persona: define persona \"escalator\" = customers where share(escalated) > 0.2",
      ], "\(report)")
    #expect(!report.contains { $0.contains("as stage") || $0.contains("channel, ") })
  }

  @Test func aColumnThatLooksLikeItIsTaken() throws {
    let desk = try Desk([
      "t.csv": csv(
        "id,time,customer,Journey part,Buyer archetype,channel", "1,2026-01-01,A,buy,tinkerer,web",
        "2,2026-01-02,B,use,tinkerer,web", "3,2026-01-02,C,use,hurried,web")
    ])
    let report = try desk.say("load tickets \"t.csv\"").narration
    let statements = report.suffix(2).compactMap { $0.split(separator: ": ").last.map(String.init) }
    #expect(
      statements == ["derive stage = `Journey part` in t", "derive persona = `Buyer archetype` in t"],
      "\(report)")
    try desk.say(statements.joined(separator: "; "))
    #expect(try desk.rows("show tickets by stage") == ["buy|1", "use|2"])
    #expect(try desk.rows("show tickets by persona") == ["hurried|1", "tinkerer|2"])
  }

  @Test func aFolderThatSaysWhatItsFilesLackIsNotTold() throws {
    let desk = try Desk([
      "t.csv": Self.tickets, "load.cxs": "load tickets \"t.csv\"\nderive stage = \"use\" in t\n",
    ])
    let report = try desk.say("load \"\(desk.folder)\"").narration
    #expect(!report.contains { $0.contains(" has no ") }, "\(report)")
  }

  @Test func aSourceWithoutAnythingToGoBy() throws {
    let desk = try Desk(["m.csv": csv("time,n", "2026-01-01,1")], "load mentions \"m.csv\" as m")
    #expect(
      try notes(desk) == [
        "m has no stage, which no tool exports: derive stage = \"retention\" in m",
        "m has no channel: derive channel = \"social\" in m",
        "m has no persona: name its customers first: load … with (customer = COLUMN)",
      ])
  }
}
