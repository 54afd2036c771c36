/// What `help` says about a measure beyond one line.
public struct MeasureDeclaration: Sendable, Equatable {
  public var help: WordHelp
  /// What the number counts or measures, such as `points, -100 to 100`.
  public var unit: String
  /// How it is computed, in a sentence or two.
  public var definition: String
  /// How its 95 % interval is made; nil where it has none.
  public var interval: String?
}

extension MeasureName: VocabularyWord {
  public var help: WordHelp { declaration.help }

  /// The measure's unit, definition and interval; `DataModel` attaches the sums.
  public var declaration: MeasureDeclaration {
    switch self {
    case .tickets, .mentions, .reviews, .surveys, .calls, .interactions, .interviews, .allEvents, .customers:
      count
    case .sentiment, .netSentiment, .nps, .csat, .csatTop2, .ces, .rating: score
    case .escalationRate, .reopenRate, .fcr, .repeatRate, .contactRate, .churnRate: rate
    case .responseTime, .resolutionTime, .aht, .revenue: amount
    }
  }

  private static let wilson = "Wilson score interval of a share"
  private static let student = "Student's interval of a mean, clipped to the scale"

  private var count: MeasureDeclaration {
    switch self {
    case .allEvents:
      declared("events of every kind", unit: "events", "Counts every kept event.", by: "kind")
    case .customers:
      declared(
        "distinct customers", unit: "customers",
        "Counts the different customers of the events; events without a customer do not count. Distinct counts do not add up over rows.",
        by: "channel")
    default:
      declared(
        "\(rawValue)", unit: rawValue, "Counts the events of the kind \(rawValue.dropLast()).", by: "channel")
    }
  }

  private var score: MeasureDeclaration {
    switch self {
    case .sentiment:
      declared(
        "mean tone of every event that has one", unit: "-1 to 1",
        "The mean of sentiment. compound takes the unsolicited voice, mentions and reviews.",
        interval: Self.student)
    case .netSentiment:
      declared(
        "share positive minus share negative", unit: "-1 to 1",
        "Events with a sentiment above 0 less those below 0, over those that have one; 0 is neutral.",
        interval: "score interval (Tango)")
    case .nps:
      declared(
        "Net Promoter Score", unit: "points, -100 to 100",
        "100 × (promoters − detractors) / answers; promoters answer 9 or 10, detractors below 7.",
        interval: "score interval (Tango)")
    case .csat:
      declared(
        "mean satisfaction", unit: "1 to 5", "The mean of csat_score.", interval: Self.student)
    case .csatTop2:
      declared(
        "share of satisfied answers", unit: "share", "Answers of 4 and 5 over all answers.",
        interval: Self.wilson)
    case .ces:
      declared(
        "mean customer effort score", unit: "1 to 7, 7 is easy", "The mean of ces_score.",
        interval: Self.student)
    default:
      declared("mean of the stars", unit: "1 to 5", "The mean of stars.", interval: Self.student)
    }
  }

  private var rate: MeasureDeclaration {
    switch self {
    case .escalationRate:
      declared(
        "share of tickets that were escalated", unit: "share",
        "Escalated tickets over the tickets for which it is known.", interval: Self.wilson)
    case .reopenRate:
      declared(
        "share of tickets that were opened again", unit: "share",
        "Reopened tickets over the tickets for which it is known.", interval: Self.wilson)
    case .fcr:
      declared(
        "first contact resolution", unit: "share",
        "Tickets that were not reopened and whose customer had no further ticket or call on the same topic within 7 days. Tickets of the last 7 days of the data, and those without customer or topic, are left out.",
        interval: Self.wilson)
    case .repeatRate:
      declared(
        "share of tickets that come again", unit: "share",
        "Tickets whose customer had another on the same topic in the 14 days before, over the tickets with a customer and a topic.",
        interval: Self.wilson)
    case .contactRate:
      declared(
        "tickets per customer", unit: "tickets per customer", "Tickets over the customers with any event.")
    default:
      declared(
        "share of customers that left", unit: "share",
        "Customers who left during the period over the customers at its start, from the files of customers.",
        by: "persona", interval: Self.wilson)
    }
  }

  private var amount: MeasureDeclaration {
    switch self {
    case .responseTime:
      declared(
        "median time to the first answer", unit: "seconds", "The median of response_time.", by: "channel")
    case .resolutionTime:
      declared(
        "median time to the solution", unit: "seconds", "The median of resolution_time.", by: "channel")
    case .aht:
      declared(
        "average handle time", unit: "seconds", "The mean of handle_time.", by: "channel",
        interval: Self.student)
    default:
      declared("sum of the amounts", unit: "currency units", "The exact sum of amount.", by: "month")
    }
  }

  private func declared(
    _ summary: String, unit: String, _ definition: String, by key: String = "stage", interval: String? = nil
  ) -> MeasureDeclaration {
    MeasureDeclaration(
      help: WordHelp(
        summary, usage: "\(rawValue) [(P)]", example: "show \(rawValue) by \(key)"),
      unit: unit, definition: definition, interval: interval)
  }
}
