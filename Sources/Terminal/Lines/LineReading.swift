/// What came of asking for a statement.
public enum LineInput: Equatable, Sendable {
  /// An accepted statement, perhaps of several rows, without its last newline.
  case line(String)
  /// Ctrl-C dropped what had been typed.
  case interrupted
  /// The input ended: Ctrl-D on an empty line, the end of a file, or a request to end the process.
  case eof
  /// The terminal cannot be read.
  case failed
}

/// Asks for statements, one at a time, on the thread that made the reader.
///
/// A reader is not sendable; other threads reach it by its `waker`.
public protocol LineReading: AnyObject {
  /// Whether Enter may run this text; otherwise it starts another row of the same statement.
  ///
  /// Enter on an empty row behind it runs it all the same, so that whoever waits for an answer gets one.
  var isComplete: (_ text: String) -> Bool { get set }

  /// A line that is shown once, when Enter has started a further row of a statement; SGR colours are taken.
  var continuationHint: String? { get set }

  /// What Tab can put at the cursor.
  var complete: (_ before: String, _ after: String) -> Completion { get set }

  /// Text to print above the prompt after somebody called `waker.wake()`; nil prints nothing.
  var onWake: () -> String? { get set }

  /// Lets another thread have `onWake` called.
  var waker: LineWaker { get }

  /// Reads one statement; SGR colour sequences in the prompt take no room.
  func read(prompt: String) -> LineInput

  /// Remembers an accepted statement for the Up key and for later shells.
  ///
  /// A statement that starts with a space or equals the one before is not remembered.
  func addHistory(_ statement: String)
}

/// Calls for a reader's attention from any thread.
public struct LineWaker: Sendable {
  let pipe: WakePipe?

  /// Has the reader call `onWake` soon, if it waits for a key; else at the start of its next line.
  public func wake() {
    pipe?.send()
  }
}

/// Makes the reader that suits the terminal.
///
/// Editing needs a terminal at both ends that can move its cursor, and a UTF-8 locale; anything else gets
/// the plain reader.
public func makeLineReader(
  program: String, terminal: TerminalInfo, history: HistoryFile?
) -> any LineReading {
  if terminal.canEdit, let editor = LineEditor(program: program, history: history) {
    return editor
  }
  return PlainLineReader(terminal: terminal)
}
