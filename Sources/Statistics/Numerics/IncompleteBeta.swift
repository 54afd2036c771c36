/// The regularized incomplete beta function I_x(a, b), for a, b > 0 and 0 <= x <= 1.
public func incompleteBeta(_ a: Double, _ b: Double, at x: Double) -> Double {
  incompleteBeta(a, b, at: x, complement: 1 - x)
}

/// The same with 1 - x handed in, for callers that know it to full precision.
///
/// The continued fraction of Didonato and Morris (TOMS 708, 1992), on the side of the mean where it converges fast.
func incompleteBeta(_ a: Double, _ b: Double, at x: Double, complement y: Double) -> Double {
  guard a > 0, b > 0, x >= 0, y >= 0 else { return .nan }
  if x == 0 { return 0 }
  if y == 0 { return 1 }
  let logFactor = a * logarithm(x, complement: y) + b * logarithm(y, complement: x) - logBeta(a, b)
  let factor = exp(logFactor)
  // How far x lies below the mean; of the two forms the one that subtracts the less.
  let distance = a > b ? (a + b) * y - b : a - (a + b) * x
  if distance >= 0 { return factor * betaFraction(a, b, x, y, distance: distance) }
  return 1 - factor * betaFraction(b, a, y, x, distance: -distance)
}

private func logarithm(_ x: Double, complement y: Double) -> Double {
  x > 0.5 ? log1p(-y) : log(x)
}

private func betaFraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double, distance: Double) -> Double {
  let first = 1 + 1 / a
  var fraction = ContinuedFraction()
  fraction.start(denominator: (1 + distance) / first)
  for step in 1...200_000 {
    let n = Double(step)
    let level = 1 + (n - 1) / a
    let width = a + 2 * n - 1
    let drift = n * (b - n) * x
    let shrink = a / width
    let numerator = level * (level + b / a) * shrink * shrink * drift * x
    let weight = (n / a + 1) / (first + 2 * n / a)
    let denominator = n + drift / width + weight * (1 + distance + n * (1 + y))
    if fraction.advance(numerator: numerator, denominator: denominator) { break }
  }
  return fraction.value
}
