import DataModel

/// `voice`, made definite: whose words are put beside whose.
public struct ResolvedVoice: Sendable {
  public enum Contrast: Sendable {
    /// Each place beside all others.
    case places
    /// The events that pass the filter beside the rest.
    case rest(Condition)
    /// Each place now beside the same place before.
    case before(now: DayRange, before: DayRange)
  }
  /// Its scope holds everything that is compared.
  public var tail: ResolvedTail
  public var contrast: Contrast

  public init(tail: ResolvedTail, contrast: Contrast) {
    self.tail = tail
    self.contrast = contrast
  }
}

extension DayRange {
  /// The days as a test of an event's time.
  public var condition: Condition {
    func midnight(_ day: Int) -> Scalar { .wallClock(Int64(day) * 86_400_000_000) }
    let tests =
      [start.map { Condition.compare(.time, .greaterOrEqual, midnight($0)) }].compactMap { $0 }
      + [end.map { Condition.compare(.time, .less, midnight($0)) }].compactMap { $0 }
    return .all(tests)
  }
}
