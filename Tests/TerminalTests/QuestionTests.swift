import Testing

/// Questions between two prompts, which the terminal itself edits.
@Suite struct QuestionTests {
  @Test(arguments: [("y\r", true), ("Yes\r", true), (" y\r", true), ("n\r", false), ("\r", false)])
  func anAnswerIsTaken(keys: String, isYes: Bool) throws {
    let session = try Session()
    session.send("ask\r")
    try session.expectCursorLine("sure?")
    session.send(keys)
    try session.expect("answered \(isYes)")
    try session.waitForPrompt()
  }

  @Test func controlCIsANoAndLeadsBackToThePrompt() throws {
    let session = try Session()
    session.send("ask\r")
    try session.expectCursorLine("sure?")
    session.send("y\u{3}")
    try session.expect("answered false")
    try session.waitForPrompt()
    try session.enter("next", gives: "next")
  }

  @Test func controlDIsANoOnce() throws {
    let session = try Session()
    session.send("ask\r")
    try session.expectCursorLine("sure?")
    session.send("\u{4}")
    // On a line of its own.
    try session.expect("answered false")
    try session.waitForPrompt()
    session.send("ask again\r")
    try session.expectCursorLine("sure?")
    session.send("y\r")
    try session.expect("answered true")
  }
}
