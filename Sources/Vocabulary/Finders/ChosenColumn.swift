/// The columns of `compare` and `drivers`; measures keep the names that they have elsewhere.
public enum ChosenColumn: String, VocabularyWord {
  case measure, unit, value
  case valueRest = "value_rest"
  case sizeRest = "n_rest"
  case difference, verdict
  case field
  case with = "value_with"
  case without = "value_without"
  case share, contribution

  public var help: WordHelp {
    let example = finder.declaration.help.example
    return WordHelp(summary, usage: "$ | keep \(rawValue)", example: "\(example) | keep \(rawValue)")
  }

  /// The finder that gives it.
  public var finder: FinderName {
    switch self {
    case .measure, .unit, .value, .valueRest, .sizeRest, .difference, .verdict: .compare
    case .field, .with, .without, .share, .contribution: .drivers
    }
  }

  private var summary: String {
    switch self {
    case .measure: "which measure is compared; counts and sums are divided by the customers of their side"
    case .unit: "what the row counts: points, a share from 0 to 1, a mean score, seconds, per customer"
    case .value: "the measure of the first side, or which value of the field the row is about"
    case .valueRest: "the measure of the second side, or of the rest"
    case .sizeRest: "the cases behind it"
    case .difference: "the first side less the second, with its interval of 95 %"
    case .verdict: "better, worse, no difference shown, too few (n below 10), or not tested"
    case .field: "which field's value the row is about: touchpoint, topic, channel, stage, persona"
    case .with: "the measure of the cases with the value"
    case .without: "the measure of all other cases"
    case .share: "the cases with the value as a share of all cases"
    case .contribution: "how far the value pulls the total: share × (value_with − the total)"
    }
  }
}
