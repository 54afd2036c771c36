import DataModel

/// Finds whole words, or words with a beginning, as the pattern that the engine gets does.
struct WordFinder {
  private let wanted: [Character]
  private let isPrefix: Bool

  init(_ pattern: WordPattern) {
    wanted = Array(Accents.folded(pattern.text))
    isPrefix = pattern.isPrefix
  }

  /// - Parameter text: in lower case and without accents.
  func occurs(in text: [Character]) -> Bool { place(in: text) != nil }

  /// Where it stands first.
  ///
  /// - Parameter text: in lower case and without accents.
  func place(in text: [Character]) -> Range<Int>? {
    for start in text.indices where start == 0 || !Self.isWord(text[start - 1]) {
      guard let end = end(in: text, from: start) else { continue }
      if isPrefix || end == text.count || !Self.isWord(text[end]) { return start..<end }
    }
    return nil
  }

  /// The place behind the pattern where it stands at `start`; a space in it stands for any space.
  private func end(in text: [Character], from start: Int) -> Int? {
    var place = start
    for character in wanted {
      guard place < text.count else { return nil }
      if character == " " {
        guard text[place].isWhitespace else { return nil }
        while place < text.count, text[place].isWhitespace { place += 1 }
      } else {
        guard text[place] == character else { return nil }
        place += 1
      }
    }
    return place
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
