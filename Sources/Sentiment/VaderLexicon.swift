/// The lexicon of VADER: the valence of words and emoticons, and emoji in words.
///
/// It is made from the two files of the authors' package, which cxsh does not contain.
public struct VaderLexicon: Sendable {
  /// The version of the package whose lexicon and rules these are.
  public static let version = "3.3.2"
  /// The names of the files, and the SHA-256 of each in that version.
  public static let files = (
    words: (
      name: "vader_lexicon.txt", digest: "1ec9c6e9ee19aade328f8beb393a6afa71a5bb3acf7d3cc22d4ef568df374bf5"
    ),
    emoji: (
      name: "emoji_utf8_lexicon.txt",
      digest: "b8d54223ae1ce22a3e12c1f745316b71678c328eb5f5d3063a842f37cfbe2823"
    )
  )

  let words: WordTable
  /// The description of an emoji, by its only scalar; longer emoji are never looked up by VADER.
  let emoji: [UInt32: [UInt8]]

  /// Reads the texts of the two files.
  ///
  /// - Parameters:
  ///   - words: a word and its valence in each line, behind a tab; a word that comes twice counts as it does last.
  ///   - emoji: an emoji and its description in each line, behind a tab.
  /// - Returns: nil where a line is neither.
  public init?(words: [UInt8], emoji: [UInt8]) {
    let lines = Self.rows(words)
    var table = WordTable(capacity: lines.count + 200)
    for line in lines {
      guard line.count >= 2, let valence = Double(String(decoding: line[1], as: UTF8.self)) else {
        return nil
      }
      table.change(line[0]) { $0.valence = valence }
    }
    Self.addRules(to: &table)
    var descriptions: [UInt32: [UInt8]] = [:]
    for line in Self.rows(emoji) {
      guard line.count >= 2 else { return nil }
      let (value, length) = UTF8Reading.scalar(in: Array(line[0]), at: 0)
      if length == line[0].count { descriptions[value] = Array(line[1]) }
    }
    self.words = table
    self.emoji = descriptions
  }

  private static func addRules(to table: inout WordTable) {
    for word in VaderWords.negations { table.change(word.utf8) { $0.isNegation = true } }
    for word in VaderWords.boosters { table.change(word.utf8) { $0.boost = VaderWords.boost } }
    for word in VaderWords.dampeners { table.change(word.utf8) { $0.boost = -VaderWords.boost } }
    for mark in VaderWords.Mark.allCases where mark != .none {
      table.change(mark.rawValue.utf8) { $0.mark = mark }
    }
  }

  /// The lines that are not empty, cut at tabs, without space around them.
  private static func rows(_ text: [UInt8]) -> [[ArraySlice<UInt8>]] {
    text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      var line = line
      while let last = line.last, last <= 0x20 { line.removeLast() }
      while let first = line.first, first <= 0x20 { line.removeFirst() }
      return line.isEmpty ? nil : line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    }
  }
}
