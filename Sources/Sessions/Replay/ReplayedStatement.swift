import DataModel
import Diagnostics

/// What a replay found out about one statement.
public struct ReplayedStatement: Sendable {
  public enum Outcome: Sendable {
    /// It was done again, and there is nothing to compare.
    case done
    case same
    /// All differences are below the tolerance; the largest of them.
    case sameWithinTolerance(Double)
    case moved(Movement)
    /// It gives a result that nobody has recorded yet.
    case unrecorded
    /// Its result was recorded, and the record is gone or damaged: nothing proves it.
    case unproven
    /// It would have written a file.
    case skipped
    case failed
  }

  /// The script and the line, from 1, in which it stands.
  public var script: String
  public var line: Int
  /// The statement as it is written there; empty for mistakes that belong to none.
  public var text: String
  /// Why it moved is looked for in the files that had changed up to here.
  public var fileChanges: [FileChange]
  public var outcome: Outcome
  /// What is wrong with the record, whatever the outcome.
  public var faults: [RecordFault] = []
  public var output: Output
}

/// What is wrong with the record of a statement.
public enum RecordFault: Sendable, Equatable {
  /// The line `#=` is gone or damaged; the results file stands in for it.
  case onlyInResultsFile
  /// The line `#=` and the results file hold different digests; the second may be that of now.
  case contradiction(resultsFileAgrees: Bool)
  /// The recorded rows are those of now, and yet they were recorded with another digest.
  case foreignRows
  /// No line `#=` tells what the load had read.
  case filesUnknown
  /// `score` gave a sentiment to other texts, or in another way, than the line `#=` tells.
  case scoredOtherwise(then: String, now: String)
}

/// A result that is not the recorded one.
public struct Movement: Sendable {
  /// Why, as far as it can be told; empty where data, statements and engine are those of the record.
  public var causes: [Cause]
  /// What moved; nil where the recorded result is not at hand.
  public var difference: ResultDifference?
  public var rowsThen: Int
  public var rowsNow: Int
}

/// Why a result moved.
public enum Cause: Sendable, Equatable {
  case data(FileChange)
  /// The statement itself, or one before it, reads otherwise than when the result was recorded.
  case statement(old: String?, new: String?)
  case engine(old: String, new: String)
  case parameter(String)
}

/// A data file that is not the recorded one.
public struct FileChange: Sendable, Equatable {
  /// nil: the statement did not load it then.
  public var old: LoadRecord?
  /// nil: the statement does not load it now.
  public var new: LoadRecord?

  /// The files in which two loads of the same statement differ.
  static func between(_ old: [LoadRecord], _ new: [LoadRecord]) -> [FileChange] {
    var rest = new
    var changes: [FileChange] = []
    for record in old {
      let place = rest.firstIndex { $0.file == record.file }
      let now = place.map { rest.remove(at: $0) }
      if now?.digest != record.digest { changes.append(FileChange(old: record, new: now)) }
    }
    return changes + rest.map { FileChange(old: nil, new: $0) }
  }
}

/// How a replay ended.
public struct ReplaySummary: Sendable {
  /// Results that are the same, of those that were recorded.
  public var same = 0
  public var recorded = 0
  /// Of the recorded ones, those whose record is gone or damaged.
  public var unproven = 0
  /// Results that nobody has recorded yet.
  public var unrecorded = 0
  /// Statements behind the one that stopped the replay, and those among them that have a record.
  public var left = 0
  var leftRecorded = 0
  public var failed = 0
  public var statements = 0
  public var isInterrupted = false
  var failure: ExitStatus?

  public var status: ExitStatus {
    if isInterrupted { return .interrupted }
    if let failure { return failure }
    return same == recorded && leftRecorded == 0 ? .ok : .differs
  }
}
