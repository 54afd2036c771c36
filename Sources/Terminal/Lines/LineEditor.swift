#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads statements with libedit: cursor keys, history, completion, several rows, pasting.
///
/// One in a process, on one thread. Signals are caught only while a line is read and given back afterwards.
public final class LineEditor: LineReading {
  public var isComplete: (_ text: String) -> Bool = { _ in true }
  public var continuationHint: String?
  public var complete: (_ before: String, _ after: String) -> Completion = { _, _ in .none }
  public var onWake: () -> String? = { nil }
  public let waker: LineWaker

  let handle: EditorHandle
  var prompt = PromptText("")
  private let wakePipe: WakePipe
  private var history: HistoryFile?
  private var isHistoryLoaded = false
  private var lastEntry: String?
  private var wasInterrupted = false
  private var wasStopped = false
  private var paintedColumns = 80
  /// The text at the last moment when no key was waiting.
  private var settledText = ""

  private static let signals = [SIGINT, SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGQUIT]

  /// Starts libedit and reads the user's `.editrc`; nil if there is no UTF-8 locale at all.
  ///
  /// The history file is read once the first prompt is shown, not before.
  public init?(program: String, history: HistoryFile?) {
    guard let pipe = WakePipe(),
      let handle = EditorHandle(program: program, wake: pipe.reading, signals: Signals.descriptor)
    else { return nil }
    wakePipe = pipe
    waker = LineWaker(pipe: pipe)
    self.handle = handle
    self.history = history
    handle.limitHistory(to: history?.limit ?? HistoryFile.defaultLimit)
    if let path = LineEditor.editrcPath(ProcessEnvironment.variables) { handle.source(path) }
    handle.bindKeys()
  }

  /// The user's own key bindings: `$EDITRC`, else `.editrc` in the home folder, never in the current one.
  static func editrcPath(_ environment: [String: String]) -> String? {
    environment.filled("EDITRC") ?? environment.filled("HOME").map { $0 + "/.editrc" }
  }

  public func read(prompt text: String) -> LineInput {
    guard Signals.termination == nil else { return .eof }
    prompt = PromptText(text)
    handle.setPrompt(prompt.marked)
    wasInterrupted = false
    settledText = ""
    connect()
    defer { disconnect() }
    Signals.discardPending()
    LineEditor.signals.forEach(Signals.catchSignal)
    defer { LineEditor.signals.forEach(Signals.releaseSignal) }
    enterTerminal()
    let result = handle.readLine()
    leaveTerminal()
    return input(from: result)
  }

  private func input(from result: EditorHandle.Read) -> LineInput {
    switch result {
    case .line(let text): return .line(visibleText(text))
    case .end:
      handle.write("\n")
      return .eof
    case .aborted:
      if wasInterrupted { return .interrupted }
      return Signals.termination == nil ? .failed : .eof
    }
  }

  /// libedit's callbacks hold the editor only while it reads, so that it can be freed.
  private func connect() {
    handle.onCommand = { [self] in run($0) }
    handle.onEvent = { [self] in notice($0) }
  }

  private func disconnect() {
    handle.onCommand = { _ in .beep }
    handle.onEvent = { _ in true }
  }

  // MARK: The terminal

  /// Raw mode before the prompt, so that keys pressed just after it are not echoed twice; then pastes in
  /// brackets.
  private func enterTerminal() {
    handle.setRawMode(true)
    paintedColumns = layout.columns
    handle.write("\u{1B}[?2004h")
  }

  private func leaveTerminal() {
    handle.write("\u{1B}[?2004l")
    handle.setRawMode(false)
  }

  // MARK: Events

  private func notice(_ event: EditorHandle.Event) -> Bool {
    switch event {
    case .ready: loadHistory()
    case .idle: mendRows()
    case .wake: printAbove()
    case .signal(SIGINT):
      wasInterrupted = true
      goBelow(writing: "^C")
      return false
    case .signal(SIGWINCH): paintForNewSize()
    case .signal(SIGTSTP): stop()
    case .signal(SIGCONT): goOn()
    case .signal(SIGTERM), .signal(SIGHUP):
      goBelow()
      return false
    case .signal: break
    }
    return true
  }

  private func printAbove() {
    guard let text = onWake() else { return }
    printAbove(text)
  }

  /// Prints whole lines where the prompt is, and the prompt with the text below them.
  func printAbove(_ text: String) {
    erase()
    handle.write(rawLines(text))
    handle.repaint()
  }

  private func paintForNewSize() {
    // The terminal has moved the rows to its new width already: look for them there.
    erase()
    handle.measure()
    handle.repaint()
  }

  private func stop() {
    goBelow()
    leaveTerminal()
    wasStopped = true
    Signals.stopProcess()
  }

  private func goOn() {
    if !wasStopped { goBelow() }
    wasStopped = false
    handle.setRawMode(false)
    enterTerminal()
    handle.measure()
    handle.repaint()
  }

  // MARK: The screen

  private var layout: EditLayout {
    EditLayout(columns: TerminalSize(of: 0)?.columns ?? 80, width: terminalWidth)
  }

  /// Moves from the cursor to the start of the prompt and clears from there.
  private func erase() {
    let text = prompt.visible + handle.text.before
    let row = layout.position(after: text, paintedWith: paintedColumns).row
    paintedColumns = layout.columns
    handle.write("\r" + (row > 0 ? "\u{1B}[\(row)A" : "") + "\u{1B}[J")
  }

  /// Paints a text of several rows anew after an edit inside it.
  ///
  /// libedit writes only what differs, and loses the end of a row when characters cross from one to the next.
  private func mendRows() {
    let text = handle.text
    let (before, now) = (settledText, text.before + text.after)
    settledText = now
    let isUntouched = now == before || text.after.isEmpty && now.hasPrefix(before)
    guard !isUntouched, [before, now].contains(where: { rowBelowPrompt(endOf: $0) > 0 }) else { return }
    erase()
    handle.repaint()
  }

  private func rowBelowPrompt(endOf text: String) -> Int {
    layout.position(after: prompt.visible + text).row
  }

  /// Moves from the cursor to the row below the text, with `mark` behind the text's end.
  func goBelow(writing mark: String = "") {
    let text = handle.text
    let cursor = layout.position(after: prompt.visible + text.before)
    let end = layout.position(after: text.after, from: cursor)
    let down = end.row - cursor.row
    let across = end.column
    handle.write(
      (down > 0 ? "\u{1B}[\(down)B" : "") + "\r" + (across > 0 ? "\u{1B}[\(across)C" : "") + mark + "\r\n")
  }

  /// Whole lines for a terminal in raw mode.
  func rawLines(_ text: String) -> String {
    let whole = text.hasSuffix("\n") ? text : text + "\n"
    return whole.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
  }

  // MARK: History

  private func loadHistory() {
    guard !isHistoryLoaded else { return }
    isHistoryLoaded = true
    for entry in history?.load() ?? [] {
      let text = visibleText(entry)
      handle.addHistory(text)
      lastEntry = text
    }
  }

  public func addHistory(_ statement: String) {
    loadHistory()
    guard let entry = HistoryFile.entry(for: statement), entry != lastEntry else { return }
    lastEntry = entry
    handle.addHistory(entry)
    history?.append(entry)
  }
}
