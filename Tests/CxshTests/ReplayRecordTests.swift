import Foundation
import Testing

/// What a replay says where the records of a session were changed by hand.
@Suite(.enabled(if: Engine.isThere, "the engine is not set up")) struct `A record of a session` {
  private let script = "sessions/s.cxs"
  private let results = "sessions/s.results.jsonl"

  private func lastLine(_ run: ProgramRun) -> String {
    run.output.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test(arguments: ["#= hello", nil])
  func `that is gone is missed, and the result counted`(record: String?) throws {
    let sandbox = try Sandbox.withSession()
    try sandbox.remove(results)
    var isFirst = true
    try sandbox.edit(script) { line in
      guard line.hasPrefix("#= 2 rows"), isFirst else { return line }
      isFirst = false
      return record
    }
    let replay = try sandbox.cxsh(["replay", script])
    #expect(replay.status == 5 && replay.output.contains("= no record: the line #= of this result is gone"))
    #expect(lastLine(replay) == "1 of 2 results the same, 1 without a record")
    let rows = try sandbox.cxsh(["replay", script, "--format", "csv", "--quiet"])
    #expect(rows.status == 5 && rows.output.contains(",show tickets by channel,no record,2,"))
    #expect(try sandbox.cxsh(["-c", "replay \"sessions/s.cxs\""]).status == 5)
    #expect(try sandbox.cxsh(["replay", script, "--accept"]).status == 0)
    #expect(try sandbox.cxsh(["replay", script]).status == 0)
  }

  @Test(arguments: ["#= hello", nil])
  func `that is gone is said where the results file stands in for it`(record: String?) throws {
    let sandbox = try Sandbox.withSession()
    try sandbox.edit(script) { $0.hasPrefix("#= 2 rows") ? record : $0 }
    let replay = try sandbox.cxsh(["replay", script])
    #expect(replay.status == 0 && lastLine(replay) == "2 of 2 results the same")
    #expect(
      replay.output.contains(
        "= the line #= of this result is gone or damaged; it is compared with the results file"))
  }

  @Test func `of a load that is gone is said`() throws {
    let sandbox = try Sandbox.withSession()
    try sandbox.edit(script) { $0.hasPrefix("#= tickets.csv") ? nil : $0 }
    let replay = try sandbox.cxsh(["replay", script])
    #expect(replay.status == 0 && replay.output.contains("= no line #= tells which files this had read"))
  }

  @Test func `is not missed in a script that was never saved`() throws {
    let sandbox = try Sandbox.withData()
    try sandbox.write("load tickets \"data/tickets.csv\"\nshow tickets\n", to: "a.cxs")
    let replay = try sandbox.cxsh(["replay", "a.cxs"])
    #expect(replay.status == 0 && !replay.output.contains("#="))
    #expect(lastLine(replay) == "0 of 0 results the same, nothing was recorded, so nothing was compared")
  }

  @Test func `is not missed behind a statement that came after the save`() throws {
    let sandbox = try Sandbox.withSession()
    try sandbox.write(try sandbox.read(script) + "show mentions\n", to: script)
    let replay = try sandbox.cxsh(["replay", script])
    #expect(replay.status == 0 && lastLine(replay) == "2 of 2 results the same, 1 new")
    try sandbox.remove(results)
    let alone = try sandbox.cxsh(["replay", script])
    #expect(alone.status == 5 && lastLine(alone) == "2 of 3 results the same, 1 without a record")
  }

  @Test func `that contradicts the results file is called so`() throws {
    let sandbox = try Sandbox.withSession()
    let digest = String(repeating: "ab", count: 32)
    try sandbox.edit(script) { $0.hasPrefix("#= 2 rows") ? "#= 2 rows sha256:\(digest)" : $0 }
    let replay = try sandbox.cxsh(["replay", script])
    #expect(replay.status == 5)
    #expect(
      replay.output.contains(
        "= the line #= and the results file contradict each other: one of them was changed by itself; the results file "
          + "holds the result of now"), "\(replay.output)")
  }

  @Test func `is not outdone by rows of now in the results file`() throws {
    let sandbox = try Sandbox.withSession()
    let tickets = try sandbox.read("data/tickets.csv")
    try sandbox.write(tickets.replacingOccurrences(of: "C3,phone", with: "C3,chat"), to: "data/tickets.csv")
    let old = #""data":[["chat",8],["phone",4]]"#
    #expect(try sandbox.read(results).contains(old))
    try sandbox.edit(results) { $0.replacingOccurrences(of: old, with: #""data":[["chat",9],["phone",3]]"#) }
    let replay = try sandbox.cxsh(["replay", script])
    #expect(replay.status == 5 && replay.output.contains("their digest is not"), "\(replay.output)")
  }

  @Test func `is compared by digests where the results file cannot be read`() throws {
    let sandbox = try Sandbox.withSession()
    try sandbox.write("nonsense\n", to: results)
    let replay = try sandbox.cxsh(["replay", script])
    #expect(replay.status == 0 && replay.error.contains("results-unreadable"), "\(replay.error)")
  }

  @Test(arguments: [("show nonsense", Int32(1), ", 1 statement failed"), ("quit", 5, "")])
  func `behind the end of a replay is counted as not run`(statement: String, status: Int32, words: String)
    throws
  {
    let sandbox = try Sandbox.withSession()
    try sandbox.edit(script) { $0.hasPrefix("show tickets") ? statement + "\n" + $0 : $0 }
    let replay = try sandbox.cxsh(["replay", script])
    #expect(replay.status == status)
    #expect(lastLine(replay) == "0 of 0 results the same\(words), 2 statements not run")
    let accept = try sandbox.cxsh(["replay", script, "--accept"])
    #expect(accept.status == 1 && accept.error.contains("accept-after-"), "\(accept.error)")
  }

  @Test func `is not written anew on other data unless told so`() throws {
    let sandbox = try Sandbox.withSession()
    let before = try sandbox.read(script)
    let tickets = try sandbox.read("data/tickets.csv")
    try sandbox.write(tickets.replacingOccurrences(of: "C3,phone", with: "C3,chat"), to: "data/tickets.csv")
    let refused = try sandbox.cxsh(["replay", script, "--accept"])
    #expect(refused.status == 1 && refused.error.contains("accept-changed-data"))
    #expect(refused.error.contains("tickets.csv, 12 rows as before with other content"), "\(refused.error)")
    #expect(refused.error.contains("--accept-data"))
    #expect(try sandbox.read(script) == before)
    #expect(try sandbox.cxsh(["replay", script, "--accept-data"]).status == 0)
    let again = try sandbox.cxsh(["replay", script])
    #expect(again.status == 0 && !again.output.contains("data changed"))
  }
}
