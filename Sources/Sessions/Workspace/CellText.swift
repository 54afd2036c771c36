import DataModel
import Engine

/// The text of a value that a table has no type for.
extension Cell {
  /// Lists and records as JSON (a map is a list of its keys and values), bytes, times and intervals as DuckDB writes them.
  var plainText: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .bytes(let bytes): bytes.map(byteText).joined()
    case .date(let days): CivilDate(dayNumber: Int(days)).text
    case .time(let microseconds): clockText(microseconds)
    case .timestamp(let microseconds, let zoned):
      String(instantText(microseconds: microseconds).dropLast()) + (zoned ? "Z" : "")
    case .interval(let months, let days, let nanoseconds):
      intervalText(months: months, days: days, microseconds: nanoseconds / 1000)
    case .bool, .int, .uint, .double, .decimal, .list, .record: jsonText
    }
  }

  private var jsonText: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .uint(let value): String(value)
    case .double(let value): JSONValue.number(value).text
    case .decimal(let unscaled, let scale): decimalText(unscaled, scale: scale)
    case .list(let values): "[" + values.map(\.jsonText).joined(separator: ",") + "]"
    case .record(let fields):
      "{" + fields.map { JSONValue.text($0.name).text + ":" + $0.value.jsonText }.joined(separator: ",") + "}"
    case .text, .bytes, .date, .time, .timestamp, .interval: JSONValue.text(plainText).text
    }
  }
}

private func byteText(_ byte: UInt8) -> String {
  if (0x20..<0x7f).contains(byte) && byte != UInt8(ascii: "\\") { return String(Unicode.Scalar(byte)) }
  return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

private func decimalText(_ unscaled: Int128, scale: Int) -> String {
  let digits = String(unscaled.magnitude)
  let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
  let sign = unscaled < 0 ? "-" : ""
  return sign + (scale > 0 ? padded.dropLast(scale) + "." + padded.suffix(scale) : padded)
}

/// `04:05:06`, with six digits behind the point where it is no whole second.
private func clockText(_ microseconds: Int64) -> String {
  let (seconds, rest) = microseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
  let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
  let digits = String(rest)
  let fraction = rest == 0 ? "" : "." + String(repeating: "0", count: 6 - digits.count) + digits
  return (microseconds < 0 ? "-" : "") + parts.joined(separator: ":") + fraction
}

private func intervalText(months: Int32, days: Int32, microseconds: Int64) -> String {
  func part(_ count: Int32, _ unit: String) -> String? {
    count == 0 ? nil : "\(count) \(unit)\(abs(count) == 1 ? "" : "s")"
  }
  let parts = [part(months / 12, "year"), part(months % 12, "month"), part(days, "day")].compactMap { $0 }
  let clock = microseconds == 0 && !parts.isEmpty ? [] : [clockText(microseconds)]
  return (parts + clock).joined(separator: " ")
}
