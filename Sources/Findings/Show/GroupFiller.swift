import DataModel
import Planning
import Semantics
import Vocabulary

/// Adds groups that no event fell into: empty weeks, and what only the comparison has.
struct GroupFiller {
  let query: ResolvedShow
  let calendar: DataCalendar
  private let sheet: StatisticSheet

  init(query: ResolvedShow, calendar: DataCalendar) {
    self.query = query
    self.calendar = calendar
    sheet = StatisticSheet(query.items)
  }

  /// The most groups that are added, so that a question by hour and customer does not explode.
  private static let limit = 100_000

  mutating func fill(_ rows: [GroupedSums.Row], also earlier: [GroupedSums.Row]?) -> [GroupedSums.Row] {
    var byKeys: [[Value]: GroupedSums.Row] = [:]
    var order = rows.map(\.keys)
    for row in rows { byKeys[row.keys] = row }
    for keys in (earlier ?? []).map(\.keys) where byKeys[keys] == nil {
      byKeys[keys] = GroupedSums.Row(keys: keys, sums: sheet.emptySums)
      order.append(keys)
    }
    let wanted = withEmptyPeriods(order)
    guard wanted.count > rows.count else { return rows }
    return wanted.sorted(by: keysAscend).map {
      byKeys[$0] ?? GroupedSums.Row(keys: $0, sums: sheet.emptySums)
    }
  }

  private func withEmptyPeriods(_ keys: [[Value]]) -> [[Value]] {
    let grained = query.keys.indices.filter {
      if case .grain(let grain) = query.keys[$0].form { grain != .weekday && grain != .hour } else { false }
    }
    guard grained.count == 1, let position = grained.first, case .grain(let grain) = query.keys[position].form
    else { return keys }
    let periods = self.periods(grain, keys.map { $0[position] })
    var all = Set(keys)
    let others = Set(keys.map { key in key.enumerated().filter { $0.offset != position }.map(\.element) })
    guard periods.count * max(1, others.count) <= Self.limit else { return keys }
    for other in query.keys.count == 1 ? [[]] : others {
      for period in periods {
        var key = other
        key.insert(period, at: position)
        all.insert(key)
      }
    }
    return Array(all)
  }

  /// The periods from the first to the last that the question covers.
  private func periods(_ grain: Grain, _ seen: [Value]) -> [Value] {
    let days = seen.compactMap { value -> Int? in
      if case .period(let period) = value { Int(period.index) } else { nil }
    }
    let starts = [calendar.firstDay(of: query.scope.kinds), days.min()].compactMap { $0 }
    let ends = [calendar.lastDay(of: query.scope.kinds), days.max()].compactMap { $0 }
    guard let covered = starts.min(), let last = ends.max() else { return [] }
    var day = grain.start(containing: max(covered, query.scope.days?.start ?? covered))
    let end = min(last, query.scope.days?.end.map { $0 - 1 } ?? last)
    var periods: [Value] = []
    while day <= end, periods.count < Self.limit {
      periods.append(.period(CalendarPeriod(grain: grain, index: Int32(day))))
      day = grain.advance(day, by: 1)
    }
    return periods
  }
}

/// The order of groups: each key ascending, missing last; texts by their bytes.
func keysAscend(_ left: [Value], _ right: [Value]) -> Bool {
  for (a, b) in zip(left, right) where a != b {
    return valueAscends(a, b)
  }
  return false
}

/// Whether one value stands before another; missing ones stand last.
func valueAscends(_ left: Value, _ right: Value) -> Bool {
  switch (left, right) {
  case (.missing, _): false
  case (_, .missing): true
  case (.text(let a), .text(let b)): textAscends(a, b)
  case (.period(let a), .period(let b)): a < b
  case (.instant(let a, _), .instant(let b, _)): a < b
  default: (left.asNumber ?? 0) < (right.asNumber ?? 0)
  }
}

/// The order of UTF-8 bytes.
func textAscends(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
