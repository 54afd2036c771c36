/// How bad a failure is, 0...100: the geometric mean of two effects, each as a share of a full failure.
///
/// - Parameters:
///   - ratio: tickets now for one before.
///   - change: the change of sentiment; a fall is negative.
///   - fullRatio: the ratio that counts as full.
///   - fullChange: the fall that counts as full.
public func severity(
  ratio: Double, change: Double, fullRatio: Double = 2, fullChange: Double = 0.5
) -> Double {
  severity(clamped(log(ratio) / log(fullRatio)), clamped(-change / fullChange))
}

/// The same from two shares of a full failure.
func severity(_ first: Double, _ second: Double) -> Double { 100 * (first * second).squareRoot() }

/// Customers times severity over effort: fully affected customers won back per unit of effort.
///
/// NaN where reach or severity is negative or undefined.
public func priority(reach: Double, severity: Double, effort: Effort) -> Double {
  guard reach >= 0, severity >= 0 else { return .nan }
  return reach * severity / 100 / Double(effort.rawValue)
}

/// Numbers the cells of one status 1, 2, 3, … by priority and leaves the ranks of all others alone.
///
/// Order: priority, reach, severity, all descending, then the order of the input. Priority and severity are compared
/// after rounding to 6 significant digits, so that the last bits of a sum do not decide.
public func rankByPriority(_ cells: inout [ScanCell], status: ScanStatus) {
  let keys = cells.map { cell in
    (comparable(cell.priority), cell.reach, comparable(cell.severity))
  }
  let order = cells.indices.filter { cells[$0].status == status }.stablySorted { keys[$0] > keys[$1] }
  for (place, cell) in order.enumerated() { cells[cell].rank = place + 1 }
}

/// Six significant digits; 0 for what is undefined, so that the order stays one.
private func comparable(_ value: Double) -> Double {
  value.isFinite ? value.rounded(significantDigits: 6) : 0
}
