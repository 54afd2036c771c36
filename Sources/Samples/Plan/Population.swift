/// A customer of the bank.
struct Customer {
  var persona: Persona
  /// Days since the first day of the sample; negative: before it.
  var joined: Int
  /// The day on which the customer left; nil: still there.
  var churned: Int?
  /// In pence.
  var annualValue: Int
  /// Index in `Population.segments`.
  var segment: Int
}

/// The customers, oldest first, and who of them may take part in an event.
struct Population {
  static let segments = ["private", "premium", "student", "business"]
  private static let segmentWeights: [[Double]] = [
    [0.60, 0.09, 0.24, 0.07], [0.70, 0.22, 0.00, 0.08], [0.66, 0.14, 0.04, 0.16],
  ]
  private static let shareOfNewcomers = 0.3

  let customers: [Customer]
  /// By persona: the customers' indices, in order of the day on which they joined.
  private let byPersona: [[Int32]]
  /// By persona: how many of them had joined before a day, from `earliest` on.
  private let joinedBefore: [[Int]]
  private static let earliest = -80
  private static let daysKnown = 300

  init(seed: UInt64, count: Int) {
    var random = RandomSource(seed: seed, stream: 4)
    let personas = AliasTable(Persona.allCases.map(\.share))
    let segments = Self.segmentWeights.map { AliasTable($0) }
    customers = (0..<count)
      .map { _ in Self.customer(personas, segments, &random) }
      .enumerated().sorted { ($0.element.joined, $0.offset) < ($1.element.joined, $1.offset) }
      .map(\.element)
    var lists = Persona.allCases.map { _ in [Int32]() }
    for (index, customer) in customers.enumerated() {
      lists[customer.persona.rawValue].append(Int32(index))
    }
    byPersona = lists
    joinedBefore = lists.map { [customers] in Self.joinedBefore($0, customers) }
  }

  private static func customer(
    _ personas: AliasTable, _ segments: [AliasTable], _ random: inout RandomSource
  ) -> Customer {
    let persona = Persona.allCases[personas.draw(&random)]
    let isNew = random.chance(shareOfNewcomers)
    let age = random.uniform()
    let joined = isNew ? random.below(SampleCalendar.days) : -1 - Int(age * age * 7300)
    let leaves = !isNew && random.chance(persona.churn)
    let value = persona.annualValue * exponential(0.7 * random.normal())
    return Customer(
      persona: persona, joined: joined, churned: leaves ? random.below(SampleCalendar.days) : nil,
      annualValue: Int(value * 100), segment: segments[persona.rawValue].draw(&random))
  }

  private static func joinedBefore(_ list: [Int32], _ customers: [Customer]) -> [Int] {
    var place = 0
    return (0..<daysKnown).map { step in
      while place < list.count, customers[Int(list[place])].joined < earliest + step { place += 1 }
      return place
    }
  }

  /// How many of a persona had joined before a day.
  private func before(_ day: Int, _ persona: Persona) -> Int {
    joinedBefore[persona.rawValue][max(0, min(Self.daysKnown - 1, day - Self.earliest))]
  }

  /// A customer of the persona who may take part in a stage on a day; nil where nobody fits.
  func draw(
    _ persona: Persona, _ acquaintance: Acquaintance, day: Int, _ random: inout RandomSource
  ) -> Int? {
    let range = candidates(persona, acquaintance, day: day, &random)
    guard !range.isEmpty else { return nil }
    for _ in 0..<3 {
      let chosen = Int(byPersona[persona.rawValue][range.lowerBound + random.below(range.count)])
      if isThere(chosen, day: day) { return chosen }
    }
    return nil
  }

  private func candidates(
    _ persona: Persona, _ acquaintance: Acquaintance, day: Int, _ random: inout RandomSource
  ) -> Range<Int> {
    switch acquaintance {
    case .prospect:
      let soon = before(day + 1, persona)..<before(day + 60, persona)
      return soon.isEmpty || random.chance(0.5) ? 0..<before(day, persona) : soon
    case .newcomer: return before(day - 45, persona)..<before(day + 1, persona)
    case .customer: return 0..<before(day - 20, persona)
    }
  }

  /// Whether a customer had not left before that day.
  func isThere(_ customer: Int, day: Int) -> Bool {
    guard let churned = customers[customer].churned else { return true }
    return day < churned
  }
}
