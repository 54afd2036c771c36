/// The whole result of a statement, copied out of the engine.
public struct ResultSet: Sendable {
  public var columns: [ResultColumn]
  public var rowCount: Int

  /// The first column of that name.
  public func column(_ name: String) -> ResultColumn? { columns.first { $0.name == name } }

  /// The position of the first column of that name.
  public func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// The values of a row, in the order of the columns.
  public func row(_ row: Int) -> [Cell] { columns.map { $0[row] } }
}

/// A part of a result, as the engine hands it over: DuckDB's have up to 2048 rows.
public typealias Batch = ResultSet
