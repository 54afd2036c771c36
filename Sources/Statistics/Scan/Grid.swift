/// Numbers by cell and period; the last period is the most recent.
public struct Grid: Sendable, Hashable {
  /// The number of cells (rows).
  public let cells: Int
  /// The number of periods (columns).
  public let periods: Int
  /// The numbers, cell after cell.
  private var values: [Double]

  /// A grid filled with one number.
  public init(cells: Int, periods: Int, repeating value: Double = 0) {
    self.cells = cells
    self.periods = periods
    values = Array(repeating: value, count: cells * periods)
  }

  /// A grid from one row of periods for each cell; shorter rows are filled with zeros.
  public init(_ rows: [[Double]]) {
    self.init(cells: rows.count, periods: rows.map(\.count).max() ?? 0)
    for (cell, row) in rows.enumerated() {
      for (period, value) in row.enumerated() { self[cell, period] = value }
    }
  }

  /// A grid in which every cell has the same row.
  public init(cells: Int, everyRow row: [Double]) {
    self.init(cells: cells, periods: row.count)
    values = Array(repeating: row, count: cells).flatMap(\.self)
  }

  /// The number of a cell in a period.
  public subscript(_ cell: Int, _ period: Int) -> Double {
    get { values[cell * periods + period] }
    set { values[cell * periods + period] = newValue }
  }

  /// The sum of one cell over some periods, in their order.
  public func sum(_ cell: Int, over chosen: some Sequence<Int>) -> Double {
    var sum = 0.0
    for period in chosen { sum += self[cell, period] }
    return sum
  }

  /// The numbers of one cell in some periods.
  func row(_ cell: Int, at chosen: some Sequence<Int>) -> [Double] { chosen.map { self[cell, $0] } }

  /// All cells added up, as a grid of one cell.
  public func columnSums() -> Grid {
    var sums = Grid(cells: 1, periods: periods)
    for cell in 0..<cells {
      for period in 0..<periods { sums[0, period] += self[cell, period] }
    }
    return sums
  }

  /// The same grid with every number changed by a function.
  func map(_ change: (Double) -> Double) -> Grid {
    var changed = self
    changed.values = values.map(change)
    return changed
  }

  /// A grid of the same shape, made number by number from this one and another.
  func combined(with other: Grid, _ combine: (Double, Double) -> Double) -> Grid {
    var combined = self
    combined.values = zip(values, other.values).map(combine)
    return combined
  }
}
