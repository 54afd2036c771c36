import DataModel
import Diagnostics
import Syntax

extension Replayer {
  /// Writes the results of the replay into the script and beside it, in place of the recorded ones.
  ///
  /// Only the lines `#=`, `#>` and `#@ engine` are touched; the results keep words only as digests.
  ///
  /// - Parameter takesChangedData: Also where the data files are not the recorded ones.
  /// - Throws: ``Mistakes`` where a statement failed or was not run, where the data changed, or where the files cannot
  ///   be written.
  public func accept(_ path: String, takesChangedData: Bool = false) throws(Mistakes) {
    guard summary.status == .ok || summary.status == .differs else {
      throw Mistakes(.acceptAfterFailure(path))
    }
    if summary.left > 0 { throw Mistakes(.acceptAfterStop(path, left: summary.left)) }
    if !takesChangedData, !fileChanges.isEmpty {
      throw Mistakes(.acceptChangedData(path, changes: fileChanges.map(ReplayReport.text)))
    }
    let absolute = session.absolutePath(path)
    let script = SessionScript(try SourceText.script(at: absolute, shownAs: path))
    // Also what scripts that this one runs say.
    var words = session.wordColumns()
    session.kept.forEach { words.learn($0.statement.kind) }
    let accepted = AcceptedRecords(
      script: script, notes: notes, engine: session.options.engineName(), words: words)
    try session.write(
      accepted.results.text, to: ResultsFile.path(for: absolute), shownAs: ResultsFile.path(for: path),
      Span(0, 0))
    try session.write(accepted.text, to: absolute, shownAs: path, Span(0, 0))
  }
}

/// A script with new records.
struct AcceptedRecords {
  private(set) var text: String
  private(set) var results: ResultsFile

  init(
    script: SessionScript, notes: [Int: Replayer.NewNote], engine: String?,
    words known: WordColumns = WordColumns()
  ) {
    results = ResultsFile(engine: engine, statements: script.entries.map(\.statement.printed), results: [])
    var words = known
    var occurrences = Occurrences()
    var edits = LineEdits(script.source)
    if let engine { edits.setEngine(engine, at: script.engineSpan) }
    for (index, entry) in script.entries.enumerated() {
      entry.noteSpans.forEach { edits.remove($0) }
      words.learn(entry.statement.kind)
      guard let note = notes[index] else { continue }
      var lines = note.loadRecords.map { "#= " + $0 }
      if let table = note.table {
        let columns = words.columns(of: table, from: entry.statement.kind)
        let statement = entry.statement.printed
        let result = RecordedResult(
          of: table, statement: statement, occurrence: occurrences.next(statement), digesting: columns)
        results.results.append(result)
        lines.append("#= " + StatementRecord.result(rows: table.rows.count, digest: result.digest).text)
        if entry.hasOutput { lines += outputLines(table, hiding: columns) }
      }
      // A record belongs to the last statement of its line.
      let next = index + 1 < script.entries.count ? script.entries[index + 1].statement.span.start : Int.max
      if edits.isOnLaterLine(next, than: entry.statement.span) {
        edits.insert(lines, behind: entry.statement.span)
      }
    }
    text = edits.text
  }
}

/// Changes to whole lines of a text.
private struct LineEdits {
  private let source: SourceText
  private var removed: Set<Int> = []
  private var inserted: [Int: [String]] = [:]

  init(_ source: SourceText) { self.source = source }

  mutating func remove(_ span: Span) { removed.insert(source.place(of: span.start).line) }

  mutating func insert(_ lines: [String], behind span: Span) {
    inserted[lastLine(of: span), default: []] += lines
  }

  func isOnLaterLine(_ offset: Int, than span: Span) -> Bool {
    offset >= source.text.utf8.count || source.place(of: offset).line > lastLine(of: span)
  }

  private func lastLine(of span: Span) -> Int { source.place(of: max(span.start, span.end - 1)).line }

  mutating func setEngine(_ engine: String, at span: Span?) {
    if let span {
      remove(span)
      inserted[source.place(of: span.start).line, default: []].append("#@ engine \(engine)")
    } else if source.line(1).hasPrefix("#@") {
      inserted[1, default: []].append("#@ engine \(engine)")
    }
  }

  var text: String {
    var lines: [String] = []
    for number in 1...source.lineCount {
      // What follows the last line break is no line.
      let isBehindEnd = number == source.lineCount && source.line(number).isEmpty
      if !removed.contains(number) && !isBehindEnd { lines.append(source.line(number)) }
      lines += inserted[number] ?? []
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
