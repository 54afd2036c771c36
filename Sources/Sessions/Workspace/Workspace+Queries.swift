import DataModel
import Diagnostics
import Engine
import Findings
import Planning
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// Questions: a head gives a table, steps work on it, the result is kept under its number.
extension Workspace {
  func answer(_ query: Query, baseFolder: String) throws -> Performed {
    try checkSteps(query.steps)
    var (table, origin) = try head(query, baseFolder: baseFolder)
    let runner = StepRunner(data: self, definitions: definitions, isForgiving: isReplaying)
    var performed = Performed()
    for step in query.steps {
      table = try runner.apply(step, to: table)
      switch step.form {
      case .name(let word): performed.resultName = try checkedResultName(word)
      case .export(let path): performed.exports.append(path)
      case .keep, .drop, .facts: origin = origin.map { $0.keeping(table) } ?? nil
      default: break
      }
    }
    store(table, name: performed.resultName, origin: origin)
    performed.table = table
    return performed
  }

  /// Steps of later versions are refused before the question is asked.
  private func checkSteps(_ steps: [Step]) throws {
    for step in steps {
      switch step.form {
      case .pivot: throw Mistakes(.notYet("pivot", span: step.span))
      case .chart: throw Mistakes(.notYet("charts", span: step.span))
      case .name(let word): _ = try checkedResultName(word)
      default: break
      }
    }
  }

  private func checkedResultName(_ word: Word) throws -> String {
    if let taken = resolver().taken(word) {
      throw Mistakes(.nameIsTaken(word.text, by: taken, span: word.span))
    }
    let folded = word.text.lowercased()
    if definitions.segments[folded] != nil || definitions.measures[folded] != nil {
      throw Mistakes(.nameIsTaken(word.text, by: "a definition", span: word.span))
    }
    return word.text
  }

  func store(_ table: Table, name: String?, origin: ResultOrigin?) {
    if let name { definitions.results.insert(name.lowercased()) }
    results.append(StoredResult(number: results.count + 1, name: name, table: table, origin: origin))
  }

  // MARK: - Heads

  private func head(_ query: Query, baseFolder: String) throws -> (Table, ResultOrigin?) {
    switch query.head {
    case .show(let items, let tail): return try show(items, tail, query.span)
    case .events(let row, let tail): return try events(row, tail, query.span)
    case .finder(let call): return try finder(call, query.span)
    case .listing(let call): return (try listing(call, baseFolder: baseFolder), nil)
    case .timeline(let customer): return try timeline(customer)
    case .result(let reference):
      let stored = try result(reference)
      return (stored.table, stored.origin)
    }
  }

  private func show(_ items: [MeasureItem], _ tail: Tail, _ span: Span) throws -> (Table, ResultOrigin?) {
    let resolved = try resolving { try $0.resolveShow(items, tail, span: span) }
    let finder = ShowFinder(resolved, runner: self, calendar: try calendar())
    var table = try withChurn(finder, resolved)
    table.notes += try missingNotes(resolved.scope)
    return (table, ResultOrigin(scope: resolved.scope, keys: resolved.keys, items: resolved.items))
  }

  private func withChurn(_ finder: ShowFinder, _ query: ResolvedShow) throws -> Table {
    guard query.items.contains(where: { $0.expression.measures.contains(where: \.isAboutCustomers) }) else {
      return try finder.table()
    }
    return try ChurnAnswer(query: query, workspace: self).table()
  }

  /// A filter by `!=` or `not` keeps rows without the value: how many is said.
  private func missingNotes(_ scope: Scope) throws -> [String] {
    try scope.condition?.fieldsKeptWhenMissing.sorted { $0.name < $1.name }.compactMap { field in
      let missing = scope.narrowed(to: .isMissing(field))
      try learnSpellings(missing.fields)
      let count = try self.query(PlanWriter(schema: schema).countSQL(of: missing)).columns[0].int(0) ?? 0
      return count > 0 ? "\(count) of these events have no \(field.name); the filter keeps them." : nil
    } ?? []
  }

  private func finder(_ call: FinderCall, _ span: Span) throws -> (Table, ResultOrigin?) {
    let finder = try finder(for: call, span)
    let table = try finder.table()
    noteFixes(finder, table)
    return (table, finder.scope.map { ResultOrigin(scope: $0, keys: finder.keys) })
  }

  // MARK: - Events

  /// The most rows that are fetched at once.
  private static let eventLimit = 100_000

  private func events(_ row: RowReference?, _ tail: Tail, _ span: Span) throws -> (Table, ResultOrigin?) {
    let behind = try row.map { try scope(behind: $0) }
    let resolved = try resolving { try $0.resolveEvents(tail, base: behind, span: span) }
    try learnSpellings(resolved.scope.fields)
    let total = try query(PlanWriter(schema: schema).countSQL(of: resolved.scope)).columns[0].int(0) ?? 0
    let plan = RowPlan(
      scope: resolved.scope, fields: resolved.fields, limit: total > Self.eventLimit ? Self.eventLimit : nil)
    var table = try run(plan)
    let known = table.columns.indices.filter { column in
      table.rows.isEmpty || table.rows.contains { !$0[column].isMissing }
    }
    table.columns = known.map { table.columns[$0] }
    table.rows = table.rows.map { row in known.map { row[$0] } }
    table.notes += resolved.notes
    if total > Self.eventLimit { table.notes.append("The first \(Self.eventLimit) of \(total) events.") }
    return (table, ResultOrigin(scope: resolved.scope, keys: []))
  }

  /// The events behind a row of a result.
  func scope(behind row: RowReference) throws -> Scope {
    let stored = try result(row.result)
    let cells = try self.cells(of: row, in: stored)
    guard let origin = stored.origin else {
      throw Mistakes(
        .invalid(
          "this result is not made of events", code: "no-events-behind", span: row.span,
          hint: "events where …"))
    }
    // The row of `with totals` is about all of them, whatever its keys say.
    let isTotals = stored.table.hasTotals && row.row == stored.table.rows.count
    let conditions = (isTotals ? [] : origin.keys).compactMap { key -> Condition? in
      guard let column = stored.table.index(of: key.name) else { return nil }
      return key.condition(equalTo: cells[column])
    }
    return origin.scope.narrowed(to: conditions.isEmpty ? nil : .all(conditions))
  }

  func cells(of row: RowReference, in stored: StoredResult) throws -> [Value] {
    guard stored.table.rows.indices.contains(row.row - 1) else {
      let count = stored.table.rows.count
      throw Mistakes(
        .invalid(
          "there is no row \(row.row): the result has \(count)", code: "no-row", span: row.span,
          hint: count > 0 ? "rows count from 1 to \(count)" : nil))
    }
    return stored.table.rows[row.row - 1]
  }

  // MARK: - Results

  func result(_ reference: ResultReference) throws -> StoredResult {
    switch reference {
    case .named(let word):
      if let found = results.last(where: { $0.name?.lowercased() == word.text.lowercased() }) { return found }
      let names = results.compactMap(\.name)
      let near = nearest(to: word.text, in: names + Catalogue.statementWords)
      let first = names.isEmpty && near.isEmpty ? "name one first: show … | as \(word.text)" : nil
      throw Mistakes(
        .unknownName(
          "result", word.text, span: word.span, nearest: near, known: names,
          more: ForeignCommand.instead(of: word.text) ?? first))
    case .numbered(let number, let span):
      guard let number else {
        guard let last = results.last else {
          throw Mistakes(
            .invalid("there is no result yet", code: "no-result", span: span, hint: "ask something first"))
        }
        return last
      }
      guard results.indices.contains(number - 1) else {
        throw Mistakes(
          .invalid(
            "there is no result \(number)", code: "no-result", span: span,
            hint: results.isEmpty ? "ask something first" : "results count from 1 to \(results.count)"))
      }
      return results[number - 1]
    }
  }
}

extension ResultOrigin {
  /// The origin after columns were chosen: a row leads back to its events only with all its keys.
  func keeping(_ table: Table) -> ResultOrigin? {
    keys.allSatisfy { table.index(of: $0.name) != nil } ? self : nil
  }
}

extension Condition {
  /// Fields whose missing values pass because a test on them is negated.
  var fieldsKeptWhenMissing: Set<FieldReference> {
    switch self {
    case .all(let parts): parts.reduce(into: []) { $0.formUnion($1.fieldsKeptWhenMissing) }
    case .compare(let field, .unequal, _): [field]
    case .not(.among(let field, _)), .not(.compare(let field, _, _)), .not(.contains(let field, _)),
      .not(.isTrue(let field)):
      [field]
    default: []
    }
  }
}
