extension FunctionName: VocabularyWord {
  public var help: WordHelp {
    switch self {
    case .count:
      function("how many events; with a test, those that pass", of: "[P]", example: "count(escalated)")
    case .share:
      function(
        "the share that passes a test, of the rows where it is known", of: "P", example: "share(escalated)")
    case .mean: function("the arithmetic mean", of: "FIELD", example: "mean(amount)")
    case .median: function("the value in the middle", of: "FIELD", example: "median(response_time)")
    case .p90:
      function("the value that nine of ten do not exceed", of: "FIELD", example: "p90(response_time)")
    case .sum: function("the exact sum", of: "FIELD", example: "sum(amount)")
    case .min: function("the smallest value", of: "FIELD", example: "min(amount)")
    case .max: function("the largest value", of: "FIELD", example: "max(amount)")
    case .distinct: function("how many different values", of: "FIELD", example: "distinct(topic)")
    case .mode: function("the most frequent value", of: "FIELD", example: "mode(topic)")
    }
  }

  /// A function by the word that other languages have for it.
  public init?(synonym word: String) {
    switch word.lowercased() {
    case "average", "avg": self = .mean
    case "total": self = .sum
    case "maximum": self = .max
    case "minimum": self = .min
    case "percent", "percentage": self = .share
    default: return nil
    }
  }

  private func function(_ summary: String, of argument: String, example: String) -> WordHelp {
    WordHelp(summary, usage: "\(rawValue)(\(argument))", example: "show \(example) by channel")
  }
}

/// The functions of an expression: of a row's own values and of the rows around it.
public enum ExpressionFunction: String, VocabularyWord {
  case round, abs, coalesce, rank, running, average, previous

  public var help: WordHelp {
    switch self {
    case .round:
      WordHelp(
        "rounded to a number of decimals", usage: "round(X [, DECIMALS])",
        example: "show sentiment by stage | add s = round(sentiment, 2)")
    case .abs:
      WordHelp(
        "without its sign", usage: "abs(X)", example: "show sentiment by stage | add s = abs(sentiment)")
    case .coalesce:
      WordHelp(
        "the first that is not missing", usage: "coalesce(X, …)",
        example: "show nps by stage | add n = coalesce(nps, 0)")
    case .rank:
      WordHelp(
        "the place in the order, 1 for the highest", usage: "rank(X)",
        example: "show tickets by stage | add place = rank(tickets)")
    case .running:
      WordHelp(
        "the sum up to this row", usage: "running(X)",
        example: "show tickets by week | add so_far = running(tickets)")
    case .average:
      WordHelp(
        "the mean of the rows, or of each group of `per`", usage: "average(X)",
        example: "show tickets by week | add usual = average(tickets)")
    case .previous:
      WordHelp(
        "the value one period before", usage: "previous(X)",
        example: "show tickets by week | add change = tickets - previous(tickets)")
    }
  }
}

extension Grain: VocabularyWord {
  public var help: WordHelp {
    let summary =
      switch self {
      case .hour: "the hour of the day and date"
      case .day: "the day"
      case .week: "the week, from Monday"
      case .month: "the month"
      case .quarter: "the quarter"
      case .year: "the year"
      case .weekday: "the day of the week, from Monday to Sunday"
      }
    return WordHelp(summary, usage: "by \(rawValue)", example: "show tickets by \(rawValue)")
  }
}
