import DataModel
import Diagnostics
import Engine
import Ingestion
import Planning
import SQLWriting
import Semantics
import Statistics
import Syntax
import Vocabulary

/// Listings: what is loaded, what was not, what a file would give.
extension Workspace {
  func listing(_ call: ListingCall, baseFolder: String) throws -> Table {
    switch ListingName(word: call.name.text) {
    case .sources: return try sourcesTable()
    case .fields: return try fieldsTable(call.argument)
    case .values: return try valuesTable(call.argument, call.name.span)
    case .describe: return try describe(call.argument, call.name.span, baseFolder: baseFolder)
    case .rejects: return try rejects(call.argument)
    case .quality: return try quality(call.argument)
    case .sql: return try SelectRunner(workspace: self).table(call.argument, call.name.span)
    case nil:
      throw Mistakes(
        .unknownName(
          "listing", call.name.text, span: call.name.span,
          nearest: nearest(to: call.name.text, in: ListingName.names)))
    }
  }

  private func sourcesTable() throws -> Table {
    let columns = [
      Column("source", .text, part: .key), Column("kind", .text),
      Column("rows", .integer, unit: .count, part: .figure),
      Column("kept", .integer, unit: .count), Column("rejected", .integer, unit: .count),
      Column("excluded", .integer, unit: .count), Column("first", .text), Column("last", .text),
      Column("files", .text),
    ]
    let rows = try sources.map { source -> [Value] in
      let span = try timeSpan(source)
      return [
        .text(source.alias), .text(source.kind.rawValue), .integer(Int64(source.rowsRead)),
        .integer(Int64(source.rowsKept)), .integer(Int64(source.rowsRejected)),
        .integer(Int64(source.rowsExcluded)),
        span.first.map { .text($0) } ?? .missing, span.last.map { .text($0) } ?? .missing,
        .text(source.files.map(\.path).joined(separator: ", ")),
      ]
    }
    var table = Table(columns: columns, rows: rows)
    if sources.isEmpty {
      table.notes = ["Nothing is loaded: load \"file.csv\", or a folder with a load.cxs."]
    }
    return table
  }

  private func timeSpan(_ source: SourceInfo) throws -> (first: String?, last: String?) {
    guard source.kind.eventKind != nil else { return (nil, nil) }
    let scope = Scope(condition: .compare(.source, .equal, .text(source.alias)))
    let plan = GroupPlan(
      scope: scope, keys: [], statistics: [Statistic(.minimum, of: .time), Statistic(.maximum, of: .time)])
    let sums = try run(plan).rows.first?.sums ?? []
    let days = sums.map { value -> String? in
      guard case .instant(let microseconds, let offset) = value else { return nil }
      let seconds = Double(microseconds) / 1e6 + Double(offset)
      return CivilDate(dayNumber: Int((seconds / 86_400).rounded(.down))).text
    }
    return (days.first ?? nil, days.count > 1 ? days[1] : nil)
  }

  // MARK: - Fields and values

  private func fieldsTable(_ argument: ListingCall.Argument?) throws -> Table {
    var shown = fields.fields
    var chosen = sources
    if case .name(let alias)? = argument {
      let source = sources[try targets(alias)[0]]
      chosen = [source]
      shown = shown.filter { field in
        field.columns[source.alias] != nil || field.customerColumns[source.alias] != nil
          || field.touchpointColumns[source.alias] != nil
      }
    }
    let columns = [
      Column("field", .text, part: .key), Column("type", .text), Column("is", .text),
      Column("known_for", .text),
      Column("sources", .text), Column("columns", .text),
      Column("missing", .number, unit: .fraction, part: .figure),
    ]
    let listed = shown.filter { !sources.isEmpty && !$0.reference.name.isEmpty }
    var table = Table(columns: columns, rows: listed.map(fieldRow))
    let questions = listed.map(question)
    if questions.contains(where: { $0 != nil }) {
      table.columns.append(Column("question", .text))
      for (index, text) in questions.enumerated() {
        table.rows[index].append(text.map { .text($0) } ?? .missing)
      }
    }
    table.notes = try gapLines(of: chosen)
    return table
  }

  /// What was asked, as the first source that tells it has it.
  private func question(_ field: CatalogField) -> String? {
    allSources.lazy.compactMap { source in
      field.columns[source.alias].flatMap { source.field(named: $0)?.question }
    }.first
  }

  private func fieldRow(_ field: CatalogField) -> [Value] {
    let places = field.columns.merging(field.customerColumns) { a, _ in a }
      .merging(field.touchpointColumns) { a, _ in a }
    let aliases = allSources.map(\.alias).filter { places[$0] != nil }
    let origins = aliases.compactMap { alias in
      allSources.first { $0.alias == alias }?.field(named: places[alias] ?? "")
    }
    let own = allSources.filter { places[$0.alias] != nil }
    let kept = own.map(\.rowsKept).reduce(0, +)
    let missing = origins.map(\.missing).reduce(0, +)
    let kinds = EventKind.allCases.filter(field.kinds.contains).map(\.rawValue).joined(separator: ", ")
    let role =
      field.role.map { Dimension(rawValue: $0.rawValue) != nil ? "dimension" : "role" } ?? "own column"
    return [
      .text(field.reference.name), .text(field.reference.type.rawValue), .text(role), .text(kinds),
      .text(aliases.joined(separator: ", ")),
      .text(origins.listed),
      kept > 0 && !own.isEmpty ? .number(Double(missing) / Double(kept)) : .missing,
    ]
  }

  private func namedField(_ argument: ListingCall.Argument?, _ span: Span) throws -> FieldReference {
    guard case .name(let word)? = argument else {
      throw Mistakes(
        .invalid("a field is missing", code: "missing-field", span: span, hint: "values channel"))
    }
    guard !sources.isEmpty else { throw Mistakes(.nothingLoaded(span: span)) }
    guard let field = fields[word.text]?.reference else { throw unknownField(word) }
    return field
  }

  private func valuesTable(_ argument: ListingCall.Argument?, _ span: Span) throws -> Table {
    let field = try namedField(argument, span)
    let columns = [
      Column(field.name, columnKind(field), unit: field.type == .duration ? .seconds : .none, part: .key),
      Column("rows", .integer, unit: .count, part: .figure), Column("share", .number, unit: .fraction),
    ]
    if isAlias(field), let customer = fields["customer"]?.reference {
      return try aliasTable(of: field, customer, columns)
    }
    let plan = GroupPlan(
      scope: Scope(), keys: [ResolvedKey(name: field.name, form: .field(field))],
      statistics: [Statistic(.count)])
    let groups = try run(plan).rows.sorted { ($0.sums[0].asNumber ?? 0) > ($1.sums[0].asNumber ?? 0) }
    let total = groups.map { $0.sums[0].asNumber ?? 0 }.reduce(0, +)
    return Table(
      columns: columns,
      rows: groups.map { [$0.keys[0], $0.sums[0], .number(($0.sums[0].asNumber ?? 0) / max(1, total))] })
  }

  /// The file's own ids of customers, and what they were linked by.
  private func isAlias(_ field: FieldReference) -> Bool {
    !links.isEmpty
      && (field.name == Loader.rawCustomer || linkedFields.contains(field.name.lowercased()))
  }

  /// Which customer each address, handle or id of a file stands for.
  private func aliasTable(of field: FieldReference, _ customer: FieldReference, _ columns: [Column]) throws
    -> Table
  {
    let keys = [field, customer].map { ResolvedKey(name: $0.name, form: .field($0)) }
    let groups = try run(GroupPlan(scope: Scope(), keys: keys, statistics: [Statistic(.count)])).rows
      .sorted { ($0.sums[0].asNumber ?? 0) > ($1.sums[0].asNumber ?? 0) }
    let total = max(1, groups.map { $0.sums[0].asNumber ?? 0 }.reduce(0, +))
    return Table(
      columns: [columns[0], Column(customer.name, .text, part: .key)] + columns[1...],
      rows: groups.map { $0.keys + [$0.sums[0], .number(($0.sums[0].asNumber ?? 0) / total)] })
  }

  private func columnKind(_ field: FieldReference) -> Column.Kind {
    switch field.type {
    case .text: .text
    case .boolean: .boolean
    case .number, .duration: .number
    case .instant: .instant
    }
  }

  // MARK: - describe and rejects

  private func describe(_ argument: ListingCall.Argument?, _ span: Span, baseFolder: String) throws -> Table {
    if case .text(let path)? = argument {
      try requireReadableFiles(path, baseFolder: baseFolder)
      return try Loader(connection: try connection()).describe(
        path: FolderPath.fromHome(path.text), baseFolder: baseFolder)
    }
    let field = try namedField(argument, span)
    if fields[field.name]?.role == .persona, let table = try personasTable() { return table }
    let isNumeric = field.type == .number || field.type == .duration
    var figures: [(String, Statistic)] = [
      ("rows", Statistic(.count)), ("known", Statistic(.count, where: .not(.isMissing(field)))),
      ("different", Statistic(.distinct, of: field)),
    ]
    if field.type != .boolean {
      figures += [("smallest", Statistic(.minimum, of: field)), ("largest", Statistic(.maximum, of: field))]
    }
    if isNumeric {
      figures += [
        ("median", Statistic(.quantile(0.5), of: field)), ("p90", Statistic(.quantile(0.9), of: field)),
      ]
    }
    if field.type != .instant { figures.append(("most_frequent", Statistic(.mode, of: field))) }
    let sums =
      try run(GroupPlan(scope: Scope(), keys: [], statistics: figures.map(\.1))).rows.first?.sums ?? []
    let column = Column("value", .text, part: .figure)
    let rows = zip(figures, sums).map { [Value.text($0.0), .text(shown($1, field))] }
    return Table(
      columns: [Column("of \(field.name)", .text, part: .key), column],
      rows: [[.text("type"), .text(field.type.phrase)]]
        + (fields[field.name].flatMap(question).map { [[.text("question"), .text($0)]] } ?? []) + rows
        + (field.name == Role.sentiment.rawValue ? try sentimentOrigins() : []))
  }

  private func shown(_ value: Value, _ field: FieldReference) -> String {
    switch value {
    case .missing: return "—"
    case .text(let text): return text
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let whole): return String(whole)
    case .number(let number): return "\(number.rounded(significantDigits: 9))"
    case .period(let period): return period.text
    case .instant(let microseconds, let offset):
      let seconds = Double(microseconds) / 1e6 + Double(offset)
      return CivilDate(dayNumber: Int((seconds / 86_400).rounded(.down))).text
    }
  }

  private func rejects(_ argument: ListingCall.Argument?) throws -> Table {
    var chosen = sources
    if case .name(let alias)? = argument { chosen = try targets(alias).map { sources[$0] } }
    var table = try Loader(connection: try connection()).rejects(of: chosen)
    if table.rows.isEmpty { table.notes.append("No row was rejected or excluded.") }
    return table
  }
}

extension [SourceField] {
  /// The columns they come from, or how they were made.
  fileprivate var listed: String {
    var names: [String] = []
    for field in self {
      guard let name = field.column ?? field.scoring?.phrase else { continue }
      if field.scoring == nil || !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }
}
