import Vocabulary

extension Grain {
  /// The first day of the period of this grain that holds a day; for `hour` and `weekday` the day itself.
  public func start(containing day: Int) -> Int {
    let date = CivilDate(dayNumber: day)
    switch self {
    case .hour, .day, .weekday: return day
    case .week: return day - date.weekday
    case .month: return CivilDate(year: date.year, month: date.month, day: 1).dayNumber
    case .quarter:
      return CivilDate(year: date.year, month: (date.month - 1) / 3 * 3 + 1, day: 1).dayNumber
    case .year: return CivilDate(year: date.year, month: 1, day: 1).dayNumber
    }
  }

  /// The first day of the period a number of periods after the one that begins on `day`.
  public func advance(_ day: Int, by count: Int) -> Int {
    switch self {
    case .hour, .day, .weekday: return day + count
    case .week: return day + 7 * count
    case .month: return Self.addMonths(count, to: day)
    case .quarter: return Self.addMonths(3 * count, to: day)
    case .year: return Self.addMonths(12 * count, to: day)
    }
  }

  private static func addMonths(_ count: Int, to day: Int) -> Int {
    let date = CivilDate(dayNumber: day)
    let months = date.year * 12 + (date.month - 1) + count
    let year = Int((Double(months) / 12).rounded(.down))
    let month = months - year * 12 + 1
    let length = CivilDate.days(inMonth: month, of: year)
    return CivilDate(year: year, month: month, day: min(date.day, length)).dayNumber
  }
}
