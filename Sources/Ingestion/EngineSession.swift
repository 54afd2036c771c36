import Diagnostics
import Engine

/// The connection with what belongs to one command: its cancel token.
struct EngineSession {
  let connection: Connection
  let cancel: CancelToken?

  func query(_ sql: String) throws(EngineError) -> ResultSet { try connection.query(sql, cancel: cancel) }
  func execute(_ sql: String) throws(EngineError) { try connection.execute(sql, cancel: cancel) }

  /// The numbers of a result of one row.
  func numbers(_ sql: String) throws(EngineError) -> [Int] {
    let result = try query(sql)
    return result.columns.map { Int($0.int(0) ?? 0) }
  }

  /// The columns of several files taken together, with those of their zones that the engine knows.
  func union(of files: [RawFile]) -> ColumnUnion {
    var union = ColumnUnion(files)
    if !union.zones.isEmpty, let list = try? query("select name from pg_timezone_names()") {
      union.forgetZones(unknownTo: Set((0..<list.rowCount).compactMap { list.columns[0].text($0) }))
    }
    return union
  }

  /// Drops a table or view whatever happened before, and says nothing where there is none.
  func discard(_ table: String) { _ = try? connection.execute("drop table if exists \(sqlName(table))") }

  /// What the engine failed at while it read a file.
  func mistake(_ error: EngineError, reading file: String, span: Span?) -> Mistakes {
    if error.kind == .cancelled { return Mistakes(.loadingCancelled(file)) }
    return Mistakes(.engineCannotRead(file, reason: firstLine(error.message), span: span))
  }

  /// What the engine failed at while it changed a loaded table.
  func mistake(_ error: EngineError, doing what: String) -> Mistakes {
    if error.kind == .cancelled { return Mistakes(.loadingCancelled(what)) }
    return Mistakes(.engineCannotChange(what, reason: firstLine(error.message)))
  }

  private func firstLine(_ text: String) -> String {
    String(text.split(separator: "\n").first ?? "")
  }
}
