import DataModel
import Diagnostics
import Semantics
import Statistics
import Vocabulary

/// The periods of a scan: whole weeks, or days where the data is short (method 1 and 2).
struct ScanPeriods {
  /// `week` or `day`.
  let grain: Grain
  /// The first day of each period.
  let starts: [Int]
  /// The day after the last period.
  let end: Int
  /// How many of the last periods are the current window.
  let current: Int
  let comparison: ScanOptions.Comparison
  /// The last period is not complete.
  let hasPartialEnd: Bool

  var count: Int { starts.count }

  /// - Throws: `Mistakes` where the history is too short, or the periods asked for are not in the data.
  init(_ query: ResolvedScan, window: StandardWindow, calendar: DataCalendar) throws(Mistakes) {
    let kinds = query.kinds
    guard let first = calendar.firstDay(of: kinds), let dataEnd = calendar.end(of: kinds) else {
      throw Mistakes(.nothingLoaded(span: nil))
    }
    let span = dataEnd - first
    grain = span >= 35 ? .week : .day
    guard span >= 14 else { throw Self.tooShort("the data spans \(span) days", query) }
    let limits = try Self.limits(query, grain, calendar, first, dataEnd)
    (end, hasPartialEnd) = (limits.end, limits.isPartial)
    starts = Array(stride(from: limits.start, to: limits.end, by: grain == .week ? 7 : 1))
    guard starts.count >= 2 else { throw Self.tooShort("there is no complete period to compare with", query) }
    if grain == .day, query.period == nil, starts.count < 14 {
      throw Self.tooShort("\(starts.count) whole days", query)
    }
    let wanted = try Self.currentCount(query, window, grain, starts, limits.end)
    current = min(wanted, starts.count / 2)
    comparison = try Self.comparison(query, window, grain, starts, current)
  }

  private static func tooShort(_ found: String, _ query: ResolvedScan) -> Mistakes {
    Mistakes(.shortHistory(found, finder: query.finder, needs: query.subject))
  }

  private static func limits(
    _ query: ResolvedScan, _ grain: Grain, _ calendar: DataCalendar, _ first: Int, _ dataEnd: Int
  ) throws(Mistakes) -> (start: Int, end: Int, isPartial: Bool) {
    let kinds = query.kinds
    var start = grain.start(containing: first)
    if !calendar.isWholeFromStart(start, grain.advance(start, by: 1), for: kinds) {
      start = grain.advance(start, by: 1)
    }
    guard let complete = calendar.endOfLastComplete(grain, for: kinds) else {
      throw tooShort("no \(grain.rawValue) is complete", query)
    }
    var end = complete
    if let asked = query.period?.days.end { end = min(complete, grain.start(containing: asked)) }
    let lastStart = grain.start(containing: dataEnd - 1)
    let isPartial = query.keepsPartial && query.period == nil && lastStart >= complete
    if isPartial { end = grain.advance(lastStart, by: 1) }
    return (start, max(start, end), isPartial)
  }

  private static func currentCount(
    _ query: ResolvedScan, _ window: StandardWindow, _ grain: Grain, _ starts: [Int], _ end: Int
  ) throws(Mistakes) -> Int {
    guard let days = query.period?.days else { return grain == .week ? window.weeks : 7 }
    let count = starts.count { $0 >= (days.start ?? .min) && $0 < end }
    guard count >= 1 else {
      throw Mistakes(
        .emptyWindow(
          days.text, grain: grain.rawValue, whole: DayRange(start: starts.first, end: end).text))
    }
    return count
  }

  private static func comparison(
    _ query: ResolvedScan, _ window: StandardWindow, _ grain: Grain, _ starts: [Int], _ current: Int
  ) throws(Mistakes) -> ScanOptions.Comparison {
    switch query.comparison {
    case .standard:
      if grain == .week { return window.comparison }
      // Whole weeks, so that every weekday is in both windows.
      let days = 7 * (min(21, starts.count - current) / 7)
      guard days > 0 else {
        throw tooShort("\(starts.count) whole days, \(current) of them the current window", query)
      }
      return .before(days)
    case .before(let unit, let count):
      return .before(max(1, count == 0 ? current : periods(unit, count, grain)))
    case .range(let days):
      let chosen = starts.indices.filter { index in
        starts[index] >= (days.start ?? .min) && grain.advance(starts[index], by: 1) <= (days.end ?? .max)
          && index < starts.count - current
      }
      guard !chosen.isEmpty else { throw Mistakes(.noComparison(days.text)) }
      return .periods(chosen)
    case .yearOnYear:
      guard grain == .week, starts.count >= 52 + current else {
        throw Mistakes(.noComparison("the same weeks a year before"))
      }
      return .yearEarlier(periodsInYear: 52)
    }
  }

  private static func periods(_ unit: Grain, _ count: Int, _ grain: Grain) -> Int {
    let days = unit.advance(0, by: count)
    return grain == .week ? Int((Double(days) / 7).rounded()) : days
  }

  /// The days of the current window.
  var currentDays: DayRange { DayRange(start: starts[starts.count - current], end: end) }

  /// The days of the comparison window, from its first to its last period.
  func comparisonDays(_ windows: ScanWindows) -> DayRange {
    guard let first = windows.previous.first, let last = windows.previous.last else {
      return DayRange(start: nil, end: nil)
    }
    return DayRange(start: starts[first], end: grain.advance(starts[last], by: 1))
  }

  /// The exposure of each period to events of some kinds: 1, or weekday-weighted days where the periods differ.
  func exposure(to kinds: Set<EventKind>, calendar: DataCalendar) -> [Double]? {
    let weekdays = kinds.compactMap { calendar.spans[$0]?.byWeekday }
    let byWeekday = (0..<7).map { day in Double(weekdays.map { $0[day] }.reduce(0, +)) }
    let total = byWeekday.reduce(0, +)
    guard total > 0 else { return nil }
    let share = { (day: Int) in 7 * byWeekday[CivilDate(dayNumber: day).weekday] / total }
    if grain == .day { return starts.map(share) }
    guard hasPartialEnd, let last = starts.last, let dataEnd = calendar.end(of: kinds) else { return nil }
    let partial = (last..<min(dataEnd, last + 7)).map(share).reduce(0, +) / 7
    return starts.map { $0 == last ? partial : 1 }
  }
}

/// The windows of a scan where nobody asks for others; days are compared by whole weeks in any case.
struct StandardWindow {
  /// The length of the current window.
  var weeks: Int
  /// What weeks are compared with.
  var comparison: ScanOptions.Comparison

  /// The windows that the options of a scan stand for.
  init(_ options: ScanOptions) {
    weeks = options.currentPeriods
    comparison = options.comparison
  }
}
