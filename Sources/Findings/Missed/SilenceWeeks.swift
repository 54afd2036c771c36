import DataModel
import Diagnostics
import Semantics
import Vocabulary

/// The whole weeks that `silences` compares: the last 4, or those of `during`, with the up to 12 before.
struct SilenceWeeks {
  /// The first day of each week.
  let starts: [Int]
  /// How many of the last weeks are the current window.
  let current: Int

  /// The fewest weeks in which a silence can be seen.
  static let least = 5

  /// - Throws: `Mistakes` where there are too few weeks, or none in the period.
  init(_ calendar: DataCalendar, kinds: Set<EventKind>, period: ResolvedPeriod?) throws(Mistakes) {
    let whole = calendar.wholePeriods(.week, for: kinds)
    var end = whole?.end ?? 0
    let first = whole?.start ?? 0
    if let asked = period?.days.end { end = max(first, min(end, Grain.week.start(containing: asked))) }
    let starts = Array(stride(from: first, to: end, by: 7))
    let wanted = period.map { period in starts.count { $0 >= (period.days.start ?? .min) } } ?? 4
    if wanted == 0, let period, let whole {
      throw Mistakes(
        .emptyWindow(period.days.text, whole: DayRange(start: whole.start, end: whole.end).text))
    }
    guard starts.count >= Self.least else {
      throw Mistakes(
        .shortHistory(FinderName.silences.rawValue, weeks: starts.count, needs: Self.least))
    }
    self.starts = starts
    current = min(wanted, starts.count / 2)
  }

  /// The weeks before the current window with which it is compared.
  var previous: Range<Int> { max(0, starts.count - current - 12)..<(starts.count - current) }

  var allDays: DayRange { days(0..<starts.count) }
  var currentDays: DayRange { days((starts.count - current)..<starts.count) }
  var previousDays: DayRange { days(previous) }

  private func days(_ weeks: Range<Int>) -> DayRange {
    DayRange(start: weeks.first.map { starts[$0] }, end: weeks.last.map { starts[$0] + 7 })
  }
}
