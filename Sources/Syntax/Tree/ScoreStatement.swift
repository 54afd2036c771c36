/// `score FIELD [in ALIAS] [method NAME]`.
public struct ScoreStatement: Sendable {
  /// What is to be found out; only `sentiment` means something.
  public var field: Word
  /// The source; nil for every one that lacks it.
  public var alias: Word?
  public var method: Word?

  public init(field: Word, alias: Word? = nil, method: Word? = nil) {
    self.field = field
    self.alias = alias
    self.method = method
  }

  var printed: String {
    "score \(field.printed)" + (alias.map { " in \($0.printed)" } ?? "")
      + (method.map { " method \($0.printed)" } ?? "")
  }
}
