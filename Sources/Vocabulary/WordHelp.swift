/// What `help` says about a word, and what the reference in `docs/` is made from.
public struct WordHelp: Sendable, Equatable {
  /// One line, without a full stop.
  public var summary: String
  /// The shape in which it is written, such as `top N [by COLUMN] [per COLUMNS]`.
  public var usage: String
  /// A statement that uses it; a test parses every one.
  public var example: String
  /// Well formed, and answered by "not yet" in this version.
  public var isLater: Bool

  public init(_ summary: String, usage: String, example: String, isLater: Bool = false) {
    self.summary = summary
    self.usage = usage
    self.example = example
    self.isLater = isLater
  }
}

/// A word that a user can type, with its help.
///
/// Each kind of word is an enumeration, so that no word is declared twice.
public protocol VocabularyWord: CaseIterable, Hashable, Sendable {
  /// The word as it is typed, in lower case.
  var name: String { get }
  /// What `help` says about it.
  var help: WordHelp { get }
}

extension VocabularyWord where Self: RawRepresentable, RawValue == String {
  public var name: String { rawValue }

  /// The word as it is typed, without regard to case.
  public init?(word: String) {
    self.init(rawValue: word.lowercased())
  }
}

extension VocabularyWord {
  /// The names in the order in which they are declared.
  public static var names: [String] { allCases.map(\.name) }
}
