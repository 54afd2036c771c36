/// The one current period whose mentions stick out: more than 3 times the median of the others, plus 5.
///
/// - Parameters:
///   - mentions: mentions by period.
///   - currentPeriods: the length of the current window, the last periods.
/// - Returns: the period's number; nil if no period sticks out, or several do (a flood that lasts), or the window has
///   fewer than 3 periods.
public func viralPeriod(_ mentions: [Double], currentPeriods: Int) -> Int? {
  guard currentPeriods >= 3, currentPeriods <= mentions.count else { return nil }
  let current = (mentions.count - currentPeriods)..<mentions.count
  let hits = current.filter { period in
    let others = current.filter { $0 != period }.map { mentions[$0] }
    return mentions[period] > 3 * median(others) + 5
  }
  return hits.count == 1 ? hits.first : nil
}
