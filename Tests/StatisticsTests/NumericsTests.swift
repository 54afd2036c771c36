import Testing

@testable import Statistics

private let roundings: [(Double, Double)] = [
  (0.5, 0.5), (1_234_565, 1_234_560), (1_234_575, 1_234_580), (123_456.5, 123_456), (123_457.5, 123_458),
  (999_999.5, 1_000_000), (9_999_995, 10_000_000), (-123_457.5, -123_458), (0, 0), (64.05, 64.05),
  (1 / 3.0, 0.333333), (2 / 3.0e9, 6.66667e-10), (1e-300, 1e-300), (1e300, 1e300),
  // No ties: the binary numbers lie just beside what is written.
  (12_345.65, 12_345.6), (0.123_456_5, 0.123_456), (0.123_457_5, 0.123_457), (99.999_95, 99.9999),
]

@Suite struct NumericsTests {
  @Test(arguments: roundings)
  func roundsToSixSignificantDigits(value: Double, rounded: Double) {
    #expect(value.rounded(significantDigits: 6) == rounded)
  }

  @Test func compensationKeepsWhatPlainAdditionLoses() {
    let terms = [1, 1e100, 1, -1e100]
    #expect(terms.compensatedSum() == 2)
    #expect(terms.plainSum() == 0)
  }

  @Test(arguments: [0.5, 1, 4.5, 9.99, 10, 33.3])
  func logGammaGrowsByTheLogarithm(x: Double) {
    #expect(abs(logGamma(x + 1) - logGamma(x) - log(x)) < 1e-13)
  }

  @Test func gammaOfOneHalfIsTheRootOfPi() {
    #expect(abs(logGamma(0.5) - 0.5 * log(.pi)) < 1e-14)
    #expect(abs(logBeta(0.5, 0.5) - log(.pi)) < 1e-14)
  }

  @Test func chiSquareWithTwoDegreesIsExponential() {
    for x in [0.1, 1, 2.9, 3.1, 50, 700] {
      let tail = ChiSquareDistribution(degreesOfFreedom: 2).upperTail(x)
      #expect(abs(tail - exp(-x / 2)) <= 1e-13 * exp(-x / 2))
    }
  }

  @Test func incompleteBetaIsSymmetric() {
    for (a, b, x) in [(2.0, 3.0, 0.3), (0.5, 80, 0.004), (300, 200, 0.61), (1e6, 0.5, 0.999_999)] {
      #expect(abs(incompleteBeta(a, b, at: x) + incompleteBeta(b, a, at: 1 - x) - 1) < 1e-9)
    }
    #expect(abs(incompleteBeta(1, 1, at: 0.37) - 0.37) < 1e-15)
  }

  @Test(arguments: [1, 2, 3.5, 30, 1e4, 1e9], [1e-9, 0.001, 0.025, 0.3, 0.5, 0.9, 0.975])
  func studentQuantileInvertsTheTail(degreesOfFreedom: Double, p: Double) {
    let student = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
    #expect(abs(student.upperTail(student.quantile(p)) - (1 - p)) < 1e-13)
  }

  @Test func studentOfOneDegreeIsCauchy() {
    // The Cauchy quantile is tan(pi (p - 1/2)): 1 at 3/4.
    #expect(abs(StudentDistribution(degreesOfFreedom: 1).quantile(0.75) - 1) < 1e-14)
  }

  @Test func studentTailStaysRightForHugeDegreesOfFreedom() {
    // 60-digit reference; a tail computed from df/(df + t²) alone is off in the ninth digit here.
    let tail = StudentDistribution(degreesOfFreedom: 1e10).upperTail(3)
    #expect(abs(tail - 0.001_349_898_034_953_980_9) < 1e-15)
  }

  @Test func normalQuantileIsSymmetricAndLimited() {
    #expect(NormalDistribution.quantile(0.75) == -NormalDistribution.quantile(0.25))
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1.5).isNaN)
  }
}
