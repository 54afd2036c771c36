/// How `score` made a source's sentiment.
public struct Scoring: Sendable, Equatable {
  /// What gave the sentiment: `VADER 3.3.2` or `stars`.
  public var method: String
  /// The field it was made from.
  public var origin: String
  /// The field that holds the sentiment that the file itself gives; nil where it gives none.
  public var given: String?
  /// The texts that hold no word that the method knows and so have 0.
  public var unknown: Int

  public init(method: String, origin: String, given: String? = nil, unknown: Int = 0) {
    self.method = method
    self.origin = origin
    self.given = given
    self.unknown = unknown
  }

  /// As listings and records have it: `scored by VADER 3.3.2 from text`.
  public var phrase: String {
    method == origin ? "derived from \(origin)" : "scored by \(method) from \(origin)"
  }
}
