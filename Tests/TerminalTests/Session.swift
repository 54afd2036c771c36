import CPty
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the probe is: beside the test bundle.
let probePath: String = {
  var buffer = [UInt8](repeating: 0, count: 4096)
  #if canImport(Darwin)
    let path = CommandLine.arguments[0]
  #else
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  #endif
  let folders = path.split(separator: "/").map(String.init)
  let bundle = folders.firstIndex { $0.hasSuffix(".xctest") } ?? folders.count - 1
  return "/" + folders[..<bundle].joined(separator: "/") + "/TerminalProbe"
}()

/// A program on a terminal, seen and typed to as a person would.
///
/// No wait is without an end.
final class Session {
  let state: ScratchFolder
  private(set) var screen: ScreenModel
  private(set) var raw = ""
  private var terminal: Int32 = -1
  private(set) var process: pid_t = -1
  private var knownStatus: Int32?

  init(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    state: ScratchFolder = ScratchFolder(), command: [String] = [probePath], waitsForPrompt: Bool = true
  ) throws {
    self.state = state
    screen = ScreenModel(columns: columns, rows: rows)
    let basis = [
      "TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": state.path, "XDG_STATE_HOME": state.path,
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]
    let all = basis.merging(environment) { $1 }
    process = start(command, all, columns, rows)
    try #require(process > 0)
    if waitsForPrompt { try waitForPrompt() }
  }

  deinit {
    if knownStatus == nil, process > 0 {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(terminal)
  }

  private func start(
    _ arguments: [String], _ environment: [String: String], _ columns: Int, _ rows: Int
  ) -> pid_t {
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    return cpty_start(&words, &variables, Int32(columns), Int32(rows), &terminal)
  }

  // MARK: Typing

  func send(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EAGAIN { return }
      if count <= 0 { _ = takeOutput(milliseconds: 5) }
    }
  }

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    cpty_resize(terminal, Int32(columns), Int32(rows))
  }

  // MARK: Looking

  private func takeOutput(milliseconds: Int32) -> Bool {
    guard cpty_wait(terminal, milliseconds) else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else {
      // A terminal without a program is always ready and never has anything.
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    raw += String(decoding: buffer.prefix(count), as: UTF8.self)
    screen.write(Array(buffer.prefix(count)))
    return true
  }

  struct TookTooLong: Error {}

  /// Waits until the screen is as it should be; a failure shows the screen.
  func wait(
    for what: String, sourceLocation: SourceLocation = #_sourceLocation, until holds: (ScreenModel) -> Bool
  ) throws {
    for _ in 0..<1000 where !holds(screen) { _ = takeOutput(milliseconds: 20) }
    if holds(screen) { return }
    Issue.record("no \(what) on the screen:\n\(screen.text)", sourceLocation: sourceLocation)
    throw TookTooLong()
  }

  /// Waits for a line of the program's own.
  func expect(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: line, sourceLocation: sourceLocation) { $0.lines.contains(line) }
  }

  /// Waits for the line with the cursor to be this.
  func expectCursorLine(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: line, sourceLocation: sourceLocation) { $0.cursorLine == line }
  }

  /// Waits for an empty prompt, the only moment when keys are sure to be the editor's.
  func waitForPrompt(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: "prompt", sourceLocation: sourceLocation) {
      $0.bracketsPastes && $0.cursorLine == "cx>"
    }
  }

  /// Types a statement, waits for what the program has read and for the next prompt.
  func enter(_ keys: String, gives text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    send(keys + "\r")
    try expect("got <\(text)>", sourceLocation: sourceLocation)
    try waitForPrompt(sourceLocation: sourceLocation)
  }

  // MARK: The process

  /// The exit status, when it comes.
  func exitStatus(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    for _ in 0..<1000 {
      _ = takeOutput(milliseconds: 10)
      let status = cpty_status(process)
      if status >= 0 {
        knownStatus = status
        while takeOutput(milliseconds: 0) {}
        return status
      }
    }
    Issue.record("still runs:\n\(screen.text)", sourceLocation: sourceLocation)
    throw TookTooLong()
  }

  func signal(_ number: Int32) { kill(process, number) }
}
