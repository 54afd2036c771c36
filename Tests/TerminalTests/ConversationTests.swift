import Testing

private let cxshPath = String(probePath.dropLast("TerminalProbe".count)) + "cxsh"

/// The program itself at a terminal, with statements that need no data.
@Suite struct ConversationTests {
  private func conversation(
    _ arguments: [String] = [], state: ScratchFolder = ScratchFolder()
  ) throws -> Session {
    let session = try Session(
      state: state, command: ["/bin/sh", "-c", "cd \"$HOME\" && exec \"$0\" \"$@\"", cxshPath] + arguments,
      waitsForPrompt: false)
    try waitForPrompt(session)
    return session
  }

  private func waitForPrompt(_ session: Session) throws {
    try session.wait(for: "prompt") { $0.bracketsPastes && $0.cursorLine == "cxsh›" }
  }

  @Test func greetsAndTellsHowASessionComesBack() throws {
    let state = ScratchFolder()
    let session = try conversation(state: state)
    #expect(session.screen.lines.first == "cxsh 0.1.0 - help, Tab completes, quit leaves")
    session.send("note \"first\"\r")
    try session.expect("noted")
    try waitForPrompt(session)
    session.send("quit\r")
    #expect(try session.exitStatus() == 0)
    #expect(session.screen.lines.contains("not saved; cxsh --resume brings this session back"))
    let next = try conversation(["--resume"], state: state)
    #expect(next.screen.lines.contains("resumed the last session: 1 statement"))
  }

  @Test func saysNothingOfItselfWhenQuiet() throws {
    let session = try conversation(["--quiet"])
    #expect(session.screen.lines.first == "cxsh›")
    session.send("note \"first\"\r")
    try waitForPrompt(session)
    session.send("quit\r")
    #expect(try session.exitStatus() == 0)
    #expect(!session.screen.text.contains("--resume"))
  }

  @Test func hasNothingToBringBackAfterSaving() throws {
    let session = try conversation()
    session.send("note \"first\"\r")
    try session.expect("noted")
    try waitForPrompt(session)
    session.send("save \"a.cxs\"\r")
    try session.expect("saved 1 statement to a.cxs")
    try waitForPrompt(session)
    session.send("\u{4}")
    #expect(try session.exitStatus() == 0)
    #expect(!session.screen.text.contains("--resume"))
  }

  @Test func controlCAtAQuestionKeepsTheFile() throws {
    let session = try conversation()
    session.send("note \"first\"\r")
    try session.expect("noted")
    try waitForPrompt(session)
    session.send("save \"a.cxs\"\r")
    try session.expect("saved 1 statement to a.cxs")
    try waitForPrompt(session)
    session.send("save \"a.cxs\"\r")
    try session.expectCursorLine("a.cxs is there already. Replace it? [y/N]")
    session.send("\u{3}")
    try session.wait(for: "the answer") { $0.text.contains("a.cxs is there already and stays as it is") }
    try waitForPrompt(session)
  }

  @Test func helpBreaksBetweenWords() throws {
    let session = try conversation(["--no-pager"])
    session.resize(columns: 44, rows: 24)
    session.send("help compound\r")
    try session.wait(for: "help") { $0.text.contains("usage") && $0.cursorLine == "cxsh›" }
    let page = session.screen.lines.filter { $0.hasPrefix("  ") }
    #expect(page.count > 4)
    #expect(page.allSatisfy { $0.count <= 44 })
  }

  @Test func anUnfinishedStatementShowsItsMistake() throws {
    let session = try conversation()
    session.send("show tickets by\r")
    try session.wait(for: "the hint") { $0.text.contains("the statement goes on") && $0.cursorLine.isEmpty }
    session.send("\r")
    try session.wait(for: "the mistake") { $0.text.contains("error") }
    try waitForPrompt(session)
  }
}
