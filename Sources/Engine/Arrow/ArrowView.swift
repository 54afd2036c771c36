internal import CADBC

/// Reads one level of a batch; valid while the batch that it belongs to lives.
///
/// Rows are counted from the level's own offset, which every level adds for itself.
@unsafe struct ArrowView {
  let array: UnsafePointer<ArrowArray>

  init(_ array: UnsafePointer<ArrowArray>) { unsafe self.array = array }

  var length: Int { unsafe Int(array.pointee.length) }
  var offset: Int { unsafe Int(array.pointee.offset) }

  /// A buffer; nil where the array is too short to need one.
  func buffer(_ index: Int) -> UnsafeRawPointer? {
    guard unsafe index < Int(array.pointee.n_buffers), let buffers = unsafe array.pointee.buffers else {
      return nil
    }
    return unsafe buffers[index]
  }

  func child(_ index: Int) throws(EngineError) -> ArrowView {
    guard unsafe index < Int(array.pointee.n_children), let children = unsafe array.pointee.children,
      let child = unsafe children[index]
    else { throw .malformedBatch }
    return unsafe ArrowView(UnsafePointer(child))
  }

  var childCount: Int { unsafe Int(array.pointee.n_children) }

  func dictionary() throws(EngineError) -> ArrowView {
    guard let dictionary = unsafe array.pointee.dictionary else { throw .malformedBatch }
    return unsafe ArrowView(UnsafePointer(dictionary))
  }

  /// The validity bits; nil where every value is there.
  var validity: UnsafeRawPointer? {
    unsafe array.pointee.null_count == 0 ? nil : buffer(0)
  }
}

/// Whether the bit of a position is set, counted from the lowest bit of the first byte.
@unsafe func bit(_ position: Int, in bits: UnsafeRawPointer) -> Bool {
  unsafe (bits.load(fromByteOffset: position >> 3, as: UInt8.self) >> UInt8(position & 7)) & 1 == 1
}

/// Which values of a column are there, gathered from batch to batch.
struct Validity {
  private(set) var flags: [Bool]?
  private(set) var count = 0

  mutating func append(_ view: ArrowView, start: Int, count added: Int) {
    guard let bits = unsafe view.validity, added > 0 else { return appendAllValid(added) }
    var flags = self.flags ?? Array(repeating: true, count: count)
    let first = unsafe view.offset + start
    flags.reserveCapacity(count + added)
    for position in first..<first + added { unsafe flags.append(bit(position, in: bits)) }
    self.flags = flags
    count += added
  }

  private mutating func appendAllValid(_ added: Int) {
    flags?.append(contentsOf: repeatElement(true, count: added))
    count += added
  }
}

extension EngineError {
  static let malformedBatch = EngineError(
    kind: .internalError, message: "the driver gave a batch that does not fit its own description")
}
