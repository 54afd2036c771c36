/// The probabilities above, at and below one value of a distribution on 0...n.
struct DiscreteTail {
  let above: Double
  let at: Double
  let below: Double

  /// Half the value's own probability counts: the mid-p, which is right on average for a discrete test.
  var upperMidP: Double { above + 0.5 * at }

  /// Built from the ratios P(j+1)/P(j), outwards from the value, so that no log gamma is needed.
  init(of value: Int, upTo n: Int, ratio: (Double) -> Double) {
    var logWeights = [Double](repeating: 0, count: n + 1)
    for j in stride(from: value, to: n, by: 1) { logWeights[j + 1] = logWeights[j] + log(ratio(Double(j))) }
    for j in stride(from: value - 1, through: 0, by: -1) {
      logWeights[j] = logWeights[j + 1] - log(ratio(Double(j)))
    }
    let peak = logWeights.max() ?? 0
    let weights = logWeights.map { exp($0 - peak) }
    let total = weights.compensatedSum()
    above = weights[(value + 1)...].compensatedSum() / total
    at = weights[value] / total
    below = weights[..<value].compensatedSum() / total
  }

  /// The largest total count for which tails are summed term by term.
  static let largestCount = 2000.0

  /// The tail of a binomial distribution.
  static func binomial(_ value: Int, of n: Int, share: Double) -> DiscreteTail {
    let odds = share / (1 - share)
    return DiscreteTail(of: value, upTo: n) { j in (Double(n) - j) / (j + 1) * odds }
  }
}

/// The mid-p of at least `value` of `n` where the share varies: beta-binomial with mean n × share and this variance.
///
/// NaN for n <= 0 or a share that is not strictly between 0 and 1. The correlation within the group is
/// (variance/(n share (1-share)) - 1)/(n-1), capped at 0.999; where there is none, a plain binomial.
public func betaBinomialMidP(_ value: Int, of n: Int, share: Double, variance: Double) -> Double {
  guard n > 0, share > 0, share < 1, value >= 0, value <= n else { return .nan }
  let count = Double(n)
  let spread = n > 1 ? (variance / (count * share * (1 - share)) - 1) / (count - 1) : 0
  if !(spread > 1e-9) { return DiscreteTail.binomial(value, of: n, share: share).upperMidP }
  let rest = 1 / min(spread, 0.999) - 1
  let (a, b) = (share * rest, (1 - share) * rest)
  return DiscreteTail(of: value, upTo: n) { j in
    (count - j) / (j + 1) * ((j + a) / (count - j - 1 + b))
  }.upperMidP
}
