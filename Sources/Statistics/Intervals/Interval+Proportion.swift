extension Interval {
  /// The Wilson score interval of a share (Wilson 1927); undefined for a count of 0.
  ///
  /// - Parameters:
  ///   - successes: how many of the count have the property, 0...count.
  ///   - count: the number of cases.
  ///   - confidence: the two-sided level, by default 0.95.
  public static func proportion(_ successes: Double, of count: Double, confidence: Double = 0.95) -> Interval
  {
    guard count > 0 else { return .undefined }
    let z = NormalDistribution.criticalValue(confidence: confidence)
    let share = successes / count
    let widening = 1 + z * z / count
    let centre = (share + z * z / (2 * count)) / widening
    let variance = share * (1 - share) / count + z * z / (4 * count * count)
    let half = z / widening * variance.squareRoot()
    return Interval(
      estimate: share, low: successes == 0 ? 0 : max(0, centre - half),
      high: successes == count ? 1 : min(1, centre + half))
  }
}
