import Foundation
import Testing

/// A baseline stays what it was when the session that holds it is run on other data.
@Suite(.enabled(if: Engine.isThere, "the engine is not set up")) struct `A baseline in a session` {
  private func saved() throws -> Sandbox {
    let sandbox = try Sandbox.withData()
    try sandbox.write("", to: "sessions/.keep")
    let run = try sandbox.cxsh([
      "-c", Sandbox.load, "-c",
      "show tickets by channel; baseline \"then\"; show tickets by channel vs baseline \"then\"",
      "-c", "save \"sessions/s.cxs\"", "--quiet",
    ])
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    return sandbox
  }

  @Test func `replays`() throws {
    let replay = try saved().cxsh(["replay", "sessions/s.cxs"])
    #expect(replay.status == 0 && replay.output.contains("3 of 3 results the same"), "\(replay.output)")
  }

  /// Eight tickets by chat and four by phone were frozen; a ninth by chat comes later.
  @Test func `holds its figures when the data changes`() throws {
    let sandbox = try saved()
    try sandbox.write(
      try sandbox.read("data/tickets.csv") + "T13,2026-09-12 12:00,C1,chat,late\n", to: "data/tickets.csv")
    let run = try sandbox.cxsh(["run", "sessions/s.cxs", "--format", "csv", "--quiet"])
    #expect(run.status == 0, "\(run.error)")
    let last = run.output.split(separator: "\n").map(String.init).last { $0.hasPrefix("chat,") }
    #expect(last?.hasPrefix("chat,9,8,1,") == true, "\(run.output)")
    let replay = try sandbox.cxsh(["replay", "sessions/s.cxs"])
    #expect(replay.status == 5 && replay.output.contains("1 of 3 results the same"), "\(replay.output)")
  }

  @Test func `comes along with what is saved of a session`() throws {
    let sandbox = try Sandbox.withData()
    let run = try sandbox.cxsh([
      "-c", Sandbox.load, "-c", "show tickets by channel; baseline \"then\"; show mentions",
      "-c", "show tickets by channel vs baseline \"then\"", "-c", "save \"s.cxs\" last 1", "--quiet",
    ])
    #expect(run.status == 0, "\(run.error)")
    #expect(try sandbox.read("s.cxs").contains("baseline \"then\""))
    #expect(try sandbox.cxsh(["replay", "s.cxs"]).status == 0)
  }
}
