/// All that is decided before the first event is drawn: sizes, rhythm, moods, and what is planted where.
struct Plan {
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
    sizes = CellSizes(seed: seed)
    planting = Planting(seed: seed, volume: sizes.volume(), scenario: scenario)
    var random = RandomSource(seed: seed, stream: 3)
    countWobble = EventKind.allCases.map { _ in WeeklyWobble(&random) }
    let moods = WeeklyWobble(&random)
    let effects = planting.effects
    sentiment = (0..<Cell.count).map { cell in
      let base = Cell.stage(cell).sentiment + 0.06 * random.normal() - 0.03
      return (0..<SampleCalendar.weeks).map { week in
        let wobbled = base + Self.sentimentWobble * moods.values[cell][week]
        return wobbled + Self.lastingChange(effects[cell], week: week)
      }
    }
    cause = (0..<Cell.count).map { cell in
      Cell.stage(cell).rawValue * Phrasebook.topicsPerStage + random.below(Phrasebook.topicsPerStage)
    }
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
    weights.reserveCapacity(SampleCalendar.days * Cell.count)
    var growth = 1.0
    for week in 0..<SampleCalendar.weeks {
      for weekday in 0..<7 {
        for cell in 0..<Cell.count {
          weights.append(growth * weight(kind, cell: cell, week: week, weekday: weekday))
        }
      }
      growth *= Self.weeklyGrowth
    }
    return weights
  }

  private func weight(_ kind: EventKind, cell: Int, week: Int, weekday: Int) -> Double {
    let rhythm = Cell.channel(cell).weekdayWeights
    let wobble = 1 + kind.wobble * countWobble[kind.rawValue].values[cell][week]
    let size = sizes[kind][cell] * max(wobble, 0.2) * rhythm[weekday] / rhythm.reduce(0, +)
    return size * effect(on: kind, cell: cell, day: week * 7 + weekday)
  }

  private func effect(on kind: EventKind, cell: Int, day: Int) -> Double {
    guard let effect = planting.effects[cell] else { return 1 }
    switch kind {
    case .ticket: return effect.tickets(day: day)
    case .mention, .review: return effect.viralDay == day ? Effect.viralMentions : 1
    case .survey, .call, .interaction: return 1
    }
  }
}
