/// The variance of single scores within a period, by cell, shrunk towards that of all cells.
struct WithinVariance {
  /// The shrunk variance of each cell.
  let variances: [Double]
  /// The degrees of freedom of each cell's own variance.
  let degreesOfFreedom: [Double]

  init(_ signal: MeanSignal) {
    var squares: [Double] = []
    var freedoms: [Double] = []
    for cell in 0..<signal.counts.cells {
      var (square, freedom) = (0.0, 0.0)
      for period in 0..<signal.counts.periods {
        let moments = signal.moments(cell, period)
        square += moments.squaredDeviations
        freedom += max(moments.count - 1, 0)
      }
      squares.append(square)
      freedoms.append(freedom)
    }
    let pooled = WithinVariance.pooled(squares.plainSum(), freedoms.plainSum(), range: signal.range)
    degreesOfFreedom = freedoms
    variances = zip(squares, freedoms).map { square, freedom in
      (signal.priorScores * pooled + square) / (signal.priorScores + freedom)
    }
  }

  /// The variance of all cells, never so small that one period would decide everything.
  private static func pooled(_ squares: Double, _ freedom: Double, range: Double) -> Double {
    max(freedom > 0 ? squares / freedom : range * range / 16, 0.25e-6 * range * range)
  }
}

extension MeanSignal {
  func moments(_ cell: Int, _ period: Int) -> Moments {
    Moments(
      count: counts[cell, period], sum: sums[cell, period], sumOfSquares: sumsOfSquares[cell, period])
  }
}
