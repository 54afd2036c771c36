/// The comparison of two Net Promoter Scores, in points; NaN where a sample is empty.
///
/// Adjusted Wald: three answers are added to each sample for the test and the bounds (Rocks 2016), never for the
/// difference itself.
public struct NetPromoterComparison: Sendable, Hashable {
  /// The current score minus the earlier one, -200...200.
  public let difference: Double
  /// Bounds of the difference.
  public let low, high: Double
  /// The test statistic.
  public let z: Double
  /// The probability of a fall at least this large if nothing changed.
  public let pLess: Double
  /// The probability of a change at least this large in either direction.
  public let pTwoSided: Double

  /// Compares the current answers with earlier ones.
  public init(current: PromoterCounts, earlier: PromoterCounts, confidence: Double = 0.95) {
    guard current.count > 0, earlier.count > 0 else {
      (difference, low, high, z, pLess, pTwoSided) = (.nan, .nan, .nan, .nan, .nan, .nan)
      return
    }
    let (now, then) = (current.adjusted, earlier.adjusted)
    let shift = now.mean - then.mean
    let standardError = (now.variance / now.count + then.variance / then.count).squareRoot()
    let half = NormalDistribution.criticalValue(confidence: confidence) * standardError
    difference = current.score - earlier.score
    low = 100 * max(-2, shift - half)
    high = 100 * min(2, shift + half)
    z = shift / standardError
    pLess = NormalDistribution.upperTail(-z)
    pTwoSided = min(1, 2 * NormalDistribution.upperTail(abs(z)))
  }
}
