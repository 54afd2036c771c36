/// Two standard normal variables with a correlation.
public enum BivariateNormal {
  static let intervals = 64

  /// The probability that both exceed the point that each exceeds with probability `g`.
  ///
  /// g² + 1/(2 pi) times the integral of exp(-z²/(1+s))/sqrt(1-s²) over s from 0 to the correlation (Plackett 1954),
  /// by Simpson's rule with 64 intervals, for correlations from 0 to 0.9.
  public static func bothAbove(tail g: Double, correlation: Double) -> Double {
    BothAbove(correlation: correlation).probability(tail: g)
  }
}

/// `BivariateNormal.bothAbove` for one correlation and many tails: what does not depend on the tail is kept.
struct BothAbove {
  private let step: Double
  private var exponents: [Double] = []
  private var weights: [Double] = []

  init(correlation r: Double) {
    step = r / Double(BivariateNormal.intervals) / 3
    for node in 0...BivariateNormal.intervals {
      let s = r * Double(node) / Double(BivariateNormal.intervals)
      let isEnd = node == 0 || node == BivariateNormal.intervals
      exponents.append(-1 / (1 + s))
      weights.append((isEnd ? 1 : node % 2 == 1 ? 4 : 2) / (1 - s * s).squareRoot())
    }
  }

  func probability(tail: Double) -> Double {
    let g = min(max(tail, 1e-300), 1)
    if g >= 1 { return 1 }
    let z = NormalDistribution.quantile(g)
    return probability(tail: g, squaredPoint: z * z)
  }

  /// The same where the square of the upper-`g` normal point is known.
  func probability(tail g: Double, squaredPoint: Double) -> Double {
    var sum = 0.0
    for node in exponents.indices { sum += weights[node] * exp(squaredPoint * exponents[node]) }
    return g * g + step * sum / (2 * Double.pi)
  }
}
