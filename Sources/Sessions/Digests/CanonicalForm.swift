import DataModel
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The text of a result from which its digest is taken: header, rows and facts as CSV.
///
/// Every text is in quotes, so that an empty text differs from a missing value and `"12"` from 12; numbers are
/// written at 9 significant digits as C's `%.9g`, −0 as 0, whole numbers in full; times in UTC to the
/// microsecond. A line `#facts` parts the rows from the facts.
public func canonicalForm(of table: Table) -> String {
  var text = table.columns.map { quoted($0.name) }.joined(separator: ",") + "\n"
  for row in table.rows { text += row.map(canonicalText).joined(separator: ",") + "\n" }
  text += "#facts\n"
  for fact in table.facts { text += quoted(fact.name) + "," + canonicalText(fact.value) + "\n" }
  return text
}

/// The digest of a result: 64 hexadecimal digits.
public func digest(of table: Table) -> String { SHA256.hexDigest(of: canonicalForm(of: table)) }

private func canonicalText(_ value: Value) -> String {
  switch value {
  case .missing: ""
  case .boolean(let value): value ? "true" : "false"
  case .integer(let value): String(value)
  case .number(let value): value.isNaN ? "" : significantText(value, digits: 9)
  case .text(let text): quoted(text)
  case .instant(let microseconds, _): instantText(microseconds: microseconds)
  case .period(let period): period.text
  }
}

private func quoted(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "\"")) else { return "\"" + text + "\"" }
  return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

/// A number at a number of significant digits, as C's `%.*g` writes it in the C locale; −0 is 0.
func significantText(_ value: Double, digits: Int) -> String {
  if value == 0 { return "0" }
  var bytes = [CChar](repeating: 0, count: 48)
  let count = unsafe withVaList([Int32(digits), value]) { unsafe vsnprintf(&bytes, bytes.count, "%.*g", $0) }
  return String(decoding: bytes[..<max(0, Int(count))].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// A time in UTC: `2026-07-01T12:00:00.000000Z`.
func instantText(microseconds: Int64) -> String {
  let perDay: Int64 = 86_400_000_000
  let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: perDay)
  let day = remainder < 0 ? quotient - 1 : quotient
  let clock = remainder < 0 ? remainder + perDay : remainder
  let seconds = clock / 1_000_000
  let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
  return CivilDate(dayNumber: Int(day)).text + "T" + parts.joined(separator: ":") + "."
    + padded(clock % 1_000_000, to: 6) + "Z"
}

private func padded(_ number: Int64, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
