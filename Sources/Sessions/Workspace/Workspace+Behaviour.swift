import DataModel
import Diagnostics
import Engine
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// Fields of customers and personas made of what customers did.
extension Workspace {
  // MARK: - Statements

  /// Performs a statement; if it fails, the rules are what they were.
  func keepingBehaviour(_ body: () throws -> Performed) throws -> Performed {
    let saved = behaviour
    do {
      return try body()
    } catch {
      behaviour = saved
      try applyBehaviour(strictly: false)
      throw error
    }
  }

  func performDerivePerCustomer(_ derive: DeriveStatement, _ aggregate: Aggregate) throws -> Performed {
    let alias = try derive.alias.map { sources[try targets($0)[0]].alias }
    let figure = try resolving { try $0.resolvePerCustomer(aggregate, in: alias) }
    try checkDerivedName(derive.name, figure.type)
    let isOwn = behaviour.fields.contains { $0.name.text.lowercased() == derive.name.text.lowercased() }
    if !isOwn, let field = fields[derive.name.text] {
      throw Mistakes(
        .nameIsTaken(
          derive.name.text, by: field.role == nil ? "a field" : "a field that the files fill",
          span: derive.name.span))
    }
    behaviour.put(CustomerBehaviour.Field(name: derive.name, aggregate: aggregate, alias: alias))
    try applyBehaviour(strictly: true)
    let known = try query(
      "select count(*), count(\(Dialect.duckDB.identifier(derive.name.text))) from \(behaviourTable)")
    let (all, some) = (known.columns[0].int(0) ?? 0, known.columns[1].int(0) ?? 0)
    return Performed(narration: [
      "\(derive.name.text) of customers: \(figure.type.phrase), known for \(some) of \(all)."
    ])
  }

  func performDefinePersona(_ name: Quoted, _ predicate: Predicate) throws -> Performed {
    let hadRules = !behaviour.personas.isEmpty
    let stated = fields["persona"] != nil && !hadRules
    behaviour.put(CustomerBehaviour.Persona(name: name.text, predicate: predicate))
    guard !sources.isEmpty else {
      return Performed(narration: ["Persona \"\(name.text)\": applied when data is loaded."])
    }
    try applyBehaviour(strictly: true)
    var narration = try overlap().map { overlapLines($0, about: name.text) } ?? []
    if stated {
      narration.append(
        "persona is now what the rules say; what the files say of it is persona_stated.")
    }
    var performed = Performed(narration: narration)
    performed.remarks = try personaWarnings(name, predicate)
    return performed
  }

  private func personaWarnings(_ name: Quoted, _ predicate: Predicate) throws -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    let rule = try resolver().resolveRule(predicate)
    let asks = rule.asksForBehaviour { fields[$0.name]?.customerColumns[SourceInfo.behaviourAlias] != nil }
    if !asks { warnings.append(.demographicPersona(name.text)) }
    if behaviour.personas.count > 3 { warnings.append(.manyPersonas(behaviour.personas.count)) }
    return warnings
  }

  // MARK: - What the rules did

  /// How the rules divide the customers; nil without rules or data.
  func overlap() throws -> PersonaOverlap? {
    guard !behaviour.personas.isEmpty, behaviourSource != nil else { return nil }
    let result = try query(PlanWriter(schema: schema).overlapSQL(of: behaviour.personas.count))
    let counts = result.columns.map { Int($0.int(0) ?? 0) }
    return PersonaOverlap(
      customers: counts[0], several: counts[1], none: counts[2],
      personas: behaviour.personas.enumerated().map { index, persona in
        let at = 3 + 3 * index
        return PersonaOverlap.Share(
          name: persona.name, fits: counts[at], gets: counts[at + 1], fitsAlone: counts[at + 2])
      })
  }

  private func overlapLines(_ overlap: PersonaOverlap, about name: String) -> [String] {
    var lines: [String] = []
    if let persona = overlap.personas.first(where: { $0.name.lowercased() == name.lowercased() }) {
      let earlier =
        persona.fits > persona.gets ? "; it fits \(persona.fits), the others are of an earlier rule" : ""
      lines.append(
        "Persona \"\(persona.name)\": \(persona.gets) of \(overlap.customers) customers "
          + "(\(overlap.share(of: persona.gets)))\(earlier).")
    }
    let several =
      overlap.personas.count > 1
      ? "Several rules fit \(overlap.several) customers (\(overlap.share(of: overlap.several))), none fits "
      : "No rule fits "
    lines.append(several + "\(overlap.none) (\(overlap.share(of: overlap.none))).")
    return lines
  }

  /// `describe persona`, where rules make the persona.
  func personasTable() throws -> Table? {
    guard let overlap = try overlap() else { return nil }
    func share(_ count: Int) -> Value {
      overlap.customers > 0 ? .number(Double(count) / Double(overlap.customers)) : .missing
    }
    let columns = [
      Column("persona", .text, part: .key), Column("customers", .integer, unit: .count, part: .figure),
      Column("share", .number, unit: .fraction), Column("fits", .integer, unit: .count),
      Column("fits_alone", .integer, unit: .count), Column("rule", .text),
    ]
    let rows = zip(overlap.personas, behaviour.personas).map { part, persona -> [Value] in
      [
        .text(persona.name), .integer(Int64(part.gets)), share(part.gets), .integer(Int64(part.fits)),
        .integer(Int64(part.fitsAlone)), .text(persona.predicate.printed),
      ]
    }
    let rest: [Value] = [
      .missing, .integer(Int64(overlap.none)), share(overlap.none), .missing, .missing,
      .text("no rule fits"),
    ]
    var table = Table(columns: columns, rows: rows + [rest])
    table.facts = [
      Fact("customers", .integer(Int64(overlap.customers)), unit: .count),
      Fact("fit_several_rules", .integer(Int64(overlap.several)), unit: .count),
      Fact("fit_no_rule", .integer(Int64(overlap.none)), unit: .count),
    ]
    table.notes = [
      "The first rule that fits wins. Several rules fit \(overlap.several) customers, no rule \(overlap.none)."
    ]
    if let end = try calendar().end(of: nil) {
      let due = CivilDate(dayNumber: Grain.month.advance(end, by: 6)).text
      table.notes.append(
        "Made of data to \(CivilDate(dayNumber: end - 1).text): look at the rules again by \(due).")
    }
    return table
  }

  // MARK: - Applying the rules

  private var behaviourTable: String {
    behaviourSource.map { Dialect.duckDB.identifier($0.tableName) } ?? "(select 1 where false)"
  }

  /// The loaded sources, and the table of the customers' behaviour.
  var allSources: [SourceInfo] { sources + (behaviourSource.map { [$0] } ?? []) }

  /// Applies the rules anew if the data changed since.
  func refreshBehaviour() throws {
    guard behaviourIsStale else { return }
    try applyBehaviour(strictly: false)
  }

  /// Applies the rules anew after a statement changed the data.
  ///
  /// - Returns: how the personas divide the customers now.
  func reapplyBehaviour() throws -> [String] {
    try refreshBehaviour()
    guard let overlap = try overlap() else { return [] }
    let sizes = overlap.personas.map { "\($0.name) \($0.gets) (\(overlap.share(of: $0.gets)))" }
    return [
      "Personas applied anew: \(sizes.joined(separator: ", ")); none \(overlap.none) (\(overlap.share(of: overlap.none)))."
    ]
  }

  /// Makes the table of the customers' behaviour.
  ///
  /// - Parameter strictly: a rule that cannot be applied is a mistake; else it is told, and gives nothing.
  func applyBehaviour(strictly: Bool) throws {
    behaviourIsStale = false
    let old = behaviourSource
    behaviourSource = nil
    rebuildCatalog()
    defer { if let old { drop(old.tableName) } }
    guard !behaviour.isEmpty, !sources.isEmpty else { return }
    guard fields["customer"] != nil else {
      if !strictly { tellUnappliedRules(.noCustomers(span: nil)) }
      return
    }
    try make(PlanWriter(schema: schema).customerIdsSQL, adding: [])
    for field in behaviour.fields {
      try attempt("field \(field.name.text)", strictly) {
        let figure = try resolving { try $0.resolvePerCustomer(field.aggregate, in: field.alias) }
        try learnSpellings(figure.fields)
        try make(
          PlanWriter(schema: schema).adding(figure, named: field.name.text),
          adding: [
            SourceField(
              name: field.name.text, role: Role(rawValue: field.name.text.lowercased()), type: figure.type,
              column: nil, missing: 0)
          ])
      }
    }
    try applyPersonas(strictly: strictly)
  }

  private func applyPersonas(strictly: Bool) throws {
    guard !behaviour.personas.isEmpty else { return }
    var rules: [(name: String, rule: CustomerRule)] = []
    for persona in behaviour.personas {
      rules.append((persona.name, .always(false)))
      try attempt("persona \"\(persona.name)\"", strictly) {
        let rule = try resolving { try $0.resolveRule(persona.predicate) }
        try learnSpellings(rule.fields)
        rules[rules.count - 1].rule = rule
      }
    }
    _ = try calendar()
    try make(
      PlanWriter(schema: schema).adding(rules),
      adding: [SourceField(name: "persona", role: .persona, type: .text, column: nil, missing: 0)])
  }

  private func attempt(_ name: String, _ strictly: Bool, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let mistakes as Mistakes where !strictly {
      remarks.append(.ruleCannotApply(name, because: mistakes.list.first?.message ?? "it has no meaning"))
    }
  }

  private func tellUnappliedRules(_ reason: Diagnostic) {
    for persona in behaviour.personas {
      remarks.append(.ruleCannotApply("persona \"\(persona.name)\"", because: reason.message))
    }
    for field in behaviour.fields {
      remarks.append(.ruleCannotApply("field \(field.name.text)", because: reason.message))
    }
  }

  /// A new table of the customers' behaviour in place of the present one, with these fields more.
  private func make(_ sql: String, adding fields: [SourceField]) throws {
    tableCounter += 1
    let name = "behaviour_\(tableCounter)"
    let dialect = Dialect.duckDB
    _ = try query("create table \(dialect.identifier(name)) as \(sql)")
    let counts = try query(
      "select \((["count(*)"] + fields.map { "count(\(dialect.identifier($0.name)))" }).joined(separator: ", "))"
        + " from \(dialect.identifier(name))")
    let rows = Int(counts.columns[0].int(0) ?? 0)
    let counted = fields.enumerated().map { index, field -> SourceField in
      var field = field
      field.missing = rows - Int(counts.columns[index + 1].int(0) ?? 0)
      return field
    }
    let present =
      behaviourSource?.fields ?? [
        SourceField(name: "customer", role: .customer, type: .text, column: nil, missing: 0)
      ]
    let old = behaviourSource
    behaviourSource = SourceInfo(
      alias: SourceInfo.behaviourAlias, kind: .customers, files: [], tableName: name,
      fields: present + counted, rowsRead: rows, rowsRejected: 0, sharedOffset: nil, timesAreWallClock: true,
      hasKindColumn: false, remarks: [])
    if let old { drop(old.tableName) }
    rebuildCatalog()
  }

  private func drop(_ table: String) {
    _ = try? connection().execute("drop table if exists \(Dialect.duckDB.identifier(table))")
  }
}
