/// How many events of one kind fall on each day and cell.
struct EventCounts {
  private var counts: [Int32]

  /// Draws each of `total` events apart, so that the sum is exact and the proportions are the weights'.
  ///
  /// The first and the last day get one event each, whatever chance would have said.
  init(total: Int, weights: [Double], _ random: inout RandomSource) {
    counts = [Int32](repeating: 0, count: weights.count)
    let lastDay = weights.count - Cell.count
    counts[AliasTable(Array(weights[..<Cell.count])).draw(&random)] += 1
    counts[lastDay + AliasTable(Array(weights[lastDay...])).draw(&random)] += 1
    let table = AliasTable(weights)
    for _ in 0..<max(0, total - 2) {
      counts[table.draw(&random)] += 1
    }
  }

  subscript(day: Int, cell: Int) -> Int { Int(counts[day * Cell.count + cell]) }
}
