import DataModel
import Diagnostics
import Engine
import Findings
import Ingestion
import Planning
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// `timeline CUSTOMER`: everything that one customer lived through.
extension Workspace {
  func timeline(_ written: Literal) throws -> (Table, ResultOrigin?) {
    let plan = try timelinePlan(written)
    let events = try run(plan)
    guard case .compare(_, _, .text(let customer))? = plan.scope.condition else {
      throw Mistakes(.noCustomers(span: written.span))
    }
    guard !events.rows.isEmpty else {
      throw Mistakes(.customerWithoutEvents(customer, span: written.span))
    }
    var table = TimelineTable(events: events, customer: customer).table()
    if definitions.focus != nil { table.notes.append("The focus does not narrow a timeline.") }
    return (table, ResultOrigin(scope: plan.scope, keys: []))
  }

  /// The events of the customer who is meant, whatever the focus.
  func timelinePlan(_ written: Literal) throws -> RowPlan {
    guard !sources.isEmpty else { throw Mistakes(.nothingLoaded(span: written.span)) }
    guard let field = fields["customer"]?.reference else { throw Mistakes(.noCustomers(span: written.span)) }
    let customer = try self.customer(written)
    let references = TimelineTable.fields.compactMap { fields[$0]?.reference }
    let plan = RowPlan(
      scope: Scope(condition: .compare(field, .equal, .text(customer))), fields: references, limit: nil)
    try learnSpellings(plan.allFields)
    return plan
  }

  // MARK: - Who is meant

  /// The customer of an id, or of another name by which customers were linked.
  private func customer(_ written: Literal) throws -> String {
    let text = try name(written)
    for finding in [exactly, withoutCase, byRawID, byAlias] {
      let found = try finding(text)
      if found.count == 1 { return found[0] }
      if found.count > 1 { throw Mistakes(.severalCustomers(text, found, span: written.span)) }
    }
    let near = try nearestCustomers(text)
    throw Mistakes(.unknownCustomer(text, nearest: near, span: written.span))
  }

  private func name(_ literal: Literal) throws -> String {
    switch literal.form {
    case .word(let text), .text(let text): return text
    case .number(let number): return number.text
    case .parameter(let name):
      if case .literal(let value)? = definitions.parameters[name.lowercased()] { return try self.name(value) }
    case .point, .duration, .field: break
    }
    throw Mistakes(
      .invalid(
        "\(literal.printed) is no customer", code: "not-a-customer", span: literal.span,
        hint: "timeline \"C-1001\""))
  }

  private func exactly(_ text: String) throws -> [String] {
    try customers { column in "\(column) = \(Dialect.duckDB.literal(text))" }
  }

  private func withoutCase(_ text: String) throws -> [String] {
    try customers { column in "lower(\(column)) = lower(trim(\(Dialect.duckDB.literal(text))))" }
  }

  private func byRawID(_ text: String) throws -> [String] {
    try customers(by: [Loader.rawCustomer]) { column in
      "lower(\(column)) = lower(trim(\(Dialect.duckDB.literal(text))))"
    }
  }

  private func byAlias(_ text: String) throws -> [String] {
    var found: Set<String> = []
    for field in linkedFields.sorted() {
      let alias = CustomerAlias(field: field)
      let wanted = alias.normalized(Dialect.duckDB.literal(text))
      found.formUnion(try customers(by: [field]) { "\(alias.normalized($0)) = \(wanted)" })
    }
    return found.sorted()
  }

  /// The customers of the rows that pass a test of a column, in every source that has it.
  ///
  /// - Parameter names: of fields or of a file's columns; empty for the customer itself.
  private func customers(by names: [String] = [], where test: (String) -> String) throws -> [String] {
    let dialect = Dialect.duckDB
    let parts = sources.compactMap { source -> String? in
      guard let customer = source.fields.first(where: { $0.role == .customer }) else { return nil }
      let tested =
        names.isEmpty ? customer : names.lazy.compactMap { source.linkable(Word($0)) }.first
      guard let tested else { return nil }
      return
        "select \(dialect.identifier(customer.name)) as c from \(dialect.identifier(source.tableName))"
        + " where _reject is null and \(test(dialect.identifier(tested.name)))"
    }
    guard !parts.isEmpty else { return [] }
    let result = try query(
      "select distinct c from (\(parts.joined(separator: " union all "))) where c is not null order by 1 limit 6"
    )
    return (0..<result.rowCount).compactMap { result.columns[0].text($0) }
  }

  private func nearestCustomers(_ text: String) throws -> [String] {
    let wanted = Dialect.duckDB.literal(text.lowercased())
    let result = try query(
      "select customer from (\(PlanWriter(schema: schema).customerIdsSQL))"
        + " where levenshtein(lower(customer), \(wanted)) <= greatest(2, length(\(wanted)) // 3)"
        + " order by levenshtein(lower(customer), \(wanted)), customer limit 4")
    return (0..<result.rowCount).compactMap { result.columns[0].text($0) }
  }
}
