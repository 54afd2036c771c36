/// What each word is in each language, by the word's number.
struct WordKinds {
  /// Bits of the languages in which it is a stop word, turns the next word around, or the one before.
  var stops: [UInt16]
  var negations: [UInt16]
  var following: [UInt16]
  /// Too short or without a letter: no term in any language.
  var isEmpty: [Bool]

  init(_ index: inout WordIndex) {
    var stops: [Int: UInt16] = [:]
    var negations: [Int: UInt16] = [:]
    var following: [Int: UInt16] = [:]
    for language in WordLanguage.allCases {
      let bit = UInt16(1) << UInt16(language.index)
      for word in index.stopWords.words[language] ?? [] {
        stops[index.words.number(of: word), default: 0] |= bit
      }
      for word in language.negations {
        negations[index.words.number(of: Array(word.utf8)), default: 0] |= bit
      }
      for word in language.followingNegations {
        following[index.words.number(of: Array(word.utf8)), default: 0] |= bit
      }
    }
    for word in index.contractions { negations[Int(word)] = .max }
    let count = index.words.count
    self.stops = (0..<count).map { stops[$0] ?? 0 }
    self.negations = (0..<count).map { negations[$0] ?? 0 }
    self.following = (0..<count).map { following[$0] ?? 0 }
    isEmpty = (0..<count).map { number in
      let letters = index.words.word(number)
      if index.characters.contains(Int32(number)) { return Self.isHiragana(letters) }
      return letters.count < 2 || letters.allSatisfy { $0 < 0x61 }
        || (letters.count == 2 && letters[letters.startIndex] >= 0x80)
    }
    for word in index.contractions { self.stops[Int(word)] = .max }
  }

  /// The small signs of Japanese grammar.
  private static func isHiragana(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count == 3 && letters.first == 0xE3
      && (letters[letters.startIndex + 1] == 0x81 || letters[letters.startIndex + 1] == 0x82)
  }
}
