/// A column of a result: its name, its type, and its values by row.
///
/// The accessors give nil for a missing value and for a column of another type.
public struct ResultColumn: Sendable {
  public var name: String
  public let type: ColumnType
  let storage: ColumnStorage

  /// How many rows the column has.
  public var count: Int { storage.count }

  /// The value of a row, `.null` where it is missing.
  public subscript(row: Int) -> Cell { storage.cell(row) }

  public func isNull(_ row: Int) -> Bool { storage.isNull(row) }

  /// A whole number: integers, decimals without a fraction, and booleans as 1 and 0; nil beyond 64 bits.
  public func int(_ row: Int) -> Int64? {
    guard storage.isValid(row) else { return nil }
    switch storage.values {
    case .int(let values): return values[row]
    case .uint(let values): return Int64(exactly: values[row])
    case .bool(let values): return values[row] ? 1 : 0
    case .decimal(let values, let scale):
      let (quotient, rest) = values[row].quotientAndRemainder(dividingBy: powerOfTen(scale))
      return rest == 0 ? Int64(exactly: quotient) : nil
    default: return nil
    }
  }

  /// Any number as a floating point number, rounded where it has more than 53 bits.
  public func double(_ row: Int) -> Double? {
    guard storage.isValid(row) else { return nil }
    switch storage.values {
    case .double(let values): return values[row]
    case .int(let values): return Double(values[row])
    case .uint(let values): return Double(values[row])
    case .decimal(let values, let scale):
      // Whole part and rest apart: beyond 2^53 the unscaled number itself would be rounded first.
      let power = powerOfTen(scale)
      let (whole, rest) = values[row].quotientAndRemainder(dividingBy: power)
      return Double(whole) + Double(rest) / Double(power)
    default: return nil
    }
  }

  /// An exact number: decimals as they are, integers with the scale 0.
  public func decimal(_ row: Int) -> (unscaled: Int128, scale: Int)? {
    guard storage.isValid(row) else { return nil }
    switch storage.values {
    case .decimal(let values, let scale): return (values[row], scale)
    case .int(let values): return (Int128(values[row]), 0)
    case .uint(let values): return (Int128(values[row]), 0)
    default: return nil
    }
  }

  public func text(_ row: Int) -> String? {
    guard storage.isValid(row) else { return nil }
    switch storage.values {
    case .text(let values): return values.text(row)
    case .coded(let codes, let labels): return labels[Int(codes[row])]
    default: return nil
    }
  }

  /// The UTF-8 of a text, without making a string of it.
  public func utf8(_ row: Int) -> ArraySlice<UInt8>? {
    guard storage.isValid(row) else { return nil }
    switch storage.values {
    case .text(let values): return values.slice(row)
    case .coded(let codes, let labels): return Array(labels[Int(codes[row])].utf8)[...]
    default: return nil
    }
  }

  public func bool(_ row: Int) -> Bool? {
    guard storage.isValid(row), case .bool(let values) = storage.values else { return nil }
    return values[row]
  }

  /// A timestamp in microseconds since 1970-01-01T00:00.
  public func microseconds(_ row: Int) -> Int64? {
    guard storage.isValid(row), case .timestamp(let values, _) = storage.values else { return nil }
    return values[row]
  }

  /// A list of whole numbers without a missing one among them.
  public func integers(_ row: Int) -> ArraySlice<Int64>? {
    guard storage.isValid(row), case .list(let ends, let child) = storage.values,
      case .int(let values) = child.values, child.valid == nil
    else { return nil }
    return values[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
  }

  /// A date in days since 1970-01-01.
  public func days(_ row: Int) -> Int? {
    guard storage.isValid(row), case .date(let values) = storage.values else { return nil }
    return Int(values[row])
  }
}

/// Ten to the power of a decimal's scale, 0 to 38.
private func powerOfTen(_ scale: Int) -> Int128 {
  var power: Int128 = 1
  for _ in 0..<min(max(scale, 0), 38) { power *= 10 }
  return power
}
