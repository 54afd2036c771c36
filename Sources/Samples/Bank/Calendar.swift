/// The 26 whole weeks of the sample: Monday, 30 March 2026 to Sunday, 27 September 2026.
///
/// The bank is British; all of the span lies in summer time, so one offset holds for every row.
enum SampleCalendar {
  static let weeks = 26
  static let days = 182
  /// The weeks in which the planted failures and traps are at work: the last four.
  static let plantedWeeks = 22..<26
  static let offset = "+01:00"

  /// Days from 1 January 1970 to the first day.
  private static let firstDay = 20_542

  /// `2026-03-30` for day 0; earlier and later days as well.
  static func date(_ day: Int) -> String {
    let (year, month, dayOfMonth) = civil(firstDay + day)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(dayOfMonth < 10 ? "0" : "")\(dayOfMonth)"
  }

  /// Year, month and day of a count of days since 1970.
  ///
  /// Hinnant, "chrono-compatible low-level date algorithms".
  private static func civil(_ daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
