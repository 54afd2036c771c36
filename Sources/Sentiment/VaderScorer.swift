/// The score of a text by VADER.
public struct VaderScore: Sendable, Equatable {
  /// The compound score in ten-thousandths, -10 000 (most negative) to 10 000.
  public var tenThousandths: Int
  /// A word, emoticon or described emoji of the text is in the lexicon; else the score is 0 for want of any.
  public var hasKnownWord: Bool
  /// The compound score, -1 to 1.
  public var compound: Double { Double(tenThousandths) / 10_000 }
}

/// Scores texts by VADER: a lexicon and rules for social media (Hutto and Gilbert 2014).
///
/// The compound score equals that of the authors' package 3.3.2 under CPython 3.11 to its four decimals. A scorer keeps its
/// working memory between texts: make one for many of them, on one thread.
public struct VaderScorer {
  private let lexicon: VaderLexicon
  private var text: [UInt8] = []
  private var letters = LetterCase()
  private var rules = VaderRules()

  public init(_ lexicon: VaderLexicon) { self.lexicon = lexicon }

  /// Scores a text.
  ///
  /// - Parameter text: its UTF-8.
  /// - Returns: nil for a text of white space alone.
  public mutating func score(_ text: ArraySlice<UInt8>) -> VaderScore? {
    self.text.removeAll(keepingCapacity: true)
    if text.contains(where: { $0 >= 0x80 }) {
      describeEmoji(Array(text))
    } else {
      self.text.append(contentsOf: text)
    }
    readTokens()
    guard !rules.tokens.isEmpty else { return nil }
    let sum = rules.sum(emphasis: emphasis)
    return VaderScore(
      tenThousandths: Self.tenThousandths(sum / (sum * sum + 15).squareRoot()),
      hasKnownWord: rules.tokens.contains { $0.word.valence != nil })
  }

  /// Scores a text.
  public mutating func score(_ text: String) -> VaderScore? { score(Array(text.utf8)[...]) }

  /// Replaces each emoji of one scalar by its description, with a space before it where none stands there.
  private mutating func describeEmoji(_ original: [UInt8]) {
    var followsSpace = true
    var place = 0
    while place < original.count {
      let (value, length) = UTF8Reading.scalar(in: original, at: place)
      if value >= 0x80, let description = lexicon.emoji[value] {
        if !followsSpace { text.append(0x20) }
        text.append(contentsOf: description)
        followsSpace = false
      } else {
        text.append(contentsOf: original[place..<place + length])
        followsSpace = value == 0x20
      }
      place += length
    }
  }

  // MARK: Words

  private mutating func readTokens() {
    rules.tokens.removeAll(keepingCapacity: true)
    var start: Int?
    var place = 0
    while place < text.count {
      let (value, length) = UTF8Reading.scalar(in: text, at: place)
      if UTF8Reading.isSpace(value) {
        if let first = start { appendToken(first..<place) }
        start = nil
      } else if start == nil {
        start = place
      }
      place += length
    }
    if let first = start { appendToken(first..<text.count) }
  }

  private mutating func appendToken(_ range: Range<Int>) {
    letters.read(text, withoutPunctuation(range))
    var word = lexicon.words.entry(letters.lowered)
    if !word.isNegation { word.isNegation = holdsNot(letters.lowered) }
    rules.tokens.append(VaderRules.Token(word: word, isUpper: letters.isUpper))
  }

  /// A word without the punctuation around it; what would have two characters or fewer is an emoticon and stays whole.
  private func withoutPunctuation(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, UTF8Reading.isPunctuation(text[low]) { low += 1 }
    while low < high, UTF8Reading.isPunctuation(text[high - 1]) { high -= 1 }
    var characters = 0
    for place in low..<high where text[place] & 0xC0 != 0x80 {
      characters += 1
      if characters > 2 { return low..<high }
    }
    return range
  }

  /// The word holds `n't`.
  private func holdsNot(_ word: [UInt8]) -> Bool {
    guard word.count >= 3 else { return false }
    for place in 0..<(word.count - 2) where word[place] == 0x6E {
      if word[place + 1] == 0x27 && word[place + 2] == 0x74 { return true }
    }
    return false
  }

  // MARK: Figures

  /// What up to four exclamation marks, and two or more question marks, add.
  private var emphasis: Double {
    var (exclamations, questions) = (0, 0)
    for byte in text {
      if byte == 0x21 { exclamations += 1 } else if byte == 0x3F { questions += 1 }
    }
    let asking = questions > 3 ? 0.96 : questions > 1 ? Double(questions) * 0.18 : 0
    return Double(min(exclamations, 4)) * 0.292 + asking
  }

  /// A number from -1 to 1 in ten-thousandths, its exact binary value rounded, ties to even.
  static func tenThousandths(_ number: Double) -> Int {
    let product = number * 10_000
    let rest = (-product).addingProduct(number, 10_000)
    let nearest = product.rounded(.toNearestOrEven)
    // The product itself is rounded: where it seems to lie half-way, what it lost decides.
    guard abs(product - nearest) == 0.5, rest != 0 else { return Int(nearest) }
    return Int(rest > 0 ? product.rounded(.up) : product.rounded(.down))
  }
}
