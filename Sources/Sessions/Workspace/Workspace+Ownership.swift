import DataModel
import Diagnostics
import Engine
import Findings
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// Owners and efforts of places.
extension Workspace {
  func performOwner(_ owner: Quoted, _ predicate: Predicate) throws -> Performed {
    let condition = try resolving { try $0.resolveCondition(predicate) }
    ownership.add(owner: owner.text, where: condition)
    return Performed(narration: ["\(owner.text) owns what is \(predicate.printed)."])
  }

  func performEffort(_ effort: NumberLiteral, _ predicate: Predicate) throws -> Performed {
    let known = [1, 2, 3, 5, 8]
    guard let whole = known.first(where: { Double($0) == effort.value }) else {
      throw Mistakes(
        .invalid(
          "effort \(effort.text) is none of 1, 2, 3, 5, 8", code: "effort-value", span: effort.span,
          hint: "1 a setting, 2 a week, 3 a sprint, 5 a quarter, 8 a new system"))
    }
    let condition = try resolving { try $0.resolveCondition(predicate) }
    ownership.add(effort: whole, where: condition)
    return Performed(narration: ["Effort \(whole) for what is \(predicate.printed)."])
  }

  /// The place of a cell: its keys, the attributes of its touchpoint, and the rules.
  func place(keys: [String: Value], touchpoint: String?, listed: [String: [String: Value]]) -> CellPlace {
    var attributes = touchpoint.flatMap { listed[$0.lowercased()] } ?? [:]
    for (name, value) in keys { attributes[name.lowercased()] = value }
    if let touchpoint { attributes["touchpoint"] = .text(touchpoint) }
    var place = CellPlace(touchpoint: touchpoint, attributes: attributes)
    if case .text(let owner)? = attributes["owner"] { place.owner = owner }
    place.stakes = attributes["stakes"]?.asNumber.map { Int($0) }
    place.effort = attributes["effort"]?.asNumber.map { Int($0) }
    ownership.apply(to: &place)
    return place
  }

  /// The files of touchpoints: attributes by touchpoint in lower case.
  func listedTouchpoints() throws -> [String: [String: Value]] {
    var listed: [String: [String: Value]] = [:]
    let reader = ResultReader(zone: zone)
    for source in sources where source.kind == .touchpoints {
      guard let key = source.fields.first(where: { $0.role == .touchpoint }) else { continue }
      let dialect = Dialect.duckDB
      let names = source.fields.map { dialect.identifier($0.name) }.joined(separator: ", ")
      let result = try query(
        "select \(names) from \(dialect.identifier(source.tableName)) where _reject is null order by rowid")
      for row in 0..<result.rowCount {
        guard let name = result.column(key.name)?.text(row), listed[name.lowercased()] == nil else {
          continue
        }
        var attributes: [String: Value] = [:]
        for (position, field) in source.fields.enumerated() {
          attributes[field.name.lowercased()] = reader.value(
            FieldReference(name: field.name, type: field.type), result.columns[position], row)
        }
        listed[name.lowercased()] = attributes
      }
    }
    return listed
  }
}
