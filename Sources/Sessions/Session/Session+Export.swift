import DataModel
import Diagnostics
import Rendering
import Syntax
import Vocabulary

extension Session {
  /// The endings of paths that `export` writes.
  private static let endings = ["csv", "tsv", "json", "jsonl", "md", "html", "txt"]

  /// `export [session | map | NAME] PATH`.
  func export(_ what: Word?, _ path: Quoted, at place: Place, into output: inout Output) throws(Mistakes) {
    try checkExport(path, at: place)
    let ending = Paths.fileExtension(of: path.text)
    switch what?.text.lowercased() {
    case "map": throw Mistakes(.notYet("export map", span: what?.span))
    case "session":
      guard ending == "md" else {
        throw Mistakes(.notYet("exporting a session to .\(ending)", span: path.span))
      }
      try exportSession(to: path, at: place, into: &output)
    case nil where ending == "md": try exportSession(to: path, at: place, into: &output)
    case nil:
      guard let last = workspace.results.last else { throw Mistakes(.nothingToExport(span: path.span)) }
      try export(last.table, to: path, at: place, into: &output)
    default:
      try export(try result(named: what ?? Word("")).table, to: path, at: place, into: &output)
    }
  }

  /// The ending must say what to write, and no data file may be lost; told before a query runs.
  func checkExport(_ path: Quoted, at place: Place) throws(Mistakes) {
    let ending = Paths.fileExtension(of: path.text)
    if ["ipynb", "xlsx", "svg", "parquet"].contains(ending) {
      throw Mistakes(.notYet("export to .\(ending)", span: path.span))
    }
    guard Self.endings.contains(ending) else {
      throw Mistakes(.unknownExtension(path.text, span: path.span, known: Self.endings))
    }
    try checkNoData(Paths.normalized(Paths.join(place.folder, path.text)), path.span)
  }

  func export(_ table: Table, to path: Quoted, at place: Place, into output: inout Output) throws(Mistakes) {
    let format: OutputFormat =
      switch Paths.fileExtension(of: path.text) {
      case "tsv": .tsv
      case "json": .json
      case "jsonl": .jsonl
      case "md": .markdown
      case "html": .html
      case "txt": .table
      default: .csv
      }
    let text = render(table, as: format, options: RenderOptions(width: nil))
    try writeExport(text, what: "\(table.rows.count) rows", to: path, at: place, into: &output)
  }

  private func exportSession(to path: Quoted, at place: Place, into output: inout Output) throws(Mistakes) {
    guard !kept.isEmpty else { throw Mistakes(.nothingToSave(span: path.span)) }
    try writeExport(
      markdownDocument(pieces(of: kept)), what: "the session", to: path, at: place, into: &output)
  }

  private func writeExport(
    _ text: String, what: String, to path: Quoted, at place: Place, into output: inout Output
  ) throws(Mistakes) {
    let shown = Paths.normalized(Paths.join(place.folder, path.text))
    guard writesFiles else {
      output.narration.append(
        "skipped: export \(Statement.quoting(path.text)); a replay writes only with --write")
      return
    }
    let isReplaced = Disk.exists(absolutePath(shown))
    try write(text, to: absolutePath(shown), shownAs: shown, path.span)
    output.narration.append("exported \(what) to \(shown)\(isReplaced ? ", replacing the file" : "")")
  }

  private func result(named word: Word) throws(Mistakes) -> StoredResult {
    let name = word.text.lowercased()
    if let named = workspace.results.last(where: { $0.name?.lowercased() == name }) { return named }
    if let number = numberOfName(name), let numbered = workspace.results.last(where: { $0.number == number })
    {
      return numbered
    }
    let known = workspace.results.map { $0.name ?? "r\($0.number)" }
    throw Mistakes(
      .unknownResult(word.text, span: word.span, nearest: nearest(to: word.text, in: known), known: known))
  }
}

/// A session as a document: each statement, each note, each result.
private func pieces(of kept: [RecordedStatement]) -> [DocumentPiece] {
  kept.flatMap { recorded -> [DocumentPiece] in
    if case .note(let note) = recorded.statement.kind { return [.note(note.text)] }
    let statement = format(Script(items: [.statement(recorded.statement)]))
    return [.statement(statement)] + (recorded.table.map { [.table($0)] } ?? [])
  }
}
