import Diagnostics

/// How a statement, a script or the program ended; the exit status of the process.
public enum ExitStatus: Int32, Sendable {
  case ok = 0
  /// A statement failed, a mistake in its text included.
  case failed = 1
  /// Wrong usage, or a script that cannot be opened or decoded.
  case usage = 2
  /// There is no engine, or no way to it.
  case noConnection = 3
  /// A replay ran to its end and differs.
  case differs = 5
  case interrupted = 130

  /// What findings make of a statement: the first error decides.
  init(_ findings: [Diagnostic]) {
    guard let error = findings.first(where: { $0.severity == .error }) else {
      self = .ok
      return
    }
    self = ["interrupted", "cancelled"].contains(error.code) ? .interrupted : .failed
  }
}
