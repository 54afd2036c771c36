/// How many events of one kind fall on each day and cell.
struct EventCounts {
  private let cells: Int
  private var counts: [Int32]

  /// Draws each of `total` events apart, so that the sum is exact and the proportions are the weights'.
  ///
  /// The first and the last day get one event each, whatever chance would have said.
  init(total: Int, cells: Int, weights: [Double], _ random: inout RandomSource) {
    self.cells = cells
    counts = [Int32](repeating: 0, count: weights.count)
    let lastDay = weights.count - cells
    counts[AliasTable(Array(weights[..<cells])).draw(&random)] += 1
    counts[lastDay + AliasTable(Array(weights[lastDay...])).draw(&random)] += 1
    let table = AliasTable(weights)
    for _ in 0..<max(0, total - 2) {
      counts[table.draw(&random)] += 1
    }
  }

  subscript(day: Int, cell: Int) -> Int { Int(counts[day * cells + cell]) }
}
