/// What `compare` says of a measure.
public enum ComparisonVerdict: String, VocabularyWord {
  case worse, better
  case same = "no difference shown"
  case tooFew = "too few"
  case untested = "not tested"

  public var help: WordHelp {
    let example = FinderName.compare.declaration.help.example
    let test = "where verdict = \"\(rawValue)\""
    return WordHelp(summary, usage: "$ | \(test)", example: "\(example) | \(test)")
  }

  private var summary: String {
    switch self {
    case .worse: "the first side differs in the bad direction; q is at most 0.10"
    case .better: "the first side differs in the good direction; q is at most 0.10"
    case .same: "chance explains the difference, which does not prove that there is none"
    case .tooFew: "fewer than 10 cases on a side"
    case .untested: "no test fits: a median, or a count per customer"
    }
  }
}
