internal import CADBC

/// A statement with its text; the cancel token points at it for as long as it lives.
@safe final class Statement {
  private let session: Session
  private let handle: UnsafeMutablePointer<AdbcStatement>
  private let sql: String
  private let cancel: CancelToken?

  /// Sets the text, which DuckDB parses and binds at once; so the token is armed before.
  init(_ session: Session, sql: String, cancel: CancelToken?) throws(EngineError) {
    self.session = session
    self.sql = sql
    self.cancel = cancel
    unsafe handle = .allocate(capacity: 1)
    unsafe handle.initialize(to: AdbcStatement())
    let functions = unsafe session.database.driver.functions.pointee
    let create = try unsafe required(functions.StatementNew, "StatementNew")
    let setText = try unsafe required(functions.StatementSetSqlQuery, "StatementSetSqlQuery")
    try unsafe call { unsafe create(session.handle, handle, $0) }
    unsafe cancel?.arm(CancelTarget(driver: session.database.driver, statement: handle))
    try checkCancelled()
    try unsafe call(sql: sql) { unsafe setText(handle, sql, $0) }
    try checkCancelled()
  }

  deinit {
    cancel?.disarm()
    if unsafe handle.pointee.private_data != nil {
      try? unsafe call {
        unsafe session.database.driver.functions.pointee.StatementRelease?(handle, $0) ?? Status.ok
      }
    }
    unsafe handle.deallocate()
  }

  /// Starts the statement; DuckDB does the work of a query when its first batch is asked for.
  func execute() throws(EngineError) -> ArrowStream {
    let stream = ArrowStream(driver: session.database.driver, sql: sql, cancel: cancel)
    _ = try unsafe run(into: stream.pointer)
    try checkCancelled()
    return stream
  }

  /// Runs the statement to its end without its rows; gives the number of changed rows, -1 if unknown.
  func executeUpdate() throws(EngineError) -> Int64 { try unsafe run(into: nil) }

  private func run(into stream: UnsafeMutablePointer<ArrowArrayStream>?) throws(EngineError) -> Int64 {
    let execute = try unsafe required(
      session.database.driver.functions.pointee.StatementExecuteQuery, "StatementExecuteQuery")
    var changed: Int64 = -1
    try unsafe call(sql: sql) { unsafe execute(handle, stream, &changed, $0) }
    return changed
  }

  /// An engine forgets a request to stop that comes just before a statement starts; the token does not.
  private func checkCancelled() throws(EngineError) {
    if cancel?.isCancelled == true { throw .cancelled }
  }
}
