import DataModel
import Planning
import Semantics
import Vocabulary

/// Tells a zero from a gap: a count of nothing is a zero where the data covers the time, else it is missing.
struct DataCoverage {
  let keys: [ResolvedKey]
  let calendar: DataCalendar
  let sheet: StatisticSheet
  /// For each statistic of the sheet the kinds of event that can add to it; nil for all.
  private let kinds: [Set<EventKind>?]

  init(_ query: ResolvedShow, calendar: DataCalendar, sheet: StatisticSheet) {
    keys = query.keys
    self.calendar = calendar
    self.sheet = sheet
    var byStatistic: [Statistic: Set<EventKind>] = [:]
    for measure in query.items.flatMap({ $0.expression.measures }) {
      for statistic in measure.statistics { byStatistic[statistic] = statistic.kinds ?? measure.kinds }
    }
    kinds = sheet.statistics.map { byStatistic[$0] }
  }

  /// The rows with what is no zero made missing.
  func marked(_ rows: [GroupedSums.Row], during days: DayRange?) -> [GroupedSums.Row] {
    rows.map { row in
      GroupedSums.Row(keys: row.keys, sums: marked(row.sums, self.days(of: row.keys, within: days)))
    }
  }

  /// Sums with what is no zero in these days made missing.
  func marked(_ sums: [Value], _ days: DayRange?) -> [Value] {
    guard let days else { return sums }
    // A loop, not a closure: Swift 6.3.1 crashes on the closure when it optimizes `ShowFinder.table`.
    var marked = sums
    for (index, kinds) in zip(sums.indices, kinds) where sums[index] == .integer(0) {
      if !calendar.covers(from: days.start, to: days.end, for: kinds) { marked[index] = .missing }
    }
    return marked
  }

  /// The days of a row: those of its period within those of the question.
  private func days(of row: [Value], within days: DayRange?) -> DayRange? {
    for (key, value) in zip(keys, row) {
      guard case .grain(let grain) = key.form, grain != .weekday, case .period(let period) = value else {
        continue
      }
      let index = Int(period.index)
      let start = grain == .hour ? Int((Double(index) / 24).rounded(.down)) : index
      let end = grain.advance(start, by: 1)
      return DayRange(start: max(start, days?.start ?? .min), end: min(end, days?.end ?? .max))
    }
    return days
  }
}
