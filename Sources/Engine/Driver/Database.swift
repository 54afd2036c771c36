internal import CADBC

/// An open database, shared by its connections and released with the last of them.
@safe final class Database: @unchecked Sendable {
  let driver: Driver
  let handle: UnsafeMutablePointer<AdbcDatabase>

  init(_ driver: Driver, options: [String: String]) throws(EngineError) {
    self.driver = driver
    unsafe handle = .allocate(capacity: 1)
    unsafe handle.initialize(to: AdbcDatabase())
    let functions = unsafe driver.functions.pointee
    let create = try unsafe required(functions.DatabaseNew, "DatabaseNew")
    let set = try unsafe required(functions.DatabaseSetOption, "DatabaseSetOption")
    let open = try unsafe required(functions.DatabaseInit, "DatabaseInit")
    try unsafe call { unsafe create(handle, $0) }
    // In a fixed order, so that of several wrong options the same one is reported each time.
    for (name, value) in options.sorted(by: { $0.key < $1.key }) {
      try unsafe call { unsafe set(handle, name, value, $0) }
    }
    do throws(EngineError) {
      try unsafe call { unsafe open(handle, $0) }
    } catch {
      throw EngineError(kind: .connection, message: error.message)
    }
  }

  deinit {
    if unsafe handle.pointee.private_data != nil {
      try? unsafe call { unsafe driver.functions.pointee.DatabaseRelease?(handle, $0) ?? Status.ok }
    }
    unsafe handle.deallocate()
  }
}
