import Vocabulary

/// A day, week, month … of the calendar in the session's zone; a key of `by`.
public struct CalendarPeriod: Hashable, Sendable, Comparable {
  public var grain: Grain
  /// Days since 1970-01-01 of its first day; for `hour`, hours since 1970-01-01T00; for `weekday`, 0 = Monday.
  public var index: Int32

  public init(grain: Grain, index: Int32) {
    self.grain = grain
    self.index = index
  }

  public static func < (left: CalendarPeriod, right: CalendarPeriod) -> Bool { left.index < right.index }

  /// As csv and json write it: a week as its Monday's date, `2026-07`, `2026-Q3`, `2026`, `Monday`.
  public var text: String {
    switch grain {
    case .day, .week: return CivilDate(dayNumber: Int(index)).text
    case .hour:
      let day = Int((Double(index) / 24).rounded(.down))
      return CivilDate(dayNumber: day).text + "T" + twoDigits(Int(index) - day * 24) + ":00"
    case .month:
      let date = CivilDate(dayNumber: Int(index))
      return fourDigits(date.year) + "-" + twoDigits(date.month)
    case .quarter:
      let date = CivilDate(dayNumber: Int(index))
      return fourDigits(date.year) + "-Q\((date.month - 1) / 3 + 1)"
    case .year: return fourDigits(CivilDate(dayNumber: Int(index)).year)
    case .weekday: return Self.weekdayNames[Int(index) % 7]
    }
  }

  /// From Monday.
  public static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
