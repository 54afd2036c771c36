/// The lower weighted median: the smallest value whose cumulated weight reaches half the total.
///
/// Values that are not finite and weights that are not above 0 are left out; NaN if nothing remains.
public func weightedMedian(_ values: [Double], weights: [Double]) -> Double {
  let pairs = zip(values, weights).filter { $0.isFinite && $1.isFinite && $1 > 0 }
  let sorted = pairs.stablySorted { $0.0 < $1.0 }
  guard let last = sorted.last else { return .nan }
  // The hair less than half makes equal halves land on the lower value in spite of rounding.
  let half = 0.5 * sorted.map(\.1).plainSum() * (1 - 1e-12)
  var cumulated = 0.0
  for (value, weight) in sorted {
    cumulated += weight
    if cumulated >= half { return value }
  }
  return last.0
}

/// The plain median, the mean of the middle two for an even number; NaN for none.
public func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .nan }
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

extension Collection {
  /// The elements sorted, equal ones in their present order (which the standard library does not promise).
  func stablySorted(by precedes: (Element, Element) -> Bool) -> [Element] {
    enumerated()
      .sorted { left, right in
        if precedes(left.element, right.element) { return true }
        return !precedes(right.element, left.element) && left.offset < right.offset
      }
      .map(\.element)
  }
}
