/// A finite number as decimal digits, exactly as its shortest round-trip text has them.
///
/// Rounding starts from these digits and not from the binary value: 2.675 rounds to 2.68 as a reader expects, although
/// the nearest double lies below. No C library is asked, so no locale can change a point into a comma.
struct DecimalDigits: Equatable {
  var isNegative: Bool
  /// Without leading and trailing zeros; empty for zero.
  var digits: [UInt8]
  /// The value is 0.d₁d₂d₃… × 10^pointPosition.
  var pointPosition: Int

  init(_ value: Int64) {
    self.init(text: "\(value)")
  }

  /// The number must be finite.
  init(_ value: Double) {
    self.init(text: "\(value)")
  }

  private init(text: String) {
    isNegative = text.hasPrefix("-")
    digits = []
    pointPosition = 0
    var seenPoint = false
    var exponent = 0
    let parts = text.split(separator: "e")
    if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
    for byte in (parts.first ?? "").utf8 {
      if byte == UInt8(ascii: ".") { seenPoint = true }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { continue }
      digits.append(byte - UInt8(ascii: "0"))
      if !seenPoint { pointPosition += 1 }
    }
    pointPosition += exponent
    normalize()
  }

  var isZero: Bool { digits.isEmpty }

  /// The digits behind the point.
  var decimals: Int { max(0, digits.count - pointPosition) }

  /// The number × 10^power, exactly.
  func scaled(byPowerOfTen power: Int) -> DecimalDigits {
    var copy = self
    if !isZero { copy.pointPosition += power }
    return copy
  }

  /// The number rounded to a count of digits behind the point, halves to the even digit.
  func rounded(toDecimals decimals: Int) -> DecimalDigits {
    let kept = pointPosition + decimals
    guard kept < digits.count else { return self }
    var copy = self
    if kept < 0 {
      copy.digits = []
    } else {
      copy.digits = Array(digits[..<kept])
      if roundsUp(after: kept) { copy.increment() }
    }
    copy.normalize()
    return copy
  }

  private func roundsUp(after kept: Int) -> Bool {
    let next = digits[kept]
    if next != 5 { return next > 5 }
    if kept + 1 < digits.count { return true }
    return kept > 0 && digits[kept - 1] % 2 == 1
  }

  /// Adds one to the last digit kept.
  private mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    pointPosition += 1
  }

  private mutating func normalize() {
    while digits.last == 0 { digits.removeLast() }
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    pointPosition -= leading
    if digits.isEmpty { pointPosition = 0 }
  }
}
