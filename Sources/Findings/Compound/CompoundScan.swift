import DataModel
import Planning
import Semantics
import Statistics

/// What the scan of all places found, in the order of their keys.
struct CompoundScan {
  /// The keys of each cell.
  let cells: [[Value]]
  let places: [CellPlace]
  let scan: ScanResult
  /// The same scan of all cells together.
  let whole: ScanResult
  /// Tickets and mentions that lack a key: they belong to no cell.
  let withoutKey: Int
  let reach: Reach
}

extension ResolvedCompound {
  /// The focus does not hide the cell with these keys.
  func isShown(_ cell: [Value]) -> Bool {
    guard let hiding else { return true }
    var byField: [String: Value] = [:]
    for (key, value) in zip(keys, cell) { byField[(key.fieldName ?? key.name).lowercased()] = value }
    return ConditionEvaluator(read: { byField[$0.name.lowercased()] ?? .missing }).holds(hiding)
  }
}
