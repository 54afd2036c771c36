/// What `set` changes.
public enum SettingName: String, VocabularyWord {
  case zone, now, language, format, width, color, plain, timing, pager, threads
  case memoryLimit = "memory_limit"

  /// What a setting takes.
  public enum Value: Sendable, Equatable {
    case text
    case point
    /// A whole number, or `auto`.
    case numberOrAuto
    case onOrOff
    case choice([String])
  }

  public var value: Value {
    switch self {
    case .zone, .memoryLimit, .language: .text
    case .now: .point
    case .width, .threads: .numberOrAuto
    case .plain, .timing, .pager: .onOrOff
    case .format: .choice(OutputFormat.names)
    case .color: .choice(["auto", "always", "never"])
    }
  }

  public var help: WordHelp {
    switch self {
    case .zone: setting("the time zone of every grain", "NAME", example: "\"Europe/Berlin\"")
    case .now: setting("the end of the data that questions count from", "POINT", example: "2026-10-01")
    case .language:
      setting(
        "the language of the texts, by its two letters; auto guesses it for each text", "CODE | auto",
        example: "de")
    case .format: setting("how results are written", "FORMAT", example: "csv")
    case .width: setting("the width of tables, in columns", "N | auto", example: "100")
    case .color: setting("colours in the output", "auto | always | never", example: "never")
    case .plain: setting("sentences and plain signs, for screen readers", "on | off", example: "on")
    case .timing: setting("how long each statement took", "on | off", example: "on")
    case .pager: setting("long results page by page", "on | off", example: "off")
    case .threads: setting("how many threads the engine uses", "N | auto", example: "2")
    case .memoryLimit: setting("how much memory the engine uses", "SIZE", example: "\"4GB\"")
    }
  }

  private func setting(_ summary: String, _ value: String, example: String) -> WordHelp {
    WordHelp(summary, usage: "set \(rawValue) \(value)", example: "set \(rawValue) \(example)")
  }
}

/// How results are written.
public enum OutputFormat: String, VocabularyWord {
  case table, plain, csv, tsv, json, jsonl, markdown, html

  public var help: WordHelp {
    let summary =
      switch self {
      case .table: "a table for a terminal"
      case .plain: "sentences, for screen readers and plain terminals"
      case .csv: "comma-separated values, in full precision"
      case .tsv: "tab-separated values, in full precision"
      case .json: "an array of row objects"
      case .jsonl: "a row object on each line"
      case .markdown: "a Markdown table"
      case .html: "an HTML table"
      }
    return WordHelp(summary, usage: "set format \(rawValue)", example: "set format \(rawValue)")
  }

  /// The endings of a path that mean this format in `export`.
  public var fileEndings: [String] {
    switch self {
    case .table, .plain: ["txt"]
    case .markdown: ["md"]
    default: [rawValue]
    }
  }
}
