import DataModel
import Planning
import Statistics

/// Grouped sums laid out by cell and period; cells in the order of their keys.
struct SignalGrids {
  let cells: [[Value]]
  var tickets: Grid
  var mentions: Grid
  var sums: Grid
  var squares: Grid
  /// Tickets and mentions that lack a key: they belong to no place.
  let withoutKey: Int

  init(_ grouped: GroupedSums, keyCount: Int, periods: CompoundPeriods) {
    var positions: [[Value]: Int] = [:]
    var cells: [[Value]] = []
    var missing = 0.0
    let numbered = grouped.rows.map { row in (keys: Array(row.keys.prefix(keyCount)), row: row) }
    for (keys, row) in numbered {
      let cases = (row.sums[0].asNumber ?? 0) + (row.sums[1].asNumber ?? 0)
      if keys.contains(.missing) {
        missing += cases
      } else if cases > 0, positions[keys] == nil {
        positions[keys] = 0
        cells.append(keys)
      }
    }
    cells.sort(by: keysAscend)
    for (index, keys) in cells.enumerated() { positions[keys] = index }
    let indexOfPeriod = Dictionary(uniqueKeysWithValues: periods.starts.enumerated().map { ($1, $0) })
    var grids = (0..<4).map { _ in Grid(cells: cells.count, periods: periods.count) }
    for (keys, row) in numbered {
      guard let cell = positions[keys], case .period(let period)? = row.keys.last,
        let column = indexOfPeriod[Int(period.index)]
      else { continue }
      for (grid, value) in row.sums.enumerated() { grids[grid][cell, column] = value.asNumber ?? 0 }
    }
    self.cells = cells
    (tickets, mentions, sums, squares) = (grids[0], grids[1], grids[2], grids[3])
    withoutKey = Int(missing)
  }
}
