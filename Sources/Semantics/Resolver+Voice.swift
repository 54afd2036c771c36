import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `voice`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveVoice(_ call: FinderCall) throws -> ResolvedVoice {
    try collect {
      let tail = try textTail(of: call, takesVersus: true)
      guard mistakes.isEmpty else { return nil }
      switch call.tail.versus {
      case .baseline(let name):
        report(.notYet("baselines", span: name.span))
        return nil
      case .rest(let span): return try besideRest(tail, call, span)
      case .period(let period): return try besidePeriod(period, tail, call)
      case nil: break
      }
      if tail.period != nil { return try besideBefore(tail, call) }
      if !tail.keys.isEmpty { return ResolvedVoice(tail: tail, contrast: .places) }
      if call.tail.filter != nil || definitions.focus != nil {
        return try besideRest(tail, call, call.name.span)
      }
      return try besideBefore(tail, call)
    }
  }

  /// The events of the filter beside the others of the same days; with places each beside the others.
  private func besideRest(_ tail: ResolvedTail, _ call: FinderCall, _ span: Span) throws -> ResolvedVoice? {
    if !tail.keys.isEmpty { return ResolvedVoice(tail: tail, contrast: .places) }
    let written = try call.tail.filter.map { try resolve($0) } ?? nil
    let focus = try definitions.focus.map { try resolve($0) } ?? nil
    guard let here = Condition.both(written, focus) else {
      report(.restOfNothing(call.name.text.lowercased(), span: span))
      return nil
    }
    var whole = tail
    whole.scope.condition = .not(.isMissing(FieldReference(.text)))
    return ResolvedVoice(tail: whole, contrast: .rest(here))
  }

  private func besidePeriod(_ written: Period, _ tail: ResolvedTail, _ call: FinderCall) throws
    -> ResolvedVoice?
  {
    guard let now = try currentPeriod(tail, call) else { return nil }
    let before: DayRange?
    if case .last(let count, let unit) = written.form, let start = now.days.start {
      before = DayRange(start: unit.advance(start, by: -count), end: start)
    } else {
      before = try resolve(written, kinds: tail.scope.kinds, current: now)?.days
    }
    guard let before else { return nil }
    return try contrast(now.days, before, tail, call)
  }

  /// What is new: the period, or the last 4 complete weeks, beside all that was before.
  private func besideBefore(_ tail: ResolvedTail, _ call: FinderCall) throws -> ResolvedVoice? {
    guard let now = try currentPeriod(tail, call) else { return nil }
    return try contrast(now.days, DayRange(start: nil, end: now.days.start), tail, call)
  }

  private func currentPeriod(_ tail: ResolvedTail, _ call: FinderCall) throws -> ResolvedPeriod? {
    if let period = tail.period { return period }
    return try resolve(Period(.last(4, .week), span: call.name.span), kinds: tail.scope.kinds)
  }

  private func contrast(
    _ now: DayRange, _ before: DayRange, _ tail: ResolvedTail, _ call: FinderCall
  ) throws -> ResolvedVoice? {
    let calendar = try catalog.calendar()
    guard let end = before.end, let first = calendar.firstDay(of: tail.scope.kinds), first < end else {
      report(.nothingBefore(now.text, span: call.tail.during?.span ?? call.name.span))
      return nil
    }
    var both = tail
    both.scope.days = nil
    both.scope.condition = .both(tail.scope.condition, .any([now.condition, before.condition]))
    return ResolvedVoice(tail: both, contrast: .before(now: now, before: before))
  }
}
