import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Colours, sizes and streams.
@Suite struct WorldTests {
  @Test(
    arguments: [
      (.auto, true, ["TERM": "xterm"], true),
      (.auto, false, ["TERM": "xterm"], false),
      (.auto, true, ["TERM": "dumb"], false),
      (.auto, true, [:], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": "0"], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
      (.auto, true, ["TERM": "xterm", "CLICOLOR": "0"], false),
      (.auto, false, ["CLICOLOR_FORCE": "1"], true),
      (.auto, false, ["FORCE_COLOR": "1"], true),
      (.auto, false, ["CLICOLOR_FORCE": "0"], false),
      (.auto, false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (.always, false, ["NO_COLOR": "1"], true),
      (.never, true, ["TERM": "xterm", "CLICOLOR_FORCE": "1"], false),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func colours(choice: ColorChoice, isTerminal: Bool, environment: [String: String], answer: Bool) {
    #expect(choice.usesColor(isTerminal: isTerminal, environment: environment) == answer)
  }

  @Test(
    arguments: [
      ([:], 80, 24), (["COLUMNS": "120", "LINES": "50"], 120, 50), (["COLUMNS": "-3"], 80, 24),
      (["COLUMNS": "wide"], 80, 24), (["COLUMNS": "99999999999999999999"], 80, 24),
    ] as [([String: String], Int, Int)])
  func sizeWithoutATerminal(environment: [String: String], columns: Int, rows: Int) {
    #expect(TerminalSize.declared(environment) == TerminalSize(columns: columns, rows: rows))
  }

  @Test func theTerminalKnowsItsSizeAndColours() throws {
    let session = try Session(columns: 61, rows: 17, environment: ["COLUMNS": "99"])
    session.send("tell\r")
    try session.expect("size 61x17 color true utf8 true")
    try session.waitForPrompt()
    session.resize(columns: 50, rows: 20)
    session.send("tell\r")
    try session.expect("size 50x20 color true utf8 true")
  }

  @Test func noColorIsHeard() throws {
    let session = try Session(environment: ["NO_COLOR": "1"])
    session.send("tell\r")
    try session.expect("size 80x24 color false utf8 true")
  }

  @Test func withoutATerminalTheEnvironmentSaysTheWidth() {
    let output = outputOfShell(#"echo tell | "$PROBE""#, environment: ["COLUMNS": "100"])
    #expect(output == "got <tell>\nsize 100x24 color false utf8 true\nend 0\n")
  }

  // MARK: Streams

  @Test func writingWaitsForASlowReader() async throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let reader = Task.detached { () -> [UInt8] in
      defer { close(reading) }
      return readAll(reading) ?? []
    }
    #expect(StandardStreams.write(bytes, to: writing) == .written)
    close(writing)
    #expect(await reader.value == bytes)
  }

  @Test func aClosedStreamIsToldApart() throws {
    Signals.install(.script)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    #expect(StandardStreams.write([1], to: ends[1]) == .closed)
    close(ends[1])
    #expect(StandardStreams.write([1], to: 9999) == .closed)
    let full = open("/dev/full", O_WRONLY)
    if full >= 0 { #expect(StandardStreams.write([1], to: full) == .failed(errno: ENOSPC)) }
    close(full)
  }

  @Test func aProgramSeesThatNobodyReads() {
    let output = outputOfShell(
      #"{ sleep 0.2; echo one; } | { "$PROBE"; echo "status $?" >&2; } | true"#)
    #expect(output == "status 7\n")
  }
}
