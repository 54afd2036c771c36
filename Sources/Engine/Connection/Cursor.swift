/// A running statement with its stream and the readers of its columns; used on the worker only.
final class Cursor: @unchecked Sendable {
  private var statement: Statement?
  private var stream: ArrowStream?
  private let reader: BatchReader

  init(_ session: Session, sql: String, cancel: CancelToken?) throws(EngineError) {
    let statement = try Statement(session, sql: sql, cancel: cancel)
    let stream = try statement.execute()
    reader = try stream.readers()
    self.statement = statement
    self.stream = stream
  }

  /// The next batch that has rows, nil at the end.
  func next() throws(EngineError) -> Batch? {
    guard let stream else { return nil }
    while let array = try stream.next() {
      try reader.append(array)
      let batch = reader.finish()
      if batch.rowCount > 0 { return batch }
    }
    return nil
  }

  /// All rows that are left.
  func rest() throws(EngineError) -> ResultSet {
    while let array = try stream?.next() { try reader.append(array) }
    return reader.finish()
  }

  /// Releases the stream, then the statement that it reads from.
  func close() {
    stream = nil
    statement = nil
  }
}
