/// When a failure began: the split at which the weaker of two signals got worse most; of equal ones the latest.
///
/// Descriptive, without a p-value: the split was chosen after looking.
///
/// - Parameters:
///   - periods: the number of periods.
///   - badness: how strongly each signal got worse from a period on; NaN where undefined.
/// - Returns: nil where no split makes both worse.
func failureStart(
  periods: Int, badness: (Int) -> (Double, Double)
) -> (period: Int, badness: Double)? {
  var best: (period: Int, badness: Double)?
  for period in stride(from: 1, to: periods, by: 1) {
    let (first, second) = badness(period)
    guard first.isFinite, second.isFinite else { continue }
    let weaker = min(first, second)
    if weaker > 0, weaker >= best?.badness ?? 0 { best = (period, weaker) }
  }
  return best
}
