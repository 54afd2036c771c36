/// A running sum that keeps the digits which plain addition drops.
///
/// Neumaier's variant of Kahan summation: also right when a term is larger than the sum so far.
public struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0

  /// Starts at zero.
  public init() {}

  /// Adds one term.
  public mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  /// The sum of all terms so far.
  public var value: Double { sum + lost }
}

extension Sequence where Element == Double {
  /// The sum of the elements in their order, with compensation.
  func compensatedSum() -> Double {
    var total = CompensatedSum()
    for element in self { total.add(element) }
    return total.value
  }

  /// The plain sum of the elements in their order, so that results can be reproduced bit by bit.
  func plainSum() -> Double { reduce(0, +) }
}
