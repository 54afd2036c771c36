/// The exports of other tools and the public data sets that are recognised by their columns.
public enum ExportName: String, CaseIterable, Sendable {
  case zendesk, freshservice, freshdesk, intercom, salesforce, dynamics
  case qualtrics, surveymonkey, medallia, delighted
  case brandwatch, meltwater, sparkcentral
  case googlePlay = "google_play"
  case appStore = "app_store"
  case trustpilot
  case googleReviews = "google_reviews"
  case cfpb, twcs
  case airlineTweets = "airline_tweets"
  case appleTweets = "apple_tweets"
  case kaggleTickets = "kaggle_tickets"
  case callCenter = "call_center"
  case slaTickets = "sla_tickets"
  case alexaReviews = "alexa_reviews"

  /// As a sentence names it: `a Zendesk ticket export`.
  public var phrase: String {
    let soundsLikeVowel = title.first.map { "AEIO".contains($0) } ?? false
    return (soundsLikeVowel ? "an " : "a ") + title
  }

  /// What it is, such as `Zendesk ticket export`.
  public var title: String {
    switch self {
    case .zendesk: "Zendesk ticket export"
    case .freshservice: "Freshservice ticket export"
    case .freshdesk: "Freshdesk ticket export"
    case .intercom: "Intercom conversation export"
    case .salesforce: "Salesforce case export"
    case .dynamics: "Dynamics 365 case export"
    case .qualtrics: "Qualtrics survey export"
    case .surveymonkey: "SurveyMonkey export"
    case .medallia: "Medallia Agent Connect export"
    case .delighted: "Delighted export"
    case .brandwatch: "Brandwatch mention export"
    case .meltwater: "Meltwater mention export"
    case .sparkcentral: "Sparkcentral conversation export"
    case .googlePlay: "Google Play review export"
    case .appStore: "App Store review export"
    case .trustpilot: "Trustpilot review export"
    case .googleReviews: "Google review export"
    case .cfpb: "CFPB complaint file"
    case .twcs: "customer support on Twitter file"
    case .airlineTweets: "US airline tweet file"
    case .appleTweets: "crowd-rated Apple tweet file"
    case .kaggleTickets: "Kaggle support ticket file"
    case .callCenter: "call centre sentiment file"
    case .alexaReviews: "Amazon Alexa review file"
    case .slaTickets: "support ticket file with SLA hours"
    }
  }
}

extension ExportName: VocabularyWord {
  public var help: WordHelp {
    WordHelp(
      "the columns of \(phrase), read without being named", usage: "load PATH",
      example: "load \"\(rawValue).csv\"")
  }
}
