import DataModel
import Syntax

/// Compares the results of one script with those that its files note.
struct Comparison {
  let script: SessionScript
  let results: ResultsFile?
  let engine: () -> String?
  /// The parameters that `--set` gave other values.
  var parameters: [String] = []
  /// The statements so far, as they are printed.
  private var printed: [String] = []

  init(script: SessionScript, results: ResultsFile?, engine: @escaping () -> String?) {
    self.script = script
    self.results = results
    self.engine = engine
  }

  /// How a statement came out, and what is wrong with its record.
  mutating func outcome(
    of entry: SessionScript.Entry, _ output: Output, fileChanges: [FileChange]
  ) -> (outcome: ReplayedStatement.Outcome, faults: [RecordFault]) {
    let statement = entry.statement.printed
    printed.append(statement)
    guard output.status == .ok else { return (.failed, []) }
    guard let table = output.table else {
      let isUnknown = entry.statement.kind.readsFiles && entry.loads.isEmpty && script.holdsRecords
      let faults = (isUnknown ? [RecordFault.filesUnknown] : []) + scoringFaults(entry, output)
      return (entry.statement.kind.writesFile ? .skipped : .done, faults)
    }
    let kept = keptResult(of: statement)
    // A result of another record says nothing about this one.
    let stored = entry.result.map { record in results?.results.first { $0.digest == record.digest } } ?? kept
    guard let record = entry.result ?? kept.map({ ($0.rowCount, $0.digest) }) else {
      return (wasRecorded(statement) ? .unproven : .unrecorded, [])
    }
    var faults: [RecordFault] = []
    if entry.result == nil { faults.append(.onlyInResultsFile) }
    let digest = digest(of: table)
    if stored == nil, let kept { faults.append(.contradiction(resultsFileAgrees: kept.digest == digest)) }
    if digest == record.digest {
      if table.rows.count == record.rows { return (.same, faults) }
      // The digest covers the rows: a count that contradicts it was not written by a save.
      let movement = Movement(causes: [], difference: nil, rowsThen: record.rows, rowsNow: table.rows.count)
      return (.moved(movement), faults)
    }
    let isUsable = stored?.isWhole == true
    let difference = isUsable ? stored.map { self.difference(from: $0, to: table, statement) } : nil
    if let difference, difference.isSame {
      if difference.largestDeviation > 0 {
        return (.sameWithinTolerance(difference.largestDeviation), faults)
      }
      // Equal rows have equal digests.
      faults.append(.foreignRows)
    }
    let movement = Movement(
      causes: causes(fileChanges), difference: difference, rowsThen: record.rows, rowsNow: table.rows.count)
    return (.moved(movement), faults)
  }

  /// What was scored is not what was noted.
  private func scoringFaults(_ entry: SessionScript.Entry, _ output: Output) -> [RecordFault] {
    let then = entry.scorings
    let now = output.loadRecords.filter { LoadRecord($0) == nil }
    guard !then.isEmpty, then != now else { return [] }
    let list = { (texts: [String]) in texts.isEmpty ? "nothing was scored" : texts.joined(separator: ", ") }
    return [.scoredOtherwise(then: list(then), now: list(now))]
  }

  /// What the results file holds of the statement that was compared last.
  private func keptResult(of statement: String) -> RecordedResult? {
    let occurrence = printed.count { $0 == statement }
    return results?.results.first { $0.statement == statement && $0.occurrence == occurrence }
  }

  /// The statement that was compared last stood in the file when its results were recorded; without a results file
  /// that cannot be told, and every statement of a recorded session counts.
  private func wasRecorded(_ statement: String) -> Bool {
    guard let results else { return script.holdsRecords }
    return results.statements.count { $0 == statement } >= printed.count { $0 == statement }
  }

  private func difference(from old: RecordedResult, to table: Table, _ statement: String) -> ResultDifference
  {
    // The texts of the new result are compared as the old ones were kept.
    let digested = Set(old.columns.filter(\.isDigested).map(\.name))
    let new = RecordedResult(of: table, statement: statement, occurrence: 1, digesting: digested)
    return ResultDifference(from: old, to: new, texts: texts(behind: new, of: table))
  }

  /// The texts of a result by the digests that stand for them.
  private func texts(behind digests: RecordedResult, of table: Table) -> [String: String] {
    let columns = digests.columns.indices.filter { digests.columns[$0].isDigested }
    var texts: [String: String] = [:]
    for (row, shown) in zip(digests.rows, table.rows) {
      for column in columns {
        if case .text(let digest) = row[column], case .text(let text) = shown[column] { texts[digest] = text }
      }
    }
    return texts
  }

  private func causes(_ fileChanges: [FileChange]) -> [Cause] {
    var causes = fileChanges.map(Cause.data)
    causes += changedStatements.map { Cause.statement(old: $0.old, new: $0.new) }
    causes += parameters.map(Cause.parameter)
    if let old = script.engine ?? results?.engine, let new = engine(), old != new {
      causes.append(.engine(old: old, new: new))
    }
    return causes
  }

  /// Statements up to here that were changed, added or taken out since the results were recorded.
  private var changedStatements: [(old: String?, new: String?)] {
    guard let recorded = results?.statements else { return [] }
    let relevant = recorded.prefix(placeInRecord(of: printed, recorded) + 1)
    let difference = printed.difference(from: relevant)
    var gone = difference.removals.compactMap { change -> String? in
      if case .remove(_, let text, _) = change { text } else { nil }
    }
    var changes: [(old: String?, new: String?)] = []
    for case .insert(_, let text, _) in difference.insertions {
      changes.append((gone.isEmpty ? nil : gone.removeFirst(), text))
    }
    return changes + gone.map { ($0, nil) }
  }
}

/// Where the last of some statements stands in a recorded list; as far on as they are where it is not in it.
private func placeInRecord(of printed: [String], _ recorded: [String]) -> Int {
  guard let current = printed.last else { return -1 }
  let occurrence = printed.count { $0 == current }
  let places = recorded.indices.filter { recorded[$0] == current }
  return places.count >= occurrence ? places[occurrence - 1] : printed.count - 1
}

extension StatementKind {
  /// Its files have records.
  fileprivate var readsFiles: Bool { if case .load = self { true } else { false } }

  /// Nothing but a file comes of it.
  var writesFile: Bool {
    switch self {
    case .save, .export: true
    default: false
    }
  }
}
