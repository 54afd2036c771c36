import DataModel
import Diagnostics
import Engine
import Semantics
import Vocabulary

extension Loader {
  /// Rows that a listing of rejects has at most.
  private static let mostRejects = 10_000

  /// The rows that were rejected or excluded: source, place, reason, and how the row begins.
  public func rejects(of sources: [SourceInfo], cancel: CancelToken? = nil) throws(Mistakes) -> Table {
    let session = EngineSession(connection: connection, cancel: cancel)
    let columns = [
      Column("source", .text), Column("place", .text), Column("reason", .text), Column("row", .text),
    ]
    var table = Table(columns: columns, rows: [])
    for source in sources {
      do throws(EngineError) {
        table.rows += try rejectedRows(of: source, session, limit: Self.mostRejects - table.rows.count)
      } catch {
        throw session.mistake(error, doing: "rejects")
      }
    }
    let all = sources.reduce(0) { $0 + $1.rowsRejected + $1.rowsExcluded }
    if all > table.rows.count {
      table.notes.append("\(grouped(all - table.rows.count)) more rows are not listed")
    }
    return table
  }

  private func rejectedRows(
    of source: SourceInfo, _ session: EngineSession, limit: Int
  ) throws(EngineError) -> [[Value]] {
    let cells = source.fields.prefix(8).map { "cast(\(sqlName($0.name)) as varchar)" }.joined(separator: ", ")
    let fallback = source.files.count == 1 ? source.files[0].path : source.alias
    let result = try session.query(
      """
      select coalesce(\(HiddenColumn.place), \(sqlText(fallback + ": row ")) || (rowid + 1)) as place, \
      \(HiddenColumn.reject) as reason, coalesce(\(HiddenColumn.beginning), concat_ws(', ', \(cells))) as line \
      from \(sqlName(source.tableName)) where \(HiddenColumn.reject) is not null order by rowid limit \(max(0, limit))
      """)
    return (0..<result.rowCount).map { row in
      [.text(source.alias)] + result.columns.map { column in column.text(row).map { .text($0) } ?? .missing }
    }
  }

  /// What a file would give: each column with the role it would fill, its type, its missing cells and examples.
  ///
  /// Only the first rows are looked at, and nothing is loaded.
  public func describe(path: String, baseFolder: String, cancel: CancelToken? = nil) throws(Mistakes) -> Table
  {
    let session = EngineSession(connection: connection, cancel: cancel)
    let found = try FileFinder(baseFolder: baseFolder, span: nil).find(path)
    let plain = ResolvedLoad(kind: nil, path: path, pathSpan: Span(0, 0), alias: nil, roles: [])
    let inspector = FileInspector(session: session, request: plain, spool: Spool())
    var files: [RawFile] = []
    for file in found { files.append(try inspector.inspect(file)) }
    let union = session.union(of: files)
    let export = ExportFormat.recognised(by: union.names)
    let guess = export?.kind ?? KindGuess.kind(fileName: fileName(files[0].file.path), columns: union.names)
    let request = ResolvedLoad(kind: guess, path: path, pathSpan: Span(0, 0), alias: nil, roles: [])
    let planner = try LoadPlanner(
      kind: guess ?? .interactions, union: union, request: request, export: export)
    do throws(FailedFile) {
      return try FileDescription(session: session, files: files, union: union, planner: planner, kind: guess)
        .table()
    } catch {
      throw session.mistake(error.error, reading: path, span: nil)
    }
  }
}

/// A listing of what a file's columns would become.
struct FileDescription {
  let session: EngineSession
  let files: [RawFile]
  let union: ColumnUnion
  let planner: LoadPlanner
  /// Nil where it is not recognised.
  let kind: SourceKind?

  func table() throws(FailedFile) -> Table {
    let sample = try CellTable.sample(files, union, session: session)
    defer { session.discard(sample.name) }
    do throws(EngineError) {
      let verdicts = try Profiler(session: session, cells: sample).answer(planner.inquiries)
      let rows = try session.numbers("select count(*) from \(sample.name)")[0]
      return table(planner.draft(verdicts), verdicts, rows: rows, isWhole: sample.isWhole)
    } catch {
      throw FailedFile(file: planner.fileName, error: error)
    }
  }

  private func table(_ plan: LoadPlan, _ verdicts: [Inquiry: Verdict], rows: Int, isWhole: Bool) -> Table {
    let columns = [
      Column("column", .text), Column("role", .text), Column("type", .text),
      Column("missing", .number, unit: .fraction), Column("examples", .text),
    ]
    let lines = union.names.indices.map { position -> [Value] in
      let columnFields = plan.fields.filter { $0.inquiry.column == position }
      let field = columnFields.first { $0.role != nil } ?? columnFields.first
      let verdict = verdicts[Inquiry(column: position, purpose: .own)]
      let missing = rows == 0 ? Value.missing : .number(Double(rows - (verdict?.filled ?? 0)) / Double(rows))
      return [
        .text(union.names[position]), field?.role.map { .text($0.rawValue) } ?? .missing,
        .text(field?.type.rawValue ?? "text"), missing, .text(examples(verdict?.examples ?? [])),
      ]
    }
    return Table(
      columns: columns, rows: lines, notes: notes(plan, rows: rows, isWhole: isWhole), next: [statement(plan)]
    )
  }

  /// Up to three different texts.
  private func examples(_ texts: [String]) -> String {
    var seen: [String] = []
    for text in texts where seen.count < 3 && !seen.contains(text) { seen.append(text) }
    return seen.map { $0.count > 30 ? $0.prefix(29) + "…" : $0[...] }.joined(separator: " | ")
  }

  private func notes(_ plan: LoadPlan, rows: Int, isWhole: Bool) -> [String] {
    var notes = [isWhole ? "\(grouped(rows)) rows" : "from the first \(grouped(rows)) rows"]
    if let export = plan.export { notes.append("recognised as \(export.name.phrase)") }
    if kind == nil { notes.append("what the file holds was not recognised: say it in load") }
    if kind != nil, plan.field(of: plan.keyRole) == nil {
      notes.append("no column was recognised as \(plan.keyRole.rawValue): name it in with (…)")
    }
    return notes + files.flatMap(\.remarks) + union.remarks + plan.remarks
  }

  private func statement(_ plan: LoadPlan) -> String {
    let word = kind?.rawValue ?? "KIND"
    guard plan.field(of: plan.keyRole) == nil else { return "load \(word) \"\(planner.fileName)\"" }
    let column = plan.fields.first { $0.type == .instant }.map { writtenColumn($0.column) } ?? "COLUMN"
    return "load \(word) \"\(planner.fileName)\" with (\(plan.keyRole.rawValue) = \(column))"
  }
}

extension Loader {
  /// The files that a path or a pattern names, without reading any of them.
  ///
  /// - Throws: `Mistakes` where there is none.
  public static func files(named path: String, baseFolder: String, span: Span?) throws(Mistakes) -> [String] {
    try FileFinder(baseFolder: baseFolder, span: span).find(path).map(\.path)
  }
}
