/// The reader for a type without parameters: null, booleans, numbers, texts; nil for another one.
func simpleReader(_ format: String) -> (any ColumnReader)? {
  switch format {
  case "n": NullReader()
  case "b": BooleanReader()
  case "c": integers(Int8.self)
  case "s": integers(Int16.self)
  case "i": integers(Int32.self)
  case "l": integers(Int64.self)
  case "C": unsigneds(UInt8.self)
  case "S": unsigneds(UInt16.self)
  case "I": unsigneds(UInt32.self)
  case "L": unsigneds(UInt64.self)
  case "f": FixedWidthReader<Float, Double>(.double, convert: { Double($0) }, wrap: { .double($0) })
  case "g": FixedWidthReader<Double, Double>(.double, convert: { $0 }, wrap: { .double($0) })
  case "u": OffsetTextReader<Int32>(.text)
  case "U": OffsetTextReader<Int64>(.text)
  case "z": OffsetTextReader<Int32>(.bytes)
  case "Z": OffsetTextReader<Int64>(.bytes)
  case "vu": ViewTextReader(.text)
  case "vz": ViewTextReader(.bytes)
  default: nil
  }
}

private func integers<Raw: SignedInteger & BitwiseCopyable>(_: Raw.Type) -> any ColumnReader {
  FixedWidthReader<Raw, Int64>(.integer, convert: { Int64($0) }, wrap: { .int($0) })
}

private func unsigneds<Raw: UnsignedInteger & BitwiseCopyable>(_: Raw.Type) -> any ColumnReader {
  FixedWidthReader<Raw, UInt64>(.unsigned, convert: { UInt64($0) }, wrap: { .uint($0) })
}

/// The reader for "d:precision,scale" or "d:precision,scale,bits"; nil where a number has over 128 bits.
func decimalReader(_ format: String) -> (any ColumnReader)? {
  let numbers = format.dropFirst(2).split(separator: ",").compactMap { Int($0) }
  guard numbers.count == 2 || numbers.count == 3, (0...38).contains(numbers[1]) else { return nil }
  switch numbers.count == 3 ? numbers[2] : 128 {
  case 32: return decimals(Int32.self, scale: numbers[1])
  case 64: return decimals(Int64.self, scale: numbers[1])
  case 128: return decimals(Int128.self, scale: numbers[1])
  default: return nil
  }
}

private func decimals<Raw: SignedInteger & BitwiseCopyable>(_: Raw.Type, scale: Int) -> any ColumnReader {
  FixedWidthReader<Raw, Int128>(
    .decimal(scale: scale), convert: { Int128($0) }, wrap: { .decimal($0, scale: scale) })
}
