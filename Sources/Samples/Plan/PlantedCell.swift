/// What kind of thing was planted in a cell: a failure, or a trap that only looks like one.
public enum PlantedType: String, CaseIterable, Sendable {
  case failureLarge = "failure_large"
  case failureMedium = "failure_medium"
  case failureSmall = "failure_small"
  case trapTickets = "trap_tickets"
  case trapSentiment = "trap_sentiment"
  case trapViral = "trap_viral"
  case trapSeason = "trap_season"

  /// Whether tickets and sentiment truly get worse together.
  public var isFailure: Bool {
    switch self {
    case .failureLarge, .failureMedium, .failureSmall: true
    case .trapTickets, .trapSentiment, .trapViral, .trapSeason: false
    }
  }
}

/// One planted cell: a row of `answers.csv`.
public struct PlantedCell: Equatable, Sendable {
  public var stage: String
  public var channel: String
  /// Whose cell it is, where each persona has its own.
  public var persona: String?
  public var type: PlantedType
  /// How many times as many tickets as otherwise; for a viral day, on that day.
  public var ticketRatio: Double
  /// What was added to the mean sentiment, in points of the scale from -1 to 1; for a viral day, its mean.
  public var sentimentChange: Double
  /// The first day of it, as `2026-08-31`.
  public var since: String
}
