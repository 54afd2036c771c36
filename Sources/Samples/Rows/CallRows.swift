/// The telephone system's export.
struct CallRows {
  static let header =
    "id,started_at,customer_id,channel,stage,touchpoint,topic,"
    + "wait_seconds,handle_time_seconds,transferred,first_contact"
  private var random: RandomSource
  private let waits = LogNormal(spread: 0.9)
  private let lengths = LogNormal(spread: 0.55)

  init(seed: UInt64) { random = RandomSource(seed: seed, stream: 33) }

  mutating func write(
    _ event: Event, _ labels: Labels, _ composer: inout Composer, to file: inout CSVFile
  ) throws(SampleError) {
    let isEscalator = event.persona == .escalator
    let wait = 70 * waits.draw(&random) * (event.isFailing ? 1.8 : 1)
    let median = isEscalator ? 520.0 : event.persona == .branchLoyalist ? 400 : 290
    let length = median * lengths.draw(&random) * (event.isFailing ? 1.3 : 1)
    file.start(event, UInt8(ascii: "P"), labels)
    file.place(event, labels)
    file.cell(composer.book.topics[event.topic].name)
    file.cell(Int(wait))
    file.cell(max(15, Int(length)))
    file.yes(random.chance(isEscalator ? 0.4 : 0.14))
    file.yes(random.chance((isEscalator ? 0.45 : 0.74) * (event.isFailing ? 0.7 : 1)))
    try file.endRow()
  }
}
