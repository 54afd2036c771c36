/// Draws the events of a day, in the order of their times.
struct EventSource {
  let plan: Plan
  let population: Population
  private let counts: [EventCounts]
  private let hours: [AliasTable]
  /// By kind and channel.
  private let personas: [[AliasTable]]
  /// By kind and channel: what the personas' moods add up to, so that a cell's mean stays what was planned.
  private let meanShift: [[Double]]
  /// By cell.
  private let topics: [AliasTable]
  /// By cell.
  private let touchpoints: [[Int]]
  private var recent: RecentContacts
  private var random: RandomSource

  /// How often a planted cell's events are about its cause.
  private static let shareOfCause = 0.55

  init(seed: UInt64, total: Int, customers: Int, scenario: Scenario) {
    plan = Plan(seed: seed, scenario: scenario)
    population = Population(seed: seed, count: customers)
    random = RandomSource(seed: seed, stream: 5)
    counts = Self.counts(seed: seed, total: total, plan)
    hours = Channel.allCases.map { AliasTable($0.hourWeights) }
    let shares = EventKind.allCases.map { kind in Channel.allCases.map { Self.personaShares(kind, $0) } }
    personas = shares.map { $0.map { AliasTable($0) } }
    meanShift = shares.map { $0.map(Self.meanShift) }
    topics = Self.topicTables(seed: seed, cells: scenario.cells)
    touchpoints = (0..<scenario.cells).map(Self.touchpoints)
    recent = RecentContacts(topics: Stage.allCases.count * Phrasebook.topicsPerStage)
  }

  private static func counts(seed: UInt64, total: Int, _ plan: Plan) -> [EventCounts] {
    let totals = plan.scenario.counts(total: total)
    return EventKind.allCases.map { kind in
      var random = RandomSource(seed: seed, stream: 20 + UInt64(kind.rawValue))
      return EventCounts(
        total: totals[kind.rawValue], cells: plan.scenario.cells, weights: plan.weights(kind), &random)
    }
  }

  private static func personaShares(_ kind: EventKind, _ channel: Channel) -> [Double] {
    let weights = Persona.allCases.map { channel.personaShares[$0.rawValue] * $0.weight(kind) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  private static func meanShift(_ shares: [Double]) -> Double {
    Persona.allCases.reduce(0) { $0 + shares[$1.rawValue] * $1.sentimentShift }
  }

  private static func topicTables(seed: UInt64, cells: Int) -> [AliasTable] {
    var random = RandomSource(seed: seed, stream: 6)
    return (0..<cells).map { _ in
      AliasTable((0..<Phrasebook.topicsPerStage).map { _ in exponential(0.5 * random.normal()) })
    }
  }

  private static func touchpoints(_ cell: Int) -> [Int] {
    Touchpoint.all.indices.filter { index in
      let touchpoint = Touchpoint.all[index]
      return touchpoint.stage == Cell.stage(cell).name && touchpoint.channel == Cell.channel(cell).name
        && touchpoint.name != Touchpoint.withoutEvents
    }
  }

  /// The events of one day and of several kinds that share a file, with their kinds.
  mutating func events(day: Int, _ kinds: [EventKind]) -> [(EventKind, Event)] {
    // The time leads, so that sorting the keys sorts by it; equal keys are equal events.
    var keys: [UInt64] = []
    for kind in kinds {
      for cell in 0..<plan.scenario.cells {
        for _ in 0..<counts[kind.rawValue][day, cell] {
          let second = second(Cell.channel(cell))
          keys.append(UInt64(second) << 16 | UInt64(cell) << 8 | UInt64(kind.rawValue))
        }
      }
    }
    keys.sort()
    return keys.map { key in
      let kind = EventKind.allCases[Int(key & 0xff)]
      return (kind, event(kind, day: day, second: Int(key >> 16), cell: Int(key >> 8 & 0xff)))
    }
  }

  private mutating func second(_ channel: Channel) -> Int {
    hours[channel.rawValue].draw(&random) * 3600 + random.below(3600)
  }

  private mutating func event(_ kind: EventKind, day: Int, second: Int, cell: Int) -> Event {
    let channel = Cell.channel(cell)
    let stage = Cell.stage(cell)
    let persona = persona(kind, cell: cell)
    let topic = topic(cell: cell, day: day)
    let isFailing = plan.isFailing(cell: cell, day: day)
    // In a simulation the mood of a persona is that of its own cell.
    let shift =
      isSimulated ? 0 : persona.sentimentShift - meanShift[kind.rawValue][channel.rawValue]
    return Event(
      day: day, second: second, cell: cell, topic: topic, persona: persona,
      customer: customer(kind, persona, stage, topic: topic, day: day),
      touchpoint: touchpoint(cell: cell),
      meanSentiment: plan.meanSentiment(cell: cell, day: day) + shift,
      isFailing: isFailing, isAboutFailure: isFailing && topic == plan.cause[cell])
  }

  private var isSimulated: Bool { plan.scenario.simulation != nil }

  private mutating func persona(_ kind: EventKind, cell: Int) -> Persona {
    if isSimulated { return Cell.persona(cell) }
    return Persona.allCases[personas[kind.rawValue][Cell.channel(cell).rawValue].draw(&random)]
  }

  private mutating func topic(cell: Int, day: Int) -> Int {
    if plan.isPlanted(cell: cell, day: day), random.chance(Self.shareOfCause) { return plan.cause[cell] }
    return Cell.stage(cell).rawValue * Phrasebook.topicsPerStage + topics[cell].draw(&random)
  }

  /// The first touchpoint of a cell is its main one.
  private mutating func touchpoint(cell: Int) -> Int {
    let choices = touchpoints[cell]
    guard choices.count > 1, random.chance(0.35) else { return choices[0] }
    return choices[1]
  }

  private mutating func customer(
    _ kind: EventKind, _ persona: Persona, _ stage: Stage, topic: Int, day: Int
  ) -> Int? {
    // A simulation knows everybody's persona.
    if !isSimulated, random.chance(Self.shareUnknown(kind, stage)) { return nil }
    let chosen =
      returning(kind, persona, topic: topic, day: day)
      ?? population.draw(persona, isSimulated ? .customer : stage.acquaintance, day: day, &random)
    if kind == .ticket, let chosen { recent.remember(chosen, topic: topic, persona, day: day) }
    return chosen
  }

  private mutating func returning(_ kind: EventKind, _ persona: Persona, topic: Int, day: Int) -> Int? {
    let share = kind == .ticket ? persona.repetition : kind == .interaction ? 0.05 : 0.35
    guard random.chance(share) else { return nil }
    guard let found = recent.draw(topic: topic, persona, day: day, &random) else { return nil }
    return population.isThere(found, day: day) ? found : nil
  }

  /// How often a file does not know who it was: strangers ask, and the public writes under other names.
  private static func shareUnknown(_ kind: EventKind, _ stage: Stage) -> Double {
    let isProspect = stage.acquaintance == .prospect
    switch kind {
    case .ticket, .call: return isProspect ? 0.2 : 0.02
    case .mention: return isProspect ? 0.7 : 0.45
    case .review: return 0.3
    case .survey: return 0.02
    case .interaction: return isProspect ? 0.5 : 0.08
    }
  }
}
