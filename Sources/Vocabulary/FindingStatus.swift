/// The verdicts of `compound` on a cell (method, section 3.7); the first that fits.
public enum FindingStatus: String, VocabularyWord {
  case compound, watch
  case ticketsOnly = "tickets_only"
  case sentimentOnly = "sentiment_only"
  case clear, insufficient

  public var help: WordHelp {
    WordHelp(
      summary, usage: "$ | where status = \(rawValue)",
      example: "compound by stage, channel | where status = \(rawValue)")
  }

  private var summary: String {
    switch self {
    case .compound: "tickets and sentiment got worse together, by more than everybody's and than chance"
    case .watch: "both got worse, but chance is not ruled out, or it hangs on one bad week"
    case .ticketsOnly: "tickets rose, sentiment did not fall beyond chance"
    case .sentimentOnly: "sentiment fell, tickets did not rise beyond chance"
    case .clear: "neither got worse beyond chance, which does not mean that all is well"
    case .insufficient: "too few tickets or mentions to say anything"
    }
  }
}

/// The facts of `compound`: single values about all cells; those of the ALL row are `all_` and a column's name.
public enum FindingFact: String, VocabularyWord {
  case everybodyTickets = "everybody_tickets"
  case everybodySentiment = "everybody_sentiment"
  case relative
  case wobbleTickets = "wobble_tickets"
  case wobbleSentiment = "wobble_sentiment"
  case rhoTickets = "rho_tickets"
  case rhoSentiment = "rho_sentiment"
  case kappa
  case currentWindow = "current_window"
  case comparisonWindow = "comparison_window"
  case currentPeriods = "current_periods"
  case comparisonPeriods = "comparison_periods"
  case cellsEligible = "cells_eligible"
  case cellsTotal = "cells_total"
  case level
  case eventsWithoutCustomer = "events_without_customer"
  case topReach = "top_reach"

  public var help: WordHelp {
    WordHelp(
      swing ?? extent, usage: "compound | facts", example: "compound | facts | where fact = \(rawValue)")
  }

  private var swing: String? {
    switch self {
    case .everybodyTickets: "what all cells have in common, as a multiple of the tickets before"
    case .everybodySentiment: "what all cells have in common, as a change of sentiment"
    case .relative: "whether what happened to everybody was taken out; so from 8 cells on"
    case .wobbleTickets: "how much tickets of a cell swing from week to week anyway, as a share"
    case .wobbleSentiment: "how much sentiment of a cell swings from week to week anyway"
    case .rhoTickets: "how much of a week's swing of tickets lasts into the next week, 0 to 1"
    case .rhoSentiment: "how much of a week's swing of sentiment lasts into the next week, 0 to 1"
    case .kappa: "how far bad weeks hit both signals at once, 0 to 0.9; above 0.3 strict is safer"
    default: nil
    }
  }

  private var extent: String {
    switch self {
    case .currentWindow: "the days that are judged"
    case .comparisonWindow: "the days with which they are compared"
    case .currentPeriods: "how many weeks the current window has; in short data days"
    case .comparisonPeriods: "how many weeks the window before has; in short data days"
    case .cellsEligible: "the cells with enough tickets and mentions to be judged"
    case .cellsTotal: "all cells"
    case .level: "the share of false findings that is accepted: q is at most this"
    case .eventsWithoutCustomer: "the share of events that name no customer and are not in reach"
    default: "the distinct customers behind the first three cells, each counted once"
    }
  }
}
