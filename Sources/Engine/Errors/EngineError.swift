/// What an engine refused or failed at.
public struct EngineError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// The statement is not well-formed, or its types do not fit.
    case syntax
    /// A table, column, function or type is not known.
    case unknownName
    /// The statement ran and failed on the data or the machine.
    case runtime
    case cancelled
    case unsupported
    /// There is no engine, or no way to it.
    case connection
    /// The engine or this layer broke; not the statement's fault.
    case internalError
  }

  public var kind: Kind
  /// The engine's own words, without the class in front and the excerpt of the statement behind.
  public var message: String
  /// The line of the statement, from 1, where the engine said one.
  public var line: Int?
  /// The character (Unicode scalar) in that line, from 1, where the engine said one.
  public var column: Int?

  public init(kind: Kind, message: String, line: Int? = nil, column: Int? = nil) {
    self.kind = kind
    self.message = message
    self.line = line
    self.column = column
  }

  static let cancelled = EngineError(kind: .cancelled, message: "cancelled")
}
