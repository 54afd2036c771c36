/// An estimate with a lower and an upper bound; NaN where it is undefined.
public struct Interval: Sendable, Hashable {
  /// The estimate itself, never adjusted.
  public var estimate: Double
  /// The lower bound.
  public var low: Double
  /// The upper bound.
  public var high: Double

  /// An interval from its three numbers.
  public init(estimate: Double, low: Double, high: Double) {
    self.estimate = estimate
    self.low = low
    self.high = high
  }

  /// No estimate, no bounds.
  public static let undefined = Interval(estimate: .nan, low: .nan, high: .nan)

  /// Whether both bounds are numbers.
  public var hasBounds: Bool { !low.isNaN && !high.isNaN }
}
