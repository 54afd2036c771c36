import Testing
import Words

/// Which terms a text has, and how they are written.
struct WordIndexTests {
  /// Short lists are enough here; the published ones are read by the tests of `voice`.
  private static func stopWords() throws -> StopWords {
    let lists = [
      "da og det er", "de der die das ist und nicht mein ich auf war",
      "en the a is was my i to of and no not don s t",
      "es el la los es de mi no un y", "fi ja on", "fr le la les est mon et ne pas l de", "hu a az és",
      "it il la di è", "nl de het een is", "no og det er", "pt o a os de é", "ru и в не", "sv och det är",
    ]
    return try #require(StopWords(Array(lists.joined(separator: "\n").utf8)))
  }

  private static func index(_ texts: [String], _ language: WordLanguage? = nil) throws -> WordIndex {
    var index = WordIndex(stopWords: try stopWords(), language: language)
    for (number, text) in texts.enumerated() { index.add(Array(text.utf8)[...], key: UInt64(number)) }
    index.finish()
    return index
  }

  /// The terms of a text as they are written, in the order of bytes.
  private static func terms(_ texts: [String], _ language: WordLanguage? = nil, of text: Int32 = 0) throws
    -> [String]
  {
    let index = try index(texts, language)
    let terms = Array(index.terms(of: text))
    return terms.compactMap { index.surfaces(of: Set(terms))[$0] }.sorted()
  }

  @Test(arguments: [
    ("My refund was late.", ["late", "refund"]),
    ("Card lost, card found", ["card", "card found", "card lost", "found", "lost"]),
    ("The new courier", ["courier", "new", "new courier"]),
    ("no reply to my mail", ["mail", "no reply", "reply"]),
    ("It doesn't work", ["doesn't work", "it", "work"]),
    ("see https://x.org/a?b=1 @bank_help &amp; pay", ["pay", "see"]),
    ("check-in the e-mail", ["check-in", "e-mail"]),
    ("the bank's 24 PINs", ["bank", "pins"]),
    ("", []), ("!!! 🙂", []),
  ])
  func englishTexts(_ text: String, _ expected: [String]) throws {
    #expect(try Self.terms([text], .english) == expected)
  }

  @Test func formsOfAWordAreOneTermAndShowTheMostFrequentForm() throws {
    let texts = ["refunds", "refunds here", "refunded", "the refund"]
    let index = try Self.index(texts, .english)
    let term = try #require(index.terms(of: 0).first)
    #expect((0..<4).allSatisfy { index.terms(of: $0).contains(term) })
    #expect(index.surfaces(of: [term]) == [term: "refunds"])
    // Equally often written: the first in the order of bytes.
    let even = try Self.index(["refunds", "refund"], .english)
    #expect(even.surfaces(of: Set(even.terms(of: 0))).values.first == "refund")
  }

  @Test(arguments: [
    (WordLanguage.german, "Die Überweisung ist nicht angekommen", "ÜBERWEISUNGEN", "überweisung"),
    (.french, "l’application ne marche pas", "les applications", "application"),
    (.spanish, "la tarjeta no llegó", "los tarjetas", "tarjeta"),
  ])
  func otherLanguages(_ language: WordLanguage, _ text: String, _ other: String, _ word: String) throws {
    let index = try Self.index([text, text, other], language)
    let shared = Set(index.terms(of: 0)).intersection(index.terms(of: 2))
    #expect(index.surfaces(of: shared).values.sorted() == [word])
  }

  @Test func negationsStayInPairs() throws {
    #expect(try Self.terms(["die Karte ist nicht angekommen"], .german).contains("nicht angekommen"))
    #expect(try Self.terms(["ça marche pas"], .french).contains("marche pas"))
  }

  @Test func eachTextHasItsLanguage() throws {
    let german = "Die Karte ist nicht auf mein Konto und das war der Fehler"
    let english = "the card is not here and i was told to wait"
    let index = try Self.index([english, english + " again", german, "card"])
    #expect(index.languages == [.english, .english, .german, .english])
    #expect(index.languageCounts.map(\.texts) == [3, 1])
  }

  @Test func scriptsWithoutSpacesAreReadByCharacter() throws {
    #expect(try Self.terms(["退款慢"], .english) == ["慢", "款", "款慢", "退", "退款"])
  }

  @Test func brokenTextsDoNoHarm() throws {
    var index = WordIndex(stopWords: try Self.stopWords(), language: nil)
    let texts: [[UInt8]] = [
      [0xE2], [0xFF, 0x41, 0x42], [0xC3], [0xF0, 0x9F], Array("a@".utf8), Array("x&".utf8), [0x6E, 0x27],
    ]
    for (number, text) in texts.enumerated() { index.add(text[...], key: UInt64(number)) }
    index.finish()
    #expect(index.textCount == texts.count)
  }
}

/// Who said what, counted by hand.
struct TermCountTests {
  @Test func aCustomerCountsOnceInAPlaceAndEverybodyOnceInAll() throws {
    let lists = WordLanguage.allCases.map { "\($0.rawValue) x" }.joined(separator: "\n")
    var index = WordIndex(stopWords: try #require(StopWords(Array(lists.utf8))), language: .english)
    for (number, text) in ["card", "card fee", "fee"].enumerated() {
      index.add(Array(text.utf8)[...], key: UInt64(number))
    }
    index.finish()
    var said = Said()
    said.beginPlace()
    // Customer 1 says card twice, customer 2 card and fee, one without a name says fee twice word by word.
    for (customer, text) in [(1, 0), (1, 1), (2, 1), (nil, 2), (nil, 2)] as [(UInt64?, Int32)] {
      said.add(customer: customer, text: text)
    }
    said.beginPlace()
    said.add(customer: 1, text: 0)
    said.add(customer: 3, text: 0)
    let counts = TermCounts(said, in: index, fewest: 1)
    let card = try #require(counts.terms.firstIndex { $0.number == index.terms(of: 0).first })
    let fee = try #require(counts.terms.firstIndex { $0.number == index.terms(of: 2).first })
    #expect((counts.here(card, 0), counts.here(card, 1)) == (2, 2))
    #expect((counts.elsewhere(card, 0), counts.elsewhere(card, 1)) == (2, 2))
    #expect((counts.here(fee, 0), counts.elsewhere(fee, 1)) == (3, 3))
    #expect(counts.elsewhere(fee, 0) == 0)
    #expect((counts.voices, counts.voicesOnlyHere, counts.allVoices) == ([3, 2], [2, 1], 4))
    // card 3, fee 3; the pair 2.
    #expect((counts.allSums.words, counts.allSums.pairs) == (6, 2))
    #expect((counts.sums[0].words, counts.sums[0].wordsOnlyHere) == (5, 4))
  }
}
