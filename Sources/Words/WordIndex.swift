/// The words of many texts: which terms each text holds, what a term looks like, in which language a text is.
///
/// Each different text is added once, under a key; then the index is finished, and asked.
public struct WordIndex {
  /// What stands in a text, in its order: words by their number, and the ends of clauses.
  static let end: Int32 = -1

  var words = WordList()
  /// The words of all texts one after another, and where each text's end.
  var tokens: [Int32] = []
  var tokenEnds: [Int] = []
  private var textNumbers = IntegerTable()
  /// The key of each text.
  public private(set) var keys: [UInt64] = []
  /// Characters of each text, and its words.
  var lengths: [Int32] = []
  public private(set) var wordCounts: [Int32] = []
  /// Words that are a character of a script without spaces, and negations such as `don't`.
  var characters: Set<Int32> = []
  var contractions: Set<Int32> = []

  /// The terms of each text, without repetition; made by `finish`.
  var terms: [Int32] = []
  var termEnds: [Int] = []
  var table = TermTable()
  /// The language of each text.
  public internal(set) var languages: [WordLanguage] = []

  /// What the words are and what their stems are, once it is finished.
  var kinds: WordKinds?
  var stems: Stems?

  let stopWords: StopWords
  /// The language of every text; nil for a guess.
  let chosen: WordLanguage?
  private var room: [UInt8] = []

  public init(stopWords: StopWords, language: WordLanguage?) {
    self.stopWords = stopWords
    chosen = language
  }

  /// How many texts there are.
  public var textCount: Int { tokenEnds.count }
  /// How many different terms, of one word and of two.
  public var termCount: Int { table.count }

  /// The number of a text by its key.
  public func text(of key: UInt64) -> Int32? { textNumbers.find(key) }

  /// Takes a text; one whose key is there already is left out.
  public mutating func add(_ text: ArraySlice<UInt8>, key: UInt64) {
    let number = Int32(tokenEnds.count)
    guard textNumbers.number(of: key, else: number) == number else { return }
    keys.append(key)
    var length: Int32 = 0
    for byte in text where byte & 0xC0 != 0x80 { length += 1 }
    var count: Int32 = 0
    TextWords.forEach(in: text, &room) { piece, letters in
      guard piece != .end else {
        tokens.append(Self.end)
        return
      }
      count += 1
      switch piece {
      case .negation:
        let word = Int32(words.number(of: letters + Array("'t".utf8)))
        contractions.insert(word)
        tokens.append(word)
      case .character:
        let word = Int32(words.number(of: letters))
        characters.insert(word)
        tokens.append(word)
      case .word, .end: tokens.append(Int32(words.number(of: letters)))
      }
    }
    tokenEnds.append(tokens.count)
    lengths.append(length)
    wordCounts.append(count)
  }

  /// The terms of a text.
  public func terms(of text: Int32) -> ArraySlice<Int32> {
    terms[(text == 0 ? 0 : termEnds[Int(text) - 1])..<termEnds[Int(text)]]
  }

  /// The characters of a text.
  public func length(of text: Int32) -> Int32 { lengths[Int(text)] }

  func tokens(of text: Int) -> Range<Int> { (text == 0 ? 0 : tokenEnds[text - 1])..<tokenEnds[text] }
}
