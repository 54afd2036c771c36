import DataModel

/// A baseline as the result of its statement, and back.
extension Baseline {
  private static let separator = " · "
  /// No form of a measure has more sums.
  private static let sumCount = 3

  /// One row for each measure of each place.
  public var table: Table {
    var columns = [
      Column("measure", .text, part: .key), Column("by", .text, part: .key),
      Column("place", .text, part: .key),
      Column("figure", .number, part: .figure),
    ]
    columns += (1...Self.sumCount).map { Column("sum\($0)", .number, givesWay: 2) }
    columns += [
      Column("days", .integer, givesWay: 1), Column("during", .text, givesWay: 1),
      Column("where", .text, givesWay: 3),
    ]
    return Table(columns: columns, rows: rows.map(cells))
  }

  private func cells(_ row: Row) -> [Value] {
    let sums = (0..<Self.sumCount).map { $0 < row.sums.count ? row.sums[$0] : .missing }
    return [
      .text(row.measure), .text(row.keys), .text(row.place.joined(separator: Self.separator)), row.figure,
    ] + sums
      + [.integer(Int64(row.days)), .text(row.period), .text(row.filter)]
  }

  /// Reads the rows of a recorded result; nil where they are not those of a baseline.
  ///
  /// - Parameter rows: cells in the order of `table`'s columns.
  public init?(name: String, rows: [[Value]]) {
    var read: [Row] = []
    for cells in rows {
      guard cells.count == 4 + Self.sumCount + 3, case .text(let measure) = cells[0],
        case .text(let keys) = cells[1],
        case .text(let place) = cells[2], let days = cells[4 + Self.sumCount].asNumber,
        case .text(let period) = cells[5 + Self.sumCount], case .text(let filter) = cells[6 + Self.sumCount]
      else { return nil }
      read.append(
        Row(
          keys: keys, place: keys.isEmpty ? [] : place.parts(between: Self.separator), measure: measure,
          figure: cells[3],
          sums: Array(cells[4..<4 + Self.sumCount]), filter: filter, period: period, days: Int(days)))
    }
    self.init(name: name, rows: read)
  }
}

extension String {
  /// The parts between a separator, without Foundation.
  fileprivate func parts(between separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
