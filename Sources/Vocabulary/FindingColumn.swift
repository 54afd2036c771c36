/// The columns of `compound`, in their order (method, section 3.12); keys stand before them.
public enum FindingColumn: String, VocabularyWord {
  case status, rank, priority, severity, reach, effort
  case ticketsPrevious = "tickets_prev"
  case ticketsCurrent = "tickets_cur"
  case ticketRatio = "ticket_ratio"
  case ticketRatioRelative = "ticket_ratio_rel"
  case excessTickets = "excess_tickets"
  case mentionsPrevious = "mentions_prev"
  case mentionsCurrent = "mentions_cur"
  case sentimentChange = "sent_change"
  case sentimentChangeRelative = "sent_change_rel"
  case ticketP = "ticket_p"
  case sentimentP = "sent_p"
  case p, q
  case persistentRatio = "persist_ratio"
  case persistentChange = "persist_change"
  case note, since, touchpoint, owner, stakes
  case effortAssumed = "effort_assumed"

  public var help: WordHelp {
    WordHelp(
      summary, usage: "$ | keep \(rawValue)",
      example: "compound by stage, channel | keep stage, channel, \(rawValue)")
  }

  private var summary: String { verdict ?? tickets ?? sentiment ?? evidence ?? place }

  private var verdict: String? {
    switch self {
    case .status: "the verdict: compound, watch, tickets_only, sentiment_only, clear, insufficient"
    case .rank: "the place in the list, by priority: first the compound cells, then those to watch"
    case .priority: "reach times severity / 100, divided by effort: what to do first"
    case .severity: "how bad it is, 0 to 100: the rise of tickets and the fall of sentiment together"
    case .reach: "the distinct customers with a ticket or a voice there in the current window"
    case .effort: "what a fix would take: 1, 2, 3, 5 or 8; 3? where nobody has said it"
    case .effortAssumed: "whether effort is assumed, because nobody has said it"
    default: nil
    }
  }

  private var tickets: String? {
    switch self {
    case .ticketsPrevious: "tickets in the window before, which may be longer: compare by ticket_ratio"
    case .ticketsCurrent: "tickets in the current window, which may be shorter than the one before"
    case .ticketRatio: "tickets per week now, as a multiple of tickets per week before"
    case .ticketRatioRelative: "ticket_ratio beside everybody: above 1 it grew more than all cells together"
    case .excessTickets: "tickets beyond those it would have had if it had gone like everybody"
    default: nil
    }
  }

  private var sentiment: String? {
    switch self {
    case .mentionsPrevious: "mentions and reviews with a sentiment in the window before"
    case .mentionsCurrent: "mentions and reviews with a sentiment in the current window"
    case .sentimentChange: "mean sentiment now minus before, on the scale from -1 to 1"
    case .sentimentChangeRelative:
      "sent_change beside everybody: below 0 it fell more than all cells together"
    default: nil
    }
  }

  private var evidence: String? {
    switch self {
    case .ticketP: "how often chance alone would raise tickets as much or more, 0 to 1"
    case .sentimentP: "how often chance alone would lower sentiment as much or more, 0 to 1"
    case .p: "the larger of ticket_p and sent_p, because both signals must have got worse"
    case .q: "the share of false findings among all cells with a q this low or lower"
    case .persistentRatio: "the smallest ticket_ratio_rel when each current week is left out in turn"
    case .persistentChange: "the least bad sent_change_rel when each current week is left out in turn"
    case .note: "why a cell is only watched: one week, or not proven"
    case .since: "from when both signals most probably got worse; a description, not a test"
    default: nil
    }
  }

  private var place: String {
    switch self {
    case .touchpoint: "the touchpoint with the most tickets of the cell"
    case .owner: "who answers for it"
    default: "how much depends on it, 1 to 5"
    }
  }
}
