import DataModel
import Planning
import Statistics

/// Grouped sums laid out by cell and period; cells in the order of their keys.
struct SignalGrids {
  let cells: [[Value]]
  /// A grid for each sum of the plan, in their order.
  let sums: [Grid]
  /// Cases that lack a key: they belong to no place.
  let withoutKey: Int

  /// - Parameters:
  ///   - plan: the keys of a cell, and the period behind them.
  ///   - cases: which of the sums count cases; a cell is what has at least one.
  init(_ grouped: GroupedSums, of plan: GroupPlan, cases: [Int], periods: ScanPeriods) {
    let keyCount = plan.keys.count - 1
    var positions: [[Value]: Int] = [:]
    var cells: [[Value]] = []
    var missing = 0.0
    let numbered = grouped.rows.map { row in (keys: Array(row.keys.prefix(keyCount)), row: row) }
    for (keys, row) in numbered {
      let count = cases.map { row.sums[$0].asNumber ?? 0 }.reduce(0, +)
      if keys.contains(.missing) {
        missing += count
      } else if count > 0, positions[keys] == nil {
        positions[keys] = 0
        cells.append(keys)
      }
    }
    cells.sort(by: keysAscend)
    for (index, keys) in cells.enumerated() { positions[keys] = index }
    let indexOfPeriod = Dictionary(uniqueKeysWithValues: periods.starts.enumerated().map { ($1, $0) })
    var grids = plan.statistics.map { _ in Grid(cells: cells.count, periods: periods.count) }
    for (keys, row) in numbered {
      guard let cell = positions[keys], case .period(let period)? = row.keys.last,
        let column = indexOfPeriod[Int(period.index)]
      else { continue }
      for (grid, value) in row.sums.enumerated() { grids[grid][cell, column] = value.asNumber ?? 0 }
    }
    self.cells = cells
    sums = grids
    withoutKey = Int(missing)
  }
}
