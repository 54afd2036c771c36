import DataModel
import Syntax
import Vocabulary

/// What a reader must know about the events that a question is about.
extension Resolver {
  /// The days that a relative period means, what is left out because it is not complete, and where a period leaves the data.
  ///
  /// - Parameter isCompared: the days are said beside those of the comparison.
  func notes(
    on written: Period?, _ resolved: ResolvedPeriod?, kinds: Set<EventKind>?, isCompared: Bool = false
  ) throws -> [String] {
    guard let written, let resolved else { return [] }
    let calendar = try catalog.calendar()
    guard let first = calendar.firstDay(of: kinds), let last = calendar.lastDay(of: kinds) else { return [] }
    var notes: [String] = []
    switch written.form {
    case .last(_, let unit):
      let during = isCompared ? nil : "During \(resolved.days.text)."
      let left = calendar.pinnedDay == nil ? leftOut(unit, after: resolved.days, dataEnds: last) : nil
      notes = [during, left].compactMap { $0 }
    case .this: notes = ["During \(resolved.days.text); the data ends \(CivilDate(dayNumber: last).text)."]
    case .previous, .sameLastYear, .range, .parameter: break
    }
    return (notes.isEmpty ? [] : [notes.joined(separator: " ")]) + beyond(resolved.days, first, last)
  }

  private func leftOut(_ unit: Grain, after days: DayRange, dataEnds last: Int) -> String? {
    guard let end = days.end, end <= last else { return nil }
    let rest = DayRange(start: end, end: last + 1)
    return "\(rest.text) is left out: that \(unit.rawValue) is not complete."
  }

  private func beyond(_ days: DayRange, _ first: Int, _ last: Int) -> [String] {
    let data = DayRange(start: first, end: last + 1)
    if (days.start ?? first) > last || (days.end ?? last + 1) <= first {
      return ["The period \(days.text) lies outside the data, which is of \(data.text)."]
    }
    guard (days.start ?? first) < first || (days.end ?? last + 1) > last + 1 else { return [] }
    return ["The period \(days.text) lies partly outside the data, which is of \(data.text)."]
  }

  /// A focus changes every figure, so that every result says it.
  var focusNotes: [String] {
    definitions.focus.map { ["Focus: \($0.printed); unfocus ends it."] } ?? []
  }
}
