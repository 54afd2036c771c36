/// The words of each language that say nothing by themselves, as Snowball publishes them.
public struct StopWords: Sendable {
  /// The file in the folder that `make setup` fills, and its SHA-256: terms are to be the same for everybody.
  public static let file = (
    name: "stopwords.txt",
    digest:
      "9dc00a884d895a8e0063879ac51d03de0e84a573079d84d52f3971f0d39452c2"
  )
  /// Where the lists come from, as `doctor` names it.
  public static let version = "2.7.5"

  /// By language; each word as UTF-8 in small letters.
  let words: [WordLanguage: [[UInt8]]]

  /// Reads the file: a line for each language, its code and then its words, between spaces.
  ///
  /// - Returns: nil where a language is missing.
  public init?(_ bytes: [UInt8]) {
    var words: [WordLanguage: [[UInt8]]] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: " ")).map { Array($0) }
      guard let code = parts.first,
        let language = WordLanguage(rawValue: String(decoding: code, as: UTF8.self))
      else { continue }
      words[language] = Array(parts.dropFirst())
    }
    guard WordLanguage.allCases.allSatisfy({ words[$0]?.isEmpty == false }) else { return nil }
    self.words = words
  }
}
