import DataModel
import Diagnostics
import Engine
import Ingestion
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// Statements that change loaded rows: `recode`, `derive`, `exclude`, `override`.
extension Workspace {
  /// The sources that `in ALIAS` names, or all that hold events; reports an unknown alias.
  func targets(_ alias: Word?, having fields: Set<FieldReference> = []) throws -> [Int] {
    if let alias {
      guard let index = sources.firstIndex(where: { $0.alias.lowercased() == alias.text.lowercased() }) else {
        let names = sources.map(\.alias)
        throw Mistakes(
          .unknownName(
            "source", alias.text, span: alias.span, nearest: nearest(to: alias.text, in: names), known: names)
        )
      }
      return [index]
    }
    return sources.indices.filter { index in
      guard sources[index].kind.eventKind != nil else { return false }
      return fields.allSatisfy { canKnow($0, sources[index]) }
    }
  }

  func canKnow(_ field: FieldReference, _ source: SourceInfo) -> Bool {
    if ["kind", "source", "time", "id"].contains(field.name) { return true }
    guard let entry = fields[field.name] else { return false }
    if entry.columns[source.alias] != nil { return true }
    let hasCustomer = source.fields.contains { $0.role == .customer }
    let hasTouchpoint = source.fields.contains { $0.role == .touchpoint }
    return (hasCustomer && !entry.customerColumns.isEmpty)
      || (hasTouchpoint && !entry.touchpointColumns.isEmpty)
  }

  func performRecode(_ recode: RecodeStatement) throws -> Performed {
    var narration: [String] = []
    let indices = try targets(recode.alias)
    let holding = indices.filter { sources[$0].holds(column: recode.column.text) }
    guard !holding.isEmpty else { throw unknownColumn(recode.column, in: indices) }
    let recoding = try Recoding(recode)
    for index in holding {
      let loader = Loader(connection: try connection())
      let recoded = try loader.recode(recoding, in: sources[index], cancel: cancel)
      sources[index] = recoded.source
      kindsBySource[recoded.source.alias] = try kinds(of: recoded.source)
      narration += recoded.narration
    }
    dataDidChange()
    return Performed(narration: narration)
  }

  private func unknownColumn(_ column: Word, in indices: [Int]) -> Mistakes {
    let names = indices.flatMap { sources[$0].fields.flatMap { [$0.name] + ($0.column.map { [$0] } ?? []) } }
    return Mistakes(
      .unknownName(
        "column", column.text, span: column.span, nearest: nearest(to: column.text, in: names),
        known: names.prefix(20).sorted()))
  }

  // MARK: - derive

  func performDerive(_ derive: DeriveStatement) throws -> Performed {
    if case .perCustomer(let aggregate) = derive.form {
      return try keepingBehaviour { try performDerivePerCustomer(derive, aggregate) }
    }
    let expression = try resolving { try $0.resolveDerived(derive.form) }
    let indices = try targets(derive.alias, having: derive.alias == nil ? expression.fields : [])
    guard !indices.isEmpty else {
      throw Mistakes(
        .invalid(
          "no source has all of these fields", code: "no-source", span: derive.name.span,
          hint: "fields lists them"))
    }
    try checkDerivedName(derive.name, expression.type)
    try learnSpellings(expression.fields)
    let name = derive.name.text
    for index in indices {
      let sql = PlanWriter(schema: schema).expression(expression, on: sources[index])
      let loader = Loader(connection: try connection())
      sources[index] = try loader.addField(
        named: name, type: expression.type, sqlExpression: sql, to: sources[index])
    }
    dataDidChange()
    let aliases = indices.map { sources[$0].alias }.joined(separator: ", ")
    return Performed(narration: ["\(name) in \(aliases): \(expression.type.phrase)."])
  }

  func checkDerivedName(_ name: Word, _ type: DataModel.FieldType) throws {
    // A role may be filled though a measure has its name, such as sentiment.
    let role = Role(rawValue: name.text.lowercased())
    if role == nil, let taken = resolver().taken(name) {
      throw Mistakes(.nameIsTaken(name.text, by: taken, span: name.span))
    }
    if let role, role.fieldType != type {
      throw Mistakes(
        .invalid(
          "\(role.rawValue) is \(role.fieldType.phrase), this gives \(type.phrase)", code: "wrong-type",
          span: name.span))
    }
    if ["time", "kind", "source", "id"].contains(name.text.lowercased()) {
      throw Mistakes(.nameIsTaken(name.text, by: "a field that every event has", span: name.span))
    }
  }

  // MARK: - exclude and override

  func performExclude(_ exclude: ExcludeStatement) throws -> Performed {
    var narration: [String] = []
    switch exclude.form {
    case .filter(let predicate):
      let condition = try resolving { try $0.resolveCondition(predicate) }
      try learnSpellings(condition.fields)
      for index in try targets(exclude.alias, having: exclude.alias == nil ? condition.fields : []) {
        let sql = PlanWriter(schema: schema).condition(condition, on: sources[index])
        let loader = Loader(connection: try connection())
        let (source, count) = try loader.exclude(
          whereSQL: sql, reason: "excluded: \(predicate.printed)", from: sources[index], cancel: cancel)
        sources[index] = source
        narration.append("\(source.alias): \(count) rows excluded, \(source.rowsKept) kept.")
      }
    case .duplicates(let words):
      let references = try words.map { word -> FieldReference in
        guard let field = fields[word.text]?.reference else { throw unknownField(word) }
        return field
      }
      for index in try targets(exclude.alias, having: Set(references)) {
        let loader = Loader(connection: try connection())
        let (source, count) = try loader.excludeDuplicates(by: references.map(\.name), from: sources[index])
        sources[index] = source
        narration.append("\(source.alias): \(count) duplicates excluded, \(source.rowsKept) kept.")
      }
    }
    dataDidChange()
    return Performed(narration: narration)
  }

  func unknownField(_ word: Word) -> Mistakes {
    Mistakes(
      .unknownName(
        "field", word.text, span: word.span, nearest: nearest(to: word.text, in: fields.names),
        known: fields.names))
  }

  func performOverride(_ field: Word, _ value: NumberLiteral, _ predicate: Predicate) throws -> Performed {
    let reference = try overridden(field, by: value)
    let condition = try resolving { try $0.resolveCondition(predicate) }
    try learnSpellings(condition.fields)
    var total = 0
    var lacking: [String] = []
    for index in try targets(nil, having: condition.fields) {
      guard fields[reference.name]?.columns[sources[index].alias] != nil else {
        lacking.append(sources[index].alias)
        continue
      }
      let loader = Loader(connection: try connection())
      let (source, count) = try loader.overrideValue(
        field: reference.name, sqlValue: Dialect.duckDB.literal(value.value),
        whereSQL: PlanWriter(schema: schema).condition(condition, on: sources[index]), in: sources[index],
        cancel: cancel)
      sources[index] = source
      total += count
    }
    dataDidChange()
    if total == 0 {
      remarks.append(.nothingOverridden(reference.name, lacking: lacking, span: predicate.span))
    }
    return Performed(narration: [
      "\(reference.name) = \(value.text) in \(total) \(total == 1 ? "row" : "rows")."
    ])
  }

  /// The numeric field that a value can replace.
  private func overridden(_ field: Word, by value: NumberLiteral) throws -> FieldReference {
    guard let reference = fields[field.text]?.reference else {
      let isSentiment = field.text.lowercased() == Role.sentiment.rawValue && !sources.isEmpty
      throw isSentiment ? Mistakes(.noSentimentYet(span: field.span)) : unknownField(field)
    }
    guard reference.type == .number else {
      throw Mistakes(
        .invalid(
          "\(reference.name) is \(reference.type.phrase), not a number", code: "wrong-type", span: field.span)
      )
    }
    if let scale = Role(rawValue: reference.name)?.scale, !scale.contains(value.value) {
      throw Mistakes(
        .invalid(
          "\(value.text) is off the scale of \(reference.name)", code: "out-of-scale", span: value.span,
          hint: "write a number from \(Int(scale.lowerBound)) to \(Int(scale.upperBound))"))
    }
    return reference
  }
}

extension SourceInfo {
  /// It has this field, or a file's column of this name.
  func holds(column: String) -> Bool {
    let folded = column.lowercased()
    return fields.contains { $0.name.lowercased() == folded || $0.column?.lowercased() == folded }
  }
}

extension Recoding {
  /// The recoding that a statement asks for.
  ///
  /// - Throws: `Mistakes` for a value that cannot stand in a list of values.
  init(_ statement: RecodeStatement) throws(Mistakes) {
    var rules: [Rule] = []
    for (old, new) in statement.values {
      rules.append(
        Rule(
          try Self.text(old), oldSpan: old.span, try Self.target(new), newSpan: Self.span(of: new) ?? old.span
        ))
    }
    var otherwise = Target.keep
    if let target = statement.otherwise { otherwise = try Self.target(target) }
    self.init(
      field: statement.field.text, column: statement.column.text, columnSpan: statement.column.span,
      rules: rules,
      otherwise: otherwise)
  }

  private static func text(_ literal: Literal) throws(Mistakes) -> String {
    switch literal.form {
    case .word(let text), .text(let text): return text
    case .number(let number): return number.text
    case .point, .duration: return literal.printed
    case .parameter, .field:
      throw Mistakes(
        .invalid(
          "recode takes values", code: "not-a-value", span: literal.span, hint: "write the value in quotes"))
    }
  }

  private static func target(_ target: RecodeStatement.Target) throws(Mistakes) -> Target {
    switch target {
    case .keep: .keep
    case .missing: .missing
    case .value(let literal): .value(try text(literal))
    }
  }

  private static func span(of target: RecodeStatement.Target) -> Span? {
    switch target {
    case .value(let literal): literal.span
    case .keep(let span), .missing(let span): span
    }
  }
}
