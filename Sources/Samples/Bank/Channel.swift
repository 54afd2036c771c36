/// The channels on which customers meet Northbank.
enum Channel: Int, CaseIterable {
  case phone, email, chat, app, web, social, branch, forum

  var name: String { String(describing: self) }

  /// Logarithms of how busy the channel is for each kind of event, beside the middle one; nil: never.
  func logSize(_ kind: EventKind) -> Double? {
    switch kind {
    case .ticket: Self.ticketSizes[rawValue]
    case .mention: Self.mentionSizes[rawValue]
    case .review: Self.reviewSizes[rawValue]
    case .survey: Self.surveySizes[rawValue]
    case .call: self == .phone ? 0 : nil
    case .interaction: Self.interactionSizes[rawValue]
    }
  }

  //                                       phone email chat  app  web social branch forum
  private static let ticketSizes = [0.45, 0.05, 0.25, 0.4, 0.2, -0.4, -0.05, -0.6]
  private static let mentionSizes = [0.05, -0.3, 0.1, 0.4, 0.2, 0.45, -0.1, -0.15]
  private static let reviewSizes = [0.0, -0.4, 0.1, 0.6, 0.2, 0.1, 0.2, -0.4]
  private static let surveySizes = [0.4, 0.2, 0.2, 0.3, 0.1, -0.9, 0.2, -0.9]
  private static let interactionSizes = [-1.0, -0.6, 0.0, 1.2, 1.0, -0.8, 0.2, -0.6]

  /// Shares of digital natives, branch loyalists and escalators among those who open tickets here.
  var personaShares: [Double] {
    switch self {
    case .phone: [0.20, 0.56, 0.24]
    case .email: [0.34, 0.44, 0.22]
    case .chat: [0.70, 0.15, 0.15]
    case .app: [0.80, 0.10, 0.10]
    case .web: [0.58, 0.27, 0.15]
    case .social: [0.68, 0.08, 0.24]
    case .branch: [0.07, 0.84, 0.09]
    case .forum: [0.56, 0.16, 0.28]
    }
  }

  /// Weights of Monday to Sunday; a branch is shut on Sundays.
  var weekdayWeights: [Double] {
    switch self {
    case .branch: [1.3, 1.15, 1.1, 1.1, 1.2, 0.6, 0]
    case .phone: [1.4, 1.2, 1.1, 1.05, 1.05, 0.7, 0.4]
    case .email: [1.35, 1.2, 1.15, 1.1, 1.0, 0.6, 0.55]
    case .chat, .web: [1.2, 1.1, 1.1, 1.05, 1.0, 0.8, 0.75]
    case .app, .social, .forum: [1.05, 1.0, 1.0, 1.0, 1.05, 0.95, 0.9]
    }
  }

  /// Weights of the hours of a day.
  var hourWeights: [Double] {
    switch self {
    case .branch: Self.hours(night: 0, day: [0, 2, 5, 6, 5, 4, 4, 5, 6, 2, 0, 0, 0, 0, 0, 0])
    case .phone: Self.hours(night: 0, day: [2, 6, 8, 8, 7, 5, 5, 6, 6, 6, 5, 4, 2, 0, 0, 0])
    case .email: Self.hours(night: 0.3, day: [3, 5, 7, 7, 6, 5, 5, 6, 6, 5, 4, 3, 3, 3, 2, 1])
    case .chat, .web: Self.hours(night: 0.4, day: [3, 4, 6, 6, 5, 5, 5, 5, 5, 5, 6, 7, 7, 6, 4, 2])
    case .app, .social, .forum: Self.hours(night: 0.5, day: [4, 5, 4, 4, 4, 6, 5, 4, 4, 5, 6, 7, 8, 8, 6, 3])
    }
  }

  /// Eight equal hours from midnight on, then the sixteen from eight o'clock on.
  private static func hours(night: Double, day: [Double]) -> [Double] {
    [Double](repeating: night, count: 8) + day
  }

  /// Median minutes until the first answer.
  var firstResponseMinutes: Double {
    switch self {
    case .phone: 3
    case .email: 420
    case .chat: 6
    case .app: 95
    case .web: 150
    case .social: 75
    case .branch: 12
    case .forum: 600
    }
  }
}
