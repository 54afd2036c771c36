import DataModel
import Diagnostics
import Engine
import Ingestion
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// `load`: files, globs, and folders with a `load.cxs`.
extension Workspace {
  func performLoad(_ statement: LoadStatement, baseFolder: String) throws -> Performed {
    guard case .path(let path) = statement.origin else {
      throw Mistakes(.notYet("loading from a cluster", span: nil))
    }
    let full = FolderPath.join(baseFolder, path.text)
    if Disk.isFolder(full) {
      try requireReadable(full, span: path.span)
      return try loadFolder(full, statement, path)
    }
    return try loadFiles(statement, path, baseFolder: baseFolder)
  }

  private func loadFiles(_ statement: LoadStatement, _ path: Quoted, baseFolder: String) throws -> Performed {
    try requireReadableFiles(path, baseFolder: baseFolder)
    let request = ResolvedLoad(
      kind: statement.kind?.kind, path: FolderPath.fromHome(path.text), pathSpan: path.span,
      alias: statement.alias?.text,
      roles: try statement.mappings.map(role), options: try FileOptions(statement.layout))
    let origin = FolderPath.absolute(FolderPath.join(baseFolder, path.text))
    let old = replaced(by: statement, origin)
    let alias =
      try old.map { sources[$0].alias }
      ?? freeAlias(statement.alias, default: Loader.defaultAlias(for: path.text))
    tableCounter += 1
    let loader = Loader(connection: try connection())
    let outcome = try loader.load(
      request, baseFolder: baseFolder, tableName: "source_\(tableCounter)", alias: alias, cancel: cancel)
    var report = outcome.report
    if let old {
      outdated.append(sources[old])
      sources[old] = outcome.source
      report.append("\(alias) was loaded before and is read anew; load … as NAME would have it twice")
    } else {
      sources.append(outcome.source)
    }
    origins[alias] = origin
    kindsBySource[alias] = try kinds(of: outcome.source)
    if try hasRepeatedKeys(outcome.source) { repeating.insert(alias) } else { repeating.remove(alias) }
    let relinked = try linkAgain(after: outcome.source)
    report += relinked
    dataDidChange(in: relinked.isEmpty ? alias : nil)
    // What cannot be counted now is counted when it is asked for.
    try? countAhead(outcome.source)
    // A folder's load.cxs goes on to say what its files lack.
    if openFolders.isEmpty { report += outcome.advice + (try gapLines(of: [outcome.source], isAtLoad: true)) }
    return Performed(narration: report, loadRecords: outcome.records)
  }

  /// The source that was loaded from the same file as the same kind: it is read anew instead of being counted twice.
  private func replaced(by statement: LoadStatement, _ origin: String) -> Int? {
    guard statement.alias == nil else { return nil }
    return sources.firstIndex { source in
      origins[source.alias] == origin && (statement.kind.map { $0.kind == source.kind } ?? true)
    }
  }

  private func role(_ mapping: RoleMapping) throws -> ResolvedRole {
    guard let role = Role(rawValue: mapping.role.text.lowercased()) else {
      let names = Role.allCases.map(\.rawValue)
      throw Mistakes(
        .unknownName(
          "role", mapping.role.text, span: mapping.role.span,
          nearest: nearest(to: mapping.role.text, in: names),
          known: names))
    }
    var scale: ClosedRange<Double>?
    if let written = mapping.scale {
      guard written.low < written.high else {
        throw Mistakes(
          .invalid(
            "the scale ends before it starts", code: "scale-order", span: mapping.span,
            hint: "scale 1..5; for the direction: high is bad"))
      }
      scale = written.low...written.high
    }
    return ResolvedRole(
      role: role, column: mapping.column.text, columnSpan: mapping.column.span, scale: scale,
      highIsGood: mapping.highIsGood)
  }

  /// The alias, or the file's name with a number where it is taken.
  private func freeAlias(_ written: Word?, default standard: String) throws -> String {
    let taken = Set(sources.map { $0.alias.lowercased() })
    if let written {
      guard !taken.contains(written.text.lowercased()) else {
        throw Mistakes(.nameIsTaken(written.text, by: "a source", span: written.span))
      }
      return written.text
    }
    if !taken.contains(standard.lowercased()) { return standard }
    return (2...).lazy.map { "\(standard)_\($0)" }.first { !taken.contains($0.lowercased()) } ?? standard
  }

  func kinds(of source: SourceInfo) throws -> Set<EventKind> {
    guard let kind = source.kind.eventKind else { return [] }
    guard source.hasKindColumn else { return [kind] }
    let table = Dialect.duckDB.identifier(source.tableName)
    let result = try query(
      "select distinct coalesce(kind, '\(kind.rawValue)') from \(table) where _reject is null")
    let kinds = (0..<result.rowCount).map { result.columns[0].text($0).flatMap(EventKind.init(rawValue:)) }
    // A word that is no kind may have come by `recode`: nothing is concluded from such a column.
    return kinds.contains(nil) ? Set(EventKind.allCases) : Set(kinds.compactMap { $0 })
  }

  /// A file that describes customers or touchpoints has several rows for one of them.
  private func hasRepeatedKeys(_ source: SourceInfo) throws -> Bool {
    guard source.kind.eventKind == nil else { return false }
    let role: Role = source.kind == .customers ? .customer : .touchpoint
    guard let key = source.fields.first(where: { $0.role == role }) else { return false }
    let column = Dialect.duckDB.identifier(key.name)
    let value = role == .customer ? column : "lower(\(column))"
    let result = try query(
      "select count(\(value)) > count(distinct \(value)) from \(Dialect.duckDB.identifier(source.tableName))"
        + " where _reject is null")
    return result.columns[0].bool(0) ?? false
  }

  // MARK: - Folders

  /// Runs the statements of a folder's `load.cxs`; they may only load, shape and own.
  private func loadFolder(_ folder: String, _ statement: LoadStatement, _ path: Quoted) throws -> Performed {
    let script = FolderPath.join(folder, "load.cxs")
    guard let text = FolderPath.read(script) else {
      throw Mistakes(
        .invalid(
          "\(path.text) is a folder without a load.cxs", code: "folder-without-load", span: path.span,
          hint: "load its files one by one: load \"\(path.text)/FILE.csv\""))
    }
    if !statement.mappings.isEmpty || !statement.layout.isEmpty || statement.kind != nil
      || statement.alias != nil
    {
      throw Mistakes(
        .invalid(
          "a folder is loaded as its load.cxs says", code: "folder-with-options", span: path.span,
          hint: "load \"\(path.text)\" alone"))
    }
    let place = Disk.resolved(folder) ?? folder
    guard !openFolders.contains(place) else {
      throw Mistakes(.invalid("\(script) loads itself", code: "circular-load", span: path.span))
    }
    openFolders.append(place)
    defer { openFolders.removeLast() }
    let saved = state
    do {
      return try runLoadScript(SourceText(text, name: script), folder: folder)
    } catch {
      takeBackLinks(to: saved)
      state = saved
      linkAsBefore()
      throw error
    }
  }

  private func runLoadScript(_ source: SourceText, folder: String) throws -> Performed {
    let script = parse(source)
    guard script.mistakes.isEmpty else { throw Mistakes(script.mistakes.map { located($0, in: source) }) }
    var all = Performed()
    for statement in script.statements {
      guard statement.kind.isAllowedInLoadScript else {
        throw Mistakes(
          located(
            .invalid(
              "a load.cxs may only load, recode, derive, define, exclude, link, own and set efforts",
              code: "not-in-load-script", span: statement.span), in: source))
      }
      do {
        let done = try performed(statement.kind, baseFolder: folder)
        folderStatements.append(statement.kind)
        all.narration += done.narration.filter(isWorthTelling)
        all.loadRecords += done.loadRecords
      } catch let mistakes as Mistakes {
        throw Mistakes(mistakes.list.map { located($0, in: source) })
      }
    }
    return all
  }

  /// A folder's `load.cxs` says itself which column is what: of each report, what was read and what went wrong is told.
  private func isWorthTelling(_ line: String) -> Bool {
    !line.hasPrefix(" ") && !line.hasPrefix("under their own names")
      && !line.hasPrefix("no column was recognised")
  }

  /// A mistake in another text than the statement's: its place is said in words.
  private func located(_ mistake: Diagnostic, in source: SourceText) -> Diagnostic {
    guard let span = mistake.span else { return mistake }
    var copy = mistake
    copy.span = nil
    copy.message = "\(source.name ?? "script"):\(source.place(of: span.start)): \(mistake.message)"
    return copy
  }

  /// Each file that a path or a pattern names, after links, lies where files may be read.
  func requireReadableFiles(_ path: Quoted, baseFolder: String) throws {
    guard readableFolder != nil else { return }
    let full = FolderPath.join(baseFolder, path.text)
    try requireReadable(FolderPath.beforePattern(full), span: path.span)
    let written = FolderPath.fromHome(path.text)
    for file in try Loader.files(named: written, baseFolder: baseFolder, span: path.span) {
      try requireReadable(file, span: path.span)
    }
  }

  private func requireReadable(_ path: String, span: Span) throws {
    guard let folder = readableFolder, !FolderPath.isInside(path, folder) else { return }
    throw Mistakes(
      .invalid(
        "\(path) lies outside \(folder)", code: "outside-folder", span: span,
        hint: "with --safe only files below the script's folder are read"))
  }
}

extension Workspace {
  /// What a failed folder puts back.
  struct State {
    var sources: [SourceInfo]
    var origins: [String: String]
    var kinds: [String: Set<EventKind>]
    var repeating: Set<String>
    var definitions: Definitions
    var behaviour: CustomerBehaviour
    var links: [LinkStatement]
    var ownership: OwnershipRules
  }

  var state: State {
    get {
      State(
        sources: sources, origins: origins, kinds: kindsBySource, repeating: repeating,
        definitions: definitions, behaviour: behaviour, links: links, ownership: ownership)
    }
    set {
      (sources, origins, kindsBySource) = (newValue.sources, newValue.origins, newValue.kinds)
      (definitions, ownership) = (newValue.definitions, newValue.ownership)
      (repeating, behaviour, links) = (newValue.repeating, newValue.behaviour, newValue.links)
      outdated = []
      dataDidChange()
    }
  }
}

extension StatementKind {
  /// What a folder's `load.cxs` may do: nothing that leaves the data.
  var isAllowedInLoadScript: Bool {
    switch self {
    case .load, .recode, .derive, .define, .exclude, .link, .owner, .effort: true
    default: false
    }
  }
}
