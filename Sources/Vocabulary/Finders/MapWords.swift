/// What the map marks a cell with; the first that fits.
public enum MapMark: String, VocabularyWord {
  case compound, watch, gap, none

  public var help: WordHelp {
    WordHelp(
      summary, usage: "$ | where mark = \(rawValue)", example: "map | where mark = \(rawValue)")
  }

  private var summary: String {
    switch self {
    case .compound: "a failure point: tickets and sentiment got worse together, as compound judges it"
    case .watch: "both got worse, but chance is not ruled out, as compound judges it"
    case .gap: "nobody is heard here, or too few, or nothing happened; the column gap says which"
    case .none: "neither, which does not mean that all is well"
    }
  }
}

/// The columns of `map`; keys stand before them.
public enum MapColumn: String, VocabularyWord {
  case mark, gap, events, customers, sentiment
  case sentimentChange = "sentiment_change"
  case tickets
  case ticketRatio = "ticket_ratio"
  case negative, stakes, owner

  public var help: WordHelp {
    WordHelp(summary, usage: "$ | keep \(rawValue)", example: "map | keep stage, channel, \(rawValue)")
  }

  private var summary: String {
    switch self {
    case .mark: "compound, watch, gap or none: the first that fits"
    case .gap: "what coverage says of the cell: blind, unseen, empty, thin or quiet"
    case .events: "all events of the cell; 0 for a combination that nobody filled"
    case .customers: "the distinct customers behind them"
    case .sentiment: "the mean sentiment of mentions and reviews, with its interval"
    case .sentimentChange: "the last complete weeks against the weeks before, as compound has it"
    case .tickets: "the tickets of the cell"
    case .ticketRatio: "tickets of the last complete weeks as a multiple of before, as compound has it"
    case .negative: "mentions and reviews with a sentiment below 0"
    case .stakes: "the highest stakes among the touchpoints there, 1 to 5"
    case .owner: "who answers for the cell, or for its touchpoint"
    }
  }
}
