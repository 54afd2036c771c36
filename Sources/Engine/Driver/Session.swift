internal import CADBC

/// A driver's connection; used from its connection's worker only.
@safe final class Session: @unchecked Sendable {
  let database: Database
  let handle: UnsafeMutablePointer<AdbcConnection>

  init(_ database: Database) throws(EngineError) {
    self.database = database
    unsafe handle = .allocate(capacity: 1)
    unsafe handle.initialize(to: AdbcConnection())
    let functions = unsafe database.driver.functions.pointee
    let create = try unsafe required(functions.ConnectionNew, "ConnectionNew")
    let open = try unsafe required(functions.ConnectionInit, "ConnectionInit")
    try unsafe call { unsafe create(handle, $0) }
    try unsafe call { unsafe open(handle, database.handle, $0) }
  }

  deinit {
    if unsafe handle.pointee.private_data != nil {
      try? unsafe call {
        unsafe database.driver.functions.pointee.ConnectionRelease?(handle, $0) ?? Status.ok
      }
    }
    unsafe handle.deallocate()
  }
}
