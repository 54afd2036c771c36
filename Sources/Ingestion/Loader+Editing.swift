import DataModel
import Diagnostics
import Engine
import Vocabulary

extension Loader {
  /// Renames the values of a column into a field; the column's own values stay available under its name.
  ///
  /// Old values are compared without regard to case and surrounding space.
  ///
  /// - Returns: the changed source, and what happened in sentences.
  /// - Throws: old values that never occur, an unknown column, a new value that the role cannot have.
  public func recode(
    _ recoding: Recoding, in source: SourceInfo, cancel: CancelToken? = nil
  ) throws(Mistakes) -> (source: SourceInfo, narration: [String]) {
    var recoder = Recoder(edit: edit(source, cancel), recoding: recoding)
    let narration = try recoder.perform()
    return (recoder.edit.source, narration)
  }

  /// Adds a field that is computed from the others.
  ///
  /// - Parameters:
  ///   - name: its name; a role's name makes it fill that role, and a field that has the name stays under another.
  ///   - sqlExpression: an expression over the columns of the source's table.
  public func addField(
    named name: String, type: DataModel.FieldType, sqlExpression: String, to source: SourceInfo,
    cancel: CancelToken? = nil
  ) throws(Mistakes) -> SourceInfo {
    var edit = self.edit(source, cancel)
    let role = Role(rawValue: name.lowercased())
    if let role, role.fieldType != type {
      throw Mistakes(.derivedTypeDoesNotFit(name, expected: role.fieldType.phrase, found: type.phrase))
    }
    do throws(EngineError) {
      let columnType =
        try type == .number && role == nil
        ? numberType(of: sqlExpression, edit) : TableEdit.columnType(type, role: role)
      try edit.put(
        role?.rawValue ?? name, role: role, type: type, columnType: columnType, column: nil,
        expression: sqlExpression)
    } catch {
      throw edit.session.mistake(error, doing: "derive \(name)")
    }
    return edit.source
  }

  /// Takes rows out of every later question.
  public func exclude(
    whereSQL condition: String, reason: String, from source: SourceInfo, cancel: CancelToken? = nil
  ) throws(Mistakes) -> (source: SourceInfo, excluded: Int) {
    var edit = self.edit(source, cancel)
    do throws(EngineError) {
      let count = try edit.exclude(condition, reason: reason)
      return (edit.source, count)
    } catch {
      throw edit.session.mistake(error, doing: "exclude")
    }
  }

  /// Takes out every row whose fields have the values of an earlier row; texts without regard to case.
  ///
  /// A row that lacks one of the values is no duplicate.
  public func excludeDuplicates(
    by fields: [String], from source: SourceInfo, cancel: CancelToken? = nil
  ) throws(Mistakes) -> (source: SourceInfo, excluded: Int) {
    var edit = self.edit(source, cancel)
    var keys: [SourceField] = []
    for name in fields { keys.append(try field(name, edit)) }
    let parts = keys.map { $0.type == .text ? "lower(\(sqlName($0.name)))" : sqlName($0.name) }
    let known = parts.map { "\($0) is not null" }.joined(separator: " and ")
    let repeated = """
      rowid in (select r from (select rowid as r, row_number() over (partition by \(parts.joined(separator: ", ")) \
      order by rowid) as n from \(edit.table) where \(TableEdit.kept) and \(known)) where n > 1)
      """
    do throws(EngineError) {
      let reason = "the same \(keys.map(\.name).joined(separator: ", ")) as an earlier row"
      let count = try edit.exclude(repeated, reason: reason)
      return (edit.source, count)
    } catch {
      throw edit.session.mistake(error, doing: "exclude duplicates")
    }
  }

  /// Gives a field another value in some rows; a sentiment is a correction that stays when texts are scored again.
  public func overrideValue(
    field name: String, sqlValue: String, whereSQL condition: String, in source: SourceInfo,
    cancel: CancelToken? = nil
  ) throws(Mistakes) -> (source: SourceInfo, changed: Int) {
    var edit = self.edit(source, cancel)
    let field = try self.field(name, edit)
    let rows = "\(TableEdit.kept) and (\(condition))"
    do throws(EngineError) {
      let count = try edit.session.numbers("select count(*) from \(edit.table) where \(rows)")[0]
      var assignments = "\(sqlName(field.name)) = \(sqlValue)"
      if field.role == .sentiment, count > 0 {
        try edit.prepareCorrections()
        assignments += ", \(HiddenColumn.correction) = \(sqlValue)"
      }
      try edit.session.execute("update \(edit.table) set \(assignments) where \(rows)")
      if field.role == .sentiment, count > 0 { try edit.countCorrections() }
      try edit.countMissing()
      return (edit.source, count)
    } catch {
      throw edit.session.mistake(error, doing: "override \(name)")
    }
  }

  /// Forgets a source's table.
  public func unload(_ source: SourceInfo) {
    edit(source, nil).session.discard(source.tableName)
  }

  func edit(_ source: SourceInfo, _ cancel: CancelToken?) -> TableEdit {
    TableEdit(session: EngineSession(connection: connection, cancel: cancel), source: source)
  }

  func field(_ name: String, _ edit: TableEdit) throws(Mistakes) -> SourceField {
    if let field = edit.field(name) { return field }
    let names = edit.source.fields.map(\.name)
    throw Mistakes(
      .unknownSourceField(
        name, alias: edit.source.alias, nearest: nearestNames(to: name, among: names, limit: 3), known: names,
        span: nil))
  }

  /// Whole numbers stay whole, others get six decimals where they are not too large.
  private func numberType(of expression: String, _ edit: TableEdit) throws(EngineError) -> String {
    let result = try edit.session.query(
      """
      select any_value(typeof(\(expression))) as type, coalesce(max(abs(cast((\(expression)) as double))), 0) < 1e11 as fits \
      from \(edit.table)
      """)
    let type = result.column("type")?.text(0) ?? ""
    if ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"].contains(type) {
      return "bigint"
    }
    return result.column("fits")?.bool(0) == true ? "decimal(18,6)" : "double"
  }
}
