import Synchronization
import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct InterruptionTests {
  @Test func controlCDropsTheLine() throws {
    let session = try Session()
    session.send("half a line\u{1}")
    try session.expectCursorLine("cx> half a line")
    session.send("\u{3}")
    try session.expect("interrupted")
    try session.waitForPrompt()
    #expect(session.screen.lines.contains("cx> half a line^C"))
    try session.enter("next", gives: "next")
  }

  @Test func controlCEndsASearch() throws {
    let session = try Session()
    try session.enter("one", gives: "one")
    session.send("\u{12}on")
    try session.expectCursorLine("cx> one")
    session.send("\u{3}")
    try session.expect("interrupted")
    try session.waitForPrompt()
    try session.enter("two", gives: "two")
  }

  @Test func controlDEndsAnEmptyLineOnly() throws {
    let session = try Session()
    session.send("ab\u{1}\u{4}\r")
    try session.expect("got <b>")
    try session.waitForPrompt()
    session.send("\u{4}")
    #expect(try session.exitStatus() == 0)
    #expect(session.screen.lines.contains("end 0"))
    #expect(!session.screen.bracketsPastes)
  }

  @Test func controlZStopsAndTheLineComesBack() throws {
    // A shell with job control takes the terminal back, and `fg` lends it again.
    let session = try Session(command: ["/bin/sh", "-c", "set -m; \(probePath); echo stopped; fg"])
    session.send("half")
    try session.expectCursorLine("cx> half")
    session.send("\u{1A}")
    try session.wait(for: "the line again") {
      $0.lines.filter { $0 == "cx> half" }.count == 2 && $0.bracketsPastes
    }
    session.send("!\r")
    try session.expect("got <half!>")
  }

  @Test func aNewWidthPaintsTheLineAnew() throws {
    let session = try Session(columns: 40)
    session.send("0123456789 日本 abcdefghij klmnop")
    try session.expectCursorLine("cx> 0123456789 日本 abcdefghij klmnop")
    session.resize(columns: 20, rows: 24)
    try session.expectCursorLine("abcdefghij klmnop")
    session.resize(columns: 60, rows: 24)
    try session.expectCursorLine("cx> 0123456789 日本 abcdefghij klmnop")
    session.send("!\r")
    try session.expect("got <0123456789 日本 abcdefghij klmnop!>")
  }

  @Test(arguments: [30, 60])
  func aWidthThatChangedDuringAStatementIsKnownAtTheNextPrompt(columns: Int) throws {
    let session = try Session(columns: 40)
    session.send("slow\r")
    try session.expect("working")
    session.resize(columns: columns, rows: 24)
    session.send("\u{3}")
    try session.expect("stopped by first")
    try session.waitForPrompt()
    let text = String(repeating: "0123456789", count: 8)
    session.send(text)
    let whole = "cx> " + text
    let rows = stride(from: 0, to: whole.count, by: columns).map {
      String(whole.dropFirst($0).prefix(columns))
    }
    try session.wait(for: "rows of the new width") { Array($0.lines.suffix(rows.count)) == rows }
  }

  @Test func anotherThreadPrintsAboveThePrompt() throws {
    let session = try Session()
    session.send("wake\r")
    try session.expect("got <wake>")
    try session.expect("note: woken")
    try session.expectCursorLine("cx>")
    try session.enter("fine", gives: "fine")
  }

  @Test func controlCReachesTheRunningStatement() throws {
    let session = try Session()
    session.send("slow\r")
    try session.expect("working")
    session.send("\u{3}")
    try session.expect("stopped by first")
    try session.waitForPrompt()
  }

  @Test func aSecondControlCAbandonsIt() throws {
    let session = try Session()
    session.send("slow stubborn\r")
    try session.expect("working")
    session.send("\u{3}")
    try session.expect("first")
    session.send("\u{3}")
    try session.expect("second")
    try session.expect("stopped by first,second")
    try session.waitForPrompt()
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aRequestToEndLeavesTheTerminalInOrder(signal: Int32) throws {
    let session = try Session()
    session.send("half")
    try session.expectCursorLine("cx> half")
    session.signal(signal)
    #expect(try session.exitStatus() == 128 + signal)
    #expect(!session.screen.bracketsPastes)
  }

  @Test func aRequestToEndIsHeardDuringAStatement() throws {
    let session = try Session()
    session.send("slow\r")
    try session.expect("working")
    session.signal(SIGTERM)
    try session.expect("stopped by first")
    #expect(try session.exitStatus() == 128 + SIGTERM)
  }

  @Test func interruptsAreTheStatementsWhileItRuns() {
    // What is ignored from the start stays ignored; a runner of tests may have ignored this.
    signal(SIGINT, SIG_DFL)
    let calls = Mutex(0)
    Signals.withInterrupts({ calls.withLock { $0 += 1 } }) {
      kill(getpid(), SIGINT)
      for _ in 0..<1000 where calls.withLock({ $0 }) == 0 { usleep(5000) }
    }
    #expect(calls.withLock { $0 } == 1)
    // The next one finds nothing left of it.
    Signals.withInterrupts({ calls.withLock { $0 += 1 } }) { _ = usleep(20_000) }
    #expect(calls.withLock { $0 } == 1)
  }

  @Test func wakingNeverWaits() {
    let pipe = WakePipe()
    for _ in 0..<100_000 { LineWaker(pipe: pipe).wake() }
    #expect(pipe != nil)
  }

  @Test func patienceTurnsASecondInterruptIntoAFirstOne() {
    var ladder = InterruptLadder()
    #expect(ladder.climb(at: 10) == .cancel)
    #expect(ladder.climb(at: 12) == .abandon)
    #expect(ladder.climb(at: 13.5) == .end)
    #expect(ladder.climb(at: 20) == .cancel)
  }
}
