/// Student's t distribution; infinite degrees of freedom give the normal distribution.
public struct StudentDistribution: Sendable {
  /// Degrees of freedom, above 0, not necessarily whole.
  public let degreesOfFreedom: Double

  /// The distribution with these degrees of freedom.
  public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// The probability of a value above `t`; NaN if `t` or the degrees of freedom are undefined.
  ///
  /// Half the regularized incomplete beta function at df/(df + t²) with parameters df/2 and 1/2.
  public func upperTail(_ t: Double) -> Double {
    if t.isNaN || degreesOfFreedom.isNaN { return .nan }
    if degreesOfFreedom.isInfinite { return NormalDistribution.upperTail(t) }
    if t.isInfinite { return t > 0 ? 0 : 1 }
    let square = t * t
    let total = degreesOfFreedom + square
    let both = incompleteBeta(
      degreesOfFreedom / 2, 0.5, at: degreesOfFreedom / total, complement: square / total)
    return t >= 0 ? both / 2 : 1 - both / 2
  }

  /// The value with probability `p` below it; infinite at 0 and 1, NaN outside.
  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1, degreesOfFreedom > 0 else { return .nan }
    if degreesOfFreedom.isInfinite || p == 0 || p == 1 { return NormalDistribution.quantile(p) }
    if p == 0.5 { return 0 }
    return p > 0.5 ? upperQuantile(1 - p) : -upperQuantile(p)
  }

  /// The positive value exceeded with probability `p` < 1/2: Newton's method, kept inside a bracket.
  private func upperQuantile(_ p: Double) -> Double {
    var low = 0.0
    var high = max(1, 2 * NormalDistribution.upperQuantile(p))
    while upperTail(high) > p, high.isFinite { (low, high) = (high, high * 2) }
    var t = (low + high) / 2
    for _ in 0..<200 {
      let excess = upperTail(t) - p
      if excess > 0 { low = t } else { high = t }
      var next = t + excess / density(t)
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - t) <= 2e-16 * next { return next }
      t = next
    }
    return t
  }

  private func density(_ t: Double) -> Double {
    let half = degreesOfFreedom / 2
    let logPower = (half + 0.5) * log1p(t * t / degreesOfFreedom)
    return exp(-logPower - logBeta(half, 0.5)) / degreesOfFreedom.squareRoot()
  }
}
