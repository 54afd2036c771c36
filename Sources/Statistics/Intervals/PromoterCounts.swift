/// Answers to the recommendation question: promoters (9, 10), passives (7, 8) and detractors (0...6).
public struct PromoterCounts: Sendable, Hashable {
  /// Answers of 9 and 10.
  public var promoters: Double
  /// Answers of 7 and 8.
  public var passives: Double
  /// Answers of 0 to 6.
  public var detractors: Double

  /// Counts of the three groups.
  public init(promoters: Double, passives: Double, detractors: Double) {
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }

  /// All answers.
  public var count: Double { promoters + passives + detractors }

  /// The Net Promoter Score in points, -100...100; NaN without answers.
  public var score: Double { count <= 0 ? .nan : 100 * (promoters - detractors) / count }

  /// Mean and variance of one answer, as a share and not in points, after adding three answers (Rocks 2016).
  var adjusted: (mean: Double, variance: Double, count: Double) {
    let total = count + 3
    let (pro, con) = ((promoters + 0.75) / total, (detractors + 0.75) / total)
    let mean = pro - con
    return (mean, pro + con - mean * mean, total)
  }
}
