/// Draws an index in proportion to given weights, in constant time.
///
/// Vose 1991, "A linear algorithm for generating random numbers with a given distribution".
struct AliasTable {
  private var keep: [Double]
  private var other: [Int32]

  /// - Parameter weights: at least one, none negative, not all zero.
  init(_ weights: [Double]) {
    let total = weights.reduce(0, +)
    var scaled = weights.map { $0 / total * Double(weights.count) }
    keep = [Double](repeating: 1, count: weights.count)
    other = [Int32](repeating: 0, count: weights.count)
    var poor = scaled.indices.filter { scaled[$0] < 1 }
    var rich = scaled.indices.filter { scaled[$0] >= 1 }
    while let low = poor.popLast(), let high = rich.popLast() {
      keep[low] = scaled[low]
      other[low] = Int32(high)
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 { poor.append(high) } else { rich.append(high) }
    }
    // What rounding leaves over keeps itself, unless its weight is nothing at all.
    if let best = weights.indices.max(by: { weights[$0] < weights[$1] }) {
      for left in poor where weights[left] == 0 {
        keep[left] = 0
        other[left] = Int32(best)
      }
    }
  }

  func draw(_ random: inout RandomSource) -> Int {
    let column = random.below(keep.count)
    return random.uniform() < keep[column] ? column : Int(other[column])
  }
}
