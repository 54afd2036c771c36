import Vocabulary

/// A `score` made definite: which sources get a sentiment, and what is said of the others.
public struct ResolvedScoring: Sendable {
  public var method: ScoringMethod
  /// The sources to score, by alias, in the order in which they were loaded.
  public var aliases: [String]
  /// Sentences on the sources that stay as they are, with what to do about it.
  public var left: [String]
}

extension ScoringMethod {
  /// The field that the method reads.
  public var origin: Role {
    switch self {
    case .vader: .text
    case .stars: .stars
    }
  }
}
