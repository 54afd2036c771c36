/// What a finder takes and what it answers; the parser reads finders by it.
public struct FinderDeclaration: Sendable, Equatable {
  public var argument: ArgumentShape
  public var isArgumentRequired: Bool
  public var options: [OptionDeclaration]
  public var help: WordHelp
}

/// What stands behind a finder's name.
public enum ArgumentShape: Sendable, Equatable {
  case none
  /// One measure: `drivers nps`.
  case measure
  /// Two measures: `compound csat and escalation_rate`.
  case pair
  /// A test in brackets: `after (escalated)`.
  case predicate
  /// Two tests, or a test and the rest: `compare escalated vs rest`.
  case comparison
  /// A number of rows: `verbatims 10`.
  case count
  /// A grain: `cohorts month`.
  case grain
  /// The words `of customers`: `silences of customers`.
  case customers
}

extension FinderName {
  /// A declaration whose usage is written from its argument, its options and the clauses.
  func finder(
    _ summary: String, argument: ArgumentShape = .none, required: Bool = true,
    options: [OptionDeclaration] = [], shape: String = "", versus: String = "", example: String,
    isLater: Bool = true
  ) -> FinderDeclaration {
    let words =
      [rawValue, shape] + options.map { "[\($0.usage)]" }
      + ["[by KEYS]", "[where P]", "[during PERIOD]", versus]
    let usage = words.filter { !$0.isEmpty }.joined(separator: " ")
    return FinderDeclaration(
      argument: argument, isArgumentRequired: argument != .none && required, options: options,
      help: WordHelp(summary, usage: usage, example: example, isLater: isLater))
  }
}
