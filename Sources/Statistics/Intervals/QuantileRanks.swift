/// The ranks of the two values that bound a quantile, counted from 1 in ascending order.
public struct QuantileRanks: Sendable, Hashable {
  /// The rank of the lower bound.
  public let low: Int
  /// The rank of the upper bound.
  public let high: Int

  /// The distribution-free interval of a quantile by order statistics (David and Nagaraja 2003, section 7.1).
  ///
  /// The number of values below the true quantile is binomial; each tail outside the ranks has at most half of what the
  /// confidence leaves, so the coverage is at least the confidence whatever the distribution. For the median of 20
  /// values the ranks are 6 and 15.
  ///
  /// - Parameters:
  ///   - count: the number of values.
  ///   - quantile: which quantile, strictly between 0 and 1; the median by default.
  ///   - confidence: the level, by default 0.95.
  /// - Returns: nil where the count is too small to bound the quantile on both sides (below 6 for a median).
  public init?(count: Int, quantile: Double = 0.5, confidence: Double = 0.95) {
    guard count > 0, quantile > 0, quantile < 1 else { return nil }
    let tail = (1 - confidence) / 2
    let below = Binomial(count: count, share: quantile)
    let lowest = below.firstValue { below.cumulative($0) > tail }
    let highest = below.firstValue { below.upperTail(from: $0 + 1) <= tail } + 1
    guard lowest >= 1, highest <= count else { return nil }
    low = lowest
    high = highest
  }
}

/// A binomial distribution by its incomplete beta function, for counts too large to add up.
private struct Binomial {
  let count: Int
  let share: Double

  /// The probability of at most `value`.
  func cumulative(_ value: Int) -> Double {
    if value < 0 { return 0 }
    if value >= count { return 1 }
    return incompleteBeta(Double(count - value), Double(value + 1), at: 1 - share, complement: share)
  }

  /// The probability of at least `value`.
  func upperTail(from value: Int) -> Double {
    if value <= 0 { return 1 }
    if value > count { return 0 }
    return incompleteBeta(Double(value), Double(count - value + 1), at: share, complement: 1 - share)
  }

  /// The smallest value in 0...count for which a condition holds that stays true once it is.
  func firstValue(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
