/// The help desk's export: one row for each ticket.
struct TicketRows {
  static let header =
    "id,created_at,customer_id,channel,stage,touchpoint,topic,team,status,escalated,reopened,"
    + "first_response_minutes,resolution_time_hours,csat,subject"
  private var random: RandomSource
  private let waits = LogNormal(spread: 0.8)
  private let efforts = LogNormal(spread: 1)

  init(seed: UInt64) { random = RandomSource(seed: seed, stream: 30) }

  mutating func write(
    _ event: Event, _ labels: Labels, _ composer: inout Composer, to file: inout CSVFile
  ) throws(SampleError) {
    let mood: Mood = random.chance(0.66 - 0.5 * event.meanSentiment) ? .bad : .plain
    let escalated = random.chance(event.persona.escalation * (event.isFailing ? 2 : 1))
    let hours = resolutionHours(event, escalated)
    let status = status(event, hours)
    file.start(event, UInt8(ascii: "T"), labels)
    file.place(event, labels)
    file.cell(composer.book.topics[event.topic].name)
    file.cell(labels.teams[event.touchpoint])
    file.cell(Self.words[status.rawValue])
    file.yes(escalated)
    file.yes(status.isDone && random.chance(event.persona.reopening * (event.isFailing ? 1.6 : 1)))
    file.cell(firstResponse(event))
    if status.isDone { file.cell(Int(hours.rounded(.up))) } else { file.emptyCell() }
    file.cell(status.isDone && random.chance(0.3) ? satisfaction(event) : nil)
    file.text(composer.compose(event, .subject, mood: mood))
    try file.endRow()
  }

  private enum Status: Int {
    case open, pending, solved, closed
    var isDone: Bool { self == .solved || self == .closed }
  }

  private static let words = ["open", "pending", "solved", "closed"].map { Array($0.utf8) }

  /// A ticket that the export's last minute still finds at work has no resolution.
  private mutating func status(_ event: Event, _ hours: Double) -> Status {
    let hoursLeft = Double((SampleCalendar.days - event.day) * 24) - Double(event.second) / 3600
    if hours > hoursLeft { return random.chance(0.3) ? .pending : .open }
    if random.chance(0.012) { return .pending }
    return hours + 96 > hoursLeft ? .solved : .closed
  }

  private mutating func resolutionHours(_ event: Event, _ escalated: Bool) -> Double {
    let median =
      switch event.channel {
      case .phone, .chat, .branch: 7.0
      case .app, .social: 26.0
      case .email, .web, .forum: 38.0
      }
    return median * efforts.draw(&random) * (escalated ? 3 : 1) * (event.isFailing ? 1.5 : 1)
  }

  private mutating func firstResponse(_ event: Event) -> Int {
    let minutes = event.channel.firstResponseMinutes * waits.draw(&random)
    return max(1, Int(minutes * (event.isFailing ? 1.6 : 1)))
  }

  private mutating func satisfaction(_ event: Event) -> Int {
    let felt = 3.4 + 2.2 * event.meanSentiment + 1.1 * random.normal()
    return max(1, min(5, Int(felt.rounded())))
  }
}
