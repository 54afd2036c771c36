/// The columns of the finders of what was missed; keys stand before them.
public enum MissedColumn: String, VocabularyWord {
  case traffic, feedback
  case feedbackRate = "feedback_rate"
  case structured, texts, lacks
  case feedbackPrevious = "feedback_prev"
  case expected, ratio
  case trafficPrevious = "traffic_prev"
  case trafficRatio = "traffic_ratio"
  case lastTime = "last_time"
  case lastEvent = "last_event"
  case silent
  case restShare = "rest_share"
  case afterBad = "after_bad"
  case lastEventCount = "last_event_n"
  case contacts, span, quiet
  case detractors
  case inTime = "in_time"
  case late, never, waiting, undated
  case inTimeShare = "in_time_share"
  case medianAnswer = "median_answer"
  case complaints, unanswered, oldest, unknown
  case promoters, spoke, asked, unasked
  case respondents
  case responseRate = "response_rate"
  case gap, weight, v

  public var help: WordHelp {
    WordHelp(summary, usage: "$ | keep \(rawValue)", example: "\(finder) | keep \(rawValue)")
  }

  private var finder: String {
    switch self {
    case .traffic, .feedback, .feedbackRate, .structured, .texts, .lacks: "gaps"
    case .feedbackPrevious, .expected, .ratio, .trafficPrevious, .trafficRatio, .lastTime, .lastEvent:
      "silences"
    case .silent, .restShare, .afterBad, .lastEventCount: "silences of customers"
    case .contacts, .span, .quiet: "silences of customers by customer"
    case .detractors, .inTime, .late, .never, .waiting, .undated, .inTimeShare, .medianAnswer: "loop"
    case .complaints, .unanswered, .oldest, .unknown: "unanswered"
    case .respondents, .responseRate, .gap, .weight, .v: "bias"
    case .promoters, .spoke, .asked, .unasked: "advocates"
    }
  }

  private var summary: String { place ?? answer ?? customer }

  private var answer: String? {
    switch self {
    case .detractors: "answers of nps 0 to 6 or csat 1 or 2, and reviews of 1 or 2 stars"
    case .inTime: "those who got an answer soon enough"
    case .late: "those who got an answer later"
    case .never: "those without any answer until the end of the data: the open ones"
    case .waiting: "those who have no answer yet, and for whom it is not too late"
    case .undated: "those of whom only is known that they were answered, not when"
    case .inTimeShare: "in time, as a share of in time, late and never; Wilson's interval"
    case .medianAnswer: "the median time to the answer, of those who got one"
    case .complaints: "mentions and reviews with a sentiment below 0 or 1 or 2 stars that tell of a reply"
    case .unanswered: "those without a reply, or without one in time"
    case .oldest: "when the oldest of the unanswered was written"
    case .unknown: "complaints that do not say whether they were answered; in no share"
    case .promoters: "customers with an nps of 9 or 10, a csat or stars of 5; each once"
    case .spoke: "those with a mention or a review since"
    case .asked: "those with an event since that says they were asked, or sent a friend"
    case .respondents: "customers with a survey that has a score; each once"
    case .responseRate: "respondents as a share of the customers; Wilson's interval"
    case .gap: "the share of the respondents minus the share of the customers, in points"
    case .weight: "the mean weight of its respondents, raked over all dimensions; 1 changes nothing"
    case .v: "Cramer's V of answering and not answering over the strata, 0 to 1"
    case .unasked: "those with neither: to be asked first"
    default: nil
    }
  }

  private var place: String? {
    switch self {
    case .traffic: "interactions there; tickets and calls where no interactions are loaded"
    case .feedback: "mentions, reviews and surveys about it"
    case .feedbackRate: "feedback per interaction; with an interval where it is a share"
    case .structured: "surveys and tickets: they say what happened"
    case .texts: "events with the customer's own words: they say why"
    case .lacks: "which side has less than 10 events: structured, texts, or both"
    case .feedbackPrevious: "feedback in the window before, which may be longer"
    case .expected: "the feedback that would have come if its rate had stayed"
    case .ratio: "feedback per interaction now, as a multiple of before"
    case .trafficPrevious: "interactions in the window before, which may be longer"
    case .trafficRatio: "interactions per week now, as a multiple of before"
    default: nil
    }
  }

  private var customer: String {
    switch self {
    case .lastTime: "when the last thing happened, interactions apart"
    case .lastEvent: "the last thing that happened, as kind and topic; of several the most frequent"
    case .lastEventCount: "for how many of the silent customers that was the last thing"
    case .silent: "customers who stopped, and whose last event was here"
    case .restShare: "the share of silent customers at all other places together"
    case .afterBad: "whether the last contact was bad: sentiment below 0, or csat of 2 or less"
    case .contacts: "all events of the customer"
    case .span: "the time from the first to the last of them"
    default: "the time since the last of them"
    }
  }
}
