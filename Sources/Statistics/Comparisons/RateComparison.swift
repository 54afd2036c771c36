/// The comparison of two rates of events per exposure; NaN where an exposure is not above 0 or nothing happened.
public struct RateComparison: Sendable, Hashable {
  /// The current rate divided by the earlier one; NaN where nothing happened earlier.
  public let ratio: Double
  /// The Poisson score statistic (Gu, Ng, Tang, Schucany 2008).
  public let z: Double
  /// The probability of a rise at least this large if the rates are equal.
  public let pGreater: Double
  /// The probability of a fall at least this large.
  public let pLess: Double

  /// Compares counts by the score test of equal Poisson rates.
  public init(current: (events: Double, exposure: Double), earlier: (events: Double, exposure: Double)) {
    ratio = RateComparison.ratio(current: current, earlier: earlier)
    let total = current.events + earlier.events
    guard total > 0, current.exposure > 0, earlier.exposure > 0 else {
      (z, pGreater, pLess) = (.nan, .nan, .nan)
      return
    }
    let share = current.exposure / (current.exposure + earlier.exposure)
    z = (current.events - total * share) / (total * share * (1 - share)).squareRoot()
    pGreater = NormalDistribution.upperTail(z)
    pLess = NormalDistribution.upperTail(-z)
  }

  /// The ratio of two rates; NaN where an exposure is not above 0 or nothing happened earlier.
  static func ratio(
    current: (events: Double, exposure: Double), earlier: (events: Double, exposure: Double)
  ) -> Double {
    guard current.exposure > 0, earlier.exposure > 0, earlier.events > 0 else { return .nan }
    return (current.events / current.exposure) / (earlier.events / earlier.exposure)
  }
}

/// The exact comparison of two rates given the total count (Przyborowski and Wilenski 1940).
///
/// Each field is NaN for a total of 0 or above 2000, where `RateComparison` serves.
public struct ExactRateComparison: Sendable, Hashable {
  /// The probability of at least the current count.
  public let pGreater: Double
  /// The probability of at most the current count.
  public let pLess: Double
  /// As `pGreater`, with half the probability of the current count itself.
  public let midPGreater: Double

  /// Compares whole counts by the binomial distribution of the current one given the total.
  public init(current: (events: Double, exposure: Double), earlier: (events: Double, exposure: Double)) {
    let total = current.events + earlier.events
    guard total > 0, total <= DiscreteTail.largestCount, current.exposure > 0, earlier.exposure > 0,
      current.events >= 0, earlier.events >= 0
    else {
      (pGreater, pLess, midPGreater) = (.nan, .nan, .nan)
      return
    }
    let share = current.exposure / (current.exposure + earlier.exposure)
    let tail = DiscreteTail.binomial(Int(current.events), of: Int(total), share: share)
    pGreater = min(1, tail.above + tail.at)
    pLess = min(1, tail.below + tail.at)
    midPGreater = tail.upperMidP
  }
}
