import DataModel
import Diagnostics
import Engine
import Foundation
import Sessions
import Syntax
import Testing

/// What a stranger's script may read, and what stopping a statement leaves behind.
struct SafetyTests {
  /// With a folder given, nothing outside of it is read: not by `..`, links, patterns, nor by `describe`.
  @Test func onlyTheFolderIsRead() throws {
    let desk = try Desk()
    let files = FileManager.default
    for name in ["in", "in/set", "out"] {
      try files.createDirectory(atPath: desk.folder + "/" + name, withIntermediateDirectories: true)
    }
    let rows = csv("time,channel", "2026-01-01,chat")
    try desk.write("in/a.csv", rows)
    try desk.write("out/secret.csv", rows)
    try desk.write("out/load.cxs", "load tickets \"secret.csv\"\n")
    try desk.write("in/set/load.cxs", "load tickets \"../../out/secret.csv\"\n")
    try files.createSymbolicLink(
      atPath: desk.folder + "/in/link.csv", withDestinationPath: desk.folder + "/out/secret.csv")
    try files.createSymbolicLink(atPath: desk.folder + "/in/links", withDestinationPath: desk.folder + "/out")
    desk.workspace.readableFolder = desk.folder + "/in"
    for statement in [
      "load tickets \"out/secret.csv\"", "load tickets \"in/../out/secret.csv\"",
      "load tickets \"\(desk.folder)/out/secret.csv\"",
      "load tickets \"in/link.csv\"", "load tickets \"in/link*.csv\"", "load tickets \"in/l*/secret.csv\"",
      "load tickets \"in/*.csv\"",
      "load \"out\"", "load \"in/links\"", "load \"in/set\"", "load tickets \"in/../out/*.csv\"",
      "load tickets \"in/*/../../out/*.csv\"",
      "load tickets \"o*/secret.csv\"", "load tickets \"/etc/passwd\"", "describe \"out/secret.csv\"",
      "describe \"in/link.csv\"",
      "describe \"/etc/passwd\"", "describe \"in/l*/secret.csv\"", "load tickets \"~/x.csv\"",
    ] {
      let mistake = desk.mistake(statement)
      #expect(mistake.contains("outside"), "\(statement): \(mistake)")
      #expect(desk.workspace.sources.isEmpty)
    }
    try desk.say("load tickets \"in/a.csv\"")
    #expect(try desk.rows("show tickets") == ["1"])
  }

  /// A statement that is stopped changes nothing, and the next one works.
  @Test func stoppedStatements() throws {
    let desk = try SmallBank.desk()
    let cancelled = CancelToken()
    cancelled.cancel()
    for text in [
      "show tickets by channel", "events", "load interactions \"calls.csv\" as again",
      "exclude where topic = login", "sql \"select 1\"",
    ] {
      let source = SourceText(text)
      let statement = try #require(parse(source).statements.first)
      do throws(Mistakes) {
        _ = try desk.workspace.perform(statement.kind, of: source, baseFolder: desk.folder, cancel: cancelled)
        Issue.record("\(text) was not stopped")
      } catch {
        #expect(["interrupted", "cancelled"].contains(error.list[0].code), "\(text): \(error.list)")
      }
    }
    #expect(try desk.rows("show tickets") == ["10"])
    #expect(try desk.rows("sources").count == 5)
  }

  /// In a replay a value that is gone gives an empty result and a note.
  @Test func valuesThatAreGoneInAReplay() throws {
    let desk = try SmallBank.desk()
    desk.workspace.isReplaying = true
    let performed = try desk.say("show tickets by channel where topic = outage")
    #expect(performed.table?.rows.isEmpty == true)
    #expect(performed.remarks.contains { $0.code == "value-gone" })
    #expect(try desk.rows("show tickets where topic != outage") == ["10"])
    #expect(try desk.rows("show tickets where topic in (login, outage)") == ["5"])
    #expect(try desk.rows("show tickets where not topic = outage") == ["10"])
    #expect(try desk.rows("show tickets by channel | where channel = fax").isEmpty)
  }

  /// A name to which two files give different types gets the alias in front.
  @Test func clashingTypes() throws {
    let desk = try Desk(
      [
        "a.csv": csv("time,level,hour", "2026-01-01,1,7", "2026-01-02,3,8"),
        "b.csv": csv("time,level", "2026-01-01,high", "2026-01-03,low"),
      ],
      "load tickets \"a.csv\" as a; load tickets \"b.csv\" as b")
    #expect(try desk.rows("show sum(a_level), mode(b_level)") == ["4|high"])
    #expect(try desk.rows("show tickets by b_level") == ["high|1", "low|1", "-|2"])
    #expect(desk.mistake("show tickets by level").contains("a_level"))
    // A field with the name of a grain is meant by backticks.
    #expect(try desk.rows("show tickets by `hour` where source = a") == ["7|1", "8|1"])
  }

  @Test func paths() throws {
    let desk = try SmallBank.desk()
    try desk.write("odd name (1) [x].csv", csv("time,channel", "2026-01-01,chat"))
    try desk.say("load tickets \"odd name (1) [x].csv\"")
    #expect(try desk.rows("sources", "kept").last == "1")
  }
}
