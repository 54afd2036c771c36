/// A text taken apart into what the terminal shows and the colour sequences between.
struct ColoredText {
  struct Piece: Equatable {
    let text: Substring
    /// A run of SGR sequences, which take no room.
    let isColor: Bool
  }

  let pieces: [Piece]

  init(_ text: some StringProtocol) {
    var rest = Substring(text)
    var pieces: [Piece] = []
    while !rest.isEmpty {
      let colorEnd = ColoredText.endOfColors(rest)
      let end = colorEnd ?? rest.dropFirst().firstIndex(of: "\u{1B}") ?? rest.endIndex
      pieces.append(Piece(text: rest[..<end], isColor: colorEnd != nil))
      rest = rest[end...]
    }
    self.pieces = pieces
  }

  /// What is shown.
  var visible: String {
    pieces.filter { !$0.isColor }.map(\.text).joined()
  }

  /// Where the colour sequences end with which `text` starts; nil if it starts with none.
  private static func endOfColors(_ text: Substring) -> Substring.Index? {
    var rest = text.unicodeScalars
    var end: Substring.Index?
    while rest.starts(with: "\u{1B}[".unicodeScalars) {
      rest = rest.dropFirst(2).drop { ("0"..."9").contains($0) || $0 == ";" }
      guard rest.popFirst() == "m" else { break }
      end = rest.startIndex
    }
    return end
  }
}
