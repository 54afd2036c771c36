import DataModel
import Engine
import Ingestion
import SQLWriting
import Syntax
import Vocabulary

/// What a `link` found, counted in the tables that it left in the engine: rows by source and field, and examples.
struct LinkReport {
  let workspace: Workspace
  /// Aliases, numbered from 1 in the engine's tables.
  let sources: [String]
  let fields: [String]

  /// One row for each source and field that it has.
  func table() throws -> Table {
    let columns = [
      Column("source", .text, part: .key), Column("field", .text, part: .key),
      Column("rows", .integer, unit: .count), Column("linked", .integer, unit: .count, part: .figure),
      Column("unlinked", .integer, unit: .count), Column("ambiguous", .integer, unit: .count, bad: .up),
      Column("share", .number, unit: .fraction),
    ]
    var rows: [[Value]] = []
    for (number, source) in sources.enumerated() {
      for (index, field) in fields.enumerated() {
        let counts = try counts(number + 1, index)
        guard counts[0] > 0 else { continue }
        rows.append(
          [.text(source), .text(field)] + counts.map { .integer($0) }
            + [.number(Double(counts[1]) / Double(counts[0]))])
      }
    }
    var table = Table(columns: columns, rows: rows)
    table.notes = [
      "Linked: the value leads to one customer whom another source or a file of customers knows, too. Ambiguous values lead to several and link nothing."
    ]
    return table
  }

  /// Rows with a value of the field: all, linked, unlinked, ambiguous.
  private func counts(_ source: Int, _ field: Int) throws -> [Int64] {
    let result = try workspace.query(
      """
      with places as (select f.c, count(distinct r.s) as places from _link_rows r join _link_people p using (k) \
      join _link_final f on f.p = p.p group by 1), judged as (select a.n is not null or t.p is not null as ambiguous, \
      coalesce(places.places, 0) > 1 as known from _link_rows r join _link_people p using (k) \
      join _link_values v on v.f = \(field) and v.v = r.v\(field) left join _link_ambiguous a on a.n = v.n \
      left join _link_torn t on t.p = p.p left join _link_final f on f.p = p.p left join places on places.c = f.c \
      where r.s = \(source)) select count(*), count(*) filter (where known and not ambiguous), \
      count(*) filter (where not known and not ambiguous), count(*) filter (where ambiguous) from judged
      """)
    return result.columns.map { $0.int(0) ?? 0 }
  }

  func narration() throws -> [String] {
    let counted = try workspace.query(
      """
      select count(distinct r.id), count(distinct n.id), count(*) filter (where n.id is not null and r.id is distinct from n.id), \
      count(*) from _link_rows r left join _link_people p using (k) left join _link_final f on f.p = p.p \
      left join _link_people n on n.p = f.c where r.s > 0
      """
    ).columns.map { $0.int(0) ?? 0 }
    var lines = [
      "\(counted[2]) of \(counted[3]) rows have another customer than in their file; customers in these sources: \(counted[0]) before, \(counted[1]) now. customer_raw keeps the files' ids."
    ]
    let ambiguous = try examples()
    if !ambiguous.isEmpty {
      let count = try workspace.query("select count(*) from _link_ambiguous").columns[0].int(0) ?? 0
      lines.append(
        "Ambiguous, and not linked: \(count) values, such as \(ambiguous.joined(separator: "; ")).")
    }
    let torn = try tornExamples()
    if !torn.isEmpty {
      lines.append(
        "Whose values lead to several customers, and so stay as they are: \(torn.joined(separator: "; ")).")
    }
    return lines + (try leftBehind())
  }

  /// A line for each source that was not named and knows customers by ids that have another one now.
  private func leftBehind() throws -> [String] {
    let others = workspace.sources.filter { $0.kind.eventKind != nil && !sources.contains($0.alias) }
    return try others.compactMap { other in
      guard let customer = other.fields.first(where: { $0.role == .customer }) else { return nil }
      let dialect = Dialect.duckDB
      let found = try workspace.query(
        """
        with changed as (\(changedIds)), there as (select distinct cast(\(dialect.identifier(customer.name)) as varchar) as id \
        from \(dialect.identifier(other.tableName)) where _reject is null) \
        select count(*), min(old), arg_min(new, old) from changed join there on there.id = changed.old
        """)
      guard let count = found.columns[0].int(0), count > 0 else { return nil }
      let old = found.columns[1].text(0) ?? ""
      let words = fields.map { Word($0) }
      let names = (sources + [other.alias]).map { Word($0).printed }.joined(separator: ", ")
      let advice =
        words.contains { other.linkable($0) != nil }
        ? "name it too: link customers by \(words.map(\.printed).joined(separator: ", ")) in (\(names))"
        : "it has none of \(fields.joined(separator: ", ")) by which it could be linked"
      return
        "\(other.alias) was not named and still has \(count) of these customers under their old ids, such as \(old) "
        + "(now \(found.columns[2].text(0) ?? "")), as if they were others: \(advice)."
    }
  }

  /// Ids as the files have them, `old`, of customers that have another one now, `new`.
  ///
  /// A source that was linked before keeps the ids of its file beside those of the link.
  private var changedIds: String {
    sources.enumerated().compactMap { position, alias -> String? in
      guard let source = workspace.sources.first(where: { $0.alias == alias }) else { return nil }
      let dialect = Dialect.duckDB
      let raw = source.fields.first { $0.name == Loader.rawCustomer }.map {
        "t." + dialect.identifier($0.name)
      }
      let old = raw.map { "coalesce(\($0), r.id)" } ?? "r.id"
      return """
        select \(old) as old, n.id as new from _link_rows r join \(dialect.identifier(source.tableName)) t \
        on t.rowid = r.r join _link_people p using (k) join _link_final f on f.p = p.p \
        join _link_people n on n.p = f.c where r.s = \(position + 1) and \(old) <> n.id
        """
    }.joined(separator: " union ")
  }

  private func examples() throws -> [String] {
    let result = try workspace.query(
      """
      select v.f, v.v, array_to_string(list_slice(list_sort(list(distinct p.id)), 1, 3), ', ') \
      || case when count(distinct p.id) > 3 then ' and ' || (count(distinct p.id) - 3) || ' more' else '' end from _link_ambiguous a join _link_values v on v.n = a.n \
      join _link_rows r on (\(valueTest)) join _link_people p using (k) where p.id is not null \
      group by 1, 2 order by 1, 2 limit 3
      """)
    return (0..<result.rowCount).map { row in
      let field = fields[Int(result.columns[0].int(row) ?? 0)]
      return "\(field) \(result.columns[1].text(row) ?? "") (\(result.columns[2].text(row) ?? ""))"
    }
  }

  private func tornExamples() throws -> [String] {
    let result = try workspace.query(
      """
      select coalesce(p.id, '(no id)'), v.f, v.v from _link_torn t join _link_people p on p.p = t.p join _link_rows r using (k) \
      join _link_values v on (\(valueTest)) qualify row_number() over (partition by p.p order by v.f, v.v) = 1 order by 1, 2, 3 limit 3
      """)
    return (0..<result.rowCount).map { row in
      "\(result.columns[0].text(row) ?? "") with \(fields[Int(result.columns[1].int(row) ?? 0)]) \(result.columns[2].text(row) ?? "")"
    }
  }

  private var valueTest: String {
    fields.indices.map { "v.f = \($0) and v.v = r.v\($0)" }.joined(separator: " or ")
  }
}
