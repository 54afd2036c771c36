/// All words at once, for `help`, completion and the reference.
public enum Catalogue {
  /// A word with the group under which `help` lists it.
  public struct Entry: Sendable, Equatable {
    public var name: String
    public var group: Group
    public var help: WordHelp
  }

  public enum Group: String, CaseIterable, Sendable {
    case statements, finders, listings, clauses, steps, definitions, functions
    case expressionFunctions = "expression functions"
    case grains, kinds, roles
    case loadOptions = "load options"
    case encodings
    case scoringMethods = "scoring methods"
    case settings, formats, charts
    case exports
    case findingColumns = "finding columns"
    case signalColumns = "columns of a measure"
    case findingStatuses = "finding statuses"
    case moveStatuses = "statuses of drops and spikes"
    case findingFacts = "finding facts"
    case missedColumns = "missed columns"
    case missedStatuses = "missed statuses"
    case mapColumns = "map columns"
    case mapMarks = "map marks"
    case mapParts = "map parts"
    case checkStatuses = "check statuses"
    case checkColumns = "check columns"
    case travelColumns = "path columns"
    case chosenColumns = "comparison columns"
    case verdicts
    case qualityChecks = "quality checks"
    case qualitySeverities = "quality severities"
  }

  /// Every word with help, in groups; measures are declared beside this list.
  public static let entries: [Entry] =
    entries(of: StatementName.self, in: .statements) + entries(of: FinderName.self, in: .finders)
    + entries(of: ListingName.self, in: .listings) + entries(of: ClauseName.self, in: .clauses)
    + entries(of: StepName.self, in: .steps) + entries(of: DefinitionKind.self, in: .definitions)
    + entries(of: FunctionName.self, in: .functions)
    + entries(of: ExpressionFunction.self, in: .expressionFunctions) + entries(of: Grain.self, in: .grains)
    + entries(of: SourceKind.self, in: .kinds) + entries(of: Role.self, in: .roles)
    + entries(of: LoadOption.self, in: .loadOptions) + entries(of: TextEncoding.self, in: .encodings)
    + entries(of: ScoringMethod.self, in: .scoringMethods)
    + entries(of: SettingName.self, in: .settings) + entries(of: OutputFormat.self, in: .formats)
    + entries(of: ExportName.self, in: .exports)
    + entries(of: ChartName.self, in: .charts) + entries(of: FindingColumn.self, in: .findingColumns)
    + entries(of: SignalColumn.self, in: .signalColumns)
    + entries(of: FindingStatus.self, in: .findingStatuses)
    + entries(of: MoveStatus.self, in: .moveStatuses) + entries(of: FindingFact.self, in: .findingFacts)
    + entries(of: MissedColumn.self, in: .missedColumns)
    + entries(of: MissedStatus.self, in: .missedStatuses)
    + entries(of: MapColumn.self, in: .mapColumns) + entries(of: MapMark.self, in: .mapMarks)
    + entries(of: MapPart.self, in: .mapParts) + entries(of: CheckStatus.self, in: .checkStatuses)
    + entries(of: CheckColumn.self, in: .checkColumns)
    + entries(of: TravelColumn.self, in: .travelColumns)
    + entries(of: ChosenColumn.self, in: .chosenColumns)
    + entries(of: ComparisonVerdict.self, in: .verdicts)
    + entries(of: QualityCheck.self, in: .qualityChecks)
    + entries(of: QualitySeverity.self, in: .qualitySeverities)

  /// The entries of a word; several where it means something in several places, such as `where` and `export`.
  public static func entries(named name: String) -> [Entry] {
    let folded = name.lowercased()
    return entries.filter { $0.name == folded }
  }

  /// The columns and facts of a finding that begin with a word, such as `wobble`; those of the ALL row too.
  public static func findings(about word: String) -> [Entry] {
    let folded = word.lowercased()
    let name = folded.hasPrefix("all_") ? String(folded.dropFirst("all_".count)) : folded
    let groups: [Group] = [.findingColumns, .findingFacts]
    return entries.filter { groups.contains($0.group) && ($0.name == name || $0.name.hasPrefix(name + "_")) }
  }

  /// Every word with which a statement can begin.
  public static let statementWords: [String] = StatementName.names + FinderName.names + ListingName.names

  /// The words with which a newcomer gets on, for a message about a statement that is not known.
  public static let firstWords: [String] = [
    StatementName.load.name, ListingName.sources.name, ListingName.fields.name, ListingName.values.name,
    StatementName.show.name, StatementName.events.name, FinderName.compound.name, StatementName.explain.name,
    StatementName.define.name, StatementName.save.name, StatementName.help.name, StatementName.quit.name,
  ]

  private static func entries<Word: VocabularyWord>(of words: Word.Type, in group: Group) -> [Entry] {
    Word.allCases.map { Entry(name: $0.name, group: group, help: $0.help) }
  }
}
