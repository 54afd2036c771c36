/// The steps: what follows a bar and works on the result before it.
public enum StepName: String, VocabularyWord {
  case `where`, sort, top, bottom, keep, drop, add, pivot, facts, chart, `as`, export

  public var help: WordHelp {
    switch self {
    case .where:
      WordHelp(
        "keeps the rows that pass a test", usage: "| where P", example: "show nps by stage | where nps < 0")
    case .sort:
      WordHelp(
        "orders the rows", usage: "| sort COLUMN [asc | desc], …",
        example: "show nps by stage | sort nps desc")
    case .top:
      WordHelp(
        "the first N by the first measure, or by a column", usage: "| top N [by COLUMN] [per COLUMNS]",
        example: "show tickets by channel, topic | top 3 by tickets per channel")
    case .bottom:
      WordHelp(
        "the last N by the first measure, or by a column", usage: "| bottom N [by COLUMN] [per COLUMNS]",
        example: "show sentiment by touchpoint | bottom 5 by sentiment")
    case .keep:
      WordHelp("keeps these columns", usage: "| keep COLUMNS", example: "sources | keep source, rows")
    case .drop:
      WordHelp("takes these columns away", usage: "| drop COLUMNS", example: "sources | drop rows")
    case .add:
      WordHelp(
        "adds a column", usage: "| add NAME = EXPRESSION [per COLUMNS]",
        example: "show tickets by week | add change = tickets - previous(tickets)")
    case .pivot:
      WordHelp(
        "puts the values of a key across", usage: "| pivot KEY",
        example: "show tickets by weekday, hour | pivot hour", isLater: true)
    case .facts:
      WordHelp("the facts of the result as a table", usage: "| facts", example: "compound | facts")
    case .chart:
      WordHelp(
        "draws the result", usage: "| chart bar | line | heat | spark",
        example: "show tickets by week | chart line",
        isLater: true)
    case .as:
      WordHelp(
        "names the result, for later statements", usage: "| as NAME", example: "show tickets by stage | as r1"
      )
    case .export:
      WordHelp(
        "writes the result; the ending of the path decides the format", usage: "| export PATH",
        example: "show tickets by stage | export \"stages.csv\"")
    }
  }
}

/// What `chart` can draw.
public enum ChartName: String, VocabularyWord {
  case bar, line, heat, spark

  public var help: WordHelp {
    switch self {
    case .bar: chart("a bar for each row")
    case .line: chart("a line over time")
    case .heat: chart("a grid of two keys, darker where the value is higher")
    case .spark: chart("a small line in each row")
    }
  }

  private func chart(_ summary: String) -> WordHelp {
    WordHelp(
      summary, usage: "| chart \(rawValue)", example: "show tickets by week, channel | chart \(rawValue)",
      isLater: true)
  }
}
