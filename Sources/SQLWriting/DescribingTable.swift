import DataModel
import Vocabulary

/// Writes the files of customers or of touchpoints as one table with one row for each of them.
struct DescribingTable {
  let schema: EventSchema
  let dialect: Dialect

  /// A subquery with the key as `_key` and the fields under their public names.
  ///
  /// Where something has several rows, in one file or in several, each field is the first that is known of it.
  ///
  /// - Parameters:
  ///   - role: what the rows describe; touchpoints compare without regard to case.
  ///   - columns: public names of fields.
  func table(_ kind: SourceKind, by role: Role, columns: Set<String>) -> String {
    let names = columns.sorted()
    let files = schema.files(kind).filter { $0.fields.contains { $0.role == role } }
    let needsMerging = files.count > 1 || files.contains { schema.repeating.contains($0.alias) }
    let parts = files.enumerated().map { part($1, names, role, number: needsMerging ? $0 : nil) }
    guard !parts.isEmpty else { return empty(names) }
    let all = parts.joined(separator: " union all ")
    guard needsMerging else { return "(\(all))" }
    let merged = names.map { name -> String in
      let column = dialect.identifier(name)
      return "first(\(column) order by _file, _row) filter (where \(column) is not null) as \(column)"
    }
    return "(select \((["_key"] + merged).joined(separator: ", ")) from (\(all)) group by _key)"
  }

  private func part(_ file: SourceInfo, _ names: [String], _ role: Role, number: Int?) -> String {
    let key = dialect.identifier(file.fields.first { $0.role == role }?.name ?? role.rawValue)
    let list = names.map { name -> String in
      let entry = schema.fields[name]
      let column =
        file.kind == .customers ? entry?.customerColumns[file.alias] : entry?.touchpointColumns[file.alias]
      let type = sqlType(entry?.reference.type ?? .text)
      return (column.map { dialect.identifier($0) } ?? "cast(null as \(type))") + " as "
        + dialect.identifier(name)
    }
    let order = number.map { ["\($0) as _file", "rowid as _row"] } ?? []
    let shown = role == .customer ? key : "lower(\(key))"
    return "select \((["\(shown) as _key"] + list + order).joined(separator: ", "))"
      + " from \(dialect.identifier(file.tableName)) where _reject is null"
  }

  private func empty(_ names: [String]) -> String {
    let list = names.map { name in
      "cast(null as \(sqlType(schema.fields[name]?.reference.type ?? .text))) as \(dialect.identifier(name))"
    }
    return "(select \((["cast(null as varchar) as _key"] + list).joined(separator: ", ")) where false)"
  }
}
