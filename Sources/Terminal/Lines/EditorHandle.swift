internal import CEditLine

/// libedit's editor as Swift values: every unsafe use of it is here.
///
/// Belongs to one thread.
@safe final class EditorHandle {
  /// What a command of ours tells libedit to do.
  enum Reply: Int32 {
    case nothing = 0
    case refresh = 4
    case moveCursor = 5
    case beep = 6
  }

  enum Command: UInt32 {
    case enter, breakLine, complete, paste, up, down, rowStart, rowEnd
  }

  enum Event: Equatable {
    /// The prompt is painted and no key has been taken yet.
    case ready
    /// What has been typed is painted, and no further key is there.
    case idle
    case wake
    case signal(Int32)

    init(_ code: Int32) {
      switch code {
      case CX_EVENT_READY.rawValue: self = .ready
      case CX_EVENT_IDLE.rawValue: self = .idle
      case 0: self = .wake
      default: self = .signal(code)
      }
    }
  }

  /// A command of libedit that comes next, as if its key had been pressed.
  enum Key: UInt32 {
    case run, older, newer
  }

  /// Runs a command.
  var onCommand: (Command) -> Reply = { _ in .beep }
  /// Takes note of an event; false ends the line without a result.
  var onEvent: (Event) -> Bool = { _ in true }

  private var editor: OpaquePointer?

  /// Nil if libedit cannot start or no UTF-8 locale exists.
  init?(program: String, wake: Int32, signals: Int32) {
    guard cx_adopt_utf8() else { return nil }
    let callbacks = unsafe cx_callbacks(
      context: Unmanaged.passUnretained(self).toOpaque(), command: editorCommand, event: editorEvent)
    guard let opened = unsafe cx_editor_open(program, wake, signals, callbacks) else { return nil }
    unsafe editor = opened
  }

  deinit {
    if let editor = unsafe editor { unsafe cx_editor_close(editor) }
  }

  func source(_ path: String) { _ = unsafe cx_editor_source(editor, path) }
  func bindKeys() { unsafe cx_editor_bind_keys(editor) }
  func setPrompt(_ marked: String) { unsafe cx_editor_set_prompt(editor, marked) }
  func setRawMode(_ raw: Bool) { unsafe cx_editor_raw_mode(editor, raw) }
  func measure() { unsafe cx_editor_measure(editor) }
  func repaint() { unsafe cx_editor_repaint(editor) }
  func press(_ key: Key) { unsafe cx_editor_press(editor, cx_key(rawValue: key.rawValue)) }
  func write(_ text: String) { unsafe cx_editor_write(editor, text) }
  func limitHistory(to entries: Int) { unsafe cx_editor_limit_history(editor, Int32(clamping: entries)) }
  func addHistory(_ entry: String) { unsafe cx_editor_add_history(editor, entry) }
  func insert(_ text: String) -> Bool { unsafe cx_editor_insert(editor, text) }
  func deleteBefore(scalars: Int) { unsafe cx_editor_delete_before(editor, Int32(clamping: scalars)) }
  func move(scalars: Int) { unsafe cx_editor_move(editor, Int32(clamping: scalars)) }

  /// Whether the user's own locale is UTF-8.
  var isUnicode: Bool { cx_locale_is_utf8() }

  /// The text on both sides of the cursor.
  var text: (before: String, after: String) {
    var length = 0
    var cursor = 0
    guard let start = unsafe cx_editor_line(editor, &length, &cursor) else { return ("", "") }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
    return unsafe (
      String(decoding: bytes[..<cursor], as: UTF8.self), String(decoding: bytes[cursor...], as: UTF8.self)
    )
  }

  /// What the last paste brought.
  var pasted: String {
    var length = 0
    guard let start = unsafe cx_editor_pasted(editor, &length) else { return "" }
    return unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }

  enum Read: Equatable {
    case line(String)
    case end
    case aborted
  }

  func readLine() -> Read {
    var count: Int32 = 0
    guard let line = unsafe cx_editor_gets(editor, &count) else { return count == 0 ? .end : .aborted }
    let text = unsafe String(cString: line)
    return .line(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}

private func editorCommand(_ context: UnsafeMutableRawPointer?, _ code: Int32) -> Int32 {
  guard let context = unsafe context, let command = EditorHandle.Command(rawValue: UInt32(code)) else {
    return EditorHandle.Reply.beep.rawValue
  }
  return unsafe Unmanaged<EditorHandle>.fromOpaque(context).takeUnretainedValue().onCommand(command).rawValue
}

private func editorEvent(_ context: UnsafeMutableRawPointer?, _ code: Int32) -> Bool {
  guard let context = unsafe context else { return true }
  return unsafe Unmanaged<EditorHandle>.fromOpaque(context).takeUnretainedValue()
    .onEvent(EditorHandle.Event(code))
}

/// Columns of a text as libedit and the terminal count them.
func terminalWidth(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + max(0, terminalWidth($1)) }
}

/// Columns of a scalar, -1 if it does not print.
func terminalWidth(_ scalar: Unicode.Scalar) -> Int {
  // A printing character of ASCII needs no locale.
  if (0x20..<0x7F).contains(scalar.value) { return 1 }
  return Int(cx_scalar_width(scalar.value))
}
