extension FalseDiscovery {
  /// AdaFilter q-values for "both signals moved" (Wang, Gui, Su, Sabatti, Owen 2022), aware of correlated noise.
  ///
  /// At a threshold g only the cells whose smaller p-value is at most g count. Each is expected to yield a false finding
  /// with probability g, or, where the noise of its two signals has a correlation, max(g, B/(2g - B)) with B the
  /// probability that both exceed their upper-g points. q is the smallest, over g from the cell's larger p-value on, of
  /// that expectation divided by the number of findings.
  ///
  /// - Parameters:
  ///   - first: one-sided p-values of the first signal; NaN leaves the cell out.
  ///   - second: those of the second signal.
  ///   - correlations: the correlation of the noise in each cell, 0...0.9; nil stands for none.
  /// - Returns: q-values in the order of the cells.
  public static func adaFilter(
    _ first: [Double], _ second: [Double], correlations: [Double]? = nil
  ) -> [Double] {
    let candidates = zip(first, second).enumerated().compactMap { cell, pair -> AdaFilterCandidate? in
      guard pair.0.isFinite, pair.1.isFinite else { return nil }
      let correlation = correlations.map { $0[cell].isNaN ? 0 : min(0.9, max(0, $0[cell])) } ?? 0
      return AdaFilterCandidate(cell: cell, pair: pair, correlation: correlation)
    }
    let sorted = candidates.stablySorted { $0.larger < $1.larger }
    let ratios = sorted.indices.map { index in
      expectedFalse(among: candidates, threshold: sorted[index].larger)
        / Double(countUpTo(sorted[index].larger, in: sorted, from: index))
    }
    return spread(ratios, over: sorted.map(\.cell), count: min(first.count, second.count))
  }

  private static func expectedFalse(among candidates: [AdaFilterCandidate], threshold: Double) -> Double {
    let z = NormalDistribution.quantile(max(threshold, 1e-300))
    let squaredPoint = z * z
    var expected = 0.0
    for candidate in candidates where candidate.smaller <= threshold {
      expected += candidate.falseRate(threshold: threshold, squaredPoint: squaredPoint)
    }
    return expected
  }

  private static func countUpTo(_ p: Double, in sorted: [AdaFilterCandidate], from index: Int) -> Int {
    var end = index + 1
    while end < sorted.count, sorted[end].larger <= p { end += 1 }
    return end
  }
}

private struct AdaFilterCandidate {
  let cell: Int
  let smaller: Double
  let larger: Double
  let bothAbove: BothAbove?

  init(cell: Int, pair: (Double, Double), correlation: Double) {
    self.cell = cell
    smaller = min(pair.0, pair.1)
    larger = max(pair.0, pair.1)
    bothAbove = correlation > 0 ? BothAbove(correlation: correlation) : nil
  }

  func falseRate(threshold g: Double, squaredPoint: Double) -> Double {
    guard let bothAbove, g < 1 else { return g }
    let floored = max(g, 1e-300)
    let both = bothAbove.probability(tail: floored, squaredPoint: squaredPoint)
    return min(1, max(g, both / max(2 * floored - both, 1e-300)))
  }
}
