import DataModel
import Diagnostics
import Rendering

/// The words of a replay: what is said about each statement, and at the end.
public enum ReplayReport {
  /// So many rows of a difference are told one by one.
  static let rowLimit = 20

  /// The lines about a statement, below it and its result.
  public static func lines(for replayed: ReplayedStatement) -> [String] {
    // Values of the data may hold anything.
    words(for: replayed).map { DisplayWidth.cleaned($0) }
  }

  /// The statement and the lines about it; empty where there is nothing to say.
  static func text(of replayed: ReplayedStatement) -> String {
    let found = lines(for: replayed)
    guard let statement = replayed.output.statement, !found.isEmpty else { return "" }
    return (["\(replayed.line): \(statement)"] + found.map { "  " + $0 }).joined(separator: "\n") + "\n"
  }

  private static func words(for replayed: ReplayedStatement) -> [String] {
    let files = replayed.fileChanges.map { "data changed: " + text($0) } + replayed.faults.flatMap(lines)
    switch replayed.outcome {
    case .done: return files
    case .same: return files + ["same"]
    case .sameWithinTolerance(let largest):
      return files + ["same within 1e-9 (largest difference \(significantText(largest, digits: 2)))"]
    case .unrecorded: return files + ["new: the file holds no record of this result"]
    case .unproven:
      return files + [
        "no record: the line #= of this result is gone or damaged, and nothing else tells what it was"
      ]
    case .skipped: return files
    case .failed: return files + ["failed"]
    case .moved(let movement): return files + lines(for: movement)
    }
  }

  /// The last line: `12 of 12 results the same`.
  public static func lastLine(_ summary: ReplaySummary) -> String {
    var parts = ["\(summary.same) of \(summary.recorded) results the same"]
    if summary.unproven > 0 { parts.append("\(summary.unproven) without a record") }
    if summary.unrecorded > 0 {
      parts.append(
        summary.recorded > 0
          ? "\(summary.unrecorded) new" : "nothing was recorded, so nothing was compared")
    }
    if summary.isInterrupted {
      parts.append("interrupted")
    } else if summary.failed > 0 {
      parts.append("\(statements(summary.failed)) failed")
    }
    if summary.left > 0 { parts.append("\(statements(summary.left)) not run") }
    return parts.joined(separator: ", ")
  }

  private static func statements(_ count: Int) -> String { "\(count) statement\(count == 1 ? "" : "s")" }

  private static func lines(for fault: RecordFault) -> [String] {
    switch fault {
    case .onlyInResultsFile:
      ["the line #= of this result is gone or damaged; it is compared with the results file"]
    case .contradiction(let agrees):
      [
        "the line #= and the results file contradict each other: one of them was changed by itself"
          + (agrees ? "; the results file holds the result of now" : "")
      ]
    case .foreignRows:
      [
        "the rows in the results file are those of now, and their digest is not: the file was changed, or another "
          + "version of cxsh wrote it"
      ]
    case .scoredOtherwise(let then, let now): ["\(now); then: \(then)"]
    case .filesUnknown: ["no line #= tells which files this had read; whether they changed is not known"]
    }
  }

  private static func lines(for movement: Movement) -> [String] {
    var lines = ["moved"]
    lines += movement.causes.map { "  because " + text($0) }
    if movement.causes.isEmpty {
      lines.append("  although data, statements and engine are those of the record")
    }
    guard let difference = movement.difference else {
      let rows =
        movement.rowsThen == movement.rowsNow
        ? "" : "; \(movement.rowsThen) rows then, \(movement.rowsNow) now"
      return lines + ["  the whole result of then is not at hand, so the rows cannot be compared\(rows)"]
    }
    return lines + self.lines(for: difference).map { "  " + $0 }
  }

  /// The rows that moved, as `key: column old -> new`.
  static func lines(for difference: ResultDifference) -> [String] {
    var lines: [String] = []
    lines +=
      difference.columnsGone.map { "- column \($0)" } + difference.columnsAdded.map { "+ column \($0)" }
    lines += difference.changed.map { row in
      (row.key.isEmpty ? "" : row.key + ": ") + row.cells.map(text).joined(separator: ", ")
    }
    lines += difference.gone.map { "- " + $0 } + difference.added.map { "+ " + $0 }
    if difference.areColumnsReordered { lines.append("the order of the columns changed") }
    if difference.isReordered { lines.append("the order of the rows changed") }
    lines += difference.facts.map { "fact " + text($0) }
    guard lines.count > rowLimit else { return lines }
    return lines.prefix(rowLimit) + ["and \(lines.count - rowLimit) more"]
  }

  private static func text(_ change: ResultDifference.CellChange) -> String {
    "\(change.column) \(change.old.text) -> \(change.new.text)"
  }

  static func text(_ cause: Cause) -> String {
    switch cause {
    case .data(let change): "the data changed: " + text(change)
    case .statement(let old?, let new?): "a statement changed: \(old) -> \(new)"
    case .statement(nil, let new?): "a statement is new: \(new)"
    case .statement(let old?, nil): "a statement is gone: \(old)"
    case .statement(nil, nil): "a statement changed"
    case .engine(let old, let new): "the engine changed: \(old) -> \(new)"
    case .parameter(let name): "--set \(name) gives it another value"
    }
  }

  static func text(_ change: FileChange) -> String {
    switch (change.old, change.new) {
    case (let old?, let new?):
      let rejected =
        old.rejected == new.rejected ? "" : ", \(old.rejected) rejected then, \(new.rejected) now"
      if old.kept != new.kept { return "\(old.file), \(old.kept) rows then, \(new.kept) now\(rejected)" }
      return "\(old.file), \(old.kept) rows as before with other content\(rejected)"
    case (let old?, nil): return "\(old.file) is no longer loaded"
    case (nil, let new?): return "\(new.file) is new, \(new.kept) rows"
    case (nil, nil): return "a file"
    }
  }
}

extension ReplayReport {
  /// The replayed statements as a table, for the machine formats.
  public static func table(of statements: [ReplayedStatement]) -> Table {
    Table(
      columns: [
        Column("script", .text), Column("line", .integer), Column("statement", .text),
        Column("outcome", .text),
        Column("rows", .integer), Column("why", .text),
      ],
      rows: statements.map { replayed in
        [
          .text(replayed.script), .integer(Int64(replayed.line)), .text(replayed.output.statement ?? ""),
          .text(word(replayed.outcome)),
          replayed.output.table.map { .integer(Int64($0.rows.count)) } ?? .missing, why(replayed),
        ]
      })
  }

  private static func word(_ outcome: ReplayedStatement.Outcome) -> String {
    switch outcome {
    case .done: "done"
    case .same: "same"
    case .sameWithinTolerance: "same within 1e-9"
    case .moved: "moved"
    case .unrecorded: "new"
    case .unproven: "no record"
    case .skipped: "skipped"
    case .failed: "failed"
    }
  }

  private static func why(_ replayed: ReplayedStatement) -> Value {
    switch replayed.outcome {
    case .moved(let movement):
      .text((replayed.faults.flatMap(lines) + movement.causes.map(text)).joined(separator: "; "))
    case .failed: .text(replayed.output.findings.map(\.message).joined(separator: "; "))
    default:
      replayed.fileChanges.isEmpty && replayed.faults.isEmpty
        ? .missing
        : .text((replayed.fileChanges.map(text) + replayed.faults.flatMap(lines)).joined(separator: "; "))
    }
  }
}
