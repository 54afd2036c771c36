import Foundation
import Sentiment
import Testing

/// The lexicon that `make setup` has put into the checkout to which this file belongs.
enum TestLexicon {
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")

  static let lexicon: VaderLexicon? = {
    guard let words = bytes(VaderLexicon.files.words.name), let emoji = bytes(VaderLexicon.files.emoji.name)
    else { return nil }
    return VaderLexicon(words: words, emoji: emoji)
  }()

  static let notice: Comment = "the lexicon of VADER is not there: run 'make setup' with a network"

  static func scorer() throws -> VaderScorer { VaderScorer(try #require(lexicon)) }

  private static func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(root)/.engine/vader/\(name)").map(Array.init)
  }
}

/// The fixtures that `Fixtures/expected.py` wrote by the authors' own package.
enum Expected {
  struct Line: Decodable {
    var text: String
    /// In ten-thousandths; nil for a text of white space alone.
    var compound: Int?
  }

  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    .joined(separator: "/") + "/Fixtures/"

  static func invented() throws -> [Line] {
    let text = try String(contentsOfFile: folder + "invented.jsonl", encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  static func scores(_ name: String) throws -> [Int?] {
    try String(contentsOfFile: folder + name + ".txt", encoding: .utf8).split(separator: "\n").map { Int($0) }
  }
}
