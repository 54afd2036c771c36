/// The best and the worst rank of a cell if any one of the efforts were one step off.
public struct RankRange: Sendable, Hashable {
  /// The smallest rank, at best 1.
  public var low: Int
  /// The largest rank.
  public var high: Int
}

extension Effort {
  /// The next smaller and the next larger step of 1, 2, 3, 5, 8; one of them at an end.
  public var neighbours: [Effort] {
    let all = Effort.allCases
    guard let place = all.firstIndex(of: self) else { return [] }
    return [place - 1, place + 1].filter(all.indices.contains).map { all[$0] }
  }
}

/// How sure the order of a status is: every effort in turn is moved by one step, and the cells are ranked again.
///
/// Efforts are guesses; what stays in front whichever of them is off can be relied on.
///
/// - Returns: by index of the cell; cells of other statuses are left out.
public func rankRanges(_ cells: [ScanCell], status: ScanStatus) -> [Int: RankRange] {
  var listed = cells.filter { $0.status == status }
  rankByPriority(&listed, status: status)
  var ranges: [Int: RankRange] = [:]
  func note(_ ranked: [ScanCell]) {
    for cell in ranked {
      guard let rank = cell.rank else { continue }
      let range = ranges[cell.index] ?? RankRange(low: rank, high: rank)
      ranges[cell.index] = RankRange(low: min(range.low, rank), high: max(range.high, rank))
    }
  }
  note(listed)
  for place in listed.indices {
    for effort in listed[place].effort.neighbours {
      var moved = listed
      moved[place].effort = effort
      rankByPriority(&moved, status: status)
      note(moved)
    }
  }
  return ranges
}
