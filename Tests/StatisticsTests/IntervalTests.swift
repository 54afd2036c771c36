import Statistics
import Testing

@Suite struct IntervalTests {
  @Test func intervalsContainTheirEstimate() {
    for successes in 0...30 {
      let interval = Interval.proportion(Double(successes), of: 30)
      #expect(interval.low <= interval.estimate && interval.estimate <= interval.high)
      #expect(interval.low >= 0 && interval.high <= 1)
    }
    for promoters in 0...12 {
      for detractors in 0...(12 - promoters) {
        let answers = PromoterCounts(
          promoters: Double(promoters), passives: Double(12 - promoters - detractors),
          detractors: Double(detractors))
        let interval = Interval.netPromoterScore(answers)
        #expect(interval.low <= interval.estimate && interval.estimate <= interval.high)
        #expect(interval.low >= -100 && interval.high <= 100)
      }
    }
  }

  @Test func exchangingSuccessAndFailureMirrorsTheInterval() {
    let (some, rest) = (Interval.proportion(7, of: 20), Interval.proportion(13, of: 20))
    #expect(abs(some.low + rest.high - 1) < 1e-15)
    let liked = Interval.netPromoterScore(PromoterCounts(promoters: 9, passives: 4, detractors: 3))
    let hated = Interval.netPromoterScore(PromoterCounts(promoters: 3, passives: 4, detractors: 9))
    #expect(abs(liked.low + hated.high) < 1e-9)
    #expect(abs(liked.high + hated.low) < 1e-9)
  }

  @Test func scoreBoundsAreWhereTheTestRejects() {
    let answers = PromoterCounts(promoters: 31, passives: 40, detractors: 12)
    let interval = Interval.netPromoterScore(answers)
    #expect(abs(answers.scoreStatistic(difference: interval.low / 100) - 1.959_963_984_540_054) < 1e-9)
    #expect(abs(answers.scoreStatistic(difference: interval.high / 100) + 1.959_963_984_540_054) < 1e-9)
  }

  @Test func moreConfidenceMeansAWiderInterval() {
    let moments = Moments(count: 12, sum: 50, sumOfSquares: 230)
    let (narrow, wide) = (Interval.mean(of: moments, confidence: 0.9), Interval.mean(of: moments))
    #expect(wide.low < narrow.low && narrow.high < wide.high)
  }

  @Test func meanIsClippedToItsScale() {
    let moments = Moments(count: 2, sum: 9, sumOfSquares: 41)
    #expect(Interval.mean(of: moments).high > 5)
    #expect(Interval.mean(of: moments, within: 1...5).high == 5)
    #expect(!Interval.mean(of: Moments(count: 1, sum: 4, sumOfSquares: 16)).hasBounds)
  }

  // Ranks of the exact binomial interval, as in the usual tables (Conover 1999, table A3).
  @Test(arguments: [(6, 1, 6), (10, 2, 9), (20, 6, 15), (25, 8, 18), (100, 40, 61)])
  func medianRanks(count: Int, low: Int, high: Int) throws {
    let ranks = try #require(QuantileRanks(count: count))
    #expect(ranks.low == low)
    #expect(ranks.high == high)
  }

  @Test func ranksCoverAtLeastTheConfidence() throws {
    for count in [5, 6, 17, 60] {
      for quantile in [0.25, 0.5, 0.9] {
        guard let ranks = QuantileRanks(count: count, quantile: quantile) else { continue }
        let covered = (ranks.low..<ranks.high).map { binomial($0, of: count, share: quantile) }.reduce(0, +)
        #expect(covered >= 0.95)
        #expect(ranks.low >= 1 && ranks.high <= count && ranks.low < ranks.high)
      }
    }
    #expect(QuantileRanks(count: 5) == nil)
    #expect(QuantileRanks(count: 60, quantile: 0.9) != nil)
    #expect(QuantileRanks(count: 20, quantile: 0.99) == nil)
  }

  @Test func ranksOfManyValuesFollowTheNormalApproximation() throws {
    let ranks = try #require(QuantileRanks(count: 1_000_000))
    #expect(abs(ranks.low - 499_020) <= 1)
    #expect(ranks.low + ranks.high == 1_000_001)
  }
}

/// A binomial probability by plain multiplication, for small counts.
private func binomial(_ value: Int, of count: Int, share: Double) -> Double {
  var probability = 1.0
  for step in 0..<value { probability *= Double(count - step) / Double(step + 1) * share }
  for _ in value..<count { probability *= 1 - share }
  return probability
}
