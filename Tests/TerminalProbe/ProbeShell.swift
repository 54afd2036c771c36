import Synchronization
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

final class ProbeShell {
  let reader: any LineReading
  let terminal: TerminalInfo

  init(reader: any LineReading, terminal: TerminalInfo) {
    self.reader = reader
    self.terminal = terminal
    reader.isComplete = { text in
      text.count { $0 == "(" } <= text.count { $0 == ")" }
    }
    reader.continuationHint = ProcessEnvironment.variables["PROBE_HINT"]
    reader.complete = ProbeShell.complete
    reader.onWake = { "note: woken" }
  }

  func run() {
    // A tilde in the environment's prompt stands for an escape.
    let prompt = (ProcessEnvironment.variables["PROBE_PROMPT"] ?? "cx> ").replacing("~", with: "\u{1B}")
    while true {
      switch reader.read(prompt: prompt) {
      case .line(let text) where text == "bye": finish(0)
      case .line(let text): accept(text)
      case .interrupted: say("interrupted")
      case .eof: finish(Signals.termination.map { 128 + $0 } ?? 0)
      case .failed: finish(9)
      }
    }
  }

  private func finish(_ status: Int32) -> Never {
    say("end \(status)")
    exit(status)
  }

  private func accept(_ text: String) {
    reader.addHistory(text)
    say("got <" + text.replacing("\n", with: "|") + ">")
    let words = text.split(separator: " ")
    switch words.first {
    case "slow": runSlowly(stubborn: words.count > 1)
    case "nap": nap()
    case "page": page(words.dropFirst().first.flatMap { Int($0) } ?? 100)
    case "wake": wakeSoon()
    case "tell": tell()
    case "ask": ask()
    default: break
    }
  }

  private func say(_ text: String) {
    if StandardStreams.write(text + "\n", to: .output) == .closed { exit(7) }
  }

  private func tell() {
    let size = terminal.size
    say(
      "size \(size.columns)x\(size.rows) color \(terminal.usesColor(on: .output)) utf8 \(terminal.isUnicode)")
  }

  /// Waits for an interrupt, or for two if it is stubborn, for at most ten seconds.
  private func runSlowly(stubborn: Bool) {
    say("working")
    let state = SlowState()
    Signals.withInterrupts({ state.note("first") }, again: { state.note("second") }) {
      for _ in 0..<2000 where !state.isOver(after: stubborn ? 2 : 1) { usleep(5000) }
    }
    say("stopped by " + state.names.joined(separator: ","))
  }

  private func ask() {
    let state = SlowState()
    let answer = Signals.withInterrupts({ state.note("first") }) {
      askYesOrNo("sure? ", isGivenUp: { state.isOver(after: 1) })
    }
    say("answered \(answer)")
  }

  /// Lets a person type ahead.
  private func nap() {
    say("napping")
    usleep(200_000)
  }

  private func page(_ count: Int) {
    let lines = (1...count).map { "row \($0)\n" }.joined()
    let outcome = Pager(terminal: terminal).show(lines)
    say("paged \(outcome)")
  }

  private func wakeSoon() {
    let waker = reader.waker
    Task.detached {
      try? await Task.sleep(for: .milliseconds(50))
      waker.wake()
    }
  }

  private static let candidates: [Completion.Candidate] = [
    .init("channel", description: "where it happened", count: 4812),
    .init("chat", description: "live chat", count: 90),
    .init("stage", description: "journey stage"),
    .init("sentiment", ending: " of "),
    .init("日本", description: "a country"),
  ]

  private static func complete(before: String, after: String) -> Completion {
    let word = String(before.reversed().prefix { !$0.isWhitespace }.reversed())
    return Completion(
      replacing: word.count, candidates: candidates.filter { $0.text.hasPrefix(word) })
  }
}

final class SlowState: Sendable {
  private let calls = Mutex<[String]>([])

  var names: [String] { calls.withLock { $0 } }

  func note(_ name: String) {
    StandardStreams.write("\n\(name)\n", to: .output)
    calls.withLock { $0.append(name) }
  }

  func isOver(after count: Int) -> Bool { names.count >= count }
}
