import DataModel

/// The differences between engines in how a thing is said.
///
/// DuckDB is the only one so far; whatever another engine says differently becomes a member here.
public struct Dialect: Sendable {
  public let name: String

  public static let duckDB = Dialect(name: "DuckDB")

  /// A name in quotes, with quotes inside doubled.
  public func identifier(_ name: String) -> String { quoted(name, by: "\"") }

  /// A text literal; nothing in it is read as SQL.
  public func literal(_ text: String) -> String { quoted(text, by: "'") }

  /// A number literal in its shortest exact form.
  public func literal(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    let text = "\(number)"
    return text.contains("e") ? "cast('\(text)' as double)" : text
  }

  /// The literal of a value that a field is compared with.
  public func literal(_ value: Scalar) -> String {
    switch value {
    case .text(let text): literal(text)
    case .number(let number): literal(number)
    case .boolean(let value): value ? "true" : "false"
    case .milliseconds(let value): String(value)
    case .wallClock(let value): timestamp(value)
    }
  }

  /// A wall-clock time literal from microseconds since 1970.
  public func timestamp(_ microseconds: Int64) -> String { "make_timestamp(\(microseconds))" }

  /// The first day of a grain's period as days since 1970 (hours since 1970 for `hour`, 0 = Monday for `weekday`).
  func periodIndex(_ grainName: String, of time: String) -> String {
    let day = "(cast(\(time) as date) - date '1970-01-01')"
    switch grainName {
    case "hour": return "cast(floor(epoch(\(time)) / 3600) as bigint)"
    case "weekday": return "((\(day) + 3) % 7 + 7) % 7"
    case "day": return day
    case "week": return week(of: time)
    default: return "(cast(date_trunc('\(grainName)', \(time)) as date) - date '1970-01-01')"
    }
  }

  /// The Monday as days since 1970, from microseconds: three operations on a number, where dates take seven.
  ///
  /// The weeks are counted from one long before any data, because the engine's division cuts towards zero.
  private func week(of time: String) -> String {
    let (early, day): (Int64, Int64) = (200_000, 86_400_000_000)
    let start = early * 7 * day + 3 * day
    return "(((epoch_us(\(time)) + \(start)) // \(7 * day)) * 7 - \(early * 7 + 3))"
  }

  /// A time so many seconds later; faster than to add an interval.
  func later(_ time: String, bySeconds seconds: Int) -> String {
    "make_timestamp(epoch_us(\(time)) + \(seconds * 1_000_000))"
  }

  private func quoted(_ text: String, by mark: Character) -> String {
    var out = String(mark)
    for character in text.unicodeScalars where character != "\0" {
      out.unicodeScalars.append(character)
      if Character(character) == mark { out.unicodeScalars.append(character) }
    }
    out.append(mark)
    return out
  }
}
