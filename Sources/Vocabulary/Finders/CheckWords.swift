/// What `check` says of a part of the map.
public enum CheckStatus: String, VocabularyWord {
  case there, partly, missing

  public var help: WordHelp {
    WordHelp(
      summary, usage: "$ | where status = \(rawValue)", example: "check | where status = \(rawValue)")
  }

  private var summary: String {
    switch self {
    case .there: "at least nine of ten have it, and nothing contradicts it"
    case .partly: "some have it, or something contradicts it; figure says what"
    case .missing: "none has it: the map is incomplete without it"
    }
  }
}

/// The parts that a map must have to be complete, in the order in which `check` lists them.
public enum MapPart: String, VocabularyWord {
  case personas, touchpoints, stages, emotions, feedback, owners, freshness

  public var help: WordHelp {
    WordHelp(
      summary, usage: "$ | where component = \(rawValue)", example: "check | where component = \(rawValue)")
  }

  private var summary: String {
    switch self {
    case .personas: "customers with an event who have a persona; more than three are unworkable"
    case .touchpoints: "the listed touchpoints, beside those that events name"
    case .stages: "events with a stage, and stages whose place in the journey is known"
    case .emotions: "mentions and reviews with a sentiment and with words; themes and emotions defined"
    case .feedback: "surveys and tickets, and the customers' own words, at each stage: at least 10 of both"
    case .owners: "places with events for which somebody answers"
    case .freshness: "kinds of event that end more than 14 days before the latest"
    }
  }
}

/// The columns of `check`.
public enum CheckColumn: String, VocabularyWord {
  case component, status, figure, type

  public var help: WordHelp {
    WordHelp(summary, usage: "$ | keep \(rawValue)", example: "check | keep component, \(rawValue)")
  }

  private var summary: String {
    switch self {
    case .component: "the part of the map"
    case .status: "there, partly or missing"
    case .figure: "what was counted, in words"
    case .type: "the statement that mends it, or shows what is lacking"
    }
  }
}
