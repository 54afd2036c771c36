/// In which language a text is: that with the most stop words in it.
struct LanguageGuess {
  private static let count = WordLanguage.allCases.count
  let kinds: WordKinds
  /// The language of most texts; that of a text which does not say.
  let usual: WordLanguage

  init(_ index: WordIndex, _ kinds: WordKinds) {
    self.kinds = kinds
    var sums = [Int](repeating: 0, count: Self.count)
    for token in index.tokens where token >= 0 {
      var mask = kinds.stops[Int(token)]
      if mask == .max { continue }
      while mask != 0 {
        sums[mask.trailingZeroBitCount] += 1
        mask &= mask - 1
      }
    }
    let most = sums.max() ?? 0
    let english = WordLanguage.english.index
    let best = sums[english] == most ? english : sums.firstIndex(of: most) ?? english
    usual = WordLanguage.allCases[best]
  }

  /// - Parameter tokens: the words of one text.
  func language(of tokens: ArraySlice<Int32>) -> WordLanguage {
    var hits: (UInt64, UInt64) = (0, 0)
    // A byte for each language; at most 255 words are looked at.
    for token in tokens.prefix(255) where token >= 0 {
      var mask = kinds.stops[Int(token)]
      if mask == .max { continue }
      while mask != 0 {
        let language = mask.trailingZeroBitCount
        if language < 8 {
          hits.0 += 1 << UInt64(language * 8)
        } else {
          hits.1 += 1 << UInt64((language - 8) * 8)
        }
        mask &= mask - 1
      }
    }
    func count(_ language: Int) -> UInt64 {
      language < 8 ? (hits.0 >> UInt64(language * 8)) & 255 : (hits.1 >> UInt64((language - 8) * 8)) & 255
    }
    var best = usual.index
    // One or two words that another language shares say nothing yet.
    var needed = count(best) + 2
    for language in 0..<Self.count where language != usual.index && count(language) >= needed {
      best = language
      needed = count(language) + 1
    }
    return WordLanguage.allCases[best]
  }
}
