/// The finders: the questions of the craft, each one word.
public enum FinderName: String, VocabularyWord {
  case compound, drops, spikes, silences, gaps, coverage, repeats, handoffs, after, voice, verbatims, themes
  case map, journey, funnel, cohorts, compare, drivers, loop, unanswered, bias, advocates, priorities, check

  public var help: WordHelp { declaration.help }
}

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

extension FinderName {
  /// The argument, the options and the help of the finder.
  public var declaration: FinderDeclaration {
    switch self {
    case .compound:
      finder(
        "where sentiment and ticket volume get worse together, by more than chance", argument: .pair,
        required: false, options: [.strict, .trend, .yoy, .partial, .level, .kinds], shape: "[A and B]",
        versus: "[vs PERIOD]",
        example: "compound by stage, channel", isLater: false)
    case .drops, .spikes, .drivers, .compare, .cohorts, .after: asked
    case .silences, .gaps, .coverage, .bias, .advocates, .unanswered, .loop: missed
    case .repeats, .handoffs, .journey, .funnel, .map: travelled
    case .voice, .verbatims, .themes, .priorities, .check: told
    }
  }

  private var asked: FinderDeclaration {
    switch self {
    case .drops:
      finder(
        "where a measure falls sharply", argument: .measure, options: [.yoy, .partial, .level],
        shape: "MEASURE", example: "drops csat by stage, channel")
    case .spikes:
      finder(
        "where a measure rises sharply", argument: .measure, options: [.yoy, .partial, .level],
        shape: "MEASURE", example: "spikes escalation_rate by stage, channel")
    case .drivers:
      finder(
        "what goes with high and low values", argument: .measure, shape: "MEASURE", example: "drivers nps")
    case .compare:
      finder(
        "whether one segment is really different", argument: .comparison, shape: "P vs P | rest",
        example: "compare channel = \"chat\" vs channel = \"phone\"")
    case .cohorts:
      finder("whether each intake does better", argument: .grain, shape: "GRAIN", example: "cohorts month")
    default:
      finder(
        "what customers do after it, beside matched customers without it", argument: .predicate,
        options: [.within("how long after")], shape: "(P)", example: "after (escalated) within 7 days")
    }
  }

  private var missed: FinderDeclaration {
    switch self {
    case .silences:
      finder(
        "who or what went quiet", argument: .customers, required: false, shape: "[of customers]",
        example: "silences")
    case .gaps: finder("touchpoints with traffic and no voice, or nothing at all", example: "gaps")
    case .coverage: finder("which cells the data covers", example: "coverage")
    case .bias: finder("who answers the surveys", example: "bias")
    case .advocates: finder("promoters that were never asked", example: "advocates")
    case .unanswered:
      finder(
        "public complaints without an answer", options: [.within("how soon an answer counts")],
        example: "unanswered")
    default:
      finder(
        "detractors without a contact in time", options: [.within("how soon a contact counts")],
        example: "loop within 48 hours")
    }
  }

  private var travelled: FinderDeclaration {
    switch self {
    case .repeats:
      finder(
        "who had to explain the same problem again, and where", options: [.within("how soon it came again")],
        example: "repeats within 14 days")
    case .handoffs:
      finder(
        "between which channels customers are passed, at what cost",
        options: [.within("how soon the next contact came")], example: "handoffs")
    case .journey: finder("the common paths", example: "journey")
    case .funnel: finder("where customers leave", example: "funnel")
    default: finder("the map: stages across, channels down", example: "map")
    }
  }

  private var told: FinderDeclaration {
    switch self {
    case .voice:
      finder("what customers say here and not elsewhere", example: "voice where stage = \"onboarding\"")
    case .verbatims:
      finder(
        "customers' own words, drawn fairly", argument: .count, required: false, options: [.seed],
        shape: "[N]",
        example: "verbatims 10 seed 4 where stage = \"onboarding\"")
    case .themes: finder("what the texts are about", example: "themes")
    case .priorities:
      finder(
        "the three fixes with the highest impact for their effort, with owners", argument: .count,
        required: false, shape: "[N]", example: "priorities")
    default: finder("what the map lacks to be complete", example: "check")
    }
  }

  private func finder(
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
