internal import CADBC

/// Reads values of a fixed width: numbers, dates, times, decimals, intervals.
final class FixedWidthReader<Raw: BitwiseCopyable, Value: Sendable>: ColumnReader {
  let type: ColumnType
  private let convert: (Raw) -> Value
  private let wrap: ([Value]) -> ColumnStorage.Values
  private var values: [Value] = []
  private var validity = Validity()

  init(
    _ type: ColumnType, convert: @escaping (Raw) -> Value,
    wrap: @escaping ([Value]) -> ColumnStorage.Values
  ) {
    self.type = type
    self.convert = convert
    self.wrap = wrap
  }

  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError) {
    guard count > 0 else { return }
    guard let buffer = unsafe view.buffer(1) else { throw .malformedBatch }
    let first = unsafe view.offset + start
    // Sixteen-byte numbers are aligned to eight only, so every load is an unaligned one.
    let stride = MemoryLayout<Raw>.stride
    for row in first..<first + count {
      unsafe values.append(convert(buffer.loadUnaligned(fromByteOffset: row * stride, as: Raw.self)))
    }
    unsafe validity.append(view, start: start, count: count)
  }

  func finish() -> ColumnStorage {
    defer { (values, validity) = ([], Validity()) }
    return ColumnStorage(count: validity.count, valid: validity.flags, values: wrap(values))
  }
}

/// Reads booleans, which are bits.
final class BooleanReader: ColumnReader {
  let type = ColumnType.boolean
  private var values: [Bool] = []
  private var validity = Validity()

  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError) {
    guard count > 0 else { return }
    guard let bits = unsafe view.buffer(1) else { throw .malformedBatch }
    let first = unsafe view.offset + start
    for row in first..<first + count { unsafe values.append(bit(row, in: bits)) }
    unsafe validity.append(view, start: start, count: count)
  }

  func finish() -> ColumnStorage {
    defer { (values, validity) = ([], Validity()) }
    return ColumnStorage(count: validity.count, valid: validity.flags, values: .bool(values))
  }
}

/// Reads a column of nulls, which has no buffers at all.
final class NullReader: ColumnReader {
  let type = ColumnType.null
  private var count = 0

  func append(_ view: ArrowView, start: Int, count: Int) { self.count += count }

  func finish() -> ColumnStorage {
    defer { count = 0 }
    return ColumnStorage(count: count, valid: Array(repeating: false, count: count), values: .null)
  }
}
