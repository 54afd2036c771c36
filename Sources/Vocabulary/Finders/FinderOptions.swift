/// A word that changes how a finder answers.
public struct OptionDeclaration: Sendable, Equatable {
  /// What stands behind the option's word.
  public enum Setting: Sendable, Equatable { case none, number, duration, words }
  public var name: String
  public var setting: Setting
  /// One line for `help`.
  public var summary: String

  init(_ name: String, _ setting: Setting = .none, _ summary: String) {
    self.name = name
    self.setting = setting
    self.summary = summary
  }
}

extension OptionDeclaration {
  static let level = OptionDeclaration(
    "level", .number, "the share of false findings that is accepted, such as 0.1")
  static let yoy = OptionDeclaration("yoy", "compares with the same weeks a year before")
  static let partial = OptionDeclaration("partial", "keeps the last, incomplete period")
  static let strict = OptionDeclaration(
    "strict", "controls false findings also where the two signals swing together")
  static let trend = OptionDeclaration("trend", "looks for a slow slide instead of a step")
  static let kinds = OptionDeclaration("of", .words, "the kinds of event whose sentiment counts")
  static let seed = OptionDeclaration("seed", .number, "which sample is drawn")
  static func within(_ summary: String) -> OptionDeclaration {
    OptionDeclaration("within", .duration, summary)
  }

  private init(_ name: String, _ summary: String) { self.init(name, .none, summary) }
}

extension OptionDeclaration {
  /// The option as it is written: `level N`, `within DURATION`, `of WORDS`.
  public var usage: String {
    switch setting {
    case .none: name
    case .number: name + " N"
    case .duration: name + " DURATION"
    case .words: name + " WORDS"
    }
  }
}
