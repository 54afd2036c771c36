/// Numbers of cells as texts.
enum CellText {
  /// Digits as they are stored, without an exponent: `5.7030613367776E+17` is `570306133677760000`.
  ///
  /// Excel stores 17 digits of a fraction, more than were typed: `0.10000000000000001` is `0.1`.
  static func number(_ stored: String) -> String {
    let hasExponent = stored.utf8.contains { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }
    let isFraction = stored.utf8.contains(UInt8(ascii: "."))
    if !hasExponent, !isFraction || stored.utf8.count < 17 { return stored }
    guard let value = Double(stored), value.isFinite else { return stored }
    let isWhole = value.rounded(.towardZero) == value
    if isWhole, hasExponent { return plain(stored) }
    return plain(isWhole && !isFraction ? stored : value.description)
  }

  /// A decimal with an exponent, written out; texts that are none stay as they are.
  static func plain(_ text: String) -> String {
    let parts = text.split(whereSeparator: { $0 == "E" || $0 == "e" })
    guard let mantissa = parts.first else { return text }
    let exponent: Int
    if parts.count == 1 {
      exponent = 0
    } else if parts.count == 2, let value = Int(parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]),
      abs(value) <= 400
    {
      exponent = value
    } else {
      return text
    }
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    let halves = mantissa.drop { $0 == "-" || $0 == "+" }.split(
      separator: ".", omittingEmptySubsequences: false)
    var digits = Array(halves.first ?? "") + (halves.count > 1 ? Array(halves[1]) : [])
    guard halves.count <= 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return text }
    var point = (halves.first?.count ?? 0) + exponent
    if point > digits.count { digits += [Character](repeating: "0", count: point - digits.count) }
    if point <= 0 {
      digits = [Character](repeating: "0", count: 1 - point) + digits
      point = 1
    }
    var fraction = digits[point...]
    while fraction.last == "0" { fraction.removeLast() }
    let whole = String(digits[..<point].drop { $0 == "0" })
    let isZero = whole.isEmpty && fraction.isEmpty
    return (isZero ? "" : sign) + (whole.isEmpty ? "0" : whole)
      + (fraction.isEmpty ? "" : "." + String(fraction))
  }

  /// A number that is a date, a time or a duration; nil where Excel itself could not show it as one.
  static func moment(_ value: Double, _ meaning: NumberMeaning, from1904: Bool) -> String? {
    guard value.isFinite, abs(value) < 3_000_000 else { return nil }
    let milliseconds = Int((value * 86_400_000).rounded())
    switch meaning {
    case .number: return nil
    case .duration: return clock(milliseconds)
    case .time where milliseconds >= 0 && milliseconds < 86_400_000: return clock(milliseconds)
    case .time, .date, .dateAndTime:
      guard milliseconds >= 0 else { return nil }
      let (day, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
      guard let date = date(day, from1904: from1904) else { return nil }
      return meaning == .date && rest == 0 ? date : "\(date) \(clock(rest))"
    }
  }

  /// The date of a day's number.
  ///
  /// In the system of 1900 day 60 is 29 February 1900, which never was: Excel keeps a mistake of Lotus 1-2-3. Day 0 is
  /// shown as day 0 of January. Both stay what Excel shows, and are no dates to whoever reads them.
  static func date(_ day: Int, from1904: Bool) -> String? {
    if from1904 { return civil(day - 24_107) }
    if day == 0 { return "1900-01-00" }
    if day == 60 { return "1900-02-29" }
    return civil(day - (day < 60 ? 25_568 : 25_569))
  }

  /// The date of a day counted from 1970, by Howard Hinnant's `civil_from_days`.
  private static func civil(_ days: Int) -> String? {
    let shifted = days + 719_468
    guard shifted >= 0 else { return nil }
    let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard year <= 9999 else { return nil }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// `HH:MM:SS`, with thousandths where there are some.
  private static func clock(_ milliseconds: Int) -> String {
    let all = abs(milliseconds)
    let (seconds, rest) = all.quotientAndRemainder(dividingBy: 1000)
    let text = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    return (milliseconds < 0 ? "-" : "") + text + (rest == 0 ? "" : "." + padded(rest, 3))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.utf8.count >= width
      ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
