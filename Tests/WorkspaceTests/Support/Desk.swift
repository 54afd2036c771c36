import DataModel
import Diagnostics
import Engine
import Foundation
import Sessions
import Syntax
import Testing

/// An analyst's desk: a folder with files, and a workspace that statements are said to.
final class Desk {
  let folder: String
  let workspace: Workspace

  /// Files by name, and statements to begin with.
  init(_ files: [String: String] = [:], _ statements: String = "") throws {
    folder = FileManager.default.temporaryDirectory.path + "/cxsh-desk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    workspace = Workspace { () throws(EngineError) in
      try Connection.open(
        try Driver.embedded(executablePath: #filePath, environment: [:]),
        options: EngineOptions.embedded(threads: 1))
    }
    workspace.openLexicon = { () throws(Mistakes) in
      try LexiconFiles(executablePath: #filePath, environment: [:]).read()
    }
    workspace.openStopWords = { () throws(Mistakes) in
      try StopWordFile(executablePath: #filePath, environment: [:]).read()
    }
    for (name, text) in files { try write(name, text) }
    if !statements.isEmpty { _ = try say(statements) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  func write(_ name: String, bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// Performs every statement of a text and gives what the last one did.
  ///
  /// - Throws: `Mistakes` of the first statement that fails.
  @discardableResult
  func say(_ text: String) throws(Mistakes) -> Performed {
    let source = SourceText(text)
    let script = parse(source)
    guard script.mistakes.isEmpty else { throw Mistakes(script.mistakes) }
    var last = Performed()
    for statement in script.statements {
      last = try workspace.perform(statement.kind, of: source, baseFolder: folder, cancel: CancelToken())
    }
    return last
  }

  /// An engine of its own, for figures that are to be computed apart.
  func connection() throws -> Connection {
    try Connection.open(
      try Driver.embedded(executablePath: #filePath, environment: [:]),
      options: EngineOptions.embedded(threads: 1))
  }

  /// The table that the last statement of a text gives.
  func table(_ text: String) throws -> Table { try #require(try say(text).table) }

  /// Its rows as short texts: cells between bars, `-` for a missing one, numbers with at most six decimals.
  func rows(_ text: String) throws -> [String] { try table(text).lines }

  /// Only these columns of it.
  func rows(_ text: String, _ columns: String...) throws -> [String] {
    try table(text).lines(of: columns)
  }

  /// The one cell of a column in the first row.
  func cell(_ text: String, _ column: String? = nil) throws -> String {
    let table = try table(text)
    let position = try #require(
      column.map { table.index(of: $0) } ?? table.columns.indices.last { _ in true })
    return try #require(table.rows.first)[position].short
  }

  /// The mistakes with which a statement ends; none where it does not fail.
  func mistakes(_ text: String) -> [Diagnostic] {
    do throws(Mistakes) {
      _ = try say(text)
      return []
    } catch {
      return error.list
    }
  }

  /// The first mistake as `code: message → hint`.
  func mistake(_ text: String) -> String {
    guard let first = mistakes(text).first else { return "no mistake" }
    return "\(first.code): \(first.message)" + (first.hint.map { " → \($0)" } ?? "")
  }
}

extension Table {
  var lines: [String] { rows.map { row in row.map(\.short).joined(separator: "|") } }

  func lines(of names: [String]) throws -> [String] {
    let positions = try names.map { name in
      try #require(index(of: name), "no column \(name) in \(columns.map(\.name))")
    }
    return rows.map { row in positions.map { row[$0].short }.joined(separator: "|") }
  }

  /// The numbers of a column, NaN for missing.
  func numbers(_ name: String) throws -> [Double] {
    let position = try #require(index(of: name), "no column \(name) in \(columns.map(\.name))")
    return rows.map { $0[position].asNumber ?? .nan }
  }

  func fact(_ name: String) -> Value? { facts.first { $0.name == name }?.value }
}

extension Value {
  /// A short text: numbers to six decimals, times with their offset.
  var short: String {
    switch self {
    case .missing: "-"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let whole): "\(whole)"
    case .number(let number): number.short
    case .text(let text): text
    case .period(let period): period.text
    case .instant(let microseconds, let offset): Self.short(microseconds, offset)
    }
  }

  private static func short(_ microseconds: Int64, _ offset: Int32) -> String {
    let local = microseconds / 1_000_000 + Int64(offset)
    let day = Int((Double(local) / 86_400).rounded(.down))
    let second = Int(local) - day * 86_400
    let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return CivilDate(dayNumber: day).text + "T" + clock.joined(separator: ":") + Zone.offset(Int(offset)).text
  }
}

extension Double {
  /// At most six decimals, without trailing zeros.
  var short: String {
    let rounded = self == rounded() ? self : (self * 1e6).rounded() / 1e6
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return String(Int64(rounded)) }
    return "\(rounded)"
  }
}

/// Lines of a CSV file from a header and rows that are written with spaces for readability.
func csv(_ header: String, _ rows: String...) -> String {
  ([header] + rows).joined(separator: "\n") + "\n"
}

extension Connection {
  /// The rows of plain SQL: the first columns as one text, the others as numbers.
  func rows(_ sql: String, keys: Int) throws -> [(String, [Double?])] {
    let result = try query(sql)
    return (0..<result.rowCount).map { row in
      let key = result.columns.prefix(keys).map { $0.text(row) ?? "-" }.joined(separator: "|")
      return (key, result.columns.dropFirst(keys).map { $0.double(row) })
    }
  }
}
