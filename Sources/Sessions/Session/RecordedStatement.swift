import DataModel
import Syntax

/// An accepted statement that changes or shows something, as a session keeps it for `save`.
struct RecordedStatement {
  var statement: Statement
  /// The folder to which its paths are relative; absolute.
  var folder: String
  /// The result that it gave, with its number and name.
  var table: Table?
  var number: Int?
  var name: String?
  /// The number of the last result before it: what `$` means in it.
  var lastNumber: Int?
  /// What a session file notes about the files that it loaded.
  var loadRecords: [String] = []
}

extension StatementKind {
  /// A session file holds it: it changes or shows something of the data.
  ///
  /// Not kept: help, history, explain; what only writes or compares files; how results are displayed; and `run`,
  /// whose statements are kept in its place.
  var isKept: Bool {
    switch self {
    case .help, .history, .explainQuery, .explainCell, .quit, .undo, .save, .replay, .run, .connect,
      .disconnect,
      .later:
      false
    case .set(let name, _): ["zone", "now"].contains(name.text.lowercased())
    case .query, .load, .recode, .derive, .define, .exclude, .link, .focus, .unfocus, .parameter, .note,
      .owner,
      .effort,
      .override, .score, .baseline, .plan, .cost, .export:
      true
    }
  }
}
