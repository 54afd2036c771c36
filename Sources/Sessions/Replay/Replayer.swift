import DataModel
import Diagnostics
import Syntax

/// Runs a session file again and compares what it gives with what the file notes.
public final class Replayer {
  let session: Session
  private let keepsGoing: Bool
  private let deliver: (ReplayedStatement) -> Void
  public private(set) var summary = ReplaySummary()
  private var isStopped = false
  /// What changed in the data, so far.
  private(set) var fileChanges: [FileChange] = []
  /// What a new record needs, of the outermost script.
  private(set) var notes: [Int: NewNote] = [:]

  /// What is written behind a statement when the results are accepted.
  struct NewNote {
    var loadRecords: [String]
    var table: Table?
  }

  /// - Parameters:
  ///   - session: A new session; it must not have performed anything but the user's settings.
  ///   - deliver: Takes each statement as soon as it is compared.
  public init(session: Session, keepsGoing: Bool = false, deliver: @escaping (ReplayedStatement) -> Void) {
    self.session = session
    self.keepsGoing = keepsGoing
    self.deliver = deliver
    session.workspace.isReplaying = true
  }

  /// Replays a script and tells how it ended.
  ///
  /// - Parameters:
  ///   - path: The script, as messages name it; relative to the session's working folder.
  /// - Throws: ``Mistakes`` where the script cannot be opened or decoded.
  @discardableResult
  public func replay(_ path: String) throws(Mistakes) -> ReplaySummary {
    let place = Place(source: SourceText(""), folder: ".")
    let (script, inner) = try session.open(Quoted(path), at: place)
    replay(script, path: path, at: inner)
    return summary
  }

  func replay(_ script: SessionScript, path: String, at place: Place) {
    let results = resultsFile(beside: path, at: place)
    session.freezeBaselines(of: script, at: place, results: results)
    var comparison = Comparison(script: script, results: results, engine: session.options.engineName)
    comparison.parameters = session.options.parameters.map(\.name)
    var mistakes = script.findings
    for statement in script.factStatements where !isStopped {
      session.perform(statement, at: place, keepsGoing: false) { output in
        if output.status != .ok { tell(output.findings, at: place) }
      }
    }
    for (index, entry) in script.entries.enumerated() {
      let due = mistakes.prefix { ($0.span?.start ?? 0) <= entry.statement.span.start }
      mistakes.removeFirst(due.count)
      if !isStopped { tell(Array(due), at: place) }
      if isStopped {
        leave(entry)
      } else {
        perform(entry, at: place, &comparison, index: index)
      }
    }
    if !isStopped { tell(mistakes, at: place) }
  }

  /// The replay has stopped before this statement.
  private func leave(_ entry: SessionScript.Entry) {
    summary.left += 1
    if entry.result != nil { summary.leftRecorded += 1 }
  }

  private func perform(
    _ entry: SessionScript.Entry, at place: Place, _ comparison: inout Comparison, index: Int
  ) {
    if case .run(let path) = entry.statement.kind { return replayNested(path, entry, at: place) }
    session.perform(entry.statement, at: place, keepsGoing: false) { output in
      if place.scripts.count == 1 {
        notes[index] = NewNote(loadRecords: output.loadRecords, table: output.table)
      }
      finish(entry, output, at: place, &comparison)
    }
  }

  private func finish(
    _ entry: SessionScript.Entry, _ output: Output, at place: Place, _ comparison: inout Comparison
  ) {
    let loaded = output.loadRecords.compactMap(LoadRecord.init)
    let changes = entry.loads.isEmpty ? [] : FileChange.between(entry.loads, loaded)
    fileChanges += output.status == .ok ? changes : []
    let (outcome, faults) = comparison.outcome(of: entry, output, fileChanges: fileChanges)
    count(outcome, output)
    deliver(
      ReplayedStatement(
        script: place.source.name ?? "", line: place.source.place(of: entry.statement.span.start).line,
        text: place.source.slice(entry.statement.span), fileChanges: output.status == .ok ? changes : [],
        outcome: outcome, faults: faults, output: output))
    if output.isQuit { isStopped = true }
  }

  /// The statements of a script that this one runs are compared with the records in that script.
  private func replayNested(_ path: Quoted, _ entry: SessionScript.Entry, at place: Place) {
    do throws(Mistakes) {
      try session.checkReading(path.text, at: place, span: path.span)
      let (script, inner) = try session.open(path, at: place)
      replay(script, path: inner.source.name ?? path.text, at: inner)
    } catch {
      tell(error.list, at: place)
    }
  }

  /// The results beside a script; nil where there are none or where they cannot be read, which is told.
  private func resultsFile(beside path: String, at place: Place) -> ResultsFile? {
    guard let bytes = try? Disk.read(ResultsFile.path(for: session.absolutePath(path))) else { return nil }
    if let results = ResultsFile(bytes) { return results }
    tell([.resultsUnreadable(ResultsFile.path(for: path))], at: place)
    return nil
  }

  /// Mistakes that belong to no statement.
  private func tell(_ findings: [Diagnostic], at place: Place) {
    guard !findings.isEmpty else { return }
    let output = Output(findings: findings, source: place.source)
    let isFailure = output.status != .ok
    if isFailure { count(.failed, output) }
    deliver(
      ReplayedStatement(
        script: place.source.name ?? "", line: place.source.place(of: findings[0].span?.start ?? 0).line,
        text: "", fileChanges: [], outcome: isFailure ? .failed : .done, output: output))
  }

  private func count(_ outcome: ReplayedStatement.Outcome, _ output: Output) {
    summary.statements += 1
    switch outcome {
    case .same, .sameWithinTolerance:
      summary.same += 1
      summary.recorded += 1
    case .moved: summary.recorded += 1
    case .unproven:
      summary.recorded += 1
      summary.unproven += 1
    case .unrecorded: summary.unrecorded += 1
    case .failed:
      summary.failed += 1
      summary.failure = summary.failure ?? output.status
      summary.isInterrupted = output.status == .interrupted
      if !keepsGoing || summary.isInterrupted { isStopped = true }
    case .done, .skipped: break
    }
  }
}
