import Diagnostics

/// Where a statement stands: its text, the folder of its paths, and the scripts that run each other to reach it.
struct Place {
  var source: SourceText
  /// As messages name it: relative to the working folder, or absolute.
  var folder: String
  /// The scripts that are being run, without links; the innermost last.
  var scripts: [String] = []
  /// It is a file that people write and read again, where `$` and `$3` say nothing: only a conversation has them.
  var isScript = false
  /// Scripts may run each other so deep.
  static let depthLimit = 16
}
