/// The exposure of a period in average days: each weekday counts by its share of all tickets.
///
/// - Parameters:
///   - days: how many Mondays … Sundays the period covers.
///   - shares: each weekday's share of all tickets; equal shares give the number of days.
public func weekdayExposure(days: [Double], shares: [Double]) -> Double {
  zip(days, shares).map { 7 * $1 * $0 }.plainSum()
}
