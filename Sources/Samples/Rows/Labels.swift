/// The names that many rows repeat, as bytes.
struct Labels {
  let stages = Stage.allCases.map { Array($0.name.utf8) }
  let channels = Channel.allCases.map { Array($0.name.utf8) }
  let touchpoints = Touchpoint.all.map { Array($0.name.utf8) }
  /// By touchpoint.
  let teams = Touchpoint.all.map { Array($0.team.utf8) }
  let dates = (0..<SampleCalendar.days).map { Array(SampleCalendar.date($0).utf8) }

  static let firstID = 10_001
  static let firstCustomer = 10_001
}

extension CSVFile {
  /// The cells that every file of events has: id, time, customer.
  mutating func start(_ event: Event, _ letter: UInt8, _ labels: Labels) {
    id(letter, Labels.firstID + rows)
    time(labels.dates[event.day], second: event.second)
    customer(event.customer)
  }

  mutating func customer(_ index: Int?) {
    if let index { id(UInt8(ascii: "C"), Labels.firstCustomer + index) } else { emptyCell() }
  }

  mutating func place(_ event: Event, _ labels: Labels) {
    cell(labels.channels[event.channel.rawValue])
    cell(labels.stages[event.stage.rawValue])
    cell(labels.touchpoints[event.touchpoint])
  }
}
