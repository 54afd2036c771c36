/// The logarithm of the gamma function, for x > 0.
///
/// Stirling's series from 10 on; below, the recurrence moves the argument up first. Written here because the
/// C library's function keeps its sign in a global variable.
func logGamma(_ x: Double) -> Double {
  var shift = 0.0
  var argument = x
  var product = 1.0
  while argument < 10 {
    product *= argument
    argument += 1
  }
  shift = log(product)
  return (argument - 0.5) * log(argument) - argument + logOfRootTwoPi + stirlingCorrection(argument) - shift
}

/// log sqrt(2 pi).
let logOfRootTwoPi = 0.918_938_533_204_672_741_780_329_736_406

/// What Stirling's formula lacks in log gamma, for x >= 10 (below 1e-15 after seven terms).
func stirlingCorrection(_ x: Double) -> Double {
  let inverse = 1 / x
  let square = inverse * inverse
  let tail = -691.0 / 360_360 + square / 156
  let series = -1.0 / 1680 + square * (1.0 / 1188 + square * tail)
  return inverse * (1.0 / 12 + square * (-1.0 / 360 + square * (1.0 / 1260 + square * series)))
}

/// The logarithm of the beta function, without the cancellation of three large log gammas.
///
/// Same decomposition as TOMS 708 and R's `lbeta`.
func logBeta(_ first: Double, _ second: Double) -> Double {
  let small = min(first, second)
  let large = max(first, second)
  let share = small / (small + large)
  if large < 10 { return logGamma(small) + logGamma(large) - logGamma(small + large) }
  let rest = log1p(-share)
  let correction = stirlingCorrection(large) - stirlingCorrection(small + large)
  if small < 10 {
    return logGamma(small) + correction + small - small * log(small + large) + (large - 0.5) * rest
  }
  return -0.5 * log(large) + logOfRootTwoPi + stirlingCorrection(small) + correction
    + (small - 0.5) * log(share) + large * rest
}

/// The regularized upper incomplete gamma function Q(a, x), for a > 0 and x >= 0.
///
/// Series below a + 1, continued fraction above (Abramowitz and Stegun 6.5.29, 6.5.31).
public func upperIncompleteGamma(_ a: Double, _ x: Double) -> Double {
  guard a > 0, x >= 0 else { return .nan }
  if x == 0 { return 1 }
  if x.isInfinite { return 0 }
  let factor = exp(-x + a * log(x) - logGamma(a))
  return x < a + 1 ? 1 - factor * lowerGammaSeries(a, x) : factor * upperGammaFraction(a, x)
}

private func lowerGammaSeries(_ a: Double, _ x: Double) -> Double {
  var term = 1 / a
  var sum = term
  var denominator = a
  for _ in 0..<100_000 where term > sum * 1e-17 {
    denominator += 1
    term *= x / denominator
    sum += term
  }
  return sum
}

private func upperGammaFraction(_ a: Double, _ x: Double) -> Double {
  var fraction = ContinuedFraction()
  var b = x + 1 - a
  fraction.start(denominator: b)
  for step in 1...100_000 {
    let i = Double(step)
    b += 2
    if fraction.advance(numerator: -i * (i - a), denominator: b) { break }
  }
  return fraction.value
}
