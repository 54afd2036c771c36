extension Role: VocabularyWord {
  public var help: WordHelp {
    WordHelp(
      summary, usage: "with (\(rawValue) = COLUMN)", example: "load \"a.csv\" with (\(rawValue) = \"Column\")"
    )
  }

  private var summary: String { eventSummary ?? scoreSummary ?? outcomeSummary ?? describingSummary }

  private var eventSummary: String? {
    switch self {
    case .time: "when it happened"
    case .kind: "ticket, mention, review, survey, call, interaction or interview"
    case .id: "the row's own id"
    case .customer: "the customer's id"
    case .persona: "the kind of customer"
    case .stage: "the stage of the journey"
    case .channel: "the channel"
    case .touchpoint: "the place where customer and company meet"
    case .topic: "what it is about"
    case .team: "the team that handled it"
    case .text: "the customer's own words"
    default: nil
    }
  }

  private var scoreSummary: String? {
    switch self {
    case .sentiment: "the tone, -1 to 1"
    case .npsScore: "the answer to the recommendation question, 0 to 10"
    case .csatScore: "the answer to the satisfaction question, 1 to 5"
    case .cesScore: "the answer to the effort question, 1 to 7, 7 is easy"
    case .stars: "the stars of a review, 1 to 5"
    default: nil
    }
  }

  private var outcomeSummary: String? {
    switch self {
    case .escalated: "it was escalated"
    case .reopened: "it was opened again"
    case .resolved: "it was solved"
    case .answered: "it was answered"
    case .firstContact: "the file says that the first contact solved it"
    case .responseTime: "how long until the first answer"
    case .resolutionTime: "how long until it was solved"
    case .handleTime: "how long an agent worked on it"
    case .amount: "purchase, invoice or contract value, in currency units"
    default: nil
    }
  }

  private var describingSummary: String {
    switch self {
    case .segment: "a customer's segment"
    case .joined: "when the customer came"
    case .churned: "when the customer left"
    case .annualValue: "what the customer is worth in a year, in currency units"
    case .owner: "who answers for the touchpoint"
    case .owned: "owned or earned"
    case .stakes: "how much depends on the touchpoint, 1 to 5"
    default: "what a fix would take: 1, 2, 3, 5 or 8"
    }
  }
}

extension SourceKind: VocabularyWord {
  public var help: WordHelp {
    let summary =
      switch self {
      case .tickets: "support tickets"
      case .mentions: "posts on social media"
      case .reviews: "reviews with stars"
      case .surveys: "survey answers"
      case .calls: "phone calls"
      case .interactions: "visits, purchases and other traces"
      case .interviews: "interviews"
      case .customers: "customers, who they are"
      case .touchpoints: "touchpoints, where they belong and who owns them"
      }
    return WordHelp(summary, usage: "load \(rawValue) PATH", example: "load \(rawValue) \"\(rawValue).csv\"")
  }
}
