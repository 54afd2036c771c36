/// The log of visits, sessions and sales.
struct InteractionRows {
  static let header = "id,occurred_at,customer_id,channel,stage,touchpoint,action,amount"
  private var random: RandomSource
  private let amounts = LogNormal(spread: 0.8)

  init(seed: UInt64) { random = RandomSource(seed: seed, stream: 34) }

  mutating func write(
    _ event: Event, _ labels: Labels, to file: inout CSVFile
  ) throws(SampleError) {
    let isSale = event.stage == .purchase && random.chance(0.2)
    file.start(event, UInt8(ascii: "I"), labels)
    file.place(event, labels)
    file.cell(isSale ? Self.sale : Self.actions[event.channel.rawValue])
    if isSale { file.hundredths(Int(14_000 * amounts.draw(&random))) } else { file.emptyCell() }
    try file.endRow()
  }

  private static let sale = Array("purchase".utf8)
  private static let actions = [
    "menu call", "opened email", "chat", "session", "page view", "click", "visit", "thread view",
  ].map { Array($0.utf8) }
}
