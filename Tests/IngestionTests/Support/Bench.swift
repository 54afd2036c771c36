import DataModel
import Diagnostics
import Engine
import Ingestion
import Semantics
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder of its own with files, and an engine to load them into.
final class Bench {
  let folder: String
  let connection: Connection
  let loader: Loader

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/cxsh-ingestion-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let driver = try Driver.embedded(executablePath: #filePath, environment: [:])
    connection = try Connection.open(driver, options: EngineOptions.embedded(threads: 2))
    loader = Loader(connection: connection)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file into the folder.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> Bench {
    try write(name, bytes: Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> Bench {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    return self
  }

  /// Loads a file of the folder into the table `t`.
  func load(
    _ path: String, _ kind: SourceKind? = .tickets, as alias: String? = nil, table: String = "t",
    folder: String? = nil,
    with roles: [ResolvedRole] = [], options: FileOptions = FileOptions()
  ) throws(Mistakes) -> LoadOutcome {
    let request = ResolvedLoad(
      kind: kind, path: path, pathSpan: Span(5, 5 + path.utf8.count), alias: alias, roles: roles,
      options: options)
    return try loader.load(
      request, baseFolder: folder ?? self.folder, tableName: table,
      alias: alias ?? Loader.defaultAlias(for: path))
  }

  /// The mistakes that a load ends with.
  func mistakes(
    _ path: String, _ kind: SourceKind? = .tickets, with roles: [ResolvedRole] = [],
    options: FileOptions = FileOptions()
  ) -> [Diagnostic] {
    do throws(Mistakes) {
      _ = try load(path, kind, with: roles, options: options)
      return []
    } catch {
      return error.list
    }
  }

  /// The rows of a query as texts, a missing value as `-`.
  func rows(_ sql: String) throws -> [[String]] {
    let list = try connection.query("select cast(columns(*) as varchar) from (\(sql))")
    return (0..<list.rowCount).map { row in list.columns.map { $0.text(row) ?? "-" } }
  }

  /// The names of the tables that the engine holds.
  func tables() throws -> [String] {
    try rows("select table_name from duckdb_tables() order by 1").map { $0[0] }
  }

  /// A number that a query gives.
  func number(_ sql: String) throws -> Int { Int(try rows(sql)[0][0]) ?? -1 }
}

/// `role = column` of a `with (…)`.
func with(
  _ role: Role, _ column: String, scale: ClosedRange<Double>? = nil, highIsGood: Bool? = nil
) -> ResolvedRole {
  ResolvedRole(role: role, column: column, columnSpan: Span(30, 36), scale: scale, highIsGood: highIsGood)
}

/// What `with (…)` says of a file's layout.
func layout(
  _ header: FileOptions.Header? = nil, columns: [String] = [], encoding: TextEncoding? = nil
) -> FileOptions {
  var options = FileOptions()
  options.header = header
  options.columns = columns
  options.encoding = encoding
  return options
}

/// How many rows a load read and rejected; the others were kept.
struct Counts: Equatable {
  var read: Int
  var rejected: Int
}

extension LoadOutcome {
  var counts: Counts { Counts(read: source.rowsRead, rejected: source.rowsRejected) }
}

extension SourceInfo {
  /// `role = column` of every role that is filled, sorted.
  var roles: [String] {
    fields.compactMap { field in field.role.map { "\($0.rawValue) = \(field.column ?? "")" } }.sorted()
  }

  func field(_ name: String) -> SourceField? { field(named: name) }
}
