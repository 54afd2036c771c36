/// The words of the statement that is being typed, up to the cursor.
struct TypedWords {
  /// Whole words, signs, and texts (with their opening quote) before the one at the cursor.
  private(set) var before: [String] = []
  /// What stands directly before the cursor: the beginning of a word, or an open text with its quote; empty between words.
  private(set) var current = ""

  var isInText: Bool { current.hasPrefix("\"") }

  init(_ text: String) {
    var inText = false
    var isEscaped = false
    var inComment = false
    for character in text {
      if inComment {
        if character == "\n" { inComment = false }
      } else if inText {
        current.append(character)
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          inText = false
          finish()
        }
      } else if character == "\"" || character == "`" {
        finish()
        current = String(character)
        inText = character == "\""
      } else if character == ";" {
        before = []
        current = ""
      } else if character == "#", current.isEmpty {
        inComment = true
      } else if character.isLetter || character.isNumber || character == "_" || character == "-"
        || character == "$"
      {
        current.append(character)
      } else {
        finish()
        if !character.isWhitespace { sign(character) }
      }
    }
  }

  private mutating func finish() {
    if !current.isEmpty { before.append(current) }
    current = ""
  }

  /// Signs of two characters are one word: `!=`, `<=`, `=>`.
  private mutating func sign(_ character: Character) {
    if let last = before.last, ["!", "<", ">", "="].contains(last), character == "=" || character == ">" {
      before[before.count - 1] = last + String(character)
    } else {
      before.append(String(character))
    }
  }

  var last: String? { before.last?.lowercased() }

  /// The word with which the statement begins.
  var first: String? { before.first?.lowercased() }

  /// The position of the last of these words that is outside closed brackets.
  func lastIndex(of words: Set<String>) -> Int? {
    var depth = 0
    for index in before.indices.reversed() {
      if before[index] == ")" { depth += 1 }
      if before[index] == "(" { depth = max(0, depth - 1) }
      if depth == 0, words.contains(before[index].lowercased()) { return index }
    }
    return nil
  }
}
