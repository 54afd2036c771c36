import DataModel
import Vocabulary

/// Rules about the days and hours of a source.
extension QualityRules {
  private static let mostDays = 5
  /// A source that ends earlier than this before now has stopped, or was exported too early.
  private static let daysUntilStale = 14

  private var pattern: DayPattern? { profile.holdsEvents ? DayPattern(profile.realDays) : nil }

  var viralDays: CheckOutcome {
    guard let pattern else { return .notPossible }
    let dimensions: [Role] = [.topic, .channel, .stage, .touchpoint]
    let key = dimensions.lazy.compactMap { profile.field($0) }.first { $0.isNameable }
    return .found(
      pattern.viral.prefix(Self.mostDays).map { day in
        finding(
          .medium, .viralDay, "time", rows: pattern.rows(on: day), example: beside(day, pattern),
          advice: write.day(day, by: key?.name))
      })
  }

  var thinDays: CheckOutcome {
    guard let pattern else { return .notPossible }
    return .found(
      pattern.thin.map { day in
        finding(
          .medium, .thinDay, "time", rows: pattern.rows(on: day), example: beside(day, pattern),
          advice: write.exclude(day: day))
      })
  }

  private func beside(_ day: Int, _ pattern: DayPattern) -> String {
    let date = CivilDate(dayNumber: day)
    let usual = pattern.usual(on: day)
    let weekday = CalendarPeriod.weekdayNames[date.weekday]
    let others = usual.isOfWeekday ? "a \(weekday)" : "a day"
    let rows = pattern.rows(on: day)
    return "\(date.text) has \(rows) \(rows == 1 ? "row" : "rows"), \(others) \(Int(usual.median.rounded()))"
  }

  var missingDays: CheckOutcome {
    guard let pattern else { return .notPossible }
    let empty = pattern.empty
    guard let first = empty.first else { return .found([]) }
    var longest = (start: first, length: 1)
    var run = longest
    for day in empty.dropFirst() {
      run = day == run.start + run.length ? (run.start, run.length + 1) : (day, 1)
      if run.length > longest.length { longest = run }
    }
    let days = empty.count == 1 ? "1 day" : "\(empty.count) days"
    let from = CivilDate(dayNumber: longest.start).text
    let example =
      longest.length == 1
      ? "\(days), the first \(from)" : "\(days), \(longest.length) of them from \(from) on"
    return .found([
      finding(
        longest.length >= 7 ? .high : .medium, .missingDay, "time", rows: nil, example: example,
        advice: write.everyDay())
    ])
  }

  var sameHour: CheckOutcome {
    let rows = profile.hours.reduce(0, +)
    guard profile.holdsEvents, rows >= 20 else { return .notPossible }
    let midnight = profile.days.map(\.midnight).reduce(0, +)
    if midnight * 100 >= rows * 99 {
      return .found([
        finding(.low, .sameHour, "time", rows: midnight, example: "days without a time of the day")
      ])
    }
    if midnight * 10 >= rows {
      return .found([
        finding(.medium, .sameHour, "time", rows: midnight, example: "exactly midnight, unlike the others")
      ])
    }
    guard let (hour, most) = profile.hours.enumerated().max(by: { $0.element < $1.element }),
      most * 10 >= rows * 9
    else { return .found([]) }
    return .found([
      finding(.medium, .sameHour, "time", rows: most, example: "between \(hour) and \(hour + 1) o'clock")
    ])
  }

  var stale: CheckOutcome {
    guard profile.holdsEvents, let last = profile.lastDay, let now else { return .notPossible }
    guard now - last > Self.daysUntilStale else { return .found([]) }
    return .found([
      finding(
        .medium, .stale, "time", rows: nil,
        example:
          "ends \(CivilDate(dayNumber: last).text), \(now - last) days before \(CivilDate(dayNumber: now).text)",
        advice: write.everySource())
    ])
  }
}
