/// Numbers as text, the same on every machine and in every locale.
public enum NumberText {
  /// A fixed count of digits behind the point, halves to even, thousands in groups; without its sign.
  static func magnitude(_ number: DecimalDigits, decimals: Int, grouped: Bool = true) -> String {
    let rounded = number.rounded(toDecimals: decimals)
    let whole = digitsText(rounded, from: -max(rounded.pointPosition, 1), to: 0)
    let text = grouped ? groupedByThousands(whole) : whole
    if decimals <= 0 { return text }
    return text + "." + digitsText(rounded, from: 0, to: decimals)
  }

  /// A fixed count of digits behind the point with a minus where it is due; what rounds to zero has no sign.
  public static func fixed(_ value: Double, decimals: Int, grouped: Bool = true) -> String {
    let number = DecimalDigits(value)
    let text = magnitude(number, decimals: decimals, grouped: grouped)
    return number.isNegative && !number.rounded(toDecimals: decimals).isZero ? "-" + text : text
  }

  /// A count of digits from the first that is not zero, trailing zeros kept: `0.0500`, `0.000120`.
  static func significant(_ value: Double, digits count: Int) -> String {
    let number = DecimalDigits(value)
    let first = number.rounded(toDecimals: count - number.pointPosition)
    let decimals = number.isZero ? count - 1 : count - first.pointPosition
    return fixed(value, decimals: max(0, decimals))
  }

  /// The shortest text that reads back as the same number, whole numbers without a point, −0 as `0`.
  ///
  /// The choice between positions and an exponent is that of ECMAScript's Number::toString, so that a JSON file reads
  /// as one that other tools wrote. Nil for what no number can say: NaN and the infinities.
  static func shortest(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    if value == 0 { return "0" }
    let text = "\(value)"
    // Swift's own description is the shortest text already; it differs in its point and in its exponents.
    if !text.utf8.contains(UInt8(ascii: "e")) {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let number = DecimalDigits(value)
    let sign = number.isNegative ? "-" : ""
    if number.pointPosition > 21 || number.pointPosition < -5 { return sign + exponential(number) }
    return sign + magnitude(number, decimals: number.decimals, grouped: false)
  }

  /// `12345` as `12,345`.
  static func groupedByThousands(_ whole: String) -> String {
    let count = whole.utf8.count
    guard count > 3 else { return whole }
    var result: [UInt8] = []
    for (index, digit) in whole.utf8.enumerated() {
      if index > 0, (count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func exponential(_ number: DecimalDigits) -> String {
    let digits = number.digits.map { String($0) }
    let fraction = digits.dropFirst().joined()
    let exponent = number.pointPosition - 1
    return digits[0] + (fraction.isEmpty ? "" : "." + fraction) + "e" + (exponent < 0 ? "-" : "+")
      + "\(abs(exponent))"
  }

  /// The digits at places counted from the point, −1 the ones and 0 the tenths.
  private static func digitsText(_ number: DecimalDigits, from: Int, to: Int) -> String {
    let digits = (from..<to).map { place in
      let index = number.pointPosition + place
      return UInt8(ascii: "0") + (number.digits.indices.contains(index) ? number.digits[index] : 0)
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
