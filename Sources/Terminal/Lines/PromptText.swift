/// A prompt as libedit takes it and as the screen shows it.
struct PromptText {
  /// With `\u{1}` around each run of colour sequences, so that libedit gives it no room.
  let marked: String
  /// Without these sequences.
  let visible: String

  init(_ prompt: String) {
    var pieces = ColoredText(prompt).pieces
    // libedit forgets a sequence that nothing follows.
    if pieces.last?.isColor == true { pieces.append(ColoredText.Piece(text: " ", isColor: false)) }
    let shown = pieces.map { $0.isColor ? "\u{1}\($0.text)\u{1}" : visibleText(String($0.text)) }
    marked = shown.joined()
    visible = zip(pieces, shown).filter { !$0.0.isColor }.map(\.1).joined()
  }
}
