/// A prompt as libedit takes it and as the screen shows it.
struct PromptText {
  /// With `\u{1}` around each sequence that takes no room.
  let marked: String
  /// Without these sequences.
  let visible: String

  init(_ prompt: String) {
    var marked = ""
    var visible = ""
    var rest = Substring(prompt)
    while let piece = PromptText.nextPiece(&rest) {
      if piece.isSequence {
        marked += "\u{1}" + piece.text + "\u{1}"
      } else {
        let text = visibleText(piece.text)
        marked += text
        visible += text
      }
    }
    // libedit forgets a sequence that nothing follows.
    if marked.hasSuffix("\u{1}") {
      marked += " "
      visible += " "
    }
    self.marked = marked
    self.visible = visible
  }

  /// Takes a run of colour sequences, or the text up to the next one.
  private static func nextPiece(_ rest: inout Substring) -> (text: String, isSequence: Bool)? {
    guard !rest.isEmpty else { return nil }
    var sequences = ""
    while let sequence = rest.prefixMatch(of: /\u{1B}\[[0-9;]*m/) {
      sequences += sequence.0
      rest = rest[sequence.range.upperBound...]
    }
    if !sequences.isEmpty { return (sequences, true) }
    let end = rest.dropFirst().firstIndex(of: "\u{1B}") ?? rest.endIndex
    defer { rest = rest[end...] }
    return (String(rest[..<end]), false)
  }
}
