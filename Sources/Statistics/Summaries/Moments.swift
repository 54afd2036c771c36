/// How many values there are, their sum and the sum of their squares: all that an interval of a mean needs.
public struct Moments: Sendable, Hashable {
  /// The number of values.
  public var count: Double
  /// The sum of the values.
  public var sum: Double
  /// The sum of the squared values.
  public var sumOfSquares: Double

  /// Moments from their three sums.
  public init(count: Double, sum: Double, sumOfSquares: Double) {
    self.count = count
    self.sum = sum
    self.sumOfSquares = sumOfSquares
  }

  /// The mean; NaN without values.
  public var mean: Double { count < 1 ? .nan : sum / count }

  /// The unbiased variance; NaN for fewer than two values, 0 where cancellation would make it negative.
  public var variance: Double { count < 2 ? .nan : squaredDeviations / (count - 1) }

  /// The sum of squared deviations from the mean, never negative.
  var squaredDeviations: Double { count > 0 ? max(0, sumOfSquares - sum * sum / count) : 0 }
}
