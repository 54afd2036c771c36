import Diagnostics
import Sessions
import Syntax
import Terminal

/// The conversation: a prompt, a statement, what it gives, and again.
struct Shell {
  private let world: World
  private let reader: any LineReading

  init(_ world: World) {
    self.world = world
    Signals.install(.interactive)
    let history = world.isSafe ? nil : HistoryFile.standard(world.terminal.environment)
    reader = makeLineReader(program: "cxsh", terminal: world.terminal, history: history)
    reader.isComplete = { completeness(of: $0) != .incomplete }
    reader.complete = { before, _ in completion(world.session.completions(before: before)) }
  }

  /// Talks until the end of the input or `quit`; gives the exit status.
  func run() -> Int32 {
    _ = world.prepare()
    world.openEngineAhead()
    while true {
      switch reader.read(prompt: prompt) {
      case .line(let text):
        if perform(text) { return finish() }
      case .interrupted: continue
      case .eof: return finish()
      case .failed: return ExitStatus.failed.rawValue
      }
    }
  }

  private var prompt: String {
    let sign = world.terminal.isUnicode ? "›" : ">"
    return world.terminal.usesColor(on: .output) ? "\u{1B}[1mcxsh\(sign)\u{1B}[0m " : "cxsh\(sign) "
  }

  /// - Returns: Whether the statement asks to leave.
  private func perform(_ text: String) -> Bool {
    reader.addHistory(text)
    var isQuit = false
    _ = world.interruptible {
      world.session.run(SourceText(text)) { output in
        world.printer.show(output)
        isQuit = isQuit || output.isQuit
      }
    }
    world.printer.endResults()
    world.tellJournalFailure()
    return isQuit
  }

  private func finish() -> Int32 {
    if let signal = Signals.termination { return 128 + signal }
    return (world.printer.finish(isComplete: false) ?? .ok).rawValue
  }
}

/// The list as the line editor takes it.
private func completion(_ list: CompletionList) -> Completion {
  Completion(
    replacing: list.replacing,
    candidates: list.items.map { item in
      Completion.Candidate(
        item.text, description: item.help.isEmpty ? nil : item.help, count: item.count,
        ending: list.isPath ? "" : " ")
    })
}
