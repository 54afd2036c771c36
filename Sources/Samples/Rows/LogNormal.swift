/// Draws log-normal factors around a median of 1 from a table of their quantiles.
struct LogNormal {
  private let quantiles: [Double]

  /// - Parameter spread: standard deviation of the logarithm.
  init(spread: Double) {
    quantiles = (0..<1024).map { exponential(spread * normalQuantile((Double($0) + 0.5) / 1024)) }
  }

  func draw(_ random: inout RandomSource) -> Double { quantiles[random.below(quantiles.count)] }
}
