import DataModel
import Syntax
import Vocabulary

/// Knows what can stand at the cursor: statements, measures, steps, fields, and the values of the loaded data with their counts.
public struct Completer {
  let catalog: any DataCatalog
  let definitions: Definitions
  /// The columns of the last result, for steps on `$`.
  let resultColumns: [String]

  public init(catalog: any DataCatalog, definitions: Definitions, resultColumns: [String] = []) {
    self.catalog = catalog
    self.definitions = definitions
    self.resultColumns = resultColumns
  }

  /// - Parameter before: the text from its start to the cursor.
  public func suggestions(before: String) -> Suggestions {
    let typed = TypedWords(before)
    if typed.isInText { return inText(typed) }
    let start = typed.current.hasPrefix("`") ? String(typed.current.dropFirst()) : typed.current
    let folded = start.lowercased()
    let items = candidates(typed).filter { $0.text.lowercased().hasPrefix(folded) }
    return Suggestions(replacing: start.count, items: items)
  }

  /// Paths behind the statements that take one, values behind a comparison.
  private func inText(_ typed: TypedWords) -> Suggestions {
    let start = String(typed.current.dropFirst())
    if let field = comparedField(typed) {
      let items = values(of: field).filter { $0.text.lowercased().hasPrefix(start.lowercased()) }
      return Suggestions(replacing: start.count, items: items.map(escaped), isText: true)
    }
    if typed.first == "load", typed.last?.lowercased() == LoadOption.encoding.rawValue {
      let items = TextEncoding.names.filter { $0.hasPrefix(start.lowercased()) }.map { Suggestions.Item($0) }
      return Suggestions(replacing: start.count, items: items, isText: true)
    }
    if typed.first == "timeline", typed.before.count == 1 {
      let items = customers.filter { $0.text.lowercased().hasPrefix(start.lowercased()) }
      return Suggestions(replacing: start.count, items: items.map(escaped), isText: true)
    }
    let readers: Set<String> = ["load", "run", "replay", "save", "export", "describe"]
    guard let first = typed.first, readers.contains(first) || typed.last == "export" else { return .none }
    return Suggestions(replacing: start.count, items: [], isText: true, path: start)
  }

  /// A value as it is written inside quotes.
  private func escaped(_ item: Suggestions.Item) -> Suggestions.Item {
    var item = item
    item.text = item.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return item
  }

  // MARK: - Places

  private func candidates(_ typed: TypedWords) -> [Suggestions.Item] {
    guard let last = typed.last, let first = typed.first else { return statements }
    if typed.current.hasPrefix("$") { return parameters }
    if let field = comparedField(typed) { return values(of: field) }
    if isPersonaRule(typed), typed.before.count == 4, last == "=" {
      return [Suggestions.Item("customers where", help: "a rule over what they do")]
    }
    if first == "help" { return topics }
    if first == "set" { return typed.before.count == 1 ? words(SettingName.self) : settingValues(last) }
    if first == "load" { return loading(typed) }
    if first == "timeline", typed.before.count == 1 { return customers }
    if first == "link" { return linking(typed) }
    if first == "score" { return scoring(typed) }
    if first == "plan" { return planning(typed) }
    if first == "cost" { return ["per contact"].map { Suggestions.Item($0) } }
    if typed.before.count == 1, let listing = ListingName(word: first) { return listed(listing) }
    switch last {
    case "|": return words(StepName.self)
    case "where", "and", "or", "not", "focus": return tests + (isPersonaRule(typed) ? measures : [])
    case "by": return typed.lastIndex(of: ["|"]) == nil ? keys : columns(typed)
    case "during", "vs": return periods
    case "last", "this": return Grain.allCases.filter { $0 != .weekday }.map { Suggestions.Item($0.rawValue) }
    case "with": return [Suggestions.Item("totals", help: "adds a row for all together")]
    case "define": return words(DefinitionKind.self)
    default: return inClause(typed)
    }
  }

  private func inClause(_ typed: TypedWords) -> [Suggestions.Item] {
    let starts: Set<String> = [
      "show", "by", "where", "during", "vs", "|", "sort", "keep", "drop", "top", "bottom",
    ]
    guard let index = typed.lastIndex(of: starts) else {
      return typed.before.last == "(" ? tests : finderWords(typed)
    }
    let clause = typed.before[index].lowercased()
    let isInList = typed.last == "," || index == typed.before.count - 1
    switch clause {
    case "show" where isInList: return measures
    case "show" where typed.last == "(": return tests
    case "by" where isInList: return typed.lastIndex(of: ["|"]) == nil ? keys : columns(typed)
    case "sort", "keep", "drop": return columns(typed)
    case "|", "top", "bottom": return [Suggestions.Item("by"), Suggestions.Item("per")]
    case "where" where typed.last == "(": return tests
    case "where" where FieldPosition(typed, catalog).isField: return operators
    default: return clauses
    }
  }

  /// The field whose value stands at the cursor: behind `=`, `!=`, or inside `in (…`.
  private func comparedField(_ typed: TypedWords) -> FieldReference? {
    let words = typed.before
    // `link customers by email in (…` names sources, not addresses.
    guard let last = words.last, typed.first != "link" else { return nil }
    if ["=", "!="].contains(last), words.count >= 2 { return textField(words[words.count - 2]) }
    guard last == "(" || last == ",", let open = words.lastIndex(of: "("), open >= 2,
      !words[open...].contains(")")
    else { return nil }
    let verb = words[open - 1].lowercased()
    guard verb == "in" else { return nil }
    let name = words[open - 2].lowercased() == "not" && open >= 3 ? words[open - 3] : words[open - 2]
    return textField(name)
  }

  private func textField(_ word: String) -> FieldReference? {
    let name = word.hasPrefix("`") ? String(word.dropFirst()) : word
    guard let field = catalog.fields[name]?.reference, field.type == .text else { return nil }
    return field
  }

  // MARK: - Words

  private var statements: [Suggestions.Item] {
    words(StatementName.self) + words(FinderName.self) + words(ListingName.self)
      + definitions.results.sorted().map { Suggestions.Item($0, help: "a result") }
  }

  private func words<Word: VocabularyWord>(_ words: Word.Type) -> [Suggestions.Item] {
    Word.allCases.filter { !$0.help.isLater }.map { Suggestions.Item($0.name, help: $0.help.summary) }
  }

  private var topics: [Suggestions.Item] {
    Catalogue.entries.map { Suggestions.Item($0.name, help: $0.help.summary) } + words(MeasureName.self)
  }

  private var measures: [Suggestions.Item] {
    words(MeasureName.self) + words(FunctionName.self)
      + definitions.measures.keys.sorted().map { Suggestions.Item($0, help: "your measure") }
  }

  private var parameters: [Suggestions.Item] {
    definitions.parameters.keys.sorted().map { Suggestions.Item("$" + $0, help: "a parameter") }
  }

  private var keys: [Suggestions.Item] {
    let dimensions = catalog.fields.fields.filter { $0.reference.type == .text && $0.reference.isFolded }
    return dimensions.map {
      Suggestions.Item($0.reference.name, help: Role(rawValue: $0.reference.name)?.help.summary ?? "")
    }
      + words(Grain.self) + definitions.segments.keys.sorted().map { Suggestions.Item($0, help: "a segment") }
  }

  private var tests: [Suggestions.Item] {
    catalog.fields.fields.map {
      Suggestions.Item(
        $0.reference.name, help: Role(rawValue: $0.reference.name)?.help.summary ?? $0.reference.type.phrase)
    } + definitions.segments.keys.sorted().map { Suggestions.Item($0, help: "a segment") }
      + [
        Suggestions.Item("customer had", help: "the customer had an event like this"),
        Suggestions.Item("not"),
      ]
  }

  private var operators: [Suggestions.Item] {
    ["=", "!=", "<", "<=", ">", ">=", "in", "between", "contains", "matches", "is missing", "is not missing"]
      .map { Suggestions.Item($0) }
  }

  private var clauses: [Suggestions.Item] {
    words(ClauseName.self) + [Suggestions.Item("|", help: "a step follows")]
  }

  private var periods: [Suggestions.Item] {
    ["last", "this", "previous", "same last year"].map { Suggestions.Item($0) } + parameters
  }

  private func finderWords(_ typed: TypedWords) -> [Suggestions.Item] {
    guard let finder = typed.first.flatMap(FinderName.init(word:)) else { return clauses }
    return finder.declaration.options.map { Suggestions.Item($0.name, help: $0.summary) } + clauses
  }

  private func columns(_ typed: TypedWords) -> [Suggestions.Item] {
    let names = typed.before.map { $0.lowercased() }
    let head = names.prefix { $0 != "|" }
    let said = head.filter {
      MeasureName(rawValue: $0) != nil || catalog.fields[$0] != nil || Grain(rawValue: $0) != nil
    }
    return (said.isEmpty ? resultColumns : Array(said)).map { Suggestions.Item($0) }
  }

  private func listed(_ listing: ListingName) -> [Suggestions.Item] {
    switch listing {
    case .values, .describe: catalog.fields.names.map { Suggestions.Item($0) }
    case .fields, .rejects, .quality:
      catalog.sources.map { Suggestions.Item($0.alias, help: $0.kind.rawValue) }
    case .sources, .sql: []
    }
  }

  private var customers: [Suggestions.Item] {
    catalog.fields["customer"].map { values(of: $0.reference) } ?? []
  }

  /// `link customers by FIELDS in (ALIAS, …)`, word by word.
  private func linking(_ typed: TypedWords) -> [Suggestions.Item] {
    let words = typed.before.map { $0.lowercased() }
    switch typed.last {
    case "link": return [Suggestions.Item("customers")]
    case "customers": return [Suggestions.Item("by")]
    case "in": return [Suggestions.Item("(")]
    case "by", ",", "(":
      if words.contains("(") {
        return catalog.sources.map { Suggestions.Item($0.alias, help: $0.kind.rawValue) }
      }
      var seen: Set<String> = []
      return catalog.sources.flatMap(\.linkableColumns).filter { seen.insert($0.lowercased()).inserted }
        .map { Suggestions.Item($0, help: "customers who share it are one") }
    default: return words.contains("(") ? [] : [Suggestions.Item("in (", help: "the sources")]
    }
  }

  /// The rule of a persona takes measures, too.
  private func isPersonaRule(_ typed: TypedWords) -> Bool {
    typed.first == "define" && typed.before.count > 1 && typed.before[1].lowercased() == "persona"
  }

  private func settingValues(_ setting: String) -> [Suggestions.Item] {
    switch SettingName(word: setting)?.value {
    case .choice(let choices): choices.map { Suggestions.Item($0) }
    case .onOrOff: ["on", "off"].map { Suggestions.Item($0) }
    case .numberOrAuto: [Suggestions.Item("auto")]
    case .text, .point, nil: []
    }
  }

  private func loading(_ typed: TypedWords) -> [Suggestions.Item] {
    if typed.before.count == 1 { return words(SourceKind.self) }
    if typed.last == "(" || typed.last == "," { return words(Role.self) + words(LoadOption.self) }
    switch typed.last.flatMap({ LoadOption(word: $0) }) {
    case .header: return ["none", "1", "2", "3"].map { Suggestions.Item($0) }
    case .columns: return [Suggestions.Item("(")]
    case .encoding: return TextEncoding.names.map { Suggestions.Item("\"\($0)\"") }
    case .date: return []
    case .sheet, nil: break
    }
    return ["as", "with ("].map { Suggestions.Item($0) }
  }

  private func planning(_ typed: TypedWords) -> [Suggestions.Item] {
    switch typed.last {
    case "plan": return []
    case PlanPart.target.rawValue: return measures
    case PlanPart.owner.rawValue, PlanPart.due.rawValue: return []
    default:
      let said = Set(typed.before.map { $0.lowercased() })
      return words(PlanPart.self).filter { !said.contains($0.text) }
    }
  }

  private func scoring(_ typed: TypedWords) -> [Suggestions.Item] {
    if typed.before.count == 1 {
      return [Suggestions.Item(Role.sentiment.rawValue, help: Role.sentiment.help.summary)]
    }
    switch typed.last {
    case "in":
      return catalog.sources.filter { $0.kind.eventKind != nil }.map {
        Suggestions.Item($0.alias, help: $0.kind.rawValue)
      }
    case "method": return words(ScoringMethod.self)
    default:
      let said = Set(typed.before.map { $0.lowercased() })
      return ["in", "method"].filter { !said.contains($0) }.map { Suggestions.Item($0) }
    }
  }

  private func values(of field: FieldReference) -> [Suggestions.Item] {
    ((try? catalog.values(of: field)) ?? nil)?.prefix(200).map { value in
      Suggestions.Item(value.text, count: value.count)
    } ?? []
  }
}

/// Whether the word before the cursor is a field that an operator can follow.
private struct FieldPosition {
  let isField: Bool

  init(_ typed: TypedWords, _ catalog: any DataCatalog) {
    let name = typed.before.last ?? ""
    isField =
      catalog.fields[name] != nil
      && (typed.before.dropLast().last.map { ["where", "and", "or", "not", "("].contains($0.lowercased()) }
        ?? false)
  }
}
