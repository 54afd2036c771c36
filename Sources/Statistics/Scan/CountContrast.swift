/// The over-dispersed Poisson score test of counts along a shape of change.
///
/// With a wobble of 0 and two windows it is the Poisson score test. Every field but the total is NaN where nothing
/// happened or the shape is constant.
public struct CountContrast: Sendable, Hashable {
  /// All events.
  public let total: Double
  /// The statistic, above 0 for a rise.
  public let z: Double
  /// Degrees of freedom by Satterthwaite; infinite without wobble.
  public let degreesOfFreedom: Double
  /// The probability of a rise at least this large if nothing changed.
  public let pUp: Double
  /// The variance from counting.
  public let samplingVariance: Double
  /// The variance from the wobble.
  public let wobbleVariance: Double

  /// Tests events per exposure along `shape`.
  ///
  /// - Parameters:
  ///   - events: counts by period.
  ///   - exposure: their exposure; periods without one are left out.
  ///   - shape: 0 and 1 for a step, 0 to 1 for a ramp.
  ///   - wobble: the relative variance between periods and its autocorrelation.
  ///   - wobblePeriods: the periods' worth of information behind that variance.
  ///   - periods: the periods' numbers, ascending; nil for consecutive ones.
  public init(
    events: [Double], exposure: [Double], along shape: [Double],
    wobble: (variance: Double, autocorrelation: Double),
    wobblePeriods: Double, periods: [Int]? = nil
  ) {
    let kept = events.indices.filter { exposure[$0] > 0 }
    total = kept.map { events[$0] }.plainSum()
    guard total > 0, isVaried(kept.map { shape[$0] }) else {
      (z, degreesOfFreedom, pUp, samplingVariance, wobbleVariance) = (.nan, .nan, .nan, .nan, .nan)
      return
    }
    let rate = (total: total, exposure: kept.map { exposure[$0] }.plainSum())
    let expected = kept.map { rate.total * exposure[$0] / rate.exposure }
    let centre = zip(kept, expected).map { shape[$0] * $1 }.plainSum() / expected.plainSum()
    let weights = kept.map { shape[$0] - centre }
    let score = kept.indices.map { weights[$0] * (events[kept[$0]] - expected[$0]) }.plainSum()
    let sampling = zip(weights, expected).map { $0 * $0 * $1 }.plainSum()
    let moved = zip(weights, expected).map { $0 * $1 }
    let numbers = periods.map { periods in kept.map { periods[$0] } } ?? kept
    let wobbling =
      wobble.variance * quadraticForm(moved, at: numbers, autocorrelation: wobble.autocorrelation)
    let variance = sampling + wobbling
    (samplingVariance, wobbleVariance) = (sampling, wobbling)
    z = score / variance.squareRoot()
    degreesOfFreedom =
      wobbling > 0 ? variance * variance / (wobbling * wobbling / wobblePeriods) : .infinity
    pUp = StudentDistribution(degreesOfFreedom: degreesOfFreedom).upperTail(z)
  }
}

/// Whether there are at least two values and not all are equal.
func isVaried(_ values: [Double]) -> Bool {
  guard let first = values.first else { return false }
  return values.contains { $0 != first }
}

/// The sum over all pairs of a_t a_s rho^|t - s|, with t and s true period numbers.
func quadraticForm(_ values: [Double], at periods: [Int], autocorrelation rho: Double) -> Double {
  var diagonal = 0.0
  for value in values { diagonal += value * value }
  guard rho > 0, let first = periods.first, let last = periods.last else { return diagonal }
  var powers = [1.0]
  for _ in 0..<max(0, last - first) { powers.append((powers.last ?? 1) * rho) }
  var pairs = 0.0
  for left in values.indices {
    for right in values.indices where right > left {
      pairs += values[left] * values[right] * powers[periods[right] - periods[left]]
    }
  }
  return diagonal + 2 * pairs
}
