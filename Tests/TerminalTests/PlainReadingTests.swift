import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct PlainReadingTests {
  /// What a reader makes of these bytes in a pipe.
  private func statements(in text: String) -> [LineInput] {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(StandardStreams.write(Array(text.utf8), to: ends[1]) == .written)
    close(ends[1])
    defer { close(ends[0]) }
    let reader = PlainLineReader(descriptor: ends[0], promptStream: nil)
    reader.isComplete = { !$0.hasSuffix("+") }
    var inputs: [LineInput] = []
    while inputs.last != .eof, inputs.count < 20 { inputs.append(reader.read(prompt: "never shown")) }
    return inputs
  }

  @Test(
    arguments: [
      ("a\nb\n", [.line("a"), .line("b"), .eof]),
      ("a\r\nb", [.line("a"), .line("b"), .eof]),
      ("\u{FEFF}a\n", [.line("a"), .eof]),
      ("a +\nb +\nc\nd\n", [.line("a +\nb +\nc"), .line("d"), .eof]),
      ("a +\n", [.line("a +"), .eof]),
      ("\n\n日本", [.line(""), .line(""), .line("日本"), .eof]),
      ("", [.eof]),
    ] as [(String, [LineInput])])
  func linesBecomeStatements(text: String, inputs: [LineInput]) {
    #expect(statements(in: text) == inputs)
  }

  @Test func pipedInputShowsNoPrompt() {
    let output = outputOfShell(#"printf 'one\n(two\nthree)\n' | "$PROBE""#)
    #expect(output == "got <one>\ngot <(two|three)>\nend 0\n")
  }

  @Test func aDumbTerminalIsPromptedPlainly() throws {
    let session = try Session(environment: ["TERM": "dumb"], waitsForPrompt: false)
    try session.expectCursorLine("cx>")
    session.send("(a\r")
    try session.expectCursorLine("…")
    session.send("b)\r")
    try session.expect("got <(a|b)>")
    try session.expectCursorLine("cx>")
    session.send("(c\r")
    try session.expectCursorLine("…")
    session.send("\r")
    try session.expect("got <(c>")
    try session.expectCursorLine("cx>")
    session.send("half")
    try session.expectCursorLine("cx> half")
    session.send("\u{3}")
    try session.expect("cx> half^C")
    try session.expect("interrupted")
    try session.expectCursorLine("cx>")
    session.send("\u{4}")
    #expect(try session.exitStatus() == 0)
    #expect(!session.raw.contains("\u{1B}"))
  }

  @Test func aSessionWithoutUTF8LocaleEditsAllTheSame() throws {
    let session = try Session(environment: ["LC_ALL": "C", "PROBE_PROMPT": "➤ "], waitsForPrompt: false)
    try session.expectCursorLine("➤")
    session.send("é日\u{7F}本\r")
    try session.expect("got <é本>")
    try session.expectCursorLine("➤")
    session.send("tell\r")
    try session.expect("size 80x24 color true utf8 false")
  }
}
