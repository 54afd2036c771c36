/// Welch's test of two means from their moments; every field is NaN where it is undefined.
///
/// The variances of the two samples may differ (Welch 1947, degrees of freedom by Satterthwaite 1946).
public struct MeanComparison: Sendable, Hashable {
  /// The current mean minus the earlier one.
  public let difference: Double
  /// Bounds of the difference at the confidence asked for; NaN where the test is undefined.
  public let low, high: Double
  /// Welch's t; NaN for fewer than two values on a side or two variances of 0.
  public let t: Double
  /// Satterthwaite's degrees of freedom.
  public let degreesOfFreedom: Double
  /// The probability of a fall at least this large if nothing changed.
  public let pLess: Double
  /// The probability of a change at least this large in either direction.
  public let pTwoSided: Double

  /// Compares the current sample with an earlier one.
  public init(current: Moments, earlier: Moments, confidence: Double = 0.95) {
    difference = current.mean - earlier.mean
    let (a, b) = (current.variance / current.count, earlier.variance / earlier.count)
    guard a + b > 0 else {
      (low, high, t, degreesOfFreedom, pLess, pTwoSided) = (.nan, .nan, .nan, .nan, .nan, .nan)
      return
    }
    t = difference / (a + b).squareRoot()
    degreesOfFreedom = (a + b) * (a + b) / (a * a / (current.count - 1) + b * b / (earlier.count - 1))
    let student = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    let half = student.quantile(0.5 + confidence / 2) * (a + b).squareRoot()
    (low, high) = (difference - half, difference + half)
    pLess = student.upperTail(-t)
    pTwoSided = min(1, 2 * student.upperTail(abs(t)))
  }
}
