import Testing

private let up = "\u{1B}[A"
private let down = "\u{1B}[B"
private let left = "\u{1B}[D"
private let right = "\u{1B}[C"

/// What a person can do to a line; each test looks at what the program then reads.
@Suite struct EditingTests {
  @Test(
    "Characters of every width are typed and corrected",
    arguments: [
      ("plain", "plain"),
      ("café\(left)\(left)F", "caFfé"),
      ("日本語\u{7F}", "日本"),
      ("x🎉y\(left)\u{7F}z", "xzy"),
      ("naïve \u{1}日 ", "日 naïve"),
    ])
  func characters(keys: String, text: String) throws {
    let session = try Session()
    session.send(keys)
    session.send("\r")
    try session.wait(for: "got <\(text)>") { screen in
      screen.lines.contains { $0.hasPrefix("got <\(text)") }
    }
  }

  @Test func wideCharactersWrapAtTheRightEdge() throws {
    let session = try Session(columns: 20)
    let text = String(repeating: "日", count: 13)
    session.send(text)
    // "cx> " and eight characters fill the first row.
    try session.expectCursorLine(String(repeating: "日", count: 5))
    #expect(session.screen.lines.first == "cx> " + String(repeating: "日", count: 8))
    session.send("\u{1}a\r")
    try session.wait(for: "the text") { $0.text.replacing("\n", with: "").contains("got <a\(text)>") }
  }

  @Test func historyGoesUpAndDown() throws {
    let session = try Session()
    try session.enter("one", gives: "one")
    try session.enter("two", gives: "two")
    session.send("half")
    session.send(up + up)
    try session.expectCursorLine("cx> one")
    session.send(down)
    try session.expectCursorLine("cx> two")
    session.send(down)
    try session.expectCursorLine("cx> half")
  }

  @Test func controlRSearchesBackwards() throws {
    let session = try Session()
    try session.enter("show tickets", gives: "show tickets")
    try session.enter("load x", gives: "load x")
    session.send("\u{12}tick")
    try session.expectCursorLine("cx> show tickets")
    // The arrow ends the search and moves, without typing its own letters.
    session.send("\u{1B}[F")
    session.send(" now\r")
    try session.expect("got <show tickets now>")
  }

  @Test func enterRunsWhatASearchHasFound() throws {
    let session = try Session()
    try session.enter("show tickets", gives: "show tickets")
    try session.enter("load x", gives: "load x")
    session.send("\u{12}tick")
    try session.expectCursorLine("cx> show tickets")
    session.send("\r")
    try session.wait(for: "it run again") { screen in
      screen.lines.filter { $0 == "got <show tickets>" }.count == 2
    }
  }

  @Test func homeAndEndStayInTheRow() throws {
    let session = try Session()
    try session.enter("(a\rbc\u{1B}[HX\u{1B}[FY\u{1}\u{1}Z\u{5})", gives: "Z(a)|XbcY")
  }

  @Test func enterStartsANewRowWhileTheStatementIsOpen() throws {
    let session = try Session()
    session.send("(a\r")
    try session.expectCursorLine("")
    session.send("b)")
    try session.expectCursorLine("b)")
    session.send("\r")
    try session.expect("got <(a|b)>")
    try session.waitForPrompt()
    session.send(up)
    try session.expectCursorLine("b)")
    #expect(session.screen.lines.suffix(2) == ["cx> (a", "b)"])
  }

  @Test func enterOnAnEmptyRowRunsTheStatementAsItIs() throws {
    let session = try Session()
    session.send("(a\r\r")
    try session.expect("got <(a>")
    try session.waitForPrompt()
    session.send("(a\rb\r  \r")
    try session.expect("got <(a|b>")
    try session.waitForPrompt()
  }

  @Test func aFurtherRowIsExplainedOnce() throws {
    let session = try Session(environment: ["PROBE_HINT": "it goes on"])
    session.send("(a\r")
    try session.wait(for: "the hint above the statement") {
      Array($0.lines.prefix(3)) == ["it goes on", "cx> (a", ""] && $0.cursorLine.isEmpty
    }
    session.send("b)\r")
    try session.expect("got <(a|b)>")
    try session.waitForPrompt()
    try session.enter("(c\rd)", gives: "(c|d)")
    #expect(session.screen.lines.filter { $0 == "it goes on" }.count == 1)
  }

  @Test func cursorKeysMoveBetweenTheRowsOfAStatement() throws {
    let session = try Session()
    try session.enter("(first\rsecond)", gives: "(first|second)")
    session.send(up)
    try session.expectCursorLine("second)")
    session.send(up + "X\r")
    try session.expect("got <(firstX|second)>")
  }

  @Test func altEnterBreaksTheLine() throws {
    let session = try Session()
    session.send("one\u{1B}\rtwo")
    try session.expectCursorLine("two")
    session.send("\r")
    try session.expect("got <one|two>")
  }

  @Test func aPasteIsInsertedAndNeverRuns() throws {
    let session = try Session()
    session.send("\u{1B}[200~show é\r\nby 日本\tstage\u{7}\r\n\u{1B}[201~")
    try session.wait(for: "pasted text") { $0.cursorLine.hasPrefix("by 日本") }
    #expect(!session.screen.text.contains("got"))
    session.send("!\r")
    try session.wait(for: "the paste") {
      $0.text.contains("got <show é|by 日本") && $0.text.contains("stage!>")
    }
  }

  @Test func aLongPasteArrivesWhole() throws {
    let session = try Session()
    let line = String(repeating: "0123456789", count: 50)
    session.send("\u{1B}[200~" + line + "\u{1B}[201~")
    session.send("\r")
    try session.wait(for: "the paste") { $0.text.replacing("\n", with: "").contains("got <\(line)>") }
  }

  @Test func controlArrowsMoveByWords() throws {
    let session = try Session()
    try session.enter("one two\u{1B}[1;5D\u{1B}[1;5DX", gives: "Xone two")
  }

  @Test func theUsersOwnBindingsAreHonoured() throws {
    let state = ScratchFolder()
    writeFile(state.path + "/.editrc", "bind ^T ed-move-to-beg\nprobe:bind \"^X\" ed-delete-prev-char\n")
    let session = try Session(state: state)
    try session.enter("bc\u{14}a\u{5}d\u{18}", gives: "abc")
  }

  @Test func viKeysWork() throws {
    let state = ScratchFolder()
    writeFile(state.path + "/.editrc", "bind -v\n")
    let session = try Session(state: state)
    session.send("abc")
    try session.expectCursorLine("cx> abc")
    session.send("\u{1B}")
    session.send("0")
    session.send("iX")
    try session.expectCursorLine("cx> Xabc")
    session.send("\u{1B}[200~p\u{1B}[201~")
    session.send("\r")
    try session.expect("got <Xpabc>")
  }

  @Test func typedAheadStatementsAreRead() throws {
    let session = try Session()
    session.send("nap\r")
    try session.expect("napping")
    session.send("ahead\r")
    try session.expect("got <ahead>")
  }

  @Test func colouredPromptsTakeNoRoom() throws {
    let session = try Session(environment: ["PROBE_PROMPT": "~[1mcx>~[0m "])
    #expect(session.raw.contains("\u{1B}[1m"))
    try session.enter("abc\(left)\(left)\(left)x", gives: "xabc")
  }

  @Test func editingInsideWrappedRowsKeepsEveryRow() throws {
    let session = try Session(columns: 20)
    let text = "one two three four five six seven eight nine ten"
    session.send(text)
    try session.wait(for: "the end") { $0.cursorLine.hasSuffix("ten") }
    // Insertions and deletions in turn, so that characters cross the edges of rows in both directions.
    session.send("\u{1}" + right + right + right)
    for _ in 0..<4 { session.send("0123456789abcdef" + String(repeating: "\u{7F}", count: 13)) }
    let whole = "cx> one" + String(repeating: "012", count: 4) + text.dropFirst(3)
    let rows = stride(from: 0, to: whole.count, by: 20).map { start in
      String(whole.dropFirst(start).prefix(20)).trimmingSuffix(" ")
    }
    try session.wait(for: "all rows") { Array($0.lines.prefix(rows.count)) == rows }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    String(reversed().drop { $0 == character }.reversed())
  }
}
