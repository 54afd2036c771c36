import Synchronization

/// A connection to a database.
///
/// Its calls run one after another on a thread of their own; the caller waits.
public final class Connection: Sendable {
  private let worker: Worker
  private let turn = Turn()
  private let session: Mutex<Session?>
  private let progressMeter: ProgressMeter?

  private init(worker: Worker, session: Session, progressMeter: ProgressMeter?) {
    self.worker = worker
    self.session = Mutex(session)
    self.progressMeter = progressMeter
  }

  deinit { close() }

  /// Opens a database; for DuckDB the options are its settings, such as `path` and `threads`.
  ///
  /// Without a `path` the database lives in memory and ends with its last connection.
  public static func open(
    _ driver: Driver, options: [String: String] = [:]
  ) throws(EngineError) -> Connection {
    let worker = try Worker()
    let session = try worker.run { () throws(EngineError) -> Session in
      try Session(Database(driver, options: options))
    }
    return make(worker, session)
  }

  /// A second connection to the same database, for work in the background.
  public func duplicate() throws(EngineError) -> Connection {
    let database = try openSession().database
    let worker = try Worker()
    let session = try worker.run { () throws(EngineError) -> Session in try Session(database) }
    return Self.make(worker, session)
  }

  private static func make(_ worker: Worker, _ session: Session) -> Connection {
    Connection(worker: worker, session: session, progressMeter: ProgressMeter(session))
  }

  /// Has the engine keep account of its progress, so that `progress()` can tell it; costs up to a tenth of each query.
  public func tellProgress() throws(EngineError) {
    for statement in progressMeter == nil ? [] : ProgressMeter.settings { try execute(statement) }
  }

  /// Runs one statement and gives its whole result.
  ///
  /// Several statements in one text are not refused: the engine runs all and gives the result of the last.
  public func query(_ sql: String, cancel: CancelToken? = nil) throws(EngineError) -> ResultSet {
    try turn.take { () throws(EngineError) -> ResultSet in
      let session = try openSession()
      return try worker.run { () throws(EngineError) -> ResultSet in
        let cursor = try Cursor(session, sql: sql, cancel: cancel)
        defer { cursor.close() }
        return try cursor.rest()
      }
    }
  }

  /// Runs one statement without its rows; gives the number of changed rows, -1 if the engine does not say.
  @discardableResult
  public func execute(_ sql: String, cancel: CancelToken? = nil) throws(EngineError) -> Int64 {
    try turn.take { () throws(EngineError) -> Int64 in
      let session = try openSession()
      return try worker.run { () throws(EngineError) -> Int64 in
        try Statement(session, sql: sql, cancel: cancel).executeUpdate()
      }
    }
  }

  /// Runs one statement and hands over its rows batch by batch, on the caller's thread.
  ///
  /// An error that `body` throws ends the statement and is thrown on. The body cannot use this connection.
  public func stream(
    _ sql: String, cancel: CancelToken? = nil, _ body: (Batch) throws -> Void
  ) throws {
    try turn.take { () throws -> Void in
      let session = try openSession()
      let cursor = try worker.run { () throws(EngineError) -> Cursor in
        try Cursor(session, sql: sql, cancel: cancel)
      }
      defer { try? worker.run { () throws(EngineError) -> Void in cursor.close() } }
      while let batch = try worker.run({ () throws(EngineError) -> Batch? in try cursor.next() }) {
        try body(batch)
      }
    }
  }

  /// How much of the running statement is done, 0 to 1; nil where the engine does not say or was not asked to
  /// (`tellProgress`).
  ///
  /// Callable from any thread while a statement runs.
  public func progress() -> Double? {
    guard let progressMeter else { return nil }
    return session.withLock { $0 == nil ? nil : progressMeter.read() }
  }

  /// Ends the connection after the statement that runs; later calls throw `.connection`.
  public func close() {
    try? turn.take { () throws(EngineError) -> Void in
      let last = session.withLock { session -> Session? in
        defer { session = nil }
        return session
      }
      guard let last else { return }
      let box = LastReference(last)
      try? worker.run { () throws(EngineError) -> Void in box.session = nil }
    }
  }

  private func openSession() throws(EngineError) -> Session {
    guard let session = session.withLock({ $0 }) else { throw .connection("the connection is closed") }
    return session
  }
}

/// Carries a session to the worker, so that it is released there.
private final class LastReference: @unchecked Sendable {
  var session: Session?
  init(_ session: Session) { self.session = session }
}
