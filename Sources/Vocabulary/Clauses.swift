/// The clauses of a question; they stand in any order, each at most once.
public enum ClauseName: String, VocabularyWord {
  case by, `where`, during, vs, with

  public var help: WordHelp {
    switch self {
    case .by:
      WordHelp(
        "one row for each combination of the keys",
        usage: "by FIELD [as NAME], GRAIN, FIELD in steps of N, …",
        example: "show tickets by channel as place, week")
    case .where:
      WordHelp(
        "only the events that pass a test", usage: "where P",
        example: "show tickets where channel = \"chat\" and not escalated")
    case .during:
      WordHelp(
        "only the events of a period",
        usage: "during last N UNITS | this UNIT | previous | same last year | POINT[..POINT]",
        example: "show tickets by week during 2026-07-01..2026-09-30")
    case .vs:
      WordHelp(
        "beside another period, a baseline or everybody else",
        usage: "vs PERIOD | baseline TEXT | rest", example: "show nps during last 12 weeks vs previous")
    case .with:
      WordHelp(
        "adds a row for all together", usage: "with totals", example: "show tickets by channel with totals")
    }
  }
}

/// Words that cannot be names anywhere; a value is quoted, a name stands in backticks.
public enum ReservedWord: String, CaseIterable, Sendable {
  case and, or, not, `in`, between, contains, matches, `is`, `where`, by, during, vs, with, per, `as`
  case `if`, then, `else`, `case`

  public init?(word: String) {
    self.init(rawValue: word.lowercased())
  }
}
