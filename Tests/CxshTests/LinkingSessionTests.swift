import Foundation
import Testing

/// Customers that were linked, in sessions that are saved and replayed.
@Suite(.enabled(if: Engine.isThere, "the engine is not set up")) struct `A session that links` {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(
      "id,created_at,requester,email,topic\nt1,2026-01-01,Z1,ann@x.org,fees\nt2,2026-01-03,Z2,bob@x.org,login\n",
      to: "tickets.csv")
    try sandbox.write("id,time,customer,email,text\nm1,2026-01-02,ann_b,ANN@x.org,again\n", to: "social.csv")
    return sandbox
  }

  private let statements = [
    "-c", "load tickets \"tickets.csv\" with (customer = requester); load mentions \"social.csv\"",
    "-c", "link customers by email in (tickets, social); show customers; timeline \"Z1\"",
  ]

  @Test func `replays the same, with the link and the timeline in it`() throws {
    let sandbox = try sandbox()
    let run = try sandbox.cxsh(statements + ["-c", "save \"s.cxs\"", "--format", "csv"])
    #expect(run.status == 0, "\(run.error)")
    // Two people for three ids, and both events of the first, in order.
    #expect(run.output.contains("customers\n2\n"), "\(run.output)")
    let script = try sandbox.read("s.cxs")
    #expect(script.contains("\nlink customers by email in (tickets, social)\n#= "), "\(script)")
    #expect(
      script.contains("\ntimeline Z1\n#= 2 rows ") || script.contains("\ntimeline \"Z1\"\n#= 2 rows "),
      "\(script)")
    let replay = try sandbox.cxsh(["replay", "s.cxs"])
    #expect(
      replay.status == 0 && replay.output.hasSuffix("3 of 3 results the same\n"),
      "\(replay.output)\(replay.error)")
  }

  @Test func `tells by its replay that other people are linked now`() throws {
    let sandbox = try sandbox()
    _ = try sandbox.cxsh(statements + ["-c", "save \"s.cxs\"", "--quiet"])
    try sandbox.write("id,time,customer,email,text\nm1,2026-01-02,ann_b,bob@x.org,again\n", to: "social.csv")
    let replay = try sandbox.cxsh(["replay", "s.cxs"])
    #expect(replay.status == 5, "\(replay.output)")
    #expect(replay.output.contains("timeline") && !replay.output.contains("3 of 3 results the same"))
  }

  @Test func `brings the link along with its last statement`() throws {
    let sandbox = try sandbox()
    let run = try sandbox.cxsh(
      statements + ["-c", "show all_events by customer; save \"s.cxs\" last 1", "--quiet"])
    #expect(run.status == 0, "\(run.error)")
    #expect(try sandbox.read("s.cxs").contains("link customers by email in (tickets, social)"))
    #expect(try sandbox.cxsh(["replay", "s.cxs"]).status == 0)
  }
}
