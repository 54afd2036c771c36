import Vocabulary

/// A figure as the sums it needs and the way in which they are finished.
public struct Measure: Hashable, Sendable {
  /// How the statistics become a figure; the order of the statistics is given for each.
  public enum Form: Hashable, Sendable {
    /// `[count]`, or a sum that is no mean: the first statistic as it is.
    case count
    /// `[sum]` of amounts: no interval.
    case total
    /// `[hits, n]`: hits ÷ n, Wilson.
    case proportion
    /// `[positive, negative, n]`: (positive − negative) ÷ n × `factor`, score interval.
    case balance(factor: Double)
    /// `[n, sum, sum of squares]`: the mean × `factor`, Student's interval clipped to the scale (in units of the field).
    case mean(low: Double?, high: Double?, factor: Double)
    /// `[part, whole]` of unlike things: the quotient, without an interval.
    case quotient
    /// `[value]`: a quantile, an extreme, the most frequent value; numbers × `factor`.
    case value(factor: Double)
  }

  /// The column's name unless `as` gives another.
  public var name: String
  public var unit: Unit
  public var form: Form
  public var statistics: [Statistic]
  /// The kinds of event it is about; nil for all.
  public var kinds: Set<EventKind>?
  /// Which direction is bad.
  public var bad: Direction?
  /// It is computed from the customers' file, not from events.
  public var isAboutCustomers: Bool

  public init(
    name: String, unit: Unit, form: Form, statistics: [Statistic], kinds: Set<EventKind>? = nil,
    bad: Direction? = nil, isAboutCustomers: Bool = false
  ) {
    self.name = name
    self.unit = unit
    self.form = form
    self.statistics = statistics
    self.kinds = kinds
    self.bad = bad
    self.isAboutCustomers = isAboutCustomers
  }

  /// The same measure of fewer events.
  public func narrowed(to condition: Condition?, name: String) -> Measure {
    var copy = self
    copy.statistics = statistics.map { $0.narrowed(to: condition) }
    copy.name = name
    return copy
  }

  /// It has a 95 % interval, and so the columns `_low`, `_high` and `_n`.
  public var hasInterval: Bool {
    switch form {
    case .proportion, .balance, .mean: true
    case .count, .total, .quotient, .value: false
    }
  }
}
