// Logarithm and exponential from the four exact operations alone. The C library's own differ in the last digit
// between machines, and one digit is enough to change a count.

private let ln2High = 0x1.62e42fefa38p-1
private let ln2Low = 0x1.ef35793c7673p-45

/// The natural logarithm of a positive, finite number; error below 1e-15 of the result.
func naturalLog(_ x: Double) -> Double {
  var exponent = Double(x.exponent)
  var mantissa = x.significand
  if mantissa > 1.4142135623730951 {
    mantissa *= 0.5
    exponent += 1
  }
  let s = (mantissa - 1) / (mantissa + 1)
  let s2 = s * s
  var sum = 0.0
  for denominator in stride(from: 23.0, through: 1.0, by: -2.0) {
    sum = sum * s2 + 1 / denominator
  }
  return exponent * ln2High + (exponent * ln2Low + 2 * s * sum)
}

/// e to the power of a number between -700 and 700; error below 1e-15 of the result.
func exponential(_ x: Double) -> Double {
  let halves = (x / (ln2High + ln2Low)).rounded(.toNearestOrEven)
  let rest = (x - halves * ln2High) - halves * ln2Low
  var sum = 1.0
  for divisor in stride(from: 15.0, through: 1.0, by: -1.0) {
    sum = 1 + rest / divisor * sum
  }
  return Double(sign: .plus, exponent: Int(halves), significand: sum)
}
