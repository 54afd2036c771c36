/// The comparison of two shares: the "N-1" z test (Campbell 2007) and Newcombe's hybrid score interval (1998).
///
/// Every field is NaN where a sample is empty. Where nobody or everybody has the property, z is 0 and p is 1.
public struct ProportionComparison: Sendable, Hashable {
  /// The current share minus the earlier one.
  public let difference: Double
  /// Bounds of the difference.
  public let low, high: Double
  /// The test statistic.
  public let z: Double
  /// The probability of a rise at least this large if nothing changed.
  public let pGreater: Double
  /// The probability of a fall at least this large.
  public let pLess: Double
  /// The probability of a change at least this large in either direction.
  public let pTwoSided: Double

  /// Compares `successes` of `count` now with those earlier.
  public init(
    current: (successes: Double, count: Double), earlier: (successes: Double, count: Double),
    confidence: Double = 0.95
  ) {
    let now = Interval.proportion(current.successes, of: current.count, confidence: confidence)
    let then = Interval.proportion(earlier.successes, of: earlier.count, confidence: confidence)
    difference = now.estimate - then.estimate
    low = difference - rootOfSquares(now.estimate - now.low, then.high - then.estimate)
    high = difference + rootOfSquares(now.high - now.estimate, then.estimate - then.low)
    let total = current.count + earlier.count
    let pooled = (current.successes + earlier.successes) / total
    if difference.isNaN {
      (z, pGreater, pLess, pTwoSided) = (.nan, .nan, .nan, .nan)
    } else if pooled <= 0 || pooled >= 1 {
      (z, pGreater, pLess, pTwoSided) = (0, 0.5, 0.5, 1)
    } else {
      let variance = pooled * (1 - pooled) * (1 / current.count + 1 / earlier.count)
      z = difference / variance.squareRoot() * ((total - 1) / total).squareRoot()
      pGreater = NormalDistribution.upperTail(z)
      pLess = NormalDistribution.upperTail(-z)
      pTwoSided = min(1, 2 * NormalDistribution.upperTail(abs(z)))
    }
  }
}

private func rootOfSquares(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
