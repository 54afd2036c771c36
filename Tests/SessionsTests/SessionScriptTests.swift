import Diagnostics
import Syntax
import Testing

@testable import Sessions

@Suite struct `A session file` {
  private let text = """
    #@ cxsh 1
    #@ zone Europe/Berlin
    #@ now 2026-09-30
    param quarter = 2026-Q3
    load "../samples/northbank"
    #= tickets.csv 18240 kept 0 rejected to 2026-09-30 sha256:5f0c
    #= customers.csv 900 kept 3 rejected sha256:77
    focus channel in ("chat", "phone")
    note \"\"\"
    Chat onboarding is where it breaks.
    \"\"\"
    show tickets, sentiment by stage, channel during $quarter | as r1
    #= 12 rows sha256:9f2c41
    #> stage  tickets
    """

  @Test func `is read with its facts, statements and records`() {
    let script = SessionScript(SourceText(text, name: "q3.cxs"))
    #expect(script.findings.isEmpty)
    #expect(script.zone == "Europe/Berlin" && script.now == "2026-09-30" && script.engine == nil)
    #expect(script.entries.count == 5)
    #expect(script.entries[1].loads.map(\.file) == ["tickets.csv", "customers.csv"])
    #expect(script.entries[1].result == nil)
    #expect(script.entries[4].result?.rows == 12 && script.entries[4].result?.digest == "9f2c41")
    #expect(script.entries[4].hasOutput && !script.entries[1].hasOutput)
    #expect(script.declaredParameters == ["quarter"] && !script.runsOthers)
  }

  @Test func `states its facts as statements`() {
    let script = SessionScript(SourceText(text))
    #expect(script.factStatements.map(\.printed) == ["set zone \"Europe/Berlin\"", "set now 2026-09-30"])
  }

  @Test(arguments: [
    ("#@ cxsh 2\nsources", "script-too-new"), ("#@ cxsh one\nsources", "bad-version"),
    ("#@ sseed 4\nsources", "unknown-fact"), ("sources\n#= something else", "unreadable-record"),
    ("#= 3 rows sha256:5f\nsources", "unreadable-record"),
  ])
  func `tells what it does not understand`(text: String, code: String) {
    #expect(SessionScript(SourceText(text)).findings.map(\.code) == [code])
  }

  @Test func `drops a byte order mark and refuses what is no text`() throws {
    let source = try SourceText.script([0xEF, 0xBB, 0xBF] + Array("sources".utf8), name: "a.cxs")
    #expect(source.text == "sources")
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x41], [0x41, 0x00], [0xC3]] {
      #expect(throws: Mistakes.self) { try SourceText.script(bytes, name: "a.cxs") }
    }
  }
}
