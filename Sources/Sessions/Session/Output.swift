import DataModel
import Diagnostics

/// What one statement gave: everything that is written about it, and to where.
public struct Output: Sendable {
  /// The statement as it is printed; nil for mistakes that belong to no statement.
  public var statement: String?
  /// The result, for standard output.
  public var table: Table?
  /// The result as a person reads it, where that is no table: help, the report of a replay.
  public var text: String?
  /// What was done, for standard error.
  public var narration: [String]
  /// Mistakes, warnings and notes, for standard error.
  public var findings: [Diagnostic]
  /// The text in which the findings' spans lie.
  public var source: SourceText
  public var status: ExitStatus
  /// The name that a step `as` gave the result.
  public var resultName: String?
  public var duration: Duration
  /// The statement asks to leave.
  public var isQuit: Bool
  /// The files that a load read, as a session file notes them.
  var loadRecords: [String] = []

  public init(
    statement: String? = nil, table: Table? = nil, text: String? = nil, narration: [String] = [],
    findings: [Diagnostic] = [], source: SourceText, status: ExitStatus? = nil, resultName: String? = nil,
    duration: Duration = .zero, isQuit: Bool = false
  ) {
    self.statement = statement
    self.table = table
    self.text = text
    self.narration = narration
    self.findings = findings
    self.source = source
    self.status = status ?? ExitStatus(findings)
    self.resultName = resultName
    self.duration = duration
    self.isQuit = isQuit
  }
}
