import Vocabulary

/// One number (or value) that the engine computes for a group of events: a sufficient statistic of a measure.
public struct Statistic: Hashable, Sendable {
  public enum Function: Hashable, Sendable {
    /// Events.
    case count
    /// Exact sums of a field and of its squares; missing values take no part.
    case sum, sumOfSquares
    case distinct
    /// The value below which this share lies, interpolated between neighbours.
    case quantile(Double)
    case minimum, maximum
    /// The most frequent value, ties by byte order.
    case mode
  }

  public var function: Function
  /// What is summed; nil for `count`.
  public var field: FieldReference?
  /// Only events of these kinds; nil for all.
  public var kinds: Set<EventKind>?
  /// Only events like this.
  public var condition: Condition?

  public init(
    _ function: Function, of field: FieldReference? = nil, kinds: Set<EventKind>? = nil,
    where condition: Condition? = nil
  ) {
    self.function = function
    self.field = field
    self.kinds = kinds
    self.condition = condition
  }

  /// The same statistic of fewer events.
  public func narrowed(to extra: Condition?) -> Statistic {
    var copy = self
    copy.condition = .both(condition, extra)
    return copy
  }

  /// Every field that it reads of an event.
  public var fields: Set<FieldReference> {
    var all = condition?.fields ?? []
    if let field { all.insert(field) }
    if kinds != nil { all.insert(.kind) }
    return all
  }

  /// Sums over disjoint groups add up to the sum over all of them.
  public var isAdditive: Bool {
    switch function {
    case .count, .sum, .sumOfSquares: true
    case .distinct, .quantile, .minimum, .maximum, .mode: false
    }
  }
}
