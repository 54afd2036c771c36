import DataModel
import Vocabulary

/// The events that a question is about.
public struct Scope: Hashable, Sendable {
  /// Only these kinds; nil for all.
  public var kinds: Set<EventKind>?
  public var condition: Condition?
  public var days: DayRange?

  public init(kinds: Set<EventKind>? = nil, condition: Condition? = nil, days: DayRange? = nil) {
    self.kinds = kinds
    self.condition = condition
    self.days = days
  }

  /// The same with one more condition.
  public func narrowed(to extra: Condition?) -> Scope {
    var copy = self
    copy.condition = .both(condition, extra)
    return copy
  }

  /// The same in another period.
  public func during(_ days: DayRange?) -> Scope {
    var copy = self
    copy.days = days
    return copy
  }

  public var fields: Set<FieldReference> {
    var all = condition?.fields ?? []
    if kinds != nil { all.insert(.kind) }
    if days != nil { all.insert(.time) }
    return all
  }
}

/// The days `start..<end`, counted from 1970-01-01 in the session's zone; nil is open.
public struct DayRange: Hashable, Sendable {
  public var start: Int?
  public var end: Int?

  public init(start: Int?, end: Int?) {
    self.start = start
    self.end = end
  }

  /// `2026-08-31 to 2026-09-27`, with the last day inside.
  public var text: String {
    let from = start.map { CivilDate(dayNumber: $0).text }
    let to = end.map { CivilDate(dayNumber: $0 - 1).text }
    switch (from, to) {
    case (let from?, let to?): return from == to ? from : "\(from) to \(to)"
    case (let from?, nil): return "from \(from)"
    case (nil, let to?): return "to \(to)"
    case (nil, nil): return "all time"
    }
  }

  /// The number of days, nil where an end is open.
  public var length: Int? {
    guard let start, let end else { return nil }
    return end - start
  }
}
