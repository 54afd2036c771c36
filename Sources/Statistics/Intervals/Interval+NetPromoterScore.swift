extension Interval {
  /// The score interval of a Net Promoter Score, in points; undefined without answers.
  ///
  /// NPS is the difference of two shares of one sample, the layout of Tango (1998): all differences that the score test
  /// does not reject, found by bisection. Its coverage stays at the level even for five answers.
  public static func netPromoterScore(_ answers: PromoterCounts, confidence: Double = 0.95) -> Interval {
    guard answers.count > 0 else { return .undefined }
    let z = NormalDistribution.criticalValue(confidence: confidence)
    let share = (answers.promoters - answers.detractors) / answers.count
    let low = answers.detractors == answers.count ? -1 : answers.difference(withScore: z, from: -1, to: share)
    let high = answers.promoters == answers.count ? 1 : answers.difference(withScore: -z, from: share, to: 1)
    return Interval(estimate: 100 * share, low: 100 * low, high: 100 * high)
  }

  /// The adjusted Wald interval of a Net Promoter Score, in points: three answers added (Rocks 2016).
  ///
  /// A closed form, for where the score interval cannot be computed.
  public static func netPromoterScoreAdjustedWald(
    _ answers: PromoterCounts, confidence: Double = 0.95
  ) -> Interval {
    guard answers.count > 0 else { return .undefined }
    let z = NormalDistribution.criticalValue(confidence: confidence)
    let (mean, variance, count) = answers.adjusted
    let half = z * (variance / count).squareRoot()
    return Interval(estimate: answers.score, low: 100 * max(-1, mean - half), high: 100 * min(1, mean + half))
  }
}

extension PromoterCounts {
  /// Tango's score statistic for a true difference of the shares of promoters and detractors, -1...1.
  ///
  /// Falls as the difference grows. Zero variance gives 0 where the data agree and an infinity where they do not.
  public func scoreStatistic(difference: Double) -> Double {
    let n = count
    let linear = -promoters - detractors + (2 * n - promoters + detractors) * difference
    let constant = -detractors * difference * (1 - difference)
    let discriminant = max(0, linear * linear - 8 * n * constant)
    let constrained = (discriminant.squareRoot() - linear) / (4 * n)
    let variance = n * (2 * constrained + difference * (1 - difference))
    let numerator = promoters - detractors - n * difference
    if variance <= 0 { return numerator == 0 ? 0 : numerator > 0 ? .infinity : -.infinity }
    return numerator / variance.squareRoot()
  }

  fileprivate func difference(withScore target: Double, from start: Double, to end: Double) -> Double {
    var (low, high) = (start, end)
    for _ in 0..<200 where high - low >= 1e-14 {
      let middle = 0.5 * (low + high)
      if scoreStatistic(difference: middle) > target { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}
