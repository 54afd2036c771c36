import Vocabulary

extension Measure {
  /// The measure of a name, as design section 3 and the method define it.
  public init(_ measure: MeasureName) {
    let name = measure.rawValue
    switch measure {
    case .tickets: self = .counting(.ticket, name)
    case .mentions: self = .counting(.mention, name)
    case .reviews: self = .counting(.review, name)
    case .surveys: self = .counting(.survey, name)
    case .calls: self = .counting(.call, name)
    case .interactions: self = .counting(.interaction, name)
    case .interviews: self = .counting(.interview, name)
    case .allEvents: self = .counting(Statistic(.count), name)
    case .customers: self = .counting(Statistic(.distinct, of: .customer), name)
    case .sentiment: self = .mean(of: .sentiment, name)
    case .netSentiment: self = .netSentiment(name)
    case .nps: self = .netPromoters(name)
    case .csat: self = .mean(of: .csatScore, name)
    case .csatTop2: self = .topBox(.csatScore, atLeast: 4, name)
    case .ces: self = .mean(of: .cesScore, name)
    case .rating: self = .mean(of: .stars, name)
    case .escalationRate: self = .rate(of: .escalated, name)
    case .reopenRate: self = .rate(of: .reopened, name)
    case .fcr: self = .firstContactResolution(name)
    case .responseTime: self = .median(of: .responseTime, name)
    case .resolutionTime: self = .median(of: .resolutionTime, name)
    case .aht: self = .meanDuration(of: .handleTime, name)
    case .contactRate: self = .ticketsPerCustomer(name)
    case .repeatRate: self = .repeats(name)
    case .revenue: self = .revenue(name)
    case .churnRate: self = .lostCustomers(name)
    }
  }

  private static func counting(_ kind: EventKind, _ name: String) -> Measure {
    let bad: Direction? = kind == .ticket || kind == .call ? .up : nil
    return Measure(
      name: name, unit: .count, form: .count, statistics: [Statistic(.count, kinds: [kind])], kinds: [kind],
      bad: bad)
  }

  private static func counting(_ statistic: Statistic, _ name: String) -> Measure {
    Measure(name: name, unit: .count, form: .count, statistics: [statistic])
  }

  private static func ticketsPerCustomer(_ name: String) -> Measure {
    Measure(
      name: name, unit: .none, form: .quotient,
      statistics: [Statistic(.count, kinds: [.ticket]), Statistic(.distinct, of: .customer)], bad: .up)
  }

  private static func revenue(_ name: String) -> Measure {
    Measure(
      name: name, unit: .currency, form: .total, statistics: [Statistic(.sum, of: FieldReference(.amount))],
      bad: .down)
  }

  /// Counted from the customers' own dates, not from events.
  private static func lostCustomers(_ name: String) -> Measure {
    Measure(name: name, unit: .fraction, form: .proportion, statistics: [], bad: .up, isAboutCustomers: true)
  }

  private static func mean(of role: Role, _ name: String) -> Measure {
    let field = FieldReference(role)
    return Measure(
      name: name, unit: .score,
      form: .mean(low: role.scale?.lowerBound, high: role.scale?.upperBound, factor: 1),
      statistics: moments(of: field), bad: .down)
  }

  /// Seconds, from milliseconds.
  private static func meanDuration(of role: Role, _ name: String) -> Measure {
    Measure(
      name: name, unit: .seconds, form: .mean(low: 0, high: nil, factor: 0.001),
      statistics: moments(of: FieldReference(role)), bad: .up)
  }

  /// What a mean and its interval need: n, the sum, the sum of squares.
  public static func moments(of field: FieldReference) -> [Statistic] {
    [
      Statistic(.count, where: .not(.isMissing(field))), Statistic(.sum, of: field),
      Statistic(.sumOfSquares, of: field),
    ]
  }

  private static func netSentiment(_ name: String) -> Measure {
    balance(
      of: FieldReference(.sentiment), name, above: .greater, 0, below: .less, 0, factor: 1, unit: .fraction)
  }

  private static func netPromoters(_ name: String) -> Measure {
    balance(
      of: FieldReference(.npsScore), name, above: .greaterOrEqual, 9, below: .less, 7, factor: 100,
      unit: .points)
  }

  private static func balance(
    of field: FieldReference, _ name: String, above: Comparison, _ high: Double, below: Comparison,
    _ low: Double,
    factor: Double, unit: Unit
  ) -> Measure {
    Measure(
      name: name, unit: unit, form: .balance(factor: factor),
      statistics: [
        Statistic(.count, where: .compare(field, above, .number(high))),
        Statistic(.count, where: .compare(field, below, .number(low))),
        Statistic(.count, where: .not(.isMissing(field))),
      ], bad: .down)
  }

  private static func topBox(_ role: Role, atLeast score: Double, _ name: String) -> Measure {
    let field = FieldReference(role)
    return Measure(
      name: name, unit: .fraction, form: .proportion,
      statistics: [
        Statistic(.count, where: .compare(field, .greaterOrEqual, .number(score))),
        Statistic(.count, where: .not(.isMissing(field))),
      ], bad: .down)
  }

  /// The share of the tickets for which a flag is known.
  private static func rate(of role: Role, _ name: String) -> Measure {
    let field = FieldReference(role)
    return Measure(
      name: name, unit: .fraction, form: .proportion,
      statistics: [
        Statistic(.count, kinds: [.ticket], where: .isTrue(field)),
        Statistic(.count, kinds: [.ticket], where: .not(.isMissing(field))),
      ], kinds: [.ticket], bad: .up)
  }

  private static func median(of role: Role, _ name: String) -> Measure {
    Measure(
      name: name, unit: .seconds, form: .value(factor: 0.001),
      statistics: [Statistic(.quantile(0.5), of: FieldReference(role))], bad: .up)
  }

  private static func firstContactResolution(_ name: String) -> Measure {
    let solved = FieldReference.solvedAtFirstContact
    return Measure(
      name: name, unit: .fraction, form: .proportion,
      statistics: [
        Statistic(.count, kinds: [.ticket], where: .isTrue(solved)),
        Statistic(.count, kinds: [.ticket], where: .not(.isMissing(solved))),
      ], kinds: [.ticket], bad: .down)
  }

  private static func repeats(_ name: String) -> Measure {
    let repeated = FieldReference.repeatedContact
    return Measure(
      name: name, unit: .fraction, form: .proportion,
      statistics: [
        Statistic(.count, kinds: [.ticket], where: .isTrue(repeated)),
        Statistic(.count, kinds: [.ticket], where: .not(.isMissing(repeated))),
      ], kinds: [.ticket], bad: .up)
  }
}

extension FieldReference {
  /// Computed from the customer's other contacts: solved and no further contact on the topic within 7 days; missing while
  /// the 7 days are not over (method 4, FCR).
  public static let solvedAtFirstContact = FieldReference(name: "solved at first contact", type: .boolean)

  /// Computed from the customer's other tickets: another on the same topic in the 14 days before; missing without a
  /// customer or a topic.
  public static let repeatedContact = FieldReference(name: "repeated contact", type: .boolean)

  /// The fields that are computed from a customer's other events.
  public static let computedFromHistory: Set<FieldReference> = [.solvedAtFirstContact, .repeatedContact]
}
