/// The verdicts of `gaps`, `coverage` and `silences` on a place (method, section 4).
public enum MissedStatus: String, VocabularyWord {
  case blind, unseen, empty, thin, quiet, covered
  case silent, closed, losing, heard, untested
  case biased, skewed, even

  public var help: WordHelp {
    WordHelp(
      summary, usage: "$ | where status = \(rawValue)", example: "\(finder) | where status = \(rawValue)")
  }

  private var finder: String {
    switch self {
    case .empty: "coverage"
    case .silent, .closed, .heard, .untested: "silences"
    case .losing: "silences of customers"
    case .biased, .skewed, .even: "bias"
    default: "gaps"
    }
  }

  private var summary: String {
    switch self {
    case .blind: "customers come here, and not one mention, review or survey is about it"
    case .unseen: "listed among the touchpoints, and no event names it"
    case .empty: "a combination in which nothing at all happened, or nothing was recorded"
    case .thin: "fewer than 10 answers, or surely less than a quarter of the usual feedback"
    case .quiet: "fewer than 30 interactions: too little traffic to judge its feedback"
    case .silent: "customers still come, and at most half as many of them say anything"
    case .closed: "customers stopped coming too, which is no silence"
    case .losing: "more customers than elsewhere were never seen again after it"
    case .heard: "no silence is proven, which does not mean that there is none"
    case .biased: "other customers answer than there are, and a score moves beyond its interval"
    case .skewed: "other customers answer than there are, which moves no score beyond its interval"
    case .even: "those who answer are like the others: V below 0.1, or no gap of 5 points"
    case .untested: "too few cases to tell"
    case .covered: "enough feedback to speak about it, which does not mean that all is well"
    }
  }
}
