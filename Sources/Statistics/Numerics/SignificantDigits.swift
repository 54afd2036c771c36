extension Double {
  /// The number rounded to significant decimal digits, ties to even; the number itself is what is rounded, not a
  /// shorter text of it.
  ///
  /// Used as a key in comparisons, so that noise in the last bits of two equal priorities does not order them.
  public func rounded(significantDigits digits: Int) -> Double {
    guard isFinite, self != 0, digits > 0 else { return isFinite ? 0 : self }
    let magnitude = abs(self)
    var exponent = log10(magnitude).rounded(.down)
    if magnitude < pow(10, exponent) { exponent -= 1 }
    let rounded = magnitude.roundedInUnits(ofTenTo: exponent - Double(digits - 1))
    return self < 0 ? -rounded : rounded
  }

  /// Rounds a positive number to a multiple of a power of ten; exact where that power is (up to 1e22).
  private func roundedInUnits(ofTenTo exponent: Double) -> Double {
    let power = pow(10, abs(exponent))
    let scaled = exponent < 0 ? self * power : self / power
    let remainder = exponent < 0 ? (-scaled).addingProduct(self, power) : addingProduct(-scaled, power)
    var whole = scaled.rounded(.toNearestOrEven)
    let floor = scaled.rounded(.down)
    if scaled - floor == 0.5, remainder != 0 { whole = remainder > 0 ? floor + 1 : floor }
    return exponent < 0 ? whole / power : whole * power
  }
}
