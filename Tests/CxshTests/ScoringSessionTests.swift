import Foundation
import Testing

/// Scores and corrections in sessions that are saved and replayed.
@Suite(
  .enabled(
    if: Engine.isThere && Engine.hasLexicon,
    "the engine or the lexicon of VADER is not set up"))
struct `A session that scores` {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(
      "id,time,channel,text\na,2026-09-01,app,good\nb,2026-09-02,app,not good\nc,2026-09-03,web,My card is blue.\nd,2026-09-04,web,\n",
      to: "social.csv")
    return sandbox
  }

  /// 0.4404 and -0.3412, then the correction 0.9 for it; a row without text is no zero.
  private let statements = [
    "-c", "load mentions \"social.csv\" as social; score sentiment in social method vader",
    "-c",
    "override sentiment = 0.9 where id = \"b\"; score sentiment in social; show sum(sentiment) as s, count(sentiment) as n by channel",
  ]

  @Test func `replays the same, with what was scored in its record`() throws {
    let sandbox = try sandbox()
    let run = try sandbox.cxsh(statements + ["-c", "save \"s.cxs\"", "--format", "csv"])
    #expect(run.status == 0 && run.output == "channel,s,n\napp,1.3404,2\nweb,0,1\n", "\(run.error)")
    let script = try sandbox.read("s.cxs")
    #expect(
      script.contains(
        "score sentiment in social method vader\n#= scored social 3 of 4 by VADER 3.3.2 from text\n"))
    #expect(script.contains("score sentiment in social\n#= scored social 2 of 4 by VADER 3.3.2 from text\n"))
    let replay = try sandbox.cxsh(["replay", "s.cxs"])
    #expect(replay.status == 0, "\(replay.output)\(replay.error)")
    #expect(replay.output.hasSuffix("1 of 1 results the same\n") && !replay.output.contains("unreadable"))
  }

  @Test func `brings scores and corrections along with its last statements`() throws {
    let sandbox = try sandbox()
    let run = try sandbox.cxsh(statements + ["-c", "show mentions; save \"s.cxs\" last 1", "--quiet"])
    #expect(run.status == 0, "\(run.error)")
    let script = try sandbox.read("s.cxs")
    #expect(
      script.contains("score sentiment in social method vader") && script.contains("override sentiment = 0.9")
    )
    #expect(try sandbox.cxsh(["replay", "s.cxs"]).status == 0)
  }

  @Test func `tells by its replay where other texts are scored now`() throws {
    let sandbox = try sandbox()
    _ = try sandbox.cxsh(statements + ["-c", "save \"s.cxs\"", "--quiet"])
    #expect(!(try sandbox.cxsh(["replay", "s.cxs"]).output.contains("then: scored")))
    let text = try sandbox.read("social.csv")
    try sandbox.write(text.replacingOccurrences(of: "web,\n", with: "web,great\n"), to: "social.csv")
    let replay = try sandbox.cxsh(["replay", "s.cxs"])
    #expect(replay.status == 5, "\(replay.output)")
    #expect(
      replay.output.contains(
        "scored social 4 of 4 by VADER 3.3.2 from text; then: scored social 3 of 4 by VADER 3.3.2 from text"),
      "\(replay.output)")
  }

  @Test func `says what to run where the lexicon is missing`() throws {
    let sandbox = try sandbox()
    let run = try sandbox.cxsh(statements, environment: ["CXSH_VADER": sandbox.path])
    #expect(run.status == 1 && run.error.contains("no-lexicon") && run.error.contains("make setup"))
  }
}
