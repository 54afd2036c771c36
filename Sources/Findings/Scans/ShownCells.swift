import DataModel
import Semantics

extension ResolvedScan {
  /// The focus does not hide the cell with these keys.
  func isShown(_ cell: [Value]) -> Bool {
    guard let hiding else { return true }
    var byField: [String: Value] = [:]
    for (key, value) in zip(keys, cell) { byField[(key.fieldName ?? key.name).lowercased()] = value }
    return ConditionEvaluator(read: { byField[$0.name.lowercased()] ?? .missing }).holds(hiding)
  }
}
