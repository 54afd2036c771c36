import Diagnostics

/// The width at which the formatter breaks a statement.
private let formattedWidth = 100

/// Writes a script as `fmt` and `save` do: keywords in lower case, every value quoted, one statement on a line or broken
/// at its clauses and bars; comments, facts, records, output and empty lines are kept.
///
/// Statements with mistakes are not in the script: ask `mistakes` first.
public func format(_ script: Script) -> String {
  var lines = script.items.map(line)
  while lines.first == "" { lines.removeFirst() }
  while lines.last == "" { lines.removeLast() }
  return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
}

private func line(_ item: ScriptItem) -> String {
  switch item {
  case .statement(let statement):
    statement.kind.pieces.lines(width: formattedWidth) + (statement.comment.map { " " + $0 } ?? "")
  case .fact(let text, _): marked("#@", text)
  case .record(let text, _): marked("#=", text)
  case .output(let text, _): marked("#>", text)
  case .comment(let text, _): text
  case .blank: ""
  }
}

private func marked(_ mark: String, _ text: String) -> String { text.isEmpty ? mark : mark + " " + text }
