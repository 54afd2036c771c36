/// One finding about a statement or a file, in words that a user reads.
///
/// The words are made by the factory functions under `Messages/`, one file for each stage; no other module words an
/// error. A message says what was found and what was expected; the hint says what to do.
public struct Diagnostic: Error, Sendable, Equatable {
  public enum Severity: String, Sendable { case error, warning, note }

  public var severity: Severity
  /// A stable name such as `unknown-value`, for tests and for `help`.
  public var code: String
  public var message: String
  /// Where in the source text; nil where no text is at fault.
  public var span: Span?
  /// What to do, such as `did you mean chat?`.
  public var hint: String?
  /// Known names, shown below the text.
  public var known: [String]
  /// The statement is a beginning that could go on: at the prompt it continues on the next line.
  public var isIncomplete: Bool

  public init(
    severity: Severity = .error, code: String, message: String, span: Span? = nil, hint: String? = nil,
    known: [String] = [], isIncomplete: Bool = false
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.span = span
    self.hint = hint
    self.known = known
    self.isIncomplete = isIncomplete
  }
}

/// What made a stage give up, at least one of them an error.
public struct Mistakes: Error, Sendable, Equatable {
  public var list: [Diagnostic]

  public init(_ list: [Diagnostic]) { self.list = list }
  public init(_ one: Diagnostic) { list = [one] }
}
