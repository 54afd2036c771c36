/// One value of a result, as the engine gave it.
public enum Cell: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  /// An exact decimal number: the value is the first number divided by ten to the power of `scale`.
  case decimal(Int128, scale: Int)
  case text(String)
  case bytes([UInt8])
  /// Days since 1970-01-01.
  case date(Int32)
  /// Microseconds since midnight.
  case time(microseconds: Int64)
  /// Microseconds since 1970-01-01T00:00; `zoned` is whether that is in UTC or in an unnamed local time.
  case timestamp(microseconds: Int64, zoned: Bool)
  case interval(months: Int32, days: Int32, nanoseconds: Int64)
  case list([Cell])
  case record([RecordField])
}

/// A named value inside a record.
public struct RecordField: Sendable, Hashable {
  public var name: String
  public var value: Cell

  public init(name: String, value: Cell) {
    self.name = name
    self.value = value
  }
}
