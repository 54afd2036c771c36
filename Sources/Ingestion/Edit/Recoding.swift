import DataModel
import Diagnostics
import Engine
import Vocabulary

/// `recode FIELD from COLUMN (old = new, …, else = …)` with its words as they were written.
public struct Recoding: Sendable {
  /// What becomes of a value.
  public enum Target: Sendable, Equatable {
    case value(String)
    case keep
    case missing
  }

  /// One old value and what becomes of it.
  public struct Rule: Sendable {
    public var old: String
    public var oldSpan: Span?
    public var new: Target
    public var newSpan: Span?

    public init(_ old: String, oldSpan: Span? = nil, _ new: Target, newSpan: Span? = nil) {
      self.old = old
      self.oldSpan = oldSpan
      self.new = new
      self.newSpan = newSpan
    }
  }

  public var field: String
  public var column: String
  public var columnSpan: Span?
  public var rules: [Rule]
  /// What becomes of the values that no rule names; they are kept where nothing is said.
  public var otherwise: Target

  public init(
    field: String, column: String, columnSpan: Span? = nil, rules: [Rule], otherwise: Target = .keep
  ) {
    self.field = field
    self.column = column
    self.columnSpan = columnSpan
    self.rules = rules
    self.otherwise = otherwise
  }
}

/// Performs a recoding on the table of a source.
struct Recoder {
  var edit: TableEdit
  let recoding: Recoding

  /// Makes the field; gives what happened, in sentences.
  mutating func perform() throws(Mistakes) -> [String] {
    guard let origin = edit.field(recoding.column) else {
      let names = edit.source.fields.map(\.name)
      throw Mistakes(
        .unknownSourceField(
          recoding.column, alias: edit.source.alias,
          nearest: nearestNames(to: recoding.column, among: names, limit: 3),
          known: names, span: recoding.columnSpan))
    }
    try checkOldValues(of: origin)
    let role = Role(rawValue: recoding.field.lowercased())
    let type = try self.type(role)
    do throws(EngineError) {
      return try perform(origin, role, type)
    } catch {
      throw edit.session.mistake(error, doing: "recode \(recoding.field)")
    }
  }

  private mutating func perform(
    _ origin: SourceField, _ role: Role?, _ type: DataModel.FieldType
  ) throws(EngineError) -> [String] {
    let columnType = TableEdit.columnType(type, role: role)
    let expression = "try_cast(\(newText(origin)) as \(columnType))"
    let counts = try changes(origin)
    let name = role?.rawValue ?? recoding.field
    try edit.put(
      name, role: role, type: type, columnType: columnType, column: origin.column ?? origin.name,
      expression: expression)
    return [
      "\(name) from \(shownName(recoding.column)): \(grouped(counts.renamed)) rows renamed, "
        + "\(grouped(counts.cleared)) set to missing, \(grouped(counts.same)) kept as they are"
    ]
  }

  /// Values that are named and never occur are mistakes of spelling.
  private func checkOldValues(of origin: SourceField) throws(Mistakes) {
    let text = Self.text(of: origin)
    let known: [String]
    do throws(EngineError) {
      let result = try edit.session.query(
        """
        select \(text) as value from \(edit.table) where \(TableEdit.kept) and \(text) is not null \
        group by 1 order by count(*) desc, 1 limit 2000
        """)
      known = (0..<result.rowCount).compactMap { result.columns[0].text($0) }
    } catch {
      throw edit.session.mistake(error, doing: "recode \(recoding.field)")
    }
    let folded = Set(known.map { Self.fold($0, origin.type) })
    let strangers = recoding.rules.filter { !folded.contains(Self.fold($0.old, origin.type)) }
    guard !strangers.isEmpty, known.count < 2000 else { return }
    throw Mistakes(
      strangers.map { rule in
        .unknownOldValue(
          rule.old, column: recoding.column, nearest: nearestNames(to: rule.old, among: known, limit: 3),
          known: Array(known.prefix(12)), span: rule.oldSpan)
      })
  }

  /// The type of the new field: the role's, else numbers where all new values are numbers, else text.
  private func type(_ role: Role?) throws(Mistakes) -> DataModel.FieldType {
    let rules = recoding.rules + [Recoding.Rule("", recoding.otherwise)]
    var values: [(text: String, span: Span?)] = []
    for rule in rules { if case .value(let text) = rule.new { values.append((text, rule.newSpan)) } }
    guard let role else {
      let keeps = rules.contains { $0.new == .keep }
      return !keeps && !values.isEmpty && values.allSatisfy { Double($0.text) != nil } ? .number : .text
    }
    for value in values where !Self.fits(value.text, role) {
      throw Mistakes(
        .valueDoesNotFit(value.text, role: role.rawValue, expected: Self.expectation(role), span: value.span))
    }
    return role.fieldType
  }

  private static func fits(_ text: String, _ role: Role) -> Bool {
    switch role.fieldType {
    case .text, .instant, .duration: true
    case .boolean: ["true", "false", "yes", "no"].contains(text.lowercased())
    case .number: Double(text).map { role.scale?.contains($0) ?? true } ?? false
    }
  }

  private static func expectation(_ role: Role) -> String {
    role.scale.map { "a number from \(scaleText($0))" } ?? role.fieldType.phrase
  }

  /// The SQL for the new value as a text.
  private func newText(_ origin: SourceField) -> String {
    let text = Self.text(of: origin)
    func result(_ target: Recoding.Target) -> String {
      switch target {
      case .value(let value): sqlText(value)
      case .keep: text
      case .missing: "null"
      }
    }
    let cases = recoding.rules.map {
      "when \(sqlText(Self.fold($0.old, origin.type))) then \(result($0.new))"
    }
    return "(case lower(\(text)) \(cases.joined(separator: " ")) else \(result(recoding.otherwise)) end)"
  }

  private func changes(
    _ origin: SourceField
  ) throws(EngineError) -> (renamed: Int, cleared: Int, same: Int) {
    let (old, new) = (Self.text(of: origin), newText(origin))
    let counts = try edit.session.numbers(
      """
      select count(*) filter (\(new) is distinct from \(old) and \(new) is not null), \
      count(*) filter (\(new) is null and \(old) is not null), count(*) filter (\(new) is not distinct from \(old)) \
      from \(edit.table) where \(TableEdit.kept)
      """)
    return (counts[0], counts[1], counts[2])
  }

  /// A field's value as people write it: numbers without zeros behind the point.
  private static func text(of field: SourceField) -> String {
    let name = sqlName(field.name)
    switch field.type {
    case .text: return name
    case .number: return "regexp_replace(cast(\(name) as varchar), '\\.?0+$|(\\.\\d*?)0+$', '\\1')"
    case .boolean, .duration, .instant: return "cast(\(name) as varchar)"
    }
  }

  /// A value as it is compared.
  private static func fold(_ text: String, _ type: DataModel.FieldType) -> String {
    if type == .number, let number = Double(text) { return decimalText(number) }
    return trimmed(text).lowercased()
  }
}
