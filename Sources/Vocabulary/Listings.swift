/// The listings: what is loaded, and what was not.
public enum ListingName: String, VocabularyWord {
  case sources, fields, values, describe, rejects, quality, sql

  /// What stands behind the listing's name.
  public enum Argument: Sendable { case none, optionalName, name, nameOrText, text }

  public var argument: Argument {
    switch self {
    case .sources: .none
    case .fields, .rejects, .quality: .optionalName
    case .values: .name
    case .describe: .nameOrText
    case .sql: .text
    }
  }

  public var help: WordHelp {
    switch self {
    case .sources: WordHelp("what is loaded", usage: "sources", example: "sources")
    case .fields:
      WordHelp(
        "the fields, with their types and the share missing", usage: "fields [ALIAS]",
        example: "fields tickets")
    case .values:
      WordHelp(
        "the values of a field, with their counts", usage: "values FIELD", example: "values channel | top 5")
    case .describe:
      WordHelp(
        "what a field holds, or what a file would give if it were loaded", usage: "describe FIELD | PATH",
        example: "describe \"data/export.csv\"")
    case .rejects:
      WordHelp(
        "the rows that were not read or taken out, with the reason", usage: "rejects [ALIAS]",
        example: "rejects tickets")
    case .quality:
      WordHelp(
        "what is wrong with the data, the worst first, with the statement that repairs or shows it",
        usage: "quality [ALIAS]", example: "quality social | where check = duplicates")
    case .sql:
      WordHelp(
        "one SELECT, as the engine takes it", usage: "sql TEXT",
        example: "sql \"select count(*) from events\"")
    }
  }
}
