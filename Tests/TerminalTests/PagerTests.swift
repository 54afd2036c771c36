import Testing

@testable import Terminal

@Suite struct PagerTests {
  @Test func aLongTextGoesThroughThePager() throws {
    let session = try Session(environment: ["PAGER": "sed s/row/paged/"])
    session.send("page 50\r")
    try session.expect("paged written")
    #expect(session.screen.lines.contains("paged 50"))
  }

  @Test func aShortTextDoesNot() throws {
    let session = try Session(environment: ["PAGER": "sed s/row/paged/"])
    session.send("page 20\r")
    try session.expect("paged written")
    #expect(session.screen.lines.contains("row 20"))
  }

  @Test func whoLeavesThePagerEarlyHasSeenEnough() throws {
    let session = try Session(environment: ["PAGER": "head -n 3"])
    session.send("page 30000\r")
    try session.expect("paged written")
    #expect(session.screen.lines.contains("row 3"))
    #expect(!session.screen.lines.contains("row 4"))
    try session.waitForPrompt()
  }

  @Test(arguments: ["/nowhere/pager", "", "  "])
  func withoutAPagerEverythingIsWritten(pager: String) throws {
    let session = try Session(environment: ["PAGER": pager])
    session.send("page 50\r")
    try session.expect("paged written")
    #expect(session.screen.lines.contains("row 1"))
    #expect(session.screen.lines.contains("row 50"))
  }

  @Test func thePagerIsNoShellAndKnowsItsOptions() throws {
    let session = try Session(environment: ["PAGER": "env", "HOME": "/;$(x)"])
    session.send("page 50\r")
    try session.wait(for: "LESS=FRX") { $0.text.contains("LESS=FRX") }
  }

  @Test func lessShowsAScreenAndGivesTheTerminalBack() throws {
    guard runToEnd(["/bin/sh", "-c", "test -x /usr/bin/less"]) == 0 else { return }
    let session = try Session(environment: ["LESSHISTFILE": "-"])
    session.send("page 50\r")
    try session.wait(for: "first screen") { $0.cursorLine == "space goes on, q leaves" }
    session.send("q")
    try session.wait(for: "end") { $0.text.contains("paged written") }
    try session.waitForPrompt()
    #expect(!session.screen.lines.contains("row 50"))
    try session.enter("next", gives: "next")
  }

  // MARK: Without a terminal

  private func terminal(_ environment: [String: String], isTerminal: Bool = true) -> TerminalInfo {
    TerminalInfo(
      inputIsTerminal: true, outputIsTerminal: isTerminal, errorIsTerminal: true, isUnicode: true,
      environment: environment)
  }

  @Test(
    arguments: [
      (["TERM": "xterm"], ["less"]),
      (["TERM": "xterm", "PAGER": "more -s"], ["more", "-s"]),
      (["TERM": "xterm", "PAGER": "more", "CXSH_PAGER": "most"], ["most"]),
      (["TERM": "xterm", "PAGER": "more; rm x"], ["more;", "rm", "x"]),
      (["TERM": "dumb"], nil),
      (["TERM": "xterm", "PAGER": ""], nil),
    ] as [([String: String], [String]?)])
  func commands(environment: [String: String], command: [String]?) {
    #expect(Pager(terminal: terminal(environment)).command == command)
  }

  @Test func nothingIsPagedThatIsPipedOrTurnedOff() {
    let xterm = ["TERM": "xterm"]
    #expect(Pager(terminal: terminal(xterm, isTerminal: false)).command == nil)
    #expect(Pager(terminal: terminal(xterm), isEnabled: false).command == nil)
  }

  @Test func theUsersOptionsForLessWin() {
    #expect(Pager.environment(["LESS": "-S"])["LESS"] == "-S")
    #expect(Pager.environment([:])["LESS"]?.hasPrefix("FRX") == true)
  }

  @Test func lessIsNeverAWayOut() {
    let environment = Pager.environment(["LESSSECURE": "0", "LESSSECURE_ALLOW": "shell,pipe"])
    #expect(environment["LESSSECURE"] == "1")
    #expect(environment["LESSSECURE_ALLOW"] == nil)
  }

  @Test(arguments: ["!", "|", "v", "sSIDE\n"])
  func lessStartsNothingAndWritesNothing(keys: String) throws {
    guard runToEnd(["/bin/sh", "-c", "test -x /usr/bin/less"]) == 0 else { return }
    let session = try Session(environment: ["LESSHISTFILE": "-"])
    let side = session.state.path + "/side"
    session.send("page 50\r")
    try session.wait(for: "first screen") { $0.cursorLine == "space goes on, q leaves" }
    session.send(keys.replacing("SIDE", with: side))
    try session.wait(for: "refusal") { $0.text.contains("not available") }
    session.send("\r")
    try session.wait(for: "prompt") { $0.cursorLine == "space goes on, q leaves" }
    session.send("q")
    try session.wait(for: "end") { $0.text.contains("paged written") }
    #expect(textOfFile(side).isEmpty)
  }

  @Test(
    arguments: [
      ("", 1), ("a\n", 1), ("a\nb", 2), ("12345678901\n", 2), ("1234567890\n", 1),
      ("\u{1B}[31m1234567890\u{1B}[0m\n", 1), ("\n\n\n", 3),
    ])
  func rowsAreCountedAsTheTerminalWrapsThem(text: String, rows: Int) {
    #expect(rowCount(text, columns: 10) == rows)
  }
}
