/// The weighted least squares test of period means along a shape of change.
///
/// Every field is NaN for fewer than two periods with a mean or a constant shape.
public struct MeanContrast: Sendable, Hashable {
  /// The change per unit of the shape: current minus comparison window for a step, last minus first for a ramp.
  public let change: Double
  /// Its standard error.
  public let standardError: Double
  /// The change in standard errors.
  public let t: Double
  /// Degrees of freedom by Satterthwaite.
  public let degreesOfFreedom: Double
  /// The probability of a fall at least this large if nothing changed.
  public let pDown: Double
  /// The variance from sampling.
  public let samplingVariance: Double
  /// The variance from the wobble.
  public let wobbleVariance: Double

  private static let undefined = MeanContrast()

  /// Tests means along `shape`.
  ///
  /// - Parameters:
  ///   - means: period means; NaN where missing.
  ///   - variances: their sampling variances.
  ///   - shape: 0 and 1 for a step, 0 to 1 for a ramp.
  ///   - wobble: the variance between periods and its autocorrelation.
  ///   - wobblePeriods: the periods' worth of information behind that variance.
  ///   - scores: the degrees of freedom behind the sampling variances.
  ///   - periods: the periods' numbers, ascending; nil for consecutive ones.
  public init(
    means: [Double], variances: [Double], along shape: [Double],
    wobble: (variance: Double, autocorrelation: Double), wobblePeriods: Double, scores: Double,
    periods: [Int]? = nil
  ) {
    let kept = means.indices.filter { means[$0].isFinite && variances[$0].isFinite }
    guard isVaried(kept.map { shape[$0] }) else {
      self = .undefined
      return
    }
    let weights = kept.map { 1 / (wobble.variance + variances[$0]) }
    let centre = zip(weights, kept).map { $0 * shape[$1] }.plainSum() / weights.plainSum()
    let shifts = kept.map { shape[$0] - centre }
    let spread = zip(weights, shifts).map { $0 * $1 * $1 }.plainSum()
    let shares = zip(weights, shifts).map { $0 * $1 / spread }
    let numbers = periods.map { periods in kept.map { periods[$0] } } ?? kept
    change = kept.indices.map { weights[$0] * shifts[$0] * means[kept[$0]] }.plainSum() / spread
    let sampling = zip(shares, kept).map { $0 * $0 * variances[$1] }.plainSum()
    let wobbling =
      wobble.variance * quadraticForm(shares, at: numbers, autocorrelation: wobble.autocorrelation)
    (samplingVariance, wobbleVariance) = (sampling, wobbling)
    standardError = (sampling + wobbling).squareRoot()
    t = change / standardError
    degreesOfFreedom =
      (sampling + wobbling) * (sampling + wobbling)
      / (wobbling * wobbling / wobblePeriods + sampling * sampling / max(scores, 1))
    pDown = StudentDistribution(degreesOfFreedom: degreesOfFreedom).upperTail(-t)
  }

  private init() {
    (change, standardError, t, degreesOfFreedom) = (.nan, .nan, .nan, .nan)
    (pDown, samplingVariance, wobbleVariance) = (.nan, .nan, .nan)
  }
}
