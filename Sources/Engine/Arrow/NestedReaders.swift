internal import CADBC

/// Reads lists whose ends are given by offsets; maps are lists of records.
final class ListReader<Offset: FixedWidthInteger & BitwiseCopyable>: ColumnReader {
  let type: ColumnType
  private let element: any ColumnReader
  private var ends: [Int] = []
  private var validity = Validity()

  init(_ element: any ColumnReader) {
    self.element = element
    type = .list(of: element.type)
  }

  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError) {
    guard count > 0 else { return }
    guard let offsets = unsafe view.buffer(1) else { throw .malformedBatch }
    let first = unsafe view.offset + start
    let begin = unsafe offset(first, offsets)
    let end = unsafe offset(first + count, offsets)
    let shift = (ends.last ?? 0) - begin
    try unsafe element.append(view.child(0), start: begin, count: end - begin)
    for row in first + 1...first + count { unsafe ends.append(offset(row, offsets) + shift) }
    unsafe validity.append(view, start: start, count: count)
  }

  private func offset(_ row: Int, _ offsets: UnsafeRawPointer) -> Int {
    let stride = MemoryLayout<Offset>.stride
    return Int(unsafe offsets.loadUnaligned(fromByteOffset: row * stride, as: Offset.self))
  }

  func finish() -> ColumnStorage {
    defer { (ends, validity) = ([], Validity()) }
    return ColumnStorage(
      count: validity.count, valid: validity.flags, values: .list(ends: ends, element.finish()))
  }
}

/// Reads lists that all have the same number of elements.
final class FixedListReader: ColumnReader {
  let type: ColumnType
  private let width: Int
  private let element: any ColumnReader
  private var validity = Validity()

  init(width: Int, _ element: any ColumnReader) {
    self.width = width
    self.element = element
    type = .list(of: element.type)
  }

  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError) {
    guard count > 0 else { return }
    let first = unsafe view.offset + start
    try unsafe element.append(view.child(0), start: first * width, count: count * width)
    unsafe validity.append(view, start: start, count: count)
  }

  func finish() -> ColumnStorage {
    defer { validity = Validity() }
    let ends = (0..<validity.count).map { ($0 + 1) * width }
    return ColumnStorage(
      count: validity.count, valid: validity.flags, values: .list(ends: ends, element.finish()))
  }
}

/// Reads records, whose fields are columns of their own.
final class RecordReader: ColumnReader {
  let type: ColumnType
  private let names: [String]
  private let fields: [any ColumnReader]
  private var validity = Validity()

  init(names: [String], fields: [any ColumnReader]) {
    self.names = names
    self.fields = fields
    type = .record(zip(names, fields).map { FieldType(name: $0, type: $1.type) })
  }

  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError) {
    let first = unsafe view.offset + start
    for (index, field) in fields.enumerated() {
      try unsafe field.append(view.child(index), start: first, count: count)
    }
    unsafe validity.append(view, start: start, count: count)
  }

  func finish() -> ColumnStorage {
    defer { validity = Validity() }
    let storages = zip(names, fields).map { (name: $0, storage: $1.finish()) }
    return ColumnStorage(count: validity.count, valid: validity.flags, values: .record(storages))
  }
}

/// Reads sparse unions: every child has a value for every row, and a tag says which child counts.
final class VariantReader: ColumnReader {
  let type: ColumnType
  private let tagOfChild: [Int]
  private let children: [any ColumnReader]
  private var tags: [Int] = []

  init(tags: [Int], names: [String], children: [any ColumnReader]) {
    tagOfChild = tags
    self.children = children
    type = .variant(zip(names, children).map { FieldType(name: $0, type: $1.type) })
  }

  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError) {
    guard count > 0 else { return }
    // Unions have no validity, so the tags are the first buffer.
    guard let buffer = unsafe view.buffer(0) else { throw .malformedBatch }
    let first = unsafe view.offset + start
    for row in first..<first + count {
      let tag = unsafe Int(buffer.load(fromByteOffset: row, as: Int8.self))
      guard let child = tagOfChild.firstIndex(of: tag) else { throw .malformedBatch }
      tags.append(child)
    }
    for (index, child) in children.enumerated() {
      try unsafe child.append(view.child(index), start: first, count: count)
    }
  }

  func finish() -> ColumnStorage {
    defer { tags = [] }
    return ColumnStorage(
      count: tags.count, valid: nil, values: .variant(tags: tags, children: children.map { $0.finish() }))
  }
}
