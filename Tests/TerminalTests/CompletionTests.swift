import Testing

@testable import Terminal

@Suite struct CompletionTests {
  @Test func theOnlyCandidateIsInserted() throws {
    let session = try Session()
    session.send("by st\t")
    try session.expectCursorLine("cx> by stage")
    session.send("x\r")
    try session.expect("got <by stage x>")
  }

  @Test func aCandidateChoosesWhatFollowsIt() throws {
    let session = try Session()
    session.send("sen\tall\r")
    try session.expect("got <sentiment of all>")
  }

  @Test func completionWorksInTheMiddleOfALine() throws {
    let session = try Session()
    session.send("sta rest")
    session.send(String(repeating: "\u{1B}[D", count: 5))
    session.send("\t\r")
    try session.expect("got <stage  rest>")
  }

  @Test func theCommonBeginningIsInsertedAndTheRestListed() throws {
    let session = try Session()
    session.send("by c\t")
    try session.expectCursorLine("cx> by cha")
    #expect(
      session.screen.lines.dropLast() == [
        "cx> by c",
        "channel  4,812  where it happened",
        "chat        90  live chat",
      ])
    session.send("n\t!\r")
    try session.expect("got <by channel !>")
  }

  @Test func theListDoesNotDisturbAWrappedLine() throws {
    let session = try Session(columns: 30)
    let start = String(repeating: "日", count: 20)
    session.send(start + " c\t")
    try session.wait(for: "list") { screen in
      screen.lines.contains { $0.hasPrefix("chat") } && screen.cursorLine.hasSuffix(" cha")
    }
    session.send("\u{1}a")
    session.send("\r")
    try session.wait(for: "text") { $0.text.replacing("\n", with: "").contains("got <a\(start) cha>") }
  }

  @Test func nothingFitsRingsTheBell() throws {
    let session = try Session()
    session.send("zzz\t")
    try session.wait(for: "bell") { $0.bells == 1 }
  }

  // MARK: Without a terminal

  private func list(_ columns: Int, rows: Int = 24) -> CompletionList {
    CompletionList(columns: columns, rows: rows, width: { $0.count })
  }

  @Test func namesAloneAreSetInColumns() {
    let names = ["aa", "bb", "cc", "dd", "ee"].map { Completion.Candidate($0) }
    #expect(list(12).lines(names) == ["aa  cc  ee", "bb  dd"])
    #expect(list(3).lines(names).count == 5)
  }

  @Test func descriptionsAreCutAtTheEdge() {
    let candidates = [Completion.Candidate("stage", description: "the part of the journey", count: 12_345)]
    #expect(list(24).lines(candidates) == ["stage  12,345  the par…"])
  }

  @Test func aListIsNeverLongerThanTheScreen() {
    let many = (1...100).map { Completion.Candidate("c\($0)", description: "d") }
    let lines = list(80, rows: 10).lines(many)
    #expect(lines.count == 6)
    #expect(lines.last == "… 95 more rows")
  }

  @Test(
    arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func thousandsAreGrouped(number: Int, text: String) {
    #expect(grouped(number) == text)
  }

  @Test func candidatesThatMatchOtherwiseKeepWhatWasTyped() {
    let completion = Completion(replacing: 3, candidates: [.init("e-mail"), .init("mail")])
    #expect(completion.effect(on: "mai") == .list(insert: "mai"))
    #expect(Completion.none.effect(on: "x") == .beep)
  }
}
