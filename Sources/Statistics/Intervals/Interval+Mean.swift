extension Interval {
  /// Student's interval of a mean, clipped to the scale that the values live on; no bounds for fewer than two values.
  ///
  /// - Parameters:
  ///   - moments: count, sum and sum of squares of the values.
  ///   - confidence: the two-sided level, by default 0.95.
  ///   - scale: smallest and largest possible value, such as 1...5 for CSAT; nil does not clip.
  public static func mean(
    of moments: Moments, confidence: Double = 0.95, within scale: ClosedRange<Double>? = nil
  ) -> Interval {
    let mean = moments.mean
    guard moments.count >= 2 else { return Interval(estimate: mean, low: .nan, high: .nan) }
    let student = StudentDistribution(degreesOfFreedom: moments.count - 1)
    let standardError = (moments.variance / moments.count).squareRoot()
    let half = student.quantile(0.5 + confidence / 2) * standardError
    guard let scale else { return Interval(estimate: mean, low: mean - half, high: mean + half) }
    return Interval(
      estimate: mean, low: max(scale.lowerBound, mean - half), high: min(scale.upperBound, mean + half))
  }
}
