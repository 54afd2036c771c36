import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// Periods made definite against the end of the data.
extension Resolver {
  /// - Parameters:
  ///   - kinds: the kinds of event that the question is about; the earliest end among them counts.
  ///   - current: the period of `during`, to which `previous` and `same last year` refer.
  func resolve(_ period: Period, kinds: Set<EventKind>?, current: ResolvedPeriod? = nil) throws
    -> ResolvedPeriod?
  {
    switch period.form {
    case .last(let count, let grain):
      return try last(count, grain, kinds, period.span)
    case .this(let grain):
      guard let end = try catalog.calendar().end(of: kinds) else { return nothingLoaded(period.span) }
      let start = grain.start(containing: end - 1)
      return ResolvedPeriod(days: DayRange(start: start, end: grain.advance(start, by: 1)), unit: grain)
    case .previous: return before(current, period.span) { $0.previous }
    case .sameLastYear: return before(current, period.span) { $0.yearBefore }
    case .range(let from, let to): return range(from, to, period.span)
    case .parameter(let name): return try parameterPeriod(name, kinds, current)
    }
  }

  private func last(_ count: Int, _ grain: Grain, _ kinds: Set<EventKind>?, _ span: Span) throws
    -> ResolvedPeriod?
  {
    let calendar = try catalog.calendar()
    guard calendar.end(of: kinds) != nil else { return nothingLoaded(span) }
    if count < 1 {
      report(
        .invalidPeriod(
          "last \(count) is no period", span: span, hint: "write last 1 \(grain.rawValue) or more"))
      return nil
    }
    let unit: Grain = grain == .hour ? .day : grain
    guard let end = calendar.endOfLastComplete(unit, for: kinds) else {
      report(.noCompletePeriod(unit.rawValue, span: span))
      return nil
    }
    if grain == .hour {
      report(.invalidPeriod("hours are no unit of a period yet", span: span, hint: "write last 2 days"))
      return nil
    }
    return ResolvedPeriod(
      days: DayRange(start: unit.advance(end, by: -count), end: end), unit: unit, count: count)
  }

  private func before(
    _ current: ResolvedPeriod?, _ span: Span, _ shift: (ResolvedPeriod) -> ResolvedPeriod?
  ) -> ResolvedPeriod? {
    guard let current, let shifted = shift(current) else {
      report(
        .invalidPeriod(
          "there is no period to compare with", span: span,
          hint: "name the current one with both ends: during last 4 weeks"))
      return nil
    }
    return shifted
  }

  private func range(_ from: Point?, _ to: Point?, _ span: Span) -> ResolvedPeriod? {
    let days = DayRange(start: from?.days.lowerBound, end: to?.days.upperBound)
    if let start = days.start, let end = days.end, end <= start {
      report(.periodEndsBeforeStart(span: span))
      return nil
    }
    guard let from, let to, from.grain == to.grain else { return ResolvedPeriod(days: days) }
    return ResolvedPeriod(days: days, unit: from.grain, count: steps(from.grain, days))
  }

  private func steps(_ grain: Grain, _ days: DayRange) -> Int {
    guard var day = days.start, let end = days.end else { return 1 }
    var count = 0
    while day < end {
      day = grain.advance(day, by: 1)
      count += 1
    }
    return count
  }

  private func parameterPeriod(
    _ name: Word, _ kinds: Set<EventKind>?, _ current: ResolvedPeriod?
  ) throws -> ResolvedPeriod? {
    guard let value = parameter(name.text, name.span) else { return nil }
    switch value {
    case .period(let period): return try resolve(period, kinds: kinds, current: current)
    case .literal(let literal):
      if case .point(let point) = literal.form { return range(point, point, name.span) }
      if case .number(let number) = literal.form, number.text.count == 4 {
        return range(.year(Int(number.value)), .year(Int(number.value)), name.span)
      }
      report(
        .invalidPeriod(
          "$\(name.text) is \(literal.printed), which is no period", span: name.span,
          hint: "param \(name.text) = 2026-Q3"))
      return nil
    }
  }

  private func nothingLoaded(_ span: Span) -> ResolvedPeriod? {
    report(.nothingLoaded(span: span))
    return nil
  }
}
