internal import CADBC

/// Reads texts or bytes whose ends are given by offsets of 32 or 64 bits.
final class OffsetTextReader<Offset: FixedWidthInteger & BitwiseCopyable>: ColumnReader {
  let type: ColumnType
  private(set) var values = TextValues()
  private var validity = Validity()

  init(_ type: ColumnType) { self.type = type }

  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError) {
    guard count > 0 else { return }
    guard let offsets = unsafe view.buffer(1) else { throw .malformedBatch }
    let first = unsafe view.offset + start
    let begin = unsafe offset(first, offsets)
    let end = unsafe offset(first + count, offsets)
    // Where the copied bytes come to lie, less where they lay.
    let shift = values.buffer.count - begin
    if end > begin {
      guard let bytes = unsafe view.buffer(2) else { throw .malformedBatch }
      unsafe values.buffer.append(
        contentsOf: UnsafeRawBufferPointer(start: bytes + begin, count: end - begin))
    }
    for row in first + 1...first + count { unsafe values.ends.append(offset(row, offsets) + shift) }
    unsafe validity.append(view, start: start, count: count)
  }

  private func offset(_ row: Int, _ offsets: UnsafeRawPointer) -> Int {
    let stride = MemoryLayout<Offset>.stride
    return Int(unsafe offsets.loadUnaligned(fromByteOffset: row * stride, as: Offset.self))
  }

  func finish() -> ColumnStorage {
    defer { (values, validity) = (TextValues(), Validity()) }
    return ColumnStorage(
      count: validity.count, valid: validity.flags, values: type == .bytes ? .bytes(values) : .text(values))
  }
}

/// Reads texts or bytes in views of 16 bytes: short ones within, long ones in one of several buffers.
final class ViewTextReader: ColumnReader {
  let type: ColumnType
  private var values = TextValues()
  private var validity = Validity()

  init(_ type: ColumnType) { self.type = type }

  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError) {
    guard count > 0 else { return }
    guard let views = unsafe view.buffer(1) else { throw .malformedBatch }
    let first = unsafe view.offset + start
    let valid = unsafe view.validity
    for row in first..<first + count {
      // The view of a missing value may hold anything.
      let isThere = unsafe valid.map { unsafe bit(row, in: $0) } ?? true
      if isThere { try unsafe appendText(views + 16 * row, of: view) }
      values.ends.append(values.buffer.count)
    }
    unsafe validity.append(view, start: start, count: count)
  }

  private func appendText(_ text: UnsafeRawPointer, of view: ArrowView) throws(EngineError) {
    let count = unsafe Int(text.loadUnaligned(as: Int32.self))
    var bytes = unsafe text + 4
    if count > 12 {
      let index = unsafe Int(text.loadUnaligned(fromByteOffset: 8, as: Int32.self))
      guard let buffer = unsafe view.buffer(2 + index) else { throw .malformedBatch }
      unsafe bytes = buffer + Int(text.loadUnaligned(fromByteOffset: 12, as: Int32.self))
    }
    unsafe values.buffer.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
  }

  func finish() -> ColumnStorage {
    defer { (values, validity) = (TextValues(), Validity()) }
    return ColumnStorage(
      count: validity.count, valid: validity.flags, values: type == .bytes ? .bytes(values) : .text(values))
  }
}

/// Reads bytes of a fixed number for each value.
final class FixedBytesReader: ColumnReader {
  let type = ColumnType.bytes
  private let width: Int
  private var values = TextValues()
  private var validity = Validity()

  init(width: Int) { self.width = width }

  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError) {
    guard count > 0 else { return }
    guard let bytes = unsafe view.buffer(1) else { throw .malformedBatch }
    let first = unsafe view.offset + start
    let base = values.buffer.count
    unsafe values.buffer.append(
      contentsOf: UnsafeRawBufferPointer(start: bytes + first * width, count: count * width))
    for row in 1...count { values.ends.append(base + row * width) }
    unsafe validity.append(view, start: start, count: count)
  }

  func finish() -> ColumnStorage {
    defer { (values, validity) = (TextValues(), Validity()) }
    return ColumnStorage(count: validity.count, valid: validity.flags, values: .bytes(values))
  }
}
