import DataModel
import Vocabulary

/// A period made definite against the end of the data.
public struct ResolvedPeriod: Hashable, Sendable {
  public var days: DayRange
  /// The unit in which it was said, and how many of it; nil for a range of days.
  public var unit: Grain?
  public var count: Int

  public init(days: DayRange, unit: Grain? = nil, count: Int = 1) {
    self.days = days
    self.unit = unit
    self.count = count
  }

  /// The period of the same length directly before.
  public var previous: ResolvedPeriod? {
    guard let start = days.start, let end = days.end else { return nil }
    guard let unit else {
      return ResolvedPeriod(days: DayRange(start: start - (end - start), end: start))
    }
    return ResolvedPeriod(
      days: DayRange(start: unit.advance(start, by: -count), end: start), unit: unit, count: count)
  }

  /// The same period one year before; weeks and days stay on their weekdays (52 weeks).
  public var yearBefore: ResolvedPeriod? {
    guard let start = days.start, let end = days.end else { return nil }
    guard let unit, unit == .month || unit == .quarter || unit == .year else {
      return ResolvedPeriod(days: DayRange(start: start - 364, end: end - 364), unit: unit, count: count)
    }
    return ResolvedPeriod(
      days: DayRange(start: Grain.year.advance(start, by: -1), end: Grain.year.advance(end, by: -1)),
      unit: unit,
      count: count)
  }
}
