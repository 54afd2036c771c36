/// The variance between periods that more data does not average out, pooled over cells and for each cell.
///
/// A moment estimator: negative-binomial dispersion for counts, in the manner of DerSimonian and Laird (1986) for
/// means; each cell is shrunk towards the pooled value by its information (Lund et al. 2012).
public struct Wobble: Sendable, Hashable {
  /// The variance of all cells.
  public internal(set) var pooledVariance: Double
  /// The correlation of neighbouring periods.
  public internal(set) var autocorrelation: Double
  /// The variance of each cell.
  public internal(set) var variances: [Double]
  /// The periods' worth of information in each cell.
  public internal(set) var information: [Double]

  init(
    _ residuals: Residuals, groups: [Range<Int>], start: Double, floor: Double, options: WobbleOptions
  ) {
    let moments = WobbleMoments(residuals, groups: groups)
    let lowest = floor * floor
    (pooledVariance, autocorrelation) = (start * start, 0)
    for _ in 0..<3 {
      let sums = moments.sums(variance: pooledVariance, autocorrelation: autocorrelation)
      let excess = sums.map(\.excess).plainSum()
      let information = sums.map(\.leverage).plainSum()
      pooledVariance = max(lowest, information > 0 ? excess / information : pooledVariance)
      autocorrelation = moments.autocorrelation(variance: pooledVariance, options: options)
    }
    (variances, information) = ([], [])
    let prior = options.priorPeriods
    for sum in moments.sums(variance: pooledVariance, autocorrelation: autocorrelation) {
      let own = sum.leverage > 0 ? sum.excess / sum.leverage : 0
      let shrunk = (prior * pooledVariance + sum.information * max(own, 0)) / (prior + sum.information)
      variances.append(max(lowest, shrunk))
      information.append(sum.information)
    }
  }
}

/// The factor by which autocorrelation inflates the variance of a mean of `count` values: 1 + 2 sum (1 - j/K) rho^j.
public func autocorrelationFactor(count: Int, autocorrelation rho: Double) -> Double {
  var sum = 0.0
  var power = 1.0
  for lag in stride(from: 1, to: count, by: 1) {
    power *= rho
    sum += (1 - Double(lag) / Double(count)) * power
  }
  return 1 + 2 * sum
}

/// The correlation of two signals' wobbles in their bad directions, pooled over cells and periods, 0...0.9.
func wobbleCorrelation(
  _ first: (residuals: Residuals, variance: Double, bad: BadDirection),
  _ second: (residuals: Residuals, variance: Double, bad: BadDirection)
) -> Double {
  guard first.variance > 0, second.variance > 0 else { return 0 }
  let sign = first.bad.sign * second.bad.sign
  var (product, weights) = (0.0, 0.0)
  for cell in 0..<first.residuals.deviations.cells {
    for period in 0..<first.residuals.deviations.periods {
      guard first.residuals.isKnown(cell, period), second.residuals.isKnown(cell, period) else { continue }
      let weight =
        1
        / ((first.variance + first.residuals.variances[cell, period])
          * (second.variance + second.residuals.variances[cell, period]))
      product += weight * first.residuals.deviations[cell, period] * second.residuals.deviations[cell, period]
      weights += weight
    }
  }
  guard weights > 0 else { return 0 }
  let scale = (first.variance * second.variance).squareRoot()
  return min(0.9, max(0, sign * product / (scale * weights)))
}
