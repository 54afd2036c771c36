/// The reader for a type of time; nil for another type.
///
/// Everything is brought to days or microseconds.
func timeReader(_ format: String) -> (any ColumnReader)? {
  switch format {
  case "tdD": dates(Int32.self) { $0 }
  case "tdm": dates(Int64.self) { Int32(clamping: floorDivide($0, 86_400_000)) }
  case "tts": times(Int32.self) { Int64($0) * 1_000_000 }
  case "ttm": times(Int32.self) { Int64($0) * 1000 }
  case "ttu": times(Int64.self) { $0 }
  case "ttn": times(Int64.self) { floorDivide($0, 1000) }
  case "tiM": intervals(Int32.self) { IntervalValue(months: $0, days: 0, nanoseconds: 0) }
  case "tiD": intervals(DayAndMillisecond.self) { $0.value }
  case "tin": intervals(MonthDayNanosecond.self) { $0.value }
  case "tDs", "tDm", "tDu", "tDn": durations(unit: format.last)
  case _ where format.hasPrefix("ts"): timestampReader(format)
  default: nil
  }
}

private func dates<Raw: BitwiseCopyable>(
  _: Raw.Type, _ convert: @escaping (Raw) -> Int32
) -> any ColumnReader {
  FixedWidthReader(.date, convert: convert, wrap: { .date($0) })
}

private func times<Raw: BitwiseCopyable>(
  _: Raw.Type, _ convert: @escaping (Raw) -> Int64
) -> any ColumnReader {
  FixedWidthReader(.time, convert: convert, wrap: { .time($0) })
}

private func intervals<Raw: BitwiseCopyable>(
  _: Raw.Type, _ convert: @escaping (Raw) -> IntervalValue
) -> any ColumnReader {
  FixedWidthReader(.interval, convert: convert, wrap: { .interval($0) })
}

private func durations(unit: Character?) -> any ColumnReader {
  let factor: Int64 =
    switch unit {
    case "s": 1_000_000_000
    case "m": 1_000_000
    case "u": 1000
    default: 1
    }
  return intervals(Int64.self) {
    IntervalValue(months: 0, days: 0, nanoseconds: $0.multipliedClamping(by: factor))
  }
}

/// "tsu:zone": the unit is the third character, and a zone says that the values are in UTC.
private func timestampReader(_ format: String) -> (any ColumnReader)? {
  let parts = format.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
  let zoned = parts.count == 2 && !parts[1].isEmpty
  let convert: (Int64) -> Int64
  switch parts[0] {
  case "tss": convert = { $0.multipliedClamping(by: 1_000_000) }
  case "tsm": convert = { $0.multipliedClamping(by: 1000) }
  case "tsu": convert = { $0 }
  case "tsn": convert = { isInfinite($0) ? $0 : floorDivide($0, 1000) }
  default: return nil
  }
  return FixedWidthReader<Int64, Int64>(
    .timestamp(zoned: zoned), convert: convert, wrap: { .timestamp($0, zoned: zoned) })
}

/// The engine's 'infinity' and '-infinity'.
private func isInfinite(_ value: Int64) -> Bool { value == .max || value == -.max }

private func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
  let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
  return rest < 0 ? quotient - 1 : quotient
}

extension Int64 {
  /// The product, or the nearest number that 64 bits hold; so 'infinity' stays what it is.
  fileprivate func multipliedClamping(by factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    if !overflow { return product }
    return (self < 0) == (factor < 0) ? .max : -.max
  }
}

private struct DayAndMillisecond: BitwiseCopyable {
  var days: Int32
  var milliseconds: Int32
  var value: IntervalValue {
    IntervalValue(months: 0, days: days, nanoseconds: Int64(milliseconds) * 1_000_000)
  }
}

private struct MonthDayNanosecond: BitwiseCopyable {
  var months: Int32
  var days: Int32
  var nanoseconds: Int64
  var value: IntervalValue { IntervalValue(months: months, days: days, nanoseconds: nanoseconds) }
}
