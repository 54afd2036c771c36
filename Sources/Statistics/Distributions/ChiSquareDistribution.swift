/// The chi-square distribution.
public struct ChiSquareDistribution: Sendable {
  /// Degrees of freedom, above 0.
  public let degreesOfFreedom: Double

  /// The distribution with these degrees of freedom.
  public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// The probability of a value above `x`: the regularized upper incomplete gamma function.
  public func upperTail(_ x: Double) -> Double { upperIncompleteGamma(degreesOfFreedom / 2, x / 2) }
}
