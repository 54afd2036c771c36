/// How busy each cell is, for each kind of event.
///
/// Tickets are log-normal with a standard deviation of 0.7 in the logarithm; in a simulation all kinds are, with 1.2.
struct CellSizes {
  /// By kind and cell; no unit, only the proportions count.
  private(set) var sizes: [[Double]]

  /// What the journey does not explain; with the spread of the stages and channels it makes 0.7.
  private static let ownSpread = 0.55

  init(seed: UInt64, scenario: Scenario) {
    var random = RandomSource(seed: seed, stream: 1)
    guard scenario.simulation == nil else {
      let all = (0..<scenario.cells).map { _ in exponential(Simulation.spread * random.normal()) }
      sizes = EventKind.allCases.map { _ in all }
      return
    }
    let common = (0..<Cell.places).map { _ in random.normal() }
    sizes = EventKind.allCases.map { kind in
      (0..<Cell.places).map { cell in
        // A place that is busy with tickets is mostly busy with mentions, too.
        let own = 0.8 * common[cell] + 0.6 * random.normal()
        guard let channel = Cell.channel(cell).logSize(kind) else { return 0 }
        return exponential(channel + Cell.stage(cell).logSize + Self.ownSpread * own)
      }
    }
  }

  subscript(kind: EventKind) -> [Double] { sizes[kind.rawValue] }

  /// The smaller one of a cell's share of all tickets and of all mentions and reviews.
  func volume() -> [Double] {
    let tickets = self[.ticket]
    let voice = zip(self[.mention], self[.review]).map { mention, review in
      mention * EventKind.mention.share + review * EventKind.review.share
    }
    let allTickets = tickets.reduce(0, +)
    let allVoice = voice.reduce(0, +)
    return zip(tickets, voice).map { min($0 / allTickets, $1 / allVoice) }
  }
}
