internal import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shows a text that is longer than the screen one screen at a time.
///
/// Pages only for a person at a terminal. `$PAGER` is split at blanks and started without a shell, by default
/// `less`; an empty `PAGER` turns paging off.
public struct Pager: Sendable {
  /// The program and its arguments; nil pages never.
  let command: [String]?
  private let terminal: TerminalInfo

  /// A pager for this terminal; `isEnabled` false writes everything at once.
  public init(terminal: TerminalInfo, isEnabled: Bool = true) {
    self.terminal = terminal
    let canPage = isEnabled && terminal.isInteractive && !isDumbTerminal(terminal.environment)
    command = canPage ? Pager.command(terminal.environment) : nil
  }

  static func command(_ environment: [String: String]) -> [String]? {
    guard let words = environment["CXSH_PAGER"] ?? environment["PAGER"] else { return ["less"] }
    let parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
    return parts.isEmpty ? nil : parts
  }

  /// The environment of the pager: `less` keeps colours and the screen, ends by itself after a short text and
  /// says how to leave it.
  ///
  /// It starts no other program and writes no file, whatever the user's environment allows elsewhere.
  static func environment(_ environment: [String: String]) -> [String: String] {
    let prompt = "space goes on, q leaves?e (the end)."
    var pagers = environment.merging(["LESS": "FRX-Ps\(prompt)$"]) { own, _ in own }
    pagers["LESSSECURE"] = "1"
    pagers["LESSSECURE_ALLOW"] = nil
    return pagers
  }

  /// Writes `text` to standard output, through the pager if it does not fit the screen.
  ///
  /// A reader who leaves the pager early has seen enough: that is `.written` too.
  @discardableResult
  public func show(_ text: String) -> WriteOutcome {
    if let command, rowCount(text, columns: terminal.size.columns) >= terminal.size.rows,
      page(text, with: command)
    {
      return .written
    }
    return StandardStreams.write(text, to: .output)
  }

  /// False if the pager cannot be started.
  private func page(_ text: String, with command: [String]) -> Bool {
    // Ctrl-C is the pager's while it runs, and it may leave the terminal in modes of its own.
    let modes = unsafe cx_modes_save()
    Signals.catchSignal(SIGINT)
    defer {
      Signals.discardPending()
      Signals.releaseSignal(SIGINT)
    }
    guard let child = ChildReader(command, Pager.environment(terminal.environment)) else {
      unsafe cx_modes_restore(modes)
      return false
    }
    _ = StandardStreams.write(Array(text.utf8), to: child.input)
    child.finish()
    unsafe cx_modes_restore(modes)
    return true
  }
}

/// How many rows of a terminal a text takes; colour sequences take no room.
func rowCount(_ text: String, columns: Int) -> Int {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let rows = lines.reduce(0) { $0 + rowCount(ofLine: $1, columns: max(1, columns)) }
  return text.hasSuffix("\n") ? rows - 1 : rows
}

private func rowCount(ofLine line: Substring, columns: Int) -> Int {
  if line.utf8.count <= columns { return 1 }
  let width = terminalWidth(ColoredText(line).visible)
  return max(1, (width + columns - 1) / columns)
}

/// Another program that reads what this one writes.
private final class ChildReader {
  let input: Int32
  private let process: pid_t

  init?(_ command: [String], _ environment: [String: String]) {
    var input: Int32 = -1
    var process: pid_t = 0
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let error = unsafe withCStrings(command) { arguments in
      unsafe withCStrings(variables) { unsafe cx_spawn_reader(arguments, $0, &process, &input) }
    }
    guard error == 0 else { return nil }
    self.input = input
    self.process = process
  }

  /// Ends its input and waits for it.
  func finish() {
    close(input)
    _ = cx_wait(process)
  }
}

/// Lends C a list of strings that ends in a null.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var copies = unsafe strings.map { unsafe strdup($0) }
  unsafe copies.append(nil)
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe body(copies)
}
