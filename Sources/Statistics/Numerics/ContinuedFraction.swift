/// A continued fraction 1/(b0 + a1/(b1 + a2/(b2 + …))) evaluated from the front.
///
/// The modified Lentz algorithm (Thompson and Barnett 1986): a vanishing denominator is replaced by a tiny one.
struct ContinuedFraction {
  private static let tiny = 1e-300
  private var front = 0.0
  private var back = 0.0

  /// The value after the steps so far.
  private(set) var value = 0.0

  /// Sets the leading denominator b0.
  mutating func start(denominator: Double) {
    back = 1 / ContinuedFraction.apartFromZero(denominator)
    front = 1 / ContinuedFraction.tiny
    value = back
  }

  /// Adds one level and answers whether the value has settled to the last digits.
  mutating func advance(numerator: Double, denominator: Double) -> Bool {
    back = 1 / ContinuedFraction.apartFromZero(numerator * back + denominator)
    front = ContinuedFraction.apartFromZero(denominator + numerator / front)
    let change = front * back
    value *= change
    return abs(change - 1) <= 4e-16
  }

  private static func apartFromZero(_ x: Double) -> Double { abs(x) < tiny ? tiny : x }
}
