/// What makes a week differ from the next beyond chance: a first-order autoregressive series for each cell, of
/// variance 1 and autocorrelation 0.4.
struct WeeklyWobble {
  static let autocorrelation = 0.4
  /// By cell and week, standard deviation 1.
  private(set) var values: [[Double]]

  init(cells: Int, _ random: inout RandomSource) {
    values = []
    for _ in 0..<cells {
      var series = [random.normal()]
      while series.count < SampleCalendar.weeks {
        series.append(Self.step(from: series[series.count - 1], shock: random.normal()))
      }
      values.append(series)
    }
  }

  /// The same with some cells calmer than others: each multiplied by its own factor.
  func scaled(_ factors: [Double]) -> WeeklyWobble {
    var copy = self
    copy.values = zip(values, factors).map { series, factor in series.map { $0 * factor } }
    return copy
  }

  private static func step(from last: Double, shock: Double) -> Double {
    autocorrelation * last + (1 - autocorrelation * autocorrelation).squareRoot() * shock
  }
}
