import DataModel

/// What a load gave.
public struct LoadOutcome: Sendable {
  public var source: SourceInfo
  /// The parse report: what was read, how it was understood, what was not recognised and what to write.
  public var report: [String]
  /// One line for each file, as a session records it: `tickets.csv 18240 kept 0 rejected to 2026-09-30 sha256:5f0c…`.
  public var records: [String]
  /// Statements worth writing next, each in a line that says why.
  public var advice: [String]
  /// Rows that hold nothing but delimiters: they are neither read nor rejected, and the report counts them.
  public var emptyRows: Int
  /// Lines above the header and below the rows that are no rows; the report shows them.
  public var linesLeftOut: Int
}
