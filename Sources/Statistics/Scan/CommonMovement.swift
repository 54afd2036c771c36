/// What happened to everybody: the movement of the median cell in each period, with mean 0.
enum CommonMovement {
  /// The movement of counts on the logarithmic scale.
  static func ofCounts(_ signal: CountSignal) -> [Double] {
    let (events, exposure) = (signal.events, signal.exposure)
    let all = 0..<events.periods
    let rates = (0..<events.cells).map { cell in
      events.sum(cell, over: all) / max(exposure.sum(cell, over: all), 1e-300)
    }
    return centred(
      all.map { period in
        var (moves, weights): ([Double], [Double]) = ([], [])
        for cell in rates.indices {
          let expected = rates[cell] * exposure[cell, period]
          guard expected >= 1 else { continue }
          moves.append(log((events[cell, period] + 0.5) / (expected + 0.5)))
          weights.append(expected / (1 + 0.02 * expected))
        }
        return weightedMedian(moves, weights: weights)
      })
  }

  /// The movement of means in scale units; cells with a single period have none.
  ///
  /// - Parameters:
  ///   - means: period means; NaN where missing.
  ///   - weights: their weights; 0 where missing.
  static func ofMeans(_ means: Grid, weights: Grid) -> [Double] {
    let all = 0..<means.periods
    let centres = (0..<means.cells).map { cell -> Double in
      let present = all.filter { weights[cell, $0] > 0 }
      guard present.count >= 2 else { return .nan }
      return present.map { weights[cell, $0] * means[cell, $0] }.plainSum()
        / present.map { weights[cell, $0] }.plainSum()
    }
    return centred(
      all.map { period in
        weightedMedian(
          centres.indices.map { means[$0, period] - centres[$0] },
          weights: centres.indices.map { weights[$0, period] })
      })
  }

  /// Undefined movements become 0, then the mean is subtracted.
  private static func centred(_ movement: [Double]) -> [Double] {
    let known = movement.map { $0.isFinite ? $0 : 0 }
    let mean = known.plainSum() / Double(max(1, known.count))
    return known.map { $0 - mean }
  }
}
