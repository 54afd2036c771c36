/// One cell of a table.
///
/// Durations are numbers of seconds (the column's unit says so), rates and shares fractions, NPS points.
public enum Value: Hashable, Sendable {
  case missing
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  /// Microseconds since 1970-01-01T00:00Z, and the offset in seconds at which it is shown.
  case instant(Int64, offset: Int32)
  case period(CalendarPeriod)

  /// The value as a number: integers, numbers and booleans (1 and 0); nil otherwise.
  public var asNumber: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value.isNaN ? nil : value
    case .boolean(let value): value ? 1 : 0
    case .missing, .text, .instant, .period: nil
    }
  }

  public var isMissing: Bool { self == .missing }

  /// A number, or missing where it is undefined (NaN).
  public static func defined(_ value: Double) -> Value { value.isNaN ? .missing : .number(value) }
}
