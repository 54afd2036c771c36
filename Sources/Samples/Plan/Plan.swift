/// All that is decided before the first event is drawn: sizes, rhythm, moods, and what is planted where.
struct Plan {
  let scenario: Scenario
  let sizes: CellSizes
  let planting: Planting
  /// Mean sentiment by cell and week, planted changes included (a viral day excepted).
  let sentiment: [[Double]]
  /// The topic that a planted cell is about, by cell: an index among all topics.
  let cause: [Int]
  private let countWobble: [WeeklyWobble]

  /// Growth of all counts from week to week.
  static let weeklyGrowth = 1.01
  /// Weekly wobble of a cell's sentiment, in points of the scale.
  static let sentimentWobble = 0.03

  init(seed: UInt64, scenario: Scenario) {
    self.scenario = scenario
    let simulation = scenario.simulation
    sizes = CellSizes(seed: seed, scenario: scenario)
    planting = Planting(seed: seed, volume: sizes.volume(), scenario: scenario)
    var random = RandomSource(seed: seed, stream: 3)
    let cells = scenario.cells
    var countWobble = EventKind.allCases.map { _ in WeeklyWobble(cells: cells, &random) }
    var moods = WeeklyWobble(cells: cells, &random)
    let effects = planting.effects
    let bases = (0..<cells).map { Cell.stage($0).sentiment + 0.06 * random.normal() - 0.03 }
    if simulation != nil {
      let ticket = EventKind.ticket.rawValue
      countWobble[ticket] = countWobble[ticket].scaled(Self.calmness(cells, &random))
      moods = moods.scaled(Self.calmness(cells, &random))
    }
    self.countWobble = countWobble
    let wobble = simulation?.sentimentWobble ?? Self.sentimentWobble
    sentiment = (0..<cells).map { cell in
      (0..<SampleCalendar.weeks).map { week in
        bases[cell] + wobble * moods.values[cell][week] + Self.lastingChange(effects[cell], week: week)
          + (SampleCalendar.plantedWeeks.contains(week) ? simulation?.commonChange ?? 0 : 0)
      }
    }
    cause = (0..<cells).map { cell in
      Cell.stage(cell).rawValue * Phrasebook.topicsPerStage + random.below(Phrasebook.topicsPerStage)
    }
  }

  /// Log-normal factors of mean 1: how much more or less than another a cell wobbles.
  private static func calmness(_ cells: Int, _ random: inout RandomSource) -> [Double] {
    let variation = Simulation.wobbleVariation
    let spread = naturalLog(1 + variation * variation).squareRoot()
    return (0..<cells).map { _ in exponential(spread * random.normal() - spread * spread / 2) }
  }

  private static func lastingChange(_ effect: Effect?, week: Int) -> Double {
    guard let effect, effect.viralDay == nil, SampleCalendar.plantedWeeks.contains(week) else { return 0 }
    return effect.sentimentChange
  }

  /// The mean sentiment of a cell's events on a day.
  func meanSentiment(cell: Int, day: Int) -> Double {
    if let effect = planting.effects[cell], effect.viralDay == day { return effect.sentimentChange }
    return sentiment[cell][day / 7]
  }

  /// Whether something planted is at work in the cell on that day.
  func isPlanted(cell: Int, day: Int) -> Bool {
    planting.effects[cell]?.isActive(day: day) ?? false
  }

  /// Whether a true failure is at work in the cell on that day.
  func isFailing(cell: Int, day: Int) -> Bool {
    guard let effect = planting.effects[cell], effect.type.isFailure else { return false }
    return effect.isActive(day: day)
  }

  /// How many events of a kind to expect, by day and cell; only the proportions count.
  func weights(_ kind: EventKind) -> [Double] {
    var weights: [Double] = []
    weights.reserveCapacity(SampleCalendar.days * scenario.cells)
    var growth = 1.0
    for week in 0..<SampleCalendar.weeks {
      for weekday in 0..<7 {
        for cell in 0..<scenario.cells {
          weights.append(growth * weight(kind, cell: cell, week: week, weekday: weekday))
        }
      }
      growth *= Self.weeklyGrowth
    }
    return weights
  }

  private func weight(_ kind: EventKind, cell: Int, week: Int, weekday: Int) -> Double {
    let rhythm = Cell.channel(cell).weekdayWeights
    let spread = kind == .ticket ? scenario.simulation?.ticketWobble ?? kind.wobble : kind.wobble
    let wobble = 1 + spread * countWobble[kind.rawValue].values[cell][week]
    let size = sizes[kind][cell] * max(wobble, 0.2) * rhythm[weekday] / rhythm.reduce(0, +)
    return size * effect(on: kind, cell: cell, day: week * 7 + weekday)
  }

  private func effect(on kind: EventKind, cell: Int, day: Int) -> Double {
    let isPlantedWeek = SampleCalendar.plantedWeeks.contains(day / 7)
    let common = kind == .ticket && isPlantedWeek ? scenario.simulation?.commonRatio ?? 1 : 1
    guard let effect = planting.effects[cell] else { return common }
    switch kind {
    case .ticket: return common * effect.tickets(day: day)
    case .mention, .review: return effect.viralDay == day ? Effect.viralMentions : 1
    case .survey, .call, .interaction: return 1
    }
  }
}
