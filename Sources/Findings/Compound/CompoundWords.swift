import DataModel
import Semantics
import Statistics

/// What a list of compound failure points says, in plain words.
struct CompoundWords {
  let builder: CompoundTableBuilder
  let shown: [ScanCell]

  var sentences: [String] {
    [headline, everybody, top].compactMap { $0 }
  }

  private var headline: String {
    let found = shown.count { $0.status == .compound }
    let watched = shown.count { $0.status == .watch }
    let window = builder.periods.currentDays.text
    let earlier = builder.periods.comparisonDays(builder.scan.windows).text
    let points = found == 1 ? "1 compound failure point" : "\(found) compound failure points"
    let watch = watched == 0 ? "" : ", \(watched) to watch"
    return "\(points)\(watch) in \(window), beside \(earlier)"
      + " (\(builder.scan.eligibleCells) of \(builder.scan.cells.count) cells have enough data)."
  }

  private var everybody: String {
    let scan = builder.scan
    if scan.isRelative {
      let first = move(builder.first.signal, scan.first)
      let second = move(builder.second.signal, scan.second)
      return "Everybody: \(first), \(second); taken out before a cell is judged."
    }
    return "Fewer than 8 cells can be compared: what happened to everybody is not taken out."
  }

  /// `tickets ×1.08`.
  private func move(_ signal: ResolvedSignal, _ footer: SignalFooter) -> String {
    let move = builder.scan.commonMove(footer, isRatio: signal.isRatio)
    return signal.name + " " + (signal.isRatio ? "×" + twoDecimals(move) : signed(move))
  }

  private var top: String? {
    guard let reach = builder.topReach else { return nil }
    let count = min(3, builder.scan.cells(.compound).count)
    return "The first \(count == 1 ? "one reaches" : "\(count) reach") \(Int(reach)) customers together."
  }

  private func signed(_ number: Double) -> String {
    (number < 0 ? "" : "+") + twoDecimals(number)
  }
}
