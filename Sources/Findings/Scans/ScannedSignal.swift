import DataModel
import Planning
import Semantics
import Statistics

/// A measure of a scan with its sums by cell and period.
struct ScannedSignal {
  let signal: ResolvedSignal
  /// In the order of the signal's statistics.
  let sums: [Grid]

  /// The signal with the direction that is looked for.
  ///
  /// - Parameter exposure: of each period, for a count; nil for periods of equal length.
  func scanSignal(bad: Direction, exposure: [Double]?) -> ScanSignal {
    let bad: BadDirection = bad == .up ? .up : .down
    switch signal.form {
    case .count:
      let cells = sums[0].cells
      return .count(
        CountSignal(
          events: sums[0], exposure: exposure.map { Grid(cells: cells, everyRow: $0) }, bad: bad))
    case .share: return .count(CountSignal(events: sums[0], exposure: sums[1], bad: bad))
    case .mean(let range):
      return .mean(
        MeanSignal(counts: sums[0], sums: sums[1], sumsOfSquares: sums[2], range: range, bad: bad))
    case .balance(let scale):
      return .mean(
        MeanSignal(positive: sums[0], negative: sums[1], counts: sums[2], scale: scale, bad: bad))
    }
  }

  /// The measure of a cell over some periods, with its interval.
  func estimate(_ cell: Int, over periods: some Collection<Int>) -> Estimate {
    let values = sums.map { grid -> Value in
      let sum = grid.sum(cell, over: periods)
      return sum == sum.rounded() && abs(sum) < 9e15 ? .integer(Int64(sum)) : .number(sum)
    }
    return signal.measure.finish(values)
  }

  /// The number of cases of a cell over some periods.
  func cases(_ cell: Int, over periods: some Collection<Int>) -> Value {
    .integer(Int64(sums[signal.casesIndex].sum(cell, over: periods)))
  }

  /// All cells added up, as one.
  var whole: ScannedSignal { ScannedSignal(signal: signal, sums: sums.map { $0.columnSums() }) }
}
