import Diagnostics
import Vocabulary

/// A `load` statement with its words made definite: what to read and how to understand it.
public struct ResolvedLoad: Sendable {
  /// What the file holds; nil where it is to be recognised from its name and columns.
  public var kind: SourceKind?
  /// The path as it was written, relative to the script or the working folder; may be a glob.
  public var path: String
  public var pathSpan: Span
  public var alias: String?
  /// The user's `with (…)`, which wins over what is recognised by name.
  public var roles: [ResolvedRole]
  /// What the user says of the file's layout.
  public var options: FileOptions

  public init(
    kind: SourceKind?, path: String, pathSpan: Span, alias: String?, roles: [ResolvedRole],
    options: FileOptions = FileOptions()
  ) {
    self.kind = kind
    self.path = path
    self.pathSpan = pathSpan
    self.alias = alias
    self.roles = roles
    self.options = options
  }
}

/// `role = COLUMN [scale a..b] [high is good | bad]`.
public struct ResolvedRole: Sendable {
  public var role: Role
  /// The file's column, compared without regard to case and surrounding space.
  public var column: String
  public var columnSpan: Span
  /// The scale on which the file holds the numbers; nil to recognise it.
  public var scale: ClosedRange<Double>?
  public var highIsGood: Bool?

  public init(
    role: Role, column: String, columnSpan: Span, scale: ClosedRange<Double>? = nil, highIsGood: Bool? = nil
  ) {
    self.role = role
    self.column = column
    self.columnSpan = columnSpan
    self.scale = scale
    self.highIsGood = highIsGood
  }
}
