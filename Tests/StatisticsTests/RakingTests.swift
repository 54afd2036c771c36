import Statistics
import Testing

@Suite struct RakingTests {
  /// Two by three strata; the weights from a plain loop in numpy, run until nothing moves (1000 rounds).
  @Test func weightsOfTwoDimensions() {
    let raking = Raking(
      respondents: [20, 30, 10, 5, 15, 20],
      dimensions: [
        .init(strata: [0, 0, 0, 1, 1, 1], customers: [50, 50]),
        .init(strata: [0, 1, 2, 0, 1, 2], customers: [600, 300, 100]),
      ])
    let wanted = [1.78637324, 0.42395146, 0.15539913, 4.85450705, 1.15209707, 0.42230043]
    for (found, value) in zip(raking.weights, wanted) { #expect(abs(found / value - 1) < 2e-6) }
    // After the sixth round the largest error is 7.9e-7.
    #expect(raking.rounds == 6 && raking.isConverged)
    #expect(abs(raking.effectiveCount - 47.44643685949594) < 1e-3)
    #expect(raking.covered == 1)
  }

  /// Kish's number of the weights 1, 1, 2, 0.5, 3 is 7.5² / 15.25.
  @Test func effectiveCount() {
    let count = Raking.effectiveCount(weights: [1, 1, 2, 0.5, 3], counts: [1, 1, 1, 1, 1])
    #expect(abs(count - 3.6885245901639343) < 1e-12)
    #expect(Raking.effectiveCount(weights: [], counts: []).isNaN)
  }

  @Test func oneDimensionIsPostStratification() {
    let raking = Raking(respondents: [8, 2], dimensions: [.init(strata: [0, 1], customers: [10, 10])])
    #expect(raking.weights == [0.625, 2.5])
    let mean = raking.mean(of: [
      Moments(count: 8, sum: 400, sumOfSquares: 80_000), Moments(count: 2, sum: -200, sumOfSquares: 20_000),
    ])
    #expect(mean.estimate == -25)
    #expect(abs(mean.high - 43.933333959750826) < 1e-9)
  }

  @Test func strataWithoutRespondentsAreLeftOut() {
    let raking = Raking(respondents: [5, 0], dimensions: [.init(strata: [0, 1], customers: [30, 10])])
    #expect(raking.weights == [1, 0])
    #expect(raking.covered == 0.75)
    let nobody = Raking(respondents: [0], dimensions: [.init(strata: [0], customers: [3])])
    #expect(nobody.rounds == 0 && !nobody.isConverged && nobody.effectiveCount.isNaN)
    #expect(nobody.mean(of: [Moments(count: 0, sum: 0, sumOfSquares: 0)]).estimate.isNaN)
  }

  /// Margins that no weights can meet: all of stratum 0 is also in stratum 0 of the other dimension, with another size.
  @Test func contradictionsDoNotSettle() {
    let raking = Raking(
      respondents: [5, 5],
      dimensions: [
        .init(strata: [0, 1], customers: [3, 1]), .init(strata: [0, 1], customers: [1, 3]),
      ])
    #expect(!raking.isConverged && raking.rounds == Raking.mostRounds)
  }
}
