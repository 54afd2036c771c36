/// The columns of `repeats`, `handoffs`, `funnel`, `journey`, `cohorts` and `after`; keys stand before them.
public enum TravelColumn: String, VocabularyWord {
  case episodes, repeated, unconnected
  case topHop = "top_hop"
  case topHopCount = "top_hop_count"
  case from, to, handoffs
  case timeLost = "time_lost"
  case sentimentChange = "sent_change"
  case again
  case wentOn = "went_on"
  case conversion
  case timeToNext = "time_to_next"
  case left
  case leftRecently = "left_recently"
  case lastSeen = "last_seen"
  case lastSeenCount = "last_seen_count"
  case path
  case contactsPerCustomer = "contacts_per_customer"
  case escalations
  case lastSentiment = "sent_last"
  case cohort, age, active, retention
  case outcome
  case shareWith = "share_with"
  case shareWithout = "share_without"
  case difference, ratio

  public var help: WordHelp {
    let finder = finder
    return WordHelp(
      summary, usage: "$ | keep \(rawValue)", example: "\(finder.declaration.help.example) | keep \(rawValue)"
    )
  }

  /// The finder that gives it.
  public var finder: FinderName {
    switch self {
    case .episodes, .repeated, .unconnected, .topHop, .topHopCount: .repeats
    case .from, .to, .handoffs, .timeLost, .sentimentChange, .again: .handoffs
    case .wentOn, .conversion, .timeToNext, .left, .leftRecently, .lastSeen, .lastSeenCount: .funnel
    case .path, .contactsPerCustomer, .escalations, .lastSentiment: .journey
    case .cohort, .age, .active, .retention: .cohorts
    case .outcome, .shareWith, .shareWithout, .difference, .ratio: .after
    }
  }

  private var summary: String { episode ?? handoff ?? stage ?? path ?? matched }

  private var episode: String? {
    switch self {
    case .episodes: "runs of contacts of one customer on one topic, each soon after the one before"
    case .repeated: "episodes of two contacts or more"
    case .unconnected: "episodes over two channels or more: explained again; share is that of all episodes"
    case .topHop: "the most frequent change of channel in these episodes"
    case .topHopCount: "how often that change was"
    default: nil
    }
  }

  private var handoff: String? {
    switch self {
    case .from: "the channel of a contact"
    case .to: "the channel of the next contact of the episode"
    case .handoffs: "how often the next contact came over that channel; share is that of all next contacts"
    case .timeLost: "the median time between the two contacts"
    case .sentimentChange: "the sentiment of the second contact less that of the first, where both have one"
    case .again: "the share of handoffs after which the customer came once more"
    default: nil
    }
  }

  private var stage: String? {
    switch self {
    case .wentOn: "customers of a stage with an event of the next one at any time after they entered it"
    case .conversion: "the share of customers of a stage who went on"
    case .timeToNext: "the median time from entering a stage to entering the next"
    case .left: "customers of a stage who did not go on"
    case .leftRecently: "those of them who entered in the last 28 days and may yet go on"
    case .lastSeen: "where most of those who left were seen last: stage, channel, touchpoint"
    case .lastSeenCount: "how many were seen last there"
    default: nil
    }
  }

  private var path: String? {
    switch self {
    case .path: "the first five values of a customer's events in the order of time, runs taken as one"
    case .contactsPerCustomer: "tickets and calls, divided by customers"
    case .escalations: "tickets that were escalated"
    case .lastSentiment: "the mean of each customer's last sentiment"
    case .cohort: "when the customer joined, or was seen first"
    case .age: "how many periods later"
    case .active: "customers of the intake with an event in that period"
    case .retention: "the share of the intake that was active"
    default: nil
    }
  }

  private var matched: String {
    switch self {
    case .outcome: "what customers do: escalate, post, review, contact again, leave, stay silent"
    case .shareWith: "the share of customers with the event who do so"
    case .shareWithout: "the share of matched customers without the event who do so"
    case .difference: "share_with less share_without, with Newcombe's interval"
    default: "share_with divided by share_without"
    }
  }
}
