import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct HistoryTests {
  private let folder = ScratchFolder()

  private func file(limit: Int = 100) -> HistoryFile {
    HistoryFile(path: folder.path + "/deep/history", limit: limit)
  }

  @Test(
    arguments: [
      ("show tickets", "show tickets\n"),
      ("a\nb", "a\\nb\n"),
      (#"say "a\nb""#, #"say "a\\nb""# + "\n"),
      ("日本 é\r", "日本 é\\r\n"),
    ])
  func aStatementIsOneLine(statement: String, line: String) {
    #expect(HistoryFormat.line(for: statement) == line)
    #expect(HistoryFormat.entry(from: line.utf8.dropLast()) == statement)
  }

  @Test func foreignLinesAreNotLost() {
    #expect(HistoryFormat.entry(from: #"c:\dir\"#.utf8) == #"c:\dir\"#)
    let entries = HistoryFormat.entries(of: Array("one\n\ntwo\ncut o".utf8), limit: 9)
    #expect(entries == ["one", "two"])
  }

  @Test(
    arguments: [("x \n", "x"), (" secret", nil), ("  ", nil), ("", nil), ("a\n b", "a\n b")]
      as [(String, String?)])
  func whatIsRemembered(statement: String, entry: String?) {
    #expect(HistoryFile.entry(for: statement) == entry)
  }

  @Test func theFileIsTheUsersAlone() {
    #expect(file().append("one"))
    var facts = stat()
    #expect(stat(file().path, &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(stat(folder.path + "/deep", &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o700)
    #expect(file().load() == ["one"])
  }

  @Test func aHistoryThatCannotBeWrittenIsEmpty() {
    let nowhere = HistoryFile(path: "/proc/none/history")
    #expect(!nowhere.append("one"))
    #expect(nowhere.load().isEmpty)
  }

  @Test func aFileThatIsFarTooLongIsCut() {
    let file = file(limit: 10)
    for number in 1...25 { file.append("s\(number)") }
    let last = (16...25).map { "s\($0)" }
    #expect(file.load() == last)
    #expect(textOfFile(file.path) == last.map { $0 + "\n" }.joined())
  }

  @Test func noStatementIsLostBetweenShellsThatWriteAndCut() async {
    let file = file(limit: 100)
    for number in 1...201 { file.append("old \(number)") }
    await withTaskGroup(of: Void.self) { group in
      for shell in 1...4 {
        group.addTask {
          for number in 1...10 {
            file.append("shell \(shell)\nstatement \(number)")
            _ = file.load()
          }
        }
      }
    }
    let expected = Set((1...4).flatMap { shell in (1...10).map { "shell \(shell)\nstatement \($0)" } })
    let entries = file.load()
    #expect(expected.isSubset(of: entries))
    #expect(entries.allSatisfy { expected.contains($0) || $0.hasPrefix("old ") })
  }

  @Test(
    arguments: [
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/cxsh/history"),
      (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/cxsh/history"),
      (["HOME": "/h"], "/h/.local/state/cxsh/history"),
      ([:], nil),
    ] as [([String: String], String?)])
  func places(environment: [String: String], path: String?) {
    #expect(HistoryFile.standard(environment)?.path == path)
  }

  // MARK: Typed

  @Test func twoShellsShareTheFile() throws {
    let one = try Session(state: folder)
    let two = try Session(state: folder)
    try one.enter("first", gives: "first")
    try two.enter("(a\rb)", gives: "(a|b)")
    try one.enter("last", gives: "last")
    try one.enter("last", gives: "last")
    try one.enter(" secret", gives: " secret")
    #expect(textOfFile(folder.path + "/cxsh/history") == "first\n(a\\nb)\nlast\n")
    let three = try Session(state: folder)
    three.send("\u{1B}[A")
    try three.expectCursorLine("cx> last")
    three.send("\u{1B}[A")
    try three.expectCursorLine("b)")
    three.send("\u{1B}[A\u{1B}[A")
    try three.expectCursorLine("cx> first")
  }

  @Test func aHostileHistoryIsShownHarmlessly() throws {
    makeFolder(folder.path + "/cxsh")
    writeFile(folder.path + "/cxsh/history", "show \u{1B}]0;title\u{7}\u{202E}x\n")
    let session = try Session(state: folder)
    session.send("\u{1B}[A")
    try session.expectCursorLine("cx> show ]0;titlex")
    #expect(!session.raw.contains("\u{1B}]0"))
  }
}
