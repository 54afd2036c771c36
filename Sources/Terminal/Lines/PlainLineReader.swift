internal import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads statements without editing: from a pipe, a file or a terminal that cannot move its cursor.
///
/// Prompts only a person at a terminal. Takes CRLF, a byte order mark and a last line without newline.
public final class PlainLineReader: LineReading {
  public var isComplete: (_ text: String) -> Bool = { _ in true }
  /// Not shown: here every further row has a prompt of its own.
  public var continuationHint: String?
  public var complete: (_ before: String, _ after: String) -> Completion = { _, _ in .none }
  public var onWake: () -> String? = { nil }
  public let waker: LineWaker

  private let wakePipe: WakePipe?
  private let descriptor: Int32
  private let promptStream: StandardStream?
  private var buffer: [UInt8] = []
  private var start = 0
  private let continuationPrompt: String
  private var hasEnded = false
  private var isFirstLine = true

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Reads standard input.
  public convenience init(terminal: TerminalInfo) {
    let stream: StandardStream? =
      !terminal.inputIsTerminal ? nil : terminal.outputIsTerminal ? .output : .error
    self.init(
      descriptor: 0, promptStream: stream, continuationPrompt: terminal.isUnicode ? "… " : "... ")
  }

  init(descriptor: Int32, promptStream: StandardStream?, continuationPrompt: String = "... ") {
    self.continuationPrompt = continuationPrompt
    self.descriptor = descriptor
    self.promptStream = promptStream
    wakePipe = WakePipe()
    waker = LineWaker(pipe: wakePipe)
  }

  public func addHistory(_ statement: String) {}

  public func read(prompt: String) -> LineInput {
    guard Signals.termination == nil else { return .eof }
    guard promptStream != nil else { return readStatement(prompt: prompt) }
    Signals.discardPending()
    PlainLineReader.signals.forEach(Signals.catchSignal)
    defer { PlainLineReader.signals.forEach(Signals.releaseSignal) }
    return readStatement(prompt: prompt)
  }

  private func readStatement(prompt: String) -> LineInput {
    var statement = ""
    var nextPrompt = prompt
    while true {
      write(nextPrompt)
      switch readLine() {
      case .line("") where promptStream != nil && !statement.isEmpty:
        return .line(String(statement.dropLast()))
      case .line(let line): statement += line
      case .eof where !statement.isEmpty: return .line(String(statement.dropLast()))
      case let other:
        write("\n")  // behind the end or the ^C that the terminal has echoed
        return other
      }
      if statement.allSatisfy(\.isWhitespace) || isComplete(statement) { return .line(statement) }
      statement += "\n"
      nextPrompt = continuationPrompt
    }
  }

  private func write(_ text: String) {
    if let promptStream { StandardStreams.write(text, to: promptStream) }
  }

  // MARK: Bytes

  private enum Wait {
    case bytes, interrupted, ended
  }

  private func readLine() -> LineInput {
    while true {
      if let end = buffer[start...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return .line(text(of: buffer[start..<end]))
      }
      if hasEnded {
        defer { start = buffer.count }
        return start == buffer.count ? .eof : .line(text(of: buffer[start...]))
      }
      switch waitForBytes() {
      case .interrupted: return .interrupted
      case .ended: hasEnded = true
      case .bytes: if !fill() { return .failed }
      }
    }
  }

  private func text(of line: ArraySlice<UInt8>) -> String {
    var bytes = line.last == 0x0D ? line.dropLast() : line
    if isFirstLine, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    isFirstLine = false
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Waits at a terminal for bytes, signals and wake-ups; a file or a pipe is simply read.
  private func waitForBytes() -> Wait {
    guard promptStream != nil else { return .bytes }
    while true {
      var waits = [descriptor, Signals.descriptor, wakePipe?.reading ?? -1].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      guard unsafe poll(&waits, nfds_t(waits.count), -1) > 0 else { continue }
      if waits[1].revents != 0 {
        Signals.discardPending()
        return Signals.termination == nil ? .interrupted : .ended
      }
      if waits[2].revents != 0 { printWake() }
      if waits[0].revents != 0 { return .bytes }
    }
  }

  private func printWake() {
    if let reading = wakePipe?.reading { _ = readBytes(reading, atMost: 64) }
    if let text = onWake() { write("\n" + text + "\n") }
  }

  /// Takes what is there; false if the input cannot be read.
  private func fill() -> Bool {
    buffer.removeSubrange(..<start)
    start = 0
    guard let bytes = readBytes(descriptor, atMost: 65536) else { return false }
    hasEnded = bytes.isEmpty
    buffer += bytes
    return true
  }
}
