internal import CADBC

/// Reads texts that arrive as indices into a dictionary, which every batch brings again.
final class DictionaryReader<Index: FixedWidthInteger & BitwiseCopyable>: ColumnReader {
  let type = ColumnType.text
  private let makeLabelReader: () -> any ColumnReader
  private var codes: [Int32] = []
  private var validity = Validity()
  private var labels: [String] = []
  private var known: [String: Int32] = [:]
  /// The dictionary of the last batch as bytes, and the code of each of its entries.
  private var last = TextValues()
  private var translation: [Int32] = []

  init(labelReader: @escaping () -> any ColumnReader) { makeLabelReader = labelReader }

  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError) {
    guard count > 0 else { return }
    try unsafe readDictionary(view.dictionary())
    guard let indices = unsafe view.buffer(1) else { throw .malformedBatch }
    let first = unsafe view.offset + start
    let valid = unsafe view.validity
    for row in first..<first + count {
      let isThere = unsafe valid.map { unsafe bit(row, in: $0) } ?? true
      codes.append(isThere ? try unsafe code(row, indices) : 0)
    }
    unsafe validity.append(view, start: start, count: count)
  }

  private func code(_ row: Int, _ indices: UnsafeRawPointer) throws(EngineError) -> Int32 {
    let stride = MemoryLayout<Index>.stride
    let index = Int(
      truncatingIfNeeded: unsafe indices.loadUnaligned(fromByteOffset: row * stride, as: Index.self))
    guard translation.indices.contains(index) else { throw .malformedBatch }
    return translation[index]
  }

  /// Compares bytes first: the same dictionary comes again and again, and may be long.
  private func readDictionary(_ view: ArrowView) throws(EngineError) {
    let reader = makeLabelReader()
    try unsafe reader.append(view, start: 0, count: view.length)
    guard case .text(let texts) = reader.finish().values else { throw .malformedBatch }
    if texts == last { return }
    last = texts
    translation = texts.ends.indices.map { code(of: texts.text($0)) }
  }

  private func code(of label: String) -> Int32 {
    if let code = known[label] { return code }
    let code = Int32(labels.count)
    labels.append(label)
    known[label] = code
    return code
  }

  func finish() -> ColumnStorage {
    defer { (codes, validity) = ([], Validity()) }
    // A column of nulls alone has codes but may have no labels; nobody looks at a missing value's code.
    return ColumnStorage(
      count: validity.count, valid: validity.flags, values: .coded(codes, labels: labels))
  }
}
