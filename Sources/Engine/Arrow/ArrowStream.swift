internal import CADBC

/// The stream of batches that a statement gives; released exactly once.
@safe final class ArrowStream {
  let pointer: UnsafeMutablePointer<ArrowArrayStream>
  private let driver: Driver?
  private let sql: String?
  private let cancel: CancelToken?

  /// An empty structure for a driver to fill in.
  init(driver: Driver? = nil, sql: String? = nil, cancel: CancelToken? = nil) {
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(to: ArrowArrayStream())
    self.driver = driver
    self.sql = sql
    self.cancel = cancel
  }

  deinit {
    unsafe pointer.pointee.release?(pointer)
    unsafe pointer.deallocate()
  }

  /// The names of the columns and a reader for each.
  func readers() throws(EngineError) -> BatchReader {
    guard let getSchema = unsafe pointer.pointee.get_schema else {
      return BatchReader(names: [], readers: [])
    }
    let schema = OwnedSchema()
    let code = unsafe getSchema(pointer, schema.pointer)
    if code != 0 { throw error(code: code) }
    return try schema.batchReader()
  }

  /// The next batch, nil at the end.
  func next() throws(EngineError) -> OwnedArray? {
    guard let getNext = unsafe pointer.pointee.get_next else { return nil }
    let array = OwnedArray()
    let code = unsafe getNext(pointer, array.pointer)
    if code != 0 { throw error(code: code) }
    if cancel?.isCancelled == true { throw .cancelled }
    return array.isReleased ? nil : array
  }

  /// The driver's own error where it keeps one for the stream, else the stream's last words.
  private func error(code: Int32) -> EngineError {
    if cancel?.isCancelled == true { return .cancelled }
    var status = Status.unknown
    if let read = unsafe driver?.functions.pointee.ErrorFromArrayStream,
      let error = unsafe read(pointer, &status), let message = unsafe error.pointee.message
    {
      return unsafe EngineError(driverMessage: String(cString: message), status: status, sql: sql)
    }
    let message = unsafe pointer.pointee.get_last_error?(pointer).map { unsafe String(cString: $0) }
    return EngineError(
      driverMessage: message ?? "the result broke off (error \(code))", status: status, sql: sql)
  }
}

/// One batch of a stream; released exactly once.
@safe final class OwnedArray {
  let pointer: UnsafeMutablePointer<ArrowArray>

  init() {
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(to: ArrowArray())
  }

  deinit {
    unsafe pointer.pointee.release?(pointer)
    unsafe pointer.deallocate()
  }

  /// A stream says by a released array that it has ended.
  var isReleased: Bool { unsafe pointer.pointee.release == nil }
}

/// The description of a stream's columns; released exactly once.
@safe final class OwnedSchema {
  let pointer: UnsafeMutablePointer<ArrowSchema>

  init() {
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(to: ArrowSchema())
  }

  deinit {
    unsafe pointer.pointee.release?(pointer)
    unsafe pointer.deallocate()
  }
}
