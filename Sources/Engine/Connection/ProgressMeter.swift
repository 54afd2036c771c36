internal import CADBC

/// Reads how far DuckDB is with a statement.
///
/// ADBC has no function for it, so DuckDB's own one is called with the connection inside the driver's, which is
/// the first member of a private structure. That is known of one version, so there is no meter for any other.
@safe final class ProgressMeter: @unchecked Sendable {
  /// Makes DuckDB count without printing anything.
  static let settings = [
    "set enable_progress_bar=true", "set enable_progress_bar_print=false", "set progress_bar_time=0",
  ]

  private static let knownVersion = "v2.0.0"
  private let query: @convention(c) (OpaquePointer) -> DuckDBProgress
  private let connection: OpaquePointer

  init?(_ session: Session) {
    let driver = session.database.driver
    guard driver.libraryVersion == Self.knownVersion,
      let function = unsafe driver.symbol("duckdb_query_progress"),
      let inner = unsafe session.handle.pointee.private_data,
      let connection = unsafe inner.load(as: OpaquePointer?.self)
    else { return nil }
    unsafe query = unsafeBitCast(function, to: (@convention(c) (OpaquePointer) -> DuckDBProgress).self)
    unsafe self.connection = connection
  }

  /// The part that is done, 0 to 1; the session must be open.
  func read() -> Double? {
    let percentage = unsafe query(connection).percentage
    return percentage >= 0 ? min(percentage / 100, 1) : nil
  }
}

extension Driver {
  /// What DuckDB calls its version, such as "v2.0.0"; nil for another driver.
  public var libraryVersion: String? {
    guard let symbol = unsafe symbol("duckdb_library_version") else { return nil }
    let function = unsafe unsafeBitCast(symbol, to: (@convention(c) () -> UnsafePointer<CChar>?).self)
    return unsafe function().map { unsafe String(cString: $0) }
  }
}
