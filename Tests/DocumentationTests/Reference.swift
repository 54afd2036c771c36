import Vocabulary

/// The reference of the language, from the words that `Vocabulary` declares.
enum Reference {
  static let parts: [GeneratedPart] = [
    GeneratedPart(name: "statements") { sections(StatementName.allCases.map(Entry.init)) },
    GeneratedPart(name: "definitions") { table(DefinitionKind.allCases.map(Entry.init)) },
    GeneratedPart(name: "listings") { sections(ListingName.allCases.map(Entry.init)) },
    GeneratedPart(name: "finders") { sections(FinderName.allCases.map(finder)) },
    GeneratedPart(name: "finding columns") { meanings(FindingColumn.self) },
    GeneratedPart(name: "columns of a measure") { meanings(SignalColumn.self) },
    GeneratedPart(name: "statuses of drops and spikes") { meanings(MoveStatus.self) },
    GeneratedPart(name: "finding statuses") { meanings(FindingStatus.self) },
    GeneratedPart(name: "finding facts") { meanings(FindingFact.self) },
    GeneratedPart(name: "missed statuses") { meanings(MissedStatus.self) },
    GeneratedPart(name: "missed columns") { meanings(MissedColumn.self) },
    GeneratedPart(name: "map columns") { meanings(MapColumn.self) },
    GeneratedPart(name: "map marks") { meanings(MapMark.self) },
    GeneratedPart(name: "map parts") { meanings(MapPart.self) },
    GeneratedPart(name: "check statuses") { meanings(CheckStatus.self) },
    GeneratedPart(name: "check columns") { meanings(CheckColumn.self) },
    GeneratedPart(name: "comparison columns") { meanings(ChosenColumn.self) },
    GeneratedPart(name: "verdicts") { meanings(ComparisonVerdict.self) },
    GeneratedPart(name: "quality checks") { meanings(QualityCheck.self) },
    GeneratedPart(name: "quality severities") { meanings(QualitySeverity.self) },
    GeneratedPart(name: "clauses") { sections(ClauseName.allCases.map(Entry.init)) },
    GeneratedPart(name: "steps") { sections(StepName.allCases.map(Entry.init)) },
    GeneratedPart(name: "charts") { table(ChartName.allCases.map(Entry.init)) },
    GeneratedPart(name: "grains") { table(Grain.allCases.map(Entry.init)) },
    GeneratedPart(name: "functions") { table(FunctionName.allCases.map(Entry.init)) },
    GeneratedPart(name: "expression functions") { table(ExpressionFunction.allCases.map(Entry.init)) },
    GeneratedPart(name: "measures") { MeasureName.allCases.map(measure).joined(separator: "\n") },
    GeneratedPart(name: "settings") { table(SettingName.allCases.map(Entry.init)) },
    GeneratedPart(name: "formats") { table(OutputFormat.allCases.map(format)) },
    GeneratedPart(name: "reserved words") {
      ReservedWord.allCases.map { "`\($0.rawValue)`" }.joined(separator: " ")
    },
  ]

  /// A word as the reference lists it.
  struct Entry {
    var name: String
    var help: WordHelp
    /// Further lines, each with its label.
    var more: [(label: String, text: String)] = []

    init(_ word: some VocabularyWord) { (name, help) = (word.name, word.help) }

    var summary: String { sentence(help.summary) + (help.isLater ? " *Not yet.*" : "") }
  }

  private static func finder(_ name: FinderName) -> Entry {
    var entry = Entry(name)
    entry.more = name.declaration.options.map { ("option", "`\($0.usage)`: \($0.summary)") }
    return entry
  }

  private static func format(_ name: OutputFormat) -> Entry {
    var entry = Entry(name)
    entry.help.summary += "; " + name.fileEndings.map { "`.\($0)`" }.joined(separator: ", ")
    return entry
  }

  // MARK: - Text

  private static func sections(_ entries: [Entry]) -> String {
    entries.map(section).joined(separator: "\n")
  }

  private static func section(_ entry: Entry) -> String {
    let more = entry.more.map { "- \($0.label) \($0.text)\n" }.joined()
    return "### `\(entry.name)`\n\n\(entry.summary)\n\n```text\n\(entry.help.usage)\n```\n\n"
      + (more.isEmpty ? "" : more + "\n") + "```cxsh\n\(entry.help.example)\n```\n"
  }

  private static func table(_ entries: [Entry]) -> String {
    let rows = entries.map { [code($0.name), cell($0.summary), code($0.help.usage), code($0.help.example)] }
    return markdownTable(["word", "what it is", "usage", "example"], rows)
  }

  /// Words that a result says, with what they mean.
  private static func meanings<Word: VocabularyWord>(_ words: Word.Type) -> String {
    markdownTable(
      ["word", "what it means"], words.allCases.map { [code($0.name), cell(sentence($0.help.summary))] })
  }

  private static func measure(_ name: MeasureName) -> String {
    let declared = name.declaration
    return """
      ### `\(name.rawValue)`

      \(sentence(declared.help.summary)) \(declared.definition)

      - unit: \(declared.unit)
      - 95 % interval: \(declared.interval ?? "none")
      - `\(declared.help.example)`

      """
  }
}

/// A summary as a sentence.
func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

/// A text as code in a cell of a table.
func code(_ text: String) -> String {
  let fence = text.contains("`") ? "``" : "`"
  return fence + cell(text) + fence
}

func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

/// A table without its last line break.
func markdownTable(_ header: [String], _ rows: [[String]]) -> String {
  let lines = [header, header.map { _ in "---" }] + rows
  return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
}
