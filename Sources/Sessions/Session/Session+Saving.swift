import DataModel
import Diagnostics
import Syntax

extension Session {
  /// Writes the session, or its last statements, to a script and its results beside it.
  func save(
    _ path: Quoted, _ choices: SaveChoices, at place: Place, _ span: Span, into output: inout Output
  ) throws(Mistakes) {
    guard writesFiles else {
      output.narration.append(
        "skipped: save \(Statement.quoting(path.text)); a replay writes only with --write")
      return
    }
    if let last = choices.last, last < 1 { throw Mistakes(.countTooSmall(last, span: span)) }
    guard !kept.isEmpty else { throw Mistakes(.nothingToSave(span: span)) }
    let shown = Paths.normalized(Paths.join(place.folder, path.text))
    let absolute = absolutePath(shown)
    try checkReplacing(shown, choices, path.span)
    let folder = Disk.resolved(Paths.folder(of: absolute)) ?? Paths.folder(of: absolute)
    let saved = SavedSession(
      of: kept, choices: choices, folder: folder, engine: options.engineName(), words: wordColumns())
    if Disk.isStream(absolute) {
      output.narration.append("\(shown) is no file: the results that lie beside a session are not written")
    } else {
      try write(
        saved.results.text, to: ResultsFile.path(for: absolute), shownAs: ResultsFile.path(for: shown),
        path.span)
    }
    try write(saved.script, to: absolute, shownAs: shown, path.span)
    if choices.last == nil { savedCount = kept.count }
    let count = saved.results.statements.count
    output.narration.append("saved \(count) statement\(count == 1 ? "" : "s") to \(shown)")
    // The results of the file are those of the given value.
    output.narration += Set(saved.results.statements).sorted().compactMap { statement in
      declaredParameters[statement].map {
        "saved \(statement), as --set gave it, not \($0.printed) as declared"
      }
    }
  }

  /// What is known of customers' words from the loaded data, before any statement that is saved.
  func wordColumns() -> WordColumns {
    let columns = workspace.sources.flatMap { source in
      ["customer", "text"].compactMap { source.field(named: $0)?.column }
    }
    return WordColumns(columns: columns, after: workspace.folderStatements)
  }

  private func checkReplacing(_ shown: String, _ choices: SaveChoices, _ span: Span) throws(Mistakes) {
    let absolute = absolutePath(shown)
    try checkNoData(shown, span)
    if Disk.isFolder(absolute) { throw Mistakes(.isFolder(shown, span: span)) }
    guard Disk.exists(absolute), !choices.replaces else { return }
    if options.confirmReplacing?(shown, interruption) == true { return }
    throw Mistakes(.fileExists(shown, span: span, hint: "save \(Statement.quoting(shown)) replace"))
  }

  /// A loaded data file is never written over.
  func checkNoData(_ shown: String, _ span: Span) throws(Mistakes) {
    guard let target = Disk.resolved(absolutePath(shown)) else { return }
    for file in workspace.sources.flatMap(\.files) where Disk.resolved(absolutePath(file.path)) == target {
      throw Mistakes(.overwritesData(shown, span: span))
    }
  }

  func write(_ text: String, to absolute: String, shownAs shown: String, _ span: Span) throws(Mistakes) {
    do {
      try Disk.writeAtomically(text, to: absolute)
    } catch {
      let folder = Paths.folder(of: shown)
      let hint = Disk.exists(Paths.folder(of: absolute)) ? nil : "make the folder \(folder) first"
      throw Mistakes(.cannotWrite(shown, reason: error.reason, span: span, hint: hint))
    }
  }
}
