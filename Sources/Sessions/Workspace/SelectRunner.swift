import DataModel
import Diagnostics
import Engine
import SQLWriting
import Syntax
import Vocabulary

/// Runs `sql`: one SELECT over `events` and the sources by alias, without files and without changing anything.
struct SelectRunner {
  let workspace: Workspace

  func table(_ argument: ListingCall.Argument?, _ span: Span) throws -> Table {
    guard case .text(let text)? = argument else {
      throw Mistakes(
        .invalid("a SELECT in quotes is missing", code: "missing-sql", span: span, hint: "sql \"select …\""))
    }
    try check(text)
    try makeViews()
    let result: ResultSet
    do {
      result = try workspace.query(text.text)
    } catch let error as EngineError where error.kind != .cancelled {
      throw Mistakes(.engine(error.message, span: text.span))
    }
    return SelectRunner.table(result, zone: workspace.zone)
  }

  /// The engine's own parser says what the text reads: only one SELECT of known tables passes.
  private func check(_ text: Quoted) throws {
    let dialect = Dialect.duckDB
    let tree = try workspace.query("select json_serialize_sql(\(dialect.literal(text.text))) as tree")
    let json = tree.columns[0].text(0) ?? ""
    if json.contains("\"error\":true") {
      let reason = try workspace.query(
        "select json_extract_string(\(dialect.literal(json)), '$.error_message') as m")
      throw Mistakes(
        .invalid(
          "sql takes one SELECT: \(joiningLines(reason.columns[0].text(0) ?? "it cannot be read"))",
          code: "not-a-select",
          span: text.span, hint: "sql \"select count(*) from events\""))
    }
    let count = try workspace.query("select json_array_length(\(dialect.literal(json)), '$.statements') as n")
    if count.columns[0].int(0) != 1 {
      throw Mistakes(.invalid("sql takes one SELECT, not several", code: "not-a-select", span: text.span))
    }
    try refuse(names(json, #"$..table_name"#).filter { !isKnownTable($0, json) }, "table", text.span)
    try refuse(
      tableFunctions(json).filter { !Self.harmless.contains($0.lowercased()) }, "table function", text.span)
  }

  private static let harmless: Set<String> = ["unnest", "range", "generate_series"]

  private func names(_ json: String, _ path: String) throws -> [String] {
    let sql =
      "select distinct unnest(json_extract_string(\(Dialect.duckDB.literal(json)), '\(path)')) as name"
    let result = try workspace.query(sql)
    return (0..<result.rowCount).compactMap { result.columns[0].text($0) }
  }

  /// Functions that stand where a table stands: those could read files.
  private func tableFunctions(_ json: String) throws -> [String] {
    let all = try names(json, "$..function.function_name")
    return json.contains("\"TABLE_FUNCTION\"")
      ? all : all.filter { $0.lowercased().hasPrefix("read_") || $0.lowercased().contains("scan") }
  }

  private func isKnownTable(_ name: String, _ json: String) -> Bool {
    let folded = name.lowercased()
    if folded.isEmpty || folded == "events" { return true }
    if workspace.sources.contains(where: { $0.alias.lowercased() == folded }) { return true }
    // A name of `with` holds in its own brackets only: outside of them a name such as "x.csv" would be a file.
    let isWord = folded.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isWord && json.lowercased().contains("\"key\":\"\(folded)\"")
  }

  private func refuse(_ names: [String], _ what: String, _ span: Span) throws {
    guard let name = names.first else { return }
    let known = ["events"] + workspace.sources.map(\.alias)
    throw Mistakes(
      .unknownName(what, name, span: span, nearest: nearest(to: name, in: known), known: known))
  }

  private func makeViews() throws {
    let fields = Set(workspace.fields.fields.map(\.reference))
    try workspace.learnSpellings(fields)
    let writer = PlanWriter(schema: workspace.schema)
    let connection = try workspace.connection()
    try connection.execute("create or replace temp view events as \(writer.eventsSQL)")
    for source in workspace.sources where source.alias.lowercased() != "events" {
      let alias = Dialect.duckDB.identifier(source.alias)
      let table = Dialect.duckDB.identifier(source.tableName)
      try connection.execute(
        "create or replace temp view \(alias) as select * exclude (_reject, _place) from \(table) where _reject is null"
      )
    }
  }

  static func table(_ result: ResultSet, zone: Zone) -> Table {
    let reader = ResultReader(zone: zone)
    let names = distinctNames(result.columns.map(\.name))
    let columns = zip(result.columns, names).map { column, name -> Column in
      guard let row = (0..<result.rowCount).first(where: { !column.isNull($0) }) else {
        return Column(name, .text)
      }
      switch reader.sum(column, row) {
      case .boolean: return Column(name, .boolean)
      case .integer: return Column(name, .integer)
      case .number: return Column(name, .number)
      case .instant: return Column(name, .instant)
      case .missing, .text, .period: return Column(name, .text)
      }
    }
    let rows = (0..<result.rowCount).map { row in result.columns.map { reader.sum($0, row) } }
    let renamed = zip(result.columns.map(\.name), names).filter { $0 != $1 }
    return Table(
      columns: columns, rows: rows,
      notes: renamed.map { "Another column is named \($0) too; this one is shown as \($1)." })
  }

  /// The names of columns with a number behind those that stood before, for a row of JSON has each name once.
  private static func distinctNames(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var shown = name
      var number = 2
      while taken.contains(shown) || (shown != name && names.contains(shown)) {
        shown = "\(name)_\(number)"
        number += 1
      }
      taken.insert(shown)
      return shown
    }
  }
}
