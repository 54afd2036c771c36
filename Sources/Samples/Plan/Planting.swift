/// A change planted in a cell.
struct Effect {
  var type: PlantedType
  var ticketRatio: Double
  var sentimentChange: Double
  /// The day of a viral storm; nil for what lasts through all planted weeks.
  var viralDay: Int?

  /// How many times as many mentions a viral day brings.
  static let viralMentions = 30.0

  /// The factor on the tickets of a day.
  func tickets(day: Int) -> Double {
    isActive(day: day) ? ticketRatio : 1
  }

  func isActive(day: Int) -> Bool {
    if let viralDay { return day == viralDay }
    return SampleCalendar.plantedWeeks.contains(day / 7)
  }
}

/// Chooses the cells to spoil: two failures of each size and sixteen traps and more, no cell twice.
struct Planting {
  private(set) var effects: [Effect?]
  private var random: RandomSource

  /// - Parameters:
  ///   - volume: how many tickets or mentions, whichever are fewer, a cell sees; large failures go where that
  ///     is high.
  init(seed: UInt64, volume: [Double], scenario: Scenario) {
    random = RandomSource(seed: seed, stream: 2)
    effects = [Effect?](repeating: nil, count: scenario.cells)
    guard scenario.simulation?.hasPlantings ?? true else { return }
    plantSeason()
    if scenario.simulation == nil {
      plantLargeFailures(among: Self.busy(volume))
    } else {
      plantLargeFailures(among: Array(effects.indices))
    }
    plantEverywhere()
  }

  /// One channel has its season: all its cells get more tickets, and nobody is unhappy.
  private mutating func plantSeason() {
    let channel = random.below(Channel.allCases.count)
    for cell in effects.indices where Cell.channel(cell).rawValue == channel {
      effects[cell] = Effect(type: .trapSeason, ticketRatio: 1.4, sentimentChange: 0)
    }
  }

  /// The two fifths of the cells that see most, so that a newcomer sees the failures found.
  private static func busy(_ volume: [Double]) -> [Int] {
    Array(volume.indices.sorted { (volume[$0], $1) > (volume[$1], $0) }.prefix(volume.count * 2 / 5))
  }

  private mutating func plantLargeFailures(among cells: [Int]) {
    for _ in 0..<2 {
      plant(
        Effect(type: .failureLarge, ticketRatio: 2, sentimentChange: -0.3),
        among: cells.filter { effects[$0] == nil })
    }
  }

  private mutating func plantEverywhere() {
    for _ in 0..<2 {
      plant(Effect(type: .failureMedium, ticketRatio: 1.5, sentimentChange: -0.15))
      plant(Effect(type: .failureSmall, ticketRatio: 1.2, sentimentChange: -0.08))
    }
    for _ in 0..<6 {
      plant(Effect(type: .trapTickets, ticketRatio: hundredths(150...250), sentimentChange: 0))
      plant(Effect(type: .trapSentiment, ticketRatio: 1, sentimentChange: -hundredths(15...45)))
    }
    for _ in 0..<3 {
      plant(Effect(type: .trapViral, ticketRatio: 6, sentimentChange: -0.7, viralDay: viralDay()))
    }
  }

  private mutating func plant(_ effect: Effect) {
    plant(effect, among: effects.indices.filter { effects[$0] == nil })
  }

  private mutating func plant(_ effect: Effect, among free: [Int]) {
    guard !free.isEmpty else { return }
    effects[free[random.below(free.count)]] = effect
  }

  /// A number of whole hundredths, so that `answers.csv` states it exactly.
  private mutating func hundredths(_ range: ClosedRange<Int>) -> Double {
    Double(range.lowerBound + random.below(range.count)) / 100
  }

  /// A day of the planted weeks, never a Sunday: branches are shut then.
  private mutating func viralDay() -> Int {
    let week = SampleCalendar.plantedWeeks.lowerBound + random.below(SampleCalendar.plantedWeeks.count)
    return week * 7 + random.below(6)
  }

  /// The rows of `answers.csv`, in the order of the cells; in a simulation with the persona of each.
  func answers() -> [PlantedCell] {
    let hasPersonas = effects.count > Cell.places
    return effects.enumerated().compactMap { cell, effect in
      guard let effect else { return nil }
      let firstDay = effect.viralDay ?? SampleCalendar.plantedWeeks.lowerBound * 7
      return PlantedCell(
        stage: Cell.stage(cell).name, channel: Cell.channel(cell).name,
        persona: hasPersonas ? Cell.persona(cell).name : nil, type: effect.type,
        ticketRatio: effect.ticketRatio, sentimentChange: effect.sentimentChange,
        since: SampleCalendar.date(firstDay))
    }
  }
}
