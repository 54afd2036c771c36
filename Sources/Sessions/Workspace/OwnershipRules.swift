import DataModel
import Findings
import Semantics

/// Who answers for a place and what a fix would take: from the file of touchpoints, then from `owner` and `effort` statements.
struct OwnershipRules: Sendable {
  private(set) var owners: [(owner: String, condition: Condition)] = []
  private(set) var efforts: [(effort: Int, condition: Condition)] = []

  mutating func add(owner: String, where condition: Condition) { owners.append((owner, condition)) }
  mutating func add(effort: Int, where condition: Condition) { efforts.append((effort, condition)) }

  var fields: Set<FieldReference> {
    (owners.map(\.condition) + efforts.map(\.condition)).reduce(into: []) { $0.formUnion($1.fields) }
  }

  /// The later rule wins.
  func apply(to place: inout CellPlace) {
    let attributes = place.attributes
    let holds = { (condition: Condition) in
      ConditionEvaluator(read: { attributes[$0.name.lowercased()] ?? .missing }).holds(condition)
    }
    if let rule = owners.last(where: { holds($0.condition) }) { place.owner = rule.owner }
    if let rule = efforts.last(where: { holds($0.condition) }) { place.effort = rule.effort }
  }
}
