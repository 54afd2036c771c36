import Diagnostics
import Rendering
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
    reader.continuationHint = world.printer.dimmed(
      "the statement goes on: Enter on an empty row runs it as it is, Ctrl-C drops it")
    reader.complete = { before, _ in completion(world.session.completions(before: before)) }
  }

  /// Talks until the end of the input or `quit`; gives the exit status.
  func run() -> Int32 {
    world.printer.remark("cxsh \(CxshCommand.version) - help, Tab completes, quit leaves")
    _ = world.prepare()
    world.session.onProgress = { [printer = world.printer] in printer.progress($0) }
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

  /// The name, the focus that holds, and a sign.
  private var prompt: String {
    let text = "cxsh" + focus + (world.terminal.isUnicode ? "›" : ">")
    return (world.terminal.usesColor(on: .output) ? "\u{1B}[1m\(text)\u{1B}[0m" : text) + " "
  }

  private var focus: String {
    guard let focus = world.session.workspace.focusText else { return "" }
    let mark = world.terminal.isUnicode ? "…" : "..."
    let line = DisplayWidth.cleaned(focus.replacing("\"", with: ""))
    return "[" + DisplayWidth.truncated(line, to: Self.focusWidth, mark: mark) + "]"
  }

  /// The columns of a focus in the prompt, so that the statement keeps its room.
  private static let focusWidth = 24

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
    if world.session.hasUnsavedStatements && world.session.options.journal?.path != nil {
      world.printer.remark("not saved; cxsh --resume brings this session back")
    }
    return (world.printer.finish(.conversation) ?? .ok).rawValue
  }
}

/// The list as the line editor takes it.
private func completion(_ list: CompletionList) -> Completion {
  Completion(
    replacing: list.replacing,
    candidates: list.items.map { item in
      Completion.Candidate(
        item.text, description: item.help.isEmpty ? nil : item.help, count: item.count,
        ending: list.ending)
    })
}
