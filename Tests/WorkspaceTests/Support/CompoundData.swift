/// Tickets and a voice in twelve places over some days, with one thing planted in some of them.
///
/// The same rows as in `Fixtures/compound-expected.py`, made by the same generator of random numbers.
struct CompoundData {
  private(set) var tickets = ["time,stage,channel,customer,topic,touchpoint,escalated,csat,nps"]
  private(set) var mentions = ["time,kind,stage,channel,customer,topic,sentiment"]
  private var state: UInt64 = 20_250_106

  static let stages = ["buy", "care", "use"]
  static let channels = ["app", "chat", "email", "web"]
  static let efforts = ["1", "2", "3", "5", "8", ""]

  private let days: Int

  init(days: Int) {
    self.days = days
    for day in 0..<days {
      for cell in 0..<12 { add(cell, day, of: days) }
    }
  }

  /// Each place with two touchpoints: one that says what a fix takes, one that does not.
  static var touchpoints: String {
    let rows = (0..<12).flatMap { cell in
      [
        "tp\(cell),\(stages[cell / 4]),\(channels[cell % 4]),Owner \(cell),\(cell % 5 + 1),\(efforts[cell % 6])",
        "alt\(cell),\(stages[cell / 4]),\(channels[cell % 4]),,,",
      ]
    }
    return (["touchpoint,stage,channel,owner,stakes,effort"] + rows).joined(separator: "\n") + "\n"
  }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func add(_ cell: Int, _ day: Int, of days: Int) {
    let isLate = day >= days - 28
    let base = 1 + cell % 3
    var tickets = below(2 * base + 1)
    var mentions = below(3) + cell % 2
    var shift = 0
    if isLate, cell == 1 || cell == 4 { tickets += tickets + 1 }
    if isLate, cell == 1 || cell == 7 { shift = -40 }
    if isLate, cell == 10 { (tickets, shift) = (2 * tickets + 1, -35) }
    if cell == 5, day >= days - 21, day < days - 14 { (tickets, shift) = (4 * tickets + 4, -60) }
    if cell == 9 { mentions = day % 9 == 0 ? 1 : 0 }
    if cell == 2, day == days - 10 { (tickets, mentions, shift) = (tickets + 6, 40, -70) }
    for _ in 0..<tickets { addTicket(cell, day) }
    for _ in 0..<mentions { addMention(cell, day, shift) }
  }

  private mutating func addTicket(_ cell: Int, _ day: Int) {
    let customer = below(320)
    let isLost = below(60) == 0
    let topic = below(2)
    let isOther = below(4) == 0
    let channel = isLost ? "" : Self.channels[cell % 4]
    let touchpoint = isLost ? "" : (isOther ? "alt" : "tp") + "\(cell)"
    tickets.append(
      "\(Self.date(day)),\(Self.stages[cell / 4]),\(channel),\(Self.name(customer)),\(Self.topic(topic)),\(touchpoint),\(answers(cell, day, customer))"
    )
  }

  /// Whether a ticket was escalated, its csat and its likelihood to recommend: by rule, so that no random number more is
  /// drawn than for tickets and voice.
  private func answers(_ cell: Int, _ day: Int, _ customer: Int) -> String {
    let isLate = day >= days - 28
    var escalated = (customer + day) % 7 == 0
    if isLate, cell == 1 || cell == 8 { escalated = escalated || customer % 3 == 0 }
    if day >= days - 7, cell == 3 { escalated = escalated || customer % 2 == 0 }
    if isLate, cell == 11 { escalated = false }
    let csat = max(1, 1 + (customer * 7 + day) % 5 - (isLate && (cell == 1 || cell == 4) ? 2 : 0))
    let nps = max(0, (customer * 3 + day) % 11 - (isLate && (cell == 1 || cell == 7) ? 5 : 0))
    return [
      "\(escalated)", customer % 4 == 1 ? "" : "\(csat)", customer % 5 == 2 ? "" : "\(nps)",
    ].joined(separator: ",")
  }

  private mutating func addMention(_ cell: Int, _ day: Int, _ shift: Int) {
    let customer = below(320)
    let topic = below(2)
    let isMute = below(25) == 0
    let score = max(-100, min(100, below(121) - 60 + shift))
    let sentiment = isMute ? "" : "\(Double(score) / 100)"
    let kind = mentions.count % 5 == 0 ? "review" : "mention"
    mentions.append(
      "\(Self.date(day)),\(kind),\(Self.stages[cell / 4]),\(Self.channels[cell % 4]),\(Self.name(customer)),\(Self.topic(topic)),\(sentiment)"
    )
  }

  private static func topic(_ number: Int) -> String { number == 0 ? "a" : "b" }
  private static func name(_ customer: Int) -> String { customer < 20 ? "" : "C\(customer)" }

  /// A day counted from Monday 2025-01-06.
  private static func date(_ day: Int) -> String {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (year, month, rest) = (2025, 0, day + 5)
    while rest >= lengths[month] {
      rest -= lengths[month]
      month = (month + 1) % 12
      if month == 0 { year += 1 }
    }
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(pad(month + 1))-\(pad(rest + 1))"
  }

  /// A desk with the data loaded.
  static func desk(days: Int) throws -> Desk {
    let data = CompoundData(days: days)
    return try Desk(
      [
        "tickets.csv": data.tickets.joined(separator: "\n") + "\n",
        "mentions.csv": data.mentions.joined(separator: "\n") + "\n", "touchpoints.csv": touchpoints,
      ],
      """
      load tickets "tickets.csv"
      load mentions "mentions.csv" with (sentiment = sentiment scale -1..1)
      load touchpoints "touchpoints.csv"
      """)
  }
}
