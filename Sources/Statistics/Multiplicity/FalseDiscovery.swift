/// False discovery rates: what share of a list of findings is expected to be false alarms.
public enum FalseDiscovery {
  /// Benjamini-Hochberg q-values (1995) in the order of the p-values; undefined p-values stay NaN and do not count.
  public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.filter { pValues[$0].isFinite }.stablySorted { pValues[$0] < pValues[$1] }
    let count = Double(order.count)
    let ratios = order.enumerated().map { pValues[$1] * count / Double($0 + 1) }
    return spread(ratios, over: order, count: pValues.count)
  }

  /// Benjamini-Yekutieli q-values (2001), valid under any dependence of the p-values.
  public static func benjaminiYekutieli(_ pValues: [Double]) -> [Double] {
    let count = pValues.filter(\.isFinite).count
    let penalty = stride(from: 1, through: count, by: 1).map { 1 / Double($0) }.plainSum()
    return benjaminiHochberg(pValues).map { $0.isNaN ? $0 : min(1, $0 * penalty) }
  }

  /// The p-value of "both moved": the larger of the two (Berger 1982); NaN where one is undefined.
  public static func intersectionUnion(_ first: Double, _ second: Double) -> Double {
    first.isFinite && second.isFinite ? max(first, second) : .nan
  }

  /// The running minimum from the last ratio back, at most 1, put where the order says.
  static func spread(_ ratios: [Double], over order: [Int], count: Int) -> [Double] {
    var qValues = [Double](repeating: .nan, count: count)
    var smallest = Double.infinity
    for (ratio, place) in zip(ratios, order).reversed() {
      smallest = min(smallest, ratio)
      qValues[place] = min(1, smallest)
    }
    return qValues
  }
}
