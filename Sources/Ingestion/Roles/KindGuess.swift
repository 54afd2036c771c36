import Vocabulary

/// Recognises what a file holds.
enum KindGuess {
  /// The kind that the file's name or, failing that, its columns tell; nil where neither does.
  static func kind(fileName name: String, columns: [String]) -> SourceKind? {
    byName(name) ?? byColumns(columns)
  }

  /// The last telling word of the name: `customer_support_tickets.csv` holds tickets.
  private static func byName(_ name: String) -> SourceKind? {
    var found: SourceKind?
    let words = split(fileStem(name))
    for (position, word) in words.enumerated() {
      let pair = position > 0 ? words[position - 1] + word : word
      if let kind = kind(of: pair) ?? kind(of: word) { found = kind }
    }
    return found
  }

  private static func kind(of word: String) -> SourceKind? {
    SourceKind.allCases.first { RoleSynonyms.kindWords[$0]?.contains(word) == true }
  }

  private static func split(_ name: String) -> [String] {
    var words: [String] = []
    var isSmallBefore = false
    var current = ""
    for character in name {
      if !character.isLetter || (character.isUppercase && isSmallBefore) {
        if !current.isEmpty { words.append(current.lowercased()) }
        current = ""
      }
      if character.isLetter { current.append(character) }
      isSmallBefore = character.isLowercase
    }
    if !current.isEmpty { words.append(current.lowercased()) }
    return words
  }

  private static func byColumns(_ columns: [String]) -> SourceKind? {
    let folded = Set(columns.map { RoleSynonyms.fold($0) })
    return SourceKind.allCases.first { kind in
      RoleSynonyms.kindColumns[kind]?.contains(where: folded.contains) == true
    }
  }
}
