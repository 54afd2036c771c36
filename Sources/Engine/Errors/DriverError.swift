internal import CADBC

/// The structure into which a driver writes its error; released exactly once.
@safe final class DriverError {
  let pointer: UnsafeMutablePointer<AdbcError>

  init() {
    unsafe pointer = .allocate(capacity: 1)
    var error = unsafe AdbcError()
    // Says that the members of version 1.1 are there to be filled in.
    unsafe error.vendor_code = Int32.min
    unsafe pointer.initialize(to: error)
  }

  deinit {
    unsafe pointer.pointee.release?(pointer)
    unsafe pointer.deallocate()
  }

  /// What the driver wrote, as an error of this layer.
  func engineError(status: UInt8, sql: String? = nil) -> EngineError {
    unsafe EngineError(
      driverMessage: pointer.pointee.message.map { unsafe String(cString: $0) }, status: status, sql: sql)
  }
}

extension EngineError {
  init(driverMessage: String?, status: UInt8, sql: String? = nil) {
    let text = driverMessage ?? "the driver gave no reason (status \(status))"
    let (kind, message) = ErrorClass.classify(message: text, status: status)
    let place = ErrorPlace.read(message, sql: sql)
    self.init(kind: kind, message: place.message, line: place.line, column: place.column)
  }
}

/// Calls a function of a driver and throws what it reports.
func call(
  sql: String? = nil, _ body: (UnsafeMutablePointer<AdbcError>) -> AdbcStatusCode
) throws(EngineError) {
  let error = DriverError()
  let status = unsafe body(error.pointer)
  if status != Status.ok { throw error.engineError(status: status, sql: sql) }
}
