import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `themes`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveThemes(_ call: FinderCall) throws -> ResolvedThemes {
    try collect {
      var tail = try textTail(of: call)
      guard mistakes.isEmpty else { return nil }
      let words = textMeasure(call, tail.scope.kinds)
      let rules = try definitions.themes.compactMap { rule -> ResolvedThemes.Rule? in
        guard let condition = try resolve(rule.predicate) else { return nil }
        check(condition, for: words, clause: "filter", span: nil)
        return ResolvedThemes.Rule(name: rule.name, isEmotion: rule.isEmotion, condition: condition)
      }
      let isDuring = tail.period != nil
      let now = try tail.period?.days ?? lastFourWeeks(tail.scope.kinds)
      tail.scope.days = nil
      return ResolvedThemes(tail: tail, rules: rules, now: now, isDuring: isDuring)
    }
  }

  /// Nil where the data is too short for them and something before.
  private func lastFourWeeks(_ kinds: Set<EventKind>?) throws -> DayRange? {
    let calendar = try catalog.calendar()
    guard let end = calendar.endOfLastComplete(.week, for: kinds), let first = calendar.firstDay(of: kinds)
    else { return nil }
    let start = Grain.week.advance(end, by: -4)
    return first < start ? DayRange(start: start, end: end) : nil
  }
}
