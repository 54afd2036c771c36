import Diagnostics
import Vocabulary

extension Parser {
  mutating func script() -> Script {
    while tokens[position].kind != .end { item() }
    return Script(items: items, mistakes: mistakes.map(\.diagnostic))
  }

  private mutating func item() {
    let token = tokens[position]
    let piece: ScriptItem? =
      switch token.kind {
      case .newline: isEmptyLine ? .blank : nil
      case .symbol(.semicolon): nil
      case .comment(let text): .comment(text, token.span)
      case .fact(let text): .fact(text, token.span)
      case .record(let text): .record(text, token.span)
      case .output(let text): .output(text, token.span)
      default: statement()
      }
    if let piece { items.append(piece) }
    if case .statement = piece { return }
    if piece != nil || token.kind == .newline || token.kind == .symbol(.semicolon) { position += 1 }
  }

  private var isEmptyLine: Bool { position == 0 || tokens[position - 1].kind == .newline }

  /// Reads one statement and what ends it; nil when it is mistaken.
  private mutating func statement() -> ScriptItem? {
    let first = position
    statementStart = first
    context = Context()
    brackets = []
    nesting = 0
    operators = 0
    last = tokens[first]
    do {
      let start = tokens[first].span.start
      let kind = try statementKind()
      try endOfStatement()
      keepComments(from: first)
      var statement = Statement(kind: kind, span: span(from: start))
      statement.comment = trailingComment()
      return .statement(statement)
    } catch {
      mistakes.append(error)
      recover(from: error)
      return nil
    }
  }

  /// Comments inside a statement move before it: the formatter breaks its lines anew.
  private mutating func keepComments(from first: Int) {
    for token in tokens[first..<position] {
      guard case .comment(let text) = token.kind else { continue }
      items.append(.comment(Self.asComment(text), token.span))
    }
  }

  /// A comment on a line of its own must not look like a record.
  private static func asComment(_ text: String) -> String {
    guard let mark = text.dropFirst().first, "@=>".contains(mark) else { return text }
    return "# " + text.dropFirst()
  }

  private mutating func trailingComment() -> String? {
    if tokens[position].isSymbol(.semicolon) { position += 1 }
    guard case .comment(let text) = tokens[position].kind else { return nil }
    position += 1
    return text
  }

  // MARK: Recovery

  /// Goes to where the next statement begins: a line of the mistaken one that begins like a statement, or its end.
  private mutating func recover(from stop: Stop) {
    let open = brackets.count
    let token = tokens[stop.index]
    if let line = lineBeginnings(before: token).first {
      position = line
    } else {
      position = max(endOfMistaken(from: stop.index, open: open), statementStart)
      if position == statementStart { position += 1 }
    }
    position = min(position, tokens.count - 1)
  }

  private func endOfMistaken(from start: Int, open: Int) -> Int {
    var open = open
    var index = start
    while true {
      switch tokens[index].kind {
      case .end, .symbol(.semicolon), .fact, .record, .output: return index
      case .newline:
        if beginsStatement(tokens[min(index + 1, tokens.count - 1)]) { return index }
        if open <= 0, continuation(from: index) == nil { return index }
      case .symbol(.openBracket): open += 1
      case .symbol(.closeBracket): open -= 1
      default: break
      }
      index += 1
    }
  }
}
