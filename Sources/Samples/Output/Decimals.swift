/// Appends a whole number in decimal digits.
func appendDecimal(_ number: Int, to bytes: inout [UInt8]) {
  if number < 0 { bytes.append(UInt8(ascii: "-")) }
  var rest = number.magnitude
  var power: UInt = 1
  while rest / power >= 10 { power *= 10 }
  while power > 0 {
    bytes.append(UInt8(ascii: "0") + UInt8(rest / power))
    rest %= power
    power /= 10
  }
}

/// Appends a number given in hundredths, always with two decimals: -7 is `-0.07`.
func appendHundredths(_ number: Int, to bytes: inout [UInt8]) {
  if number < 0 { bytes.append(UInt8(ascii: "-")) }
  appendDecimal(Int(number.magnitude / 100), to: &bytes)
  bytes.append(UInt8(ascii: "."))
  appendTwoDigits(Int(number.magnitude % 100), to: &bytes)
}

/// Appends a number from 0 to 99 in two digits.
func appendTwoDigits(_ number: Int, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
  bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
}
