/// The standard normal distribution.
public enum NormalDistribution {
  /// The probability of a value above `z`, accurate far out in the tail.
  public static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

  /// The probability of a value up to `z`.
  public static func cumulative(_ z: Double) -> Double { upperTail(-z) }

  /// The value with probability `p` below it; infinite at 0 and 1, NaN outside.
  ///
  /// Acklam's rational approximation (1e-9), made exact by one step of Halley's method.
  public static func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    return p > 0.5 ? -lowerQuantile(1 - p) : lowerQuantile(p)
  }

  /// The value exceeded with probability `p`.
  public static func upperQuantile(_ p: Double) -> Double { -quantile(p) }

  /// Half the width of a two-sided interval in standard errors: 1.96 at 0.95.
  public static func criticalValue(confidence: Double) -> Double { quantile(0.5 + confidence / 2) }

  private static func lowerQuantile(_ p: Double) -> Double {
    let start = p < 0.02425 ? acklamTail(p) : acklamCentre(p)
    let density = exp(-start * start / 2 - logOfRootTwoPi)
    guard density > 0 else { return start }
    let step = (cumulative(start) - p) / density
    return start - step / (1 + start * step / 2)
  }

  private static func acklamTail(_ p: Double) -> Double {
    let q = (-2 * log(p)).squareRoot()
    let top = horner(
      q, -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
      4.374664141464968e+00, 2.938163982698783e+00)
    return top
      / horner(
        q, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1)
  }

  private static func acklamCentre(_ p: Double) -> Double {
    let q = p - 0.5
    let r = q * q
    let top = horner(
      r, -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
      -3.066479806614716e+01, 2.506628277459239e+00)
    return q * top
      / horner(
        r, -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
        -1.328068155288572e+01, 1)
  }

  private static func horner(_ x: Double, _ coefficients: Double...) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }
}
