/// The Mann-Kendall test for a monotone trend (Mann 1945), for charts only.
///
/// Weeks of one cell are autocorrelated, so its p-values are too small to decide by. NaN where undefined.
public struct MannKendall: Sendable, Hashable {
  /// Rising minus falling pairs; NaN for fewer than four values.
  public let score: Double
  /// The variance of the score, corrected for ties; 0 for a constant series.
  public let variance: Double
  /// The score in standard deviations, with a continuity correction.
  public let z: Double
  /// The probability of so steep a rise without a trend.
  public let pUp: Double
  /// The probability of so steep a fall.
  public let pDown: Double

  /// Tests values in the order of time; NaN values are left out.
  public init(_ series: [Double]) {
    let values = series.filter { !$0.isNaN }
    guard values.count >= 4 else {
      (score, variance, z, pUp, pDown) = (.nan, .nan, .nan, .nan, .nan)
      return
    }
    score = MannKendall.score(values)
    variance = MannKendall.variance(values)
    z = variance > 0 ? (score - sign(score)) / variance.squareRoot() : .nan
    pUp = NormalDistribution.upperTail(z)
    pDown = NormalDistribution.upperTail(-z)
  }

  private static func score(_ values: [Double]) -> Double {
    var score = 0.0
    for (index, value) in values.enumerated() {
      for later in values[(index + 1)...] { score += sign(later - value) }
    }
    return score
  }

  private static func variance(_ values: [Double]) -> Double {
    let ties = Dictionary(grouping: values, by: \.self).values.map { spread(Double($0.count)) }
    return (spread(Double(values.count)) - ties.plainSum()) / 18
  }

  private static func spread(_ n: Double) -> Double { n * (n - 1) * (2 * n + 5) }
}

private func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }

/// The median of the slopes between all pairs of values (Theil 1950, Sen 1968), per period; NaN for fewer than two.
public func theilSenSlope(_ series: [Double]) -> Double {
  let points = series.enumerated().filter { !$0.element.isNaN }
  var slopes: [Double] = []
  for (index, start) in points.enumerated() {
    for end in points[(index + 1)...] {
      slopes.append((end.element - start.element) / Double(end.offset - start.offset))
    }
  }
  return median(slopes)
}
