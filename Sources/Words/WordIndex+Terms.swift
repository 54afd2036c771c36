extension WordIndex {
  /// A place in a text where a term stands: its words by number, the second one negative for a term of one word.
  typealias Place = (first: Int32, second: Int32)

  /// Finds the language and the terms of each text; to be called once, after the last text was added.
  public mutating func finish() {
    let kinds = WordKinds(&self)
    let guess = chosen == nil ? LanguageGuess(self, kinds) : nil
    var stems = Stems()
    var lastText: [Int32] = []
    // What grows is not part of what is walked: it would be copied at every step.
    let walked = self
    var terms: [Int32] = []
    var table = TermTable()
    terms.reserveCapacity(tokens.count)
    termEnds.reserveCapacity(textCount)
    languages.reserveCapacity(textCount)
    for text in 0..<textCount {
      let range = tokens(of: text)
      let language = guess?.language(of: tokens[range]) ?? chosen ?? .english
      languages.append(language)
      walked.walk(range, language, kinds) { place in
        let first = stems.stem(place.first, language, in: walked.words)
        let term =
          place.second < 0
          ? table.number(word: first)
          : table.number(first, stems.stem(place.second, language, in: walked.words))
        if term == lastText.count { lastText.append(-1) }
        guard lastText[Int(term)] != Int32(text) else { return }
        lastText[Int(term)] = Int32(text)
        terms.append(term)
      }
      termEnds.append(terms.count)
    }
    self.terms = terms
    self.table = table
    self.kinds = kinds
    self.stems = stems
  }

  /// Calls `body` for each word that is a term and each pair of words side by side.
  private func walk(
    _ range: Range<Int>, _ language: WordLanguage, _ kinds: WordKinds, _ body: (Place) -> Void
  ) {
    let bit = UInt16(1) << UInt16(language.index)
    // The word before, and whether it is a negation; nil behind a stop word and where a clause ends.
    var before: Int32 = -1
    var isNegated = false
    for place in range {
      let word = tokens[place]
      guard word >= 0 else {
        before = -1
        continue
      }
      let (number, isCharacter) = (Int(word), characters.contains(word))
      let negates = kinds.negations[number] & bit != 0
      let isContent = kinds.stops[number] & bit == 0 && !kinds.isEmpty[number] && !negates
      if isContent {
        body((word, -1))
        if before >= 0, characters.contains(before) == isCharacter { body((before, word)) }
      } else if before >= 0, !isNegated, kinds.following[number] & bit != 0 {
        body((before, word))
      }
      before = isContent || negates ? word : -1
      isNegated = negates
    }
  }

  /// The terms as they are most often written; among equals the first in the order of bytes.
  public func surfaces(of wanted: Set<Int32>) -> [Int32: String] {
    guard let kinds, var stems, !wanted.isEmpty else { return [:] }
    var isWanted = [Bool](repeating: false, count: termCount)
    for term in wanted { isWanted[Int(term)] = true }
    var counts: [Int32: [Int64: Int]] = [:]
    for text in 0..<textCount where terms(of: Int32(text)).contains(where: { isWanted[Int($0)] }) {
      let language = languages[text]
      walk(tokens(of: text), language, kinds) { place in
        let first = stems.stem(place.first, language, in: words)
        let term =
          place.second < 0
          ? table.find(word: first) : table.find(first, stems.stem(place.second, language, in: words))
        guard let term, isWanted[Int(term)] else { return }
        counts[term, default: [:]][
          Int64(place.first) << 32 | Int64(UInt32(bitPattern: place.second)), default: 0] += 1
      }
    }
    return counts.mapValues { forms in
      let named = forms.map { (text: surface($0.key), count: $0.value) }
      return named.min { left, right in
        if left.count != right.count { return left.count > right.count }
        return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
      }?.text ?? ""
    }
  }

  private func surface(_ key: Int64) -> String {
    let (first, second) = (Int(key >> 32), Int32(truncatingIfNeeded: key))
    guard second >= 0 else { return words.text(first) }
    let gap = characters.contains(second) ? "" : " "
    return words.text(first) + gap + words.text(Int(second))
  }

  /// Whether a term has two words.
  public func isPair(_ term: Int32) -> Bool { table.isPair[Int(term)] }

  /// The single words of a term of two words, as terms.
  public func parts(of term: Int32) -> [Int32] { table.parts(of: term) }

  /// The language of most texts, and how many texts are in each.
  public var languageCounts: [(language: WordLanguage, texts: Int)] {
    var counts: [WordLanguage: Int] = [:]
    for language in languages { counts[language, default: 0] += 1 }
    return counts.map { ($0.key, $0.value) }.sorted { left, right in
      left.1 != right.1 ? left.1 > right.1 : left.0.rawValue < right.0.rawValue
    }
  }
}
