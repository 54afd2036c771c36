import DataModel
import Diagnostics
import Syntax

/// What one statement did to the loaded data or found in it.
public struct Performed: Sendable {
  /// The result of a query or a listing; nil for a command that only tells what it did.
  public var table: Table?
  /// What was done, in short sentences for standard error.
  public var narration: [String]
  /// Warnings and notes that do not stop the statement.
  public var remarks: [Diagnostic]
  /// The lines that a session writes behind `#=` after a load, one for each file.
  public var loadRecords: [String]
  /// The name that a step `as` gave the result.
  public var resultName: String?
  /// The files into which steps `export` want the result written.
  public var exports: [Quoted] = []

  public init(
    table: Table? = nil, narration: [String] = [], remarks: [Diagnostic] = [], loadRecords: [String] = [],
    resultName: String? = nil
  ) {
    self.table = table
    self.narration = narration
    self.remarks = remarks
    self.loadRecords = loadRecords
    self.resultName = resultName
  }
}
