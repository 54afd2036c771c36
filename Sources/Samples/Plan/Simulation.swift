/// The numbers of one of the method's simulations.
struct Simulation {
  /// Events a week in the median cell.
  var tickets = 25.0
  var mentions = 12.0
  /// Standard deviations from week to week: a share of the tickets, points of sentiment.
  var ticketWobble = 0.2
  var sentimentWobble = 0.05
  /// What happens to everybody in the planted weeks.
  var commonRatio = 1.0
  var commonChange = 0.0
  var hasPlantings = true

  /// Standard deviation of the logarithm of a cell's size.
  static let spread = 1.2
  /// How far the cells' wobbles differ from each other: their coefficient of variation.
  static let wobbleVariation = 0.4
  /// The share of surveys, calls and interactions, which no test looks at.
  private static let shareOfOthers = 0.05
  static let cells = Cell.places * Persona.allCases.count

  /// Events of all kinds, in thousands: the mean of a log-normal size is exp(spread^2 / 2) times its median.
  var usualRows: Int {
    let mean = exponential(Self.spread * Self.spread / 2)
    let signals = (tickets + mentions) * mean * Double(Self.cells * SampleCalendar.weeks)
    return Int((signals / (1 - Self.shareOfOthers) / 1000).rounded()) * 1000
  }

  /// Share of all events.
  func share(_ kind: EventKind) -> Double {
    let signals = (1 - Self.shareOfOthers) / (tickets + mentions)
    switch kind {
    case .ticket: return signals * tickets
    case .mention: return signals * mentions
    case .review: return 0
    case .survey, .interaction: return Self.shareOfOthers * 2 / 5
    case .call: return Self.shareOfOthers / 5
    }
  }
}

extension Scenario {
  /// Nil for the bank as it is.
  var simulation: Simulation? {
    switch self {
    case .standard: nil
    case .base: Simulation()
    case .large: Simulation(tickets: 400, mentions: 200)
    case .small: Simulation(tickets: 4, mentions: 3)
    case .wobbly: Simulation(ticketWobble: 0.4, sentimentWobble: 0.1)
    case .global: Simulation(commonRatio: 1.35, commonChange: -0.08)
    case .null: Simulation(hasPlantings: false)
    }
  }

  /// How many cells have a size, a mood and a wobble of their own.
  var cells: Int { simulation == nil ? Cell.places : Simulation.cells }

  /// How many events of each kind make up `total`; what rounding leaves over are tickets.
  func counts(total: Int) -> [Int] {
    var counts = EventKind.allCases.map { kind in
      Int((Double(total) * (simulation?.share(kind) ?? kind.share)).rounded(.down))
    }
    counts[EventKind.ticket.rawValue] += total - counts.reduce(0, +)
    return counts
  }
}
