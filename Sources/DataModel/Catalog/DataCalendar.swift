import Vocabulary

/// When the loaded events happened, by kind and day of the session's zone; what `last 4 weeks` is read against.
public struct DataCalendar: Sendable, Equatable {
  /// The days on which one kind of event has rows.
  public struct Span: Sendable, Equatable {
    /// Days since 1970-01-01.
    public var firstDay: Int
    public var lastDay: Int
    /// Events from Monday to Sunday.
    public var byWeekday: [Int]

    public init(firstDay: Int, lastDay: Int, byWeekday: [Int]) {
      self.firstDay = firstDay
      self.lastDay = lastDay
      self.byWeekday = byWeekday
    }

    /// A weekday with at least 5 % of the kind's events.
    public func isUsual(weekday: Int) -> Bool {
      let total = byWeekday.reduce(0, +)
      return total > 0 && byWeekday[weekday] * 20 >= total
    }
  }

  public var spans: [EventKind: Span]
  /// `set now`: the day on which the pinned now lies; nothing from it on counts as complete.
  public var pinnedDay: Int?

  public init(spans: [EventKind: Span], pinnedDay: Int? = nil) {
    self.spans = spans
    self.pinnedDay = pinnedDay
  }

  /// The day after the end of the data that a question about these kinds is about: the earliest end among its kinds.
  ///
  /// - Returns: a day number; nil where nothing is loaded of these kinds.
  public func end(of kinds: Set<EventKind>?) -> Int? {
    if let pinnedDay { return pinnedDay }
    return spans(of: kinds).map { $0.lastDay + 1 }.min()
  }

  /// The first day on which any of the kinds has rows.
  public func firstDay(of kinds: Set<EventKind>?) -> Int? { spans(of: kinds).map(\.firstDay).min() }

  /// The last day on which any of the kinds has rows.
  public func lastDay(of kinds: Set<EventKind>?) -> Int? { spans(of: kinds).map(\.lastDay).max() }

  /// Whether any of the kinds has data around some of these days: no event there is a zero, elsewhere a gap.
  ///
  /// - Parameter end: the day after the last of them; nil is open.
  public func covers(from start: Int?, to end: Int?, for kinds: Set<EventKind>?) -> Bool {
    spans(of: kinds).contains {
      ($0.firstDay..<$0.lastDay + 1).overlaps((start ?? .min)..<max(start ?? .min, end ?? .max))
    }
  }

  /// Whether every kind reaches its last usual weekday within the days `start..<end`.
  public func isComplete(_ start: Int, _ end: Int, for kinds: Set<EventKind>?) -> Bool {
    if let pinnedDay, end > pinnedDay { return false }
    return spans(of: kinds).allSatisfy { span in
      guard let last = lastUsualDay(of: span, start, end) else { return true }
      return span.lastDay >= last
    }
  }

  /// Whether no kind begins later than its first usual weekday within the days `start..<end`.
  public func isWholeFromStart(_ start: Int, _ end: Int, for kinds: Set<EventKind>?) -> Bool {
    spans(of: kinds).allSatisfy { span in
      guard
        let first = (start..<end).first(where: { span.isUsual(weekday: CivilDate(dayNumber: $0).weekday) })
      else { return true }
      return span.firstDay <= first
    }
  }

  /// The day after the last complete period of a grain.
  public func endOfLastComplete(_ grain: Grain, for kinds: Set<EventKind>?) -> Int? {
    guard let end = end(of: kinds), let first = firstDay(of: kinds) else { return nil }
    var start = grain.start(containing: end - 1)
    while start >= grain.start(containing: first) {
      let next = grain.advance(start, by: 1)
      if isComplete(start, next, for: kinds) { return next }
      start = grain.advance(start, by: -1)
    }
    return nil
  }

  /// The whole periods of a grain that the data covers: those between the first and the last complete one.
  ///
  /// - Returns: the days `start..<end` and how many periods they are; nil where there is none. Hours are those of whole days.
  public func wholePeriods(_ grain: Grain, for kinds: Set<EventKind>?) -> (start: Int, end: Int, count: Int)?
  {
    guard let first = firstDay(of: kinds), let end = endOfLastComplete(grain, for: kinds) else { return nil }
    var start = grain.start(containing: first)
    while start < end, !isWholeFromStart(start, grain.advance(start, by: 1), for: kinds) {
      start = grain.advance(start, by: 1)
    }
    var count = 0
    var day = start
    while day < end {
      day = grain.advance(day, by: 1)
      count += 1
    }
    return count > 0 ? (start, end, grain == .hour ? 24 * count : count) : nil
  }

  private func spans(of kinds: Set<EventKind>?) -> [Span] {
    EventKind.allCases.filter { kinds?.contains($0) ?? true }.compactMap { spans[$0] }
  }

  private func lastUsualDay(of span: Span, _ start: Int, _ end: Int) -> Int? {
    stride(from: end - 1, through: start, by: -1).first {
      span.isUsual(weekday: CivilDate(dayNumber: $0).weekday)
    }
  }
}
