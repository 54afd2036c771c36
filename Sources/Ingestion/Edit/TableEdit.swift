import DataModel
import Diagnostics
import Engine
import Vocabulary

/// Changes the engine's table of a source and keeps what is known of it in step.
struct TableEdit {
  let session: EngineSession
  var source: SourceInfo

  /// The name of a column while it is being filled.
  private static let fresh = "_fresh"

  var table: String { sqlName(source.tableName) }
  static let kept = "\(HiddenColumn.reject) is null"

  /// The engine's type for a field's column.
  static func columnType(_ type: DataModel.FieldType, role: Role?) -> String {
    switch type {
    case .text: "varchar"
    case .boolean: "boolean"
    case .duration: "bigint"
    case .instant: "timestamp"
    case .number: role?.scale == nil ? "decimal(18,6)" : "decimal(9,6)"
    }
  }

  /// A field by its name or by its column's name in the file, without regard to case.
  func field(_ name: String) -> SourceField? {
    if let field = source.field(named: name) { return field }
    let folded = trimmed(name).lowercased()
    return source.fields.first { $0.column?.lowercased() == folded }
  }

  /// Fills a column of the table with an expression over the fields and makes it the field of that name.
  ///
  /// A field that had the name stays available: under its column's name in the file, or with `_raw` behind its own.
  /// Corrections of the sentiment stay, whatever it is made from.
  ///
  /// - Parameter origin: a table to which the expression belongs too, joined by its column `row` to the row's number.
  mutating func put(
    _ name: String, role: Role?, type: DataModel.FieldType, columnType: String, column: String?,
    expression: String, joining origin: String? = nil
  ) throws(EngineError) {
    let isCorrected = role == .sentiment && source.corrections > 0
    try fill(
      columnType, isCorrected ? "coalesce(\(HiddenColumn.correction), \(expression))" : expression, origin)
    if let old = source.field(named: name) { try moveAway(old) }
    try session.execute("alter table \(table) rename column \(Self.fresh) to \(sqlName(name))")
    source.fields.append(SourceField(name: name, role: role, type: type, column: column, missing: 0))
    try countMissing()
  }

  private func fill(_ columnType: String, _ expression: String, _ origin: String?) throws(EngineError) {
    _ = try? session.connection.execute("alter table \(table) drop column if exists \(Self.fresh)")
    try session.execute("alter table \(table) add column \(Self.fresh) \(columnType)")
    do throws(EngineError) {
      let join = origin.map { " from \($0) where \($0).row = \(table).rowid" } ?? ""
      try session.execute("update \(table) set \(Self.fresh) = cast((\(expression)) as \(columnType))\(join)")
    } catch {
      _ = try? session.connection.execute("alter table \(table) drop column \(Self.fresh)")
      throw error
    }
  }

  private mutating func moveAway(_ old: SourceField) throws(EngineError) {
    source.fields.removeAll { $0.name == old.name }
    guard let refuge = refuge(of: old) else {
      try session.execute("alter table \(table) drop column \(sqlName(old.name))")
      return
    }
    try session.execute("alter table \(table) rename column \(sqlName(old.name)) to \(sqlName(refuge))")
    source.fields.append(
      SourceField(
        name: refuge, role: nil, type: old.type, column: old.column, missing: old.missing,
        unreadable: old.unreadable))
  }

  /// The free name under which a replaced field stays, nil where its file's text is available already.
  private func refuge(of old: SourceField) -> String? {
    guard let column = old.column else { return nil }
    let isFree = source.field(named: column) == nil && !HiddenColumn.reserved.contains(column)
    if column.lowercased() != old.name.lowercased() { return isFree ? column : nil }
    let raw = column + "_raw"
    return source.field(named: raw) == nil ? raw : nil
  }

  /// Counts the kept rows and, for each field, those without a value.
  mutating func countMissing() throws(EngineError) {
    let list = ["count(*)"] + source.fields.map { "count(\(sqlName($0.name)))" }
    let counts = try session.numbers(
      "select \(list.joined(separator: ", ")) from \(table) where \(Self.kept)")
    for position in source.fields.indices {
      source.fields[position].missing = counts[0] - counts[position + 1]
    }
  }

  /// Marks kept rows as excluded; gives how many.
  mutating func exclude(_ condition: String, reason: String) throws(EngineError) -> Int {
    let rows = "\(Self.kept) and (\(condition))"
    let count = try session.numbers("select count(*) from \(table) where \(rows)")[0]
    if count > 0 {
      try session.execute("update \(table) set \(HiddenColumn.reject) = \(sqlText(reason)) where \(rows)")
      source.rowsExcluded += count
      try countMissing()
      if source.corrections > 0 { try countCorrections() }
    }
    return count
  }
}
