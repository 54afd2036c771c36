import Foundation
import Sentiment
import Testing

/// Scores beside those of the authors' own package, version 3.3.2 (see `Fixtures/expected.py`).
@Suite(.enabled(if: TestLexicon.lexicon != nil, TestLexicon.notice))
struct `Scores by VADER` {
  @Test func `equal the authors' for invented sentences`() throws {
    var scorer = try TestLexicon.scorer()
    let lines = try Expected.invented()
    #expect(lines.count > 1700)
    for line in lines {
      #expect(scorer.score(line.text)?.tenThousandths == line.compound, "\(line.text.debugDescription)")
    }
  }

  static let data =
    TestLexicon.root.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/") + "/shared/data/"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: data),
      "../shared/data is not there: the tests on real files are left out"),
    arguments: [
      ("airline", "airline-tweets/airline_tweets.csv", "text", ","),
      ("apple", "apple-tweets-2014/Apple-Twitter-Sentiment-DFE.csv", "text", ","),
      ("alexa", "amazon-alexa-reviews/amazon_alexa.tsv", "verified_reviews", "\t"),
    ])
  func `equal the authors' for every real text`(name: String, file: String, field: String, delimiter: String)
    throws
  {
    var scorer = try TestLexicon.scorer()
    let texts = try column(field, ofFile: Self.data + file, delimiter: try #require(delimiter.utf8.first))
    let expected = try Expected.scores(name)
    #expect(texts.count == expected.count)
    for (number, (text, score)) in zip(texts, expected).enumerated() {
      #expect(scorer.score(text)?.tenThousandths == score, "row \(number): \(text.debugDescription)")
    }
  }

  @Test func `are missing for white space, and 0 with a word to it for want of known words`() throws {
    var scorer = try TestLexicon.scorer()
    #expect(scorer.score("") == nil)
    #expect(scorer.score(" \t\n\u{A0}\u{3000}") == nil)
    let plain = scorer.score("My bill is on the table.")
    #expect(plain?.tenThousandths == 0 && plain?.hasKnownWord == false)
    // Two words that cancel each other are known all the same.
    #expect(scorer.score("fun and no fun")?.hasKnownWord == true)
  }

  /// The engine hands over texts as bytes; broken ones must not stop the rest.
  @Test func `come for any bytes`() throws {
    var scorer = try TestLexicon.scorer()
    for bytes: [UInt8] in [[0xFF], [0xF0, 0x9F], [0xC3], [0x80, 0x80], [0x67, 0x6F, 0x6F, 0x64, 0xE2]] {
      #expect(scorer.score(bytes[...]) != nil)
    }
  }
}

@Suite struct `The lexicon` {
  @Test func `is refused where a line is no word with its valence`() {
    #expect(
      VaderLexicon(words: Array("good\t1.9\t0.9\t[2]\n".utf8), emoji: Array("😀\tgrinning face\n".utf8)) != nil
    )
    #expect(VaderLexicon(words: Array("good\n".utf8), emoji: []) == nil)
    #expect(VaderLexicon(words: Array("good\tvery\n".utf8), emoji: []) == nil)
    #expect(VaderLexicon(words: [], emoji: Array("😀\n".utf8)) == nil)
  }

  /// 1.9 / sqrt(1.9² + 15) = 0.44043…; the word counts as it comes last.
  @Test func `gives a lone word its own valence`() throws {
    var scorer = VaderScorer(
      try #require(VaderLexicon(words: Array("good\t1.0\t1\t[]\ngood\t1.9\t1\t[]\n".utf8), emoji: [])))
    #expect(scorer.score("good")?.tenThousandths == 4404)
    #expect(scorer.score("good")?.compound == 0.4404)
  }
}
