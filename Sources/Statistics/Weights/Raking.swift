/// Weights with which respondents have the make-up of all customers in several respects at once.
///
/// Raking, or iterative proportional fitting (Deming and Stephan 1940): in each round the weights are scaled to the customers'
/// shares by one dimension after the other. It stops when after a round no stratum's weighted share is more than one
/// millionth of itself off, or after 50 rounds. A stratum without respondents cannot be weighted up: its customers are left
/// out of the target, and `covered` says how many remain. The mean weight of a respondent is 1.
public struct Raking: Sendable, Hashable {
  /// One dimension: which stratum each cell belongs to, and how many customers each stratum has.
  public struct Dimension: Sendable, Hashable {
    /// By cell, 0..<customers.count.
    public var strata: [Int]
    public var customers: [Double]

    public init(strata: [Int], customers: [Double]) {
      self.strata = strata
      self.customers = customers
    }
  }

  /// The weight of each respondent of a cell; 0 in a cell without one.
  public let weights: [Double]
  /// Rounds that were done.
  public let rounds: Int
  /// The stop rule was met; else the dimensions contradict each other.
  public let isConverged: Bool
  /// Respondents by cell.
  public let respondents: [Double]
  /// The smallest share of customers, over the dimensions, whose stratum has a respondent.
  public let covered: Double

  /// The largest relative error at which it stops, and the most rounds.
  public static let tolerance = 1e-6
  public static let mostRounds = 50

  /// - Parameters:
  ///   - respondents: by cell, where a cell is a combination of one stratum of each dimension.
  ///   - dimensions: at least one.
  public init(respondents: [Double], dimensions: [Dimension]) {
    self.respondents = respondents
    let total = respondents.plainSum()
    var weights = respondents.map { $0 > 0 ? 1.0 : 0 }
    let margins = dimensions.map { Margin($0, respondents: respondents, total: total) }
    covered = margins.map(\.covered).min() ?? .nan
    var rounds = 0
    var error = Double.infinity
    while total > 0, rounds < Self.mostRounds, error > Self.tolerance {
      for margin in margins { margin.scale(&weights, respondents) }
      error = margins.map { $0.error(weights, respondents) }.max() ?? 0
      rounds += 1
    }
    self.weights = weights
    self.rounds = rounds
    isConverged = error <= Self.tolerance
  }

  /// How many respondents of equal weight would say as much: (sum of weights)² / sum of squared weights (Kish 1965).
  public var effectiveCount: Double { Self.effectiveCount(weights: weights, counts: respondents) }

  /// Kish's effective number of cases: `counts` cases have each weight.
  public static func effectiveCount(weights: [Double], counts: [Double]) -> Double {
    let sum = zip(weights, counts).map { $0 * $1 }.plainSum()
    let squares = zip(weights, counts).map { $0 * $0 * $1 }.plainSum()
    return squares > 0 ? sum * sum / squares : .nan
  }

  /// The weighted mean of scores and its interval, by Taylor linearisation with n/(n − 1) (Lohr 2010, section 9.1).
  ///
  /// - Parameter scores: the moments of the scores of each cell's respondents.
  public func mean(of scores: [Moments], confidence: Double = 0.95) -> Interval {
    let count = scores.map(\.count).plainSum()
    let total = zip(weights, scores).map { $0 * $1.count }.plainSum()
    guard total > 0 else { return .undefined }
    let mean = zip(weights, scores).map { $0 * $1.sum }.plainSum() / total
    guard count >= 2 else { return Interval(estimate: mean, low: .nan, high: .nan) }
    let squares = zip(weights, scores).map { weight, score in
      weight * weight * max(0, score.sumOfSquares - 2 * mean * score.sum + mean * mean * score.count)
    }
    let error = (count / (count - 1) * squares.plainSum()).squareRoot() / total
    let half = NormalDistribution.criticalValue(confidence: confidence) * error
    return Interval(estimate: mean, low: mean - half, high: mean + half)
  }
}

/// What the weighted respondents of one dimension's strata should add up to.
private struct Margin {
  let strata: [Int]
  /// 0 for a stratum without respondents.
  let targets: [Double]
  let covered: Double

  init(_ dimension: Raking.Dimension, respondents: [Double], total: Double) {
    strata = dimension.strata
    var present = [Double](repeating: 0, count: dimension.customers.count)
    for (cell, stratum) in dimension.strata.enumerated() { present[stratum] += respondents[cell] }
    let reached = zip(dimension.customers, present).map { $1 > 0 ? $0 : 0 }
    let all = dimension.customers.plainSum()
    let sum = reached.plainSum()
    covered = all > 0 ? sum / all : .nan
    targets = reached.map { sum > 0 ? $0 / sum * total : 0 }
  }

  private func sums(_ weights: [Double], _ respondents: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: targets.count)
    for (cell, stratum) in strata.enumerated() { sums[stratum] += weights[cell] * respondents[cell] }
    return sums
  }

  func scale(_ weights: inout [Double], _ respondents: [Double]) {
    let sums = sums(weights, respondents)
    for (cell, stratum) in strata.enumerated() where sums[stratum] > 0 {
      weights[cell] *= targets[stratum] / sums[stratum]
    }
  }

  /// The largest relative error of a stratum.
  func error(_ weights: [Double], _ respondents: [Double]) -> Double {
    zip(sums(weights, respondents), targets).map { sum, target in
      target > 0 ? abs(sum / target - 1) : 0
    }.max() ?? 0
  }
}
