/// The stem of each word in each language, found once.
struct Stems {
  private var stemmers: [Int: Stemmer] = [:]
  /// By language, then by word; -1 where it was not asked yet.
  private var known: [[Int32]] = Array(repeating: [], count: WordLanguage.allCases.count)
  private var stems = WordList()

  /// The number of a word's stem.
  mutating func stem(_ word: Int32, _ language: WordLanguage, in words: WordList) -> Int32 {
    let place = language.index
    if known[place].isEmpty { known[place] = Array(repeating: -1, count: words.count) }
    let found = known[place][Int(word)]
    if found >= 0 { return found }
    let letters = Array(words.word(Int(word)))
    let stemmer = stemmers[place] ?? Stemmer(language)
    stemmers[place] = stemmer
    let stem = Int32(stems.number(of: stemmer?.stem(letters) ?? letters))
    known[place][Int(word)] = stem
    return stem
  }
}
