/// How `score` finds the sentiment of a row that has none.
public enum ScoringMethod: String, VocabularyWord {
  case vader, stars

  public var help: WordHelp {
    switch self {
    case .vader:
      WordHelp(
        "sentiment from English words, by a lexicon and rules for social media",
        usage: "score sentiment [in ALIAS] method vader", example: "score sentiment in social method vader")
    case .stars:
      WordHelp(
        "sentiment from stars: 1 is -1, 3 is 0, 5 is 1",
        usage: "score sentiment [in ALIAS] method stars", example: "score sentiment in reviews method stars")
    }
  }
}
