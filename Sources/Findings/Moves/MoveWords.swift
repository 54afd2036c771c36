import DataModel
import Semantics
import Statistics

/// What a list of drops or spikes says, in plain words.
struct MoveWords {
  let builder: MoveTableBuilder
  let shown: [SignalScanCell]

  var sentences: [String] { [headline, everybody, news] }

  private var name: String { builder.signal.name }

  private var headline: String {
    let found = shown.count(where: \.isFlagged)
    let noun = builder.query.direction == .up ? "spike" : "drop"
    let earlier = builder.periods.comparisonDays(builder.scan.windows).text
    return "\(found == 0 ? "No" : "\(found)") \(noun)\(found == 1 ? "" : "s") of \(name) in"
      + " \(builder.periods.currentDays.text), beside \(earlier)"
      + " (\(builder.eligible) of \(builder.scan.cells.count) cells have enough data)."
  }

  private var everybody: String {
    if builder.signal.isRatio { return "Each cell is judged by its own past; corrected for so many looks." }
    guard builder.scan.isRelative else {
      return "Fewer than 8 cells can be compared: what happened to everybody is not taken out."
    }
    let change = builder.scan.commonChange
    return "Everybody: \(name) \(change < 0 ? "" : "+")\(twoDecimals(change));"
      + " taken out before a cell is judged; corrected for so many looks."
  }

  private var news: String {
    let move = builder.query.direction == .up ? "rise" : "fall"
    switch builder.signal.bad {
    case builder.query.direction?: return "A \(move) of \(name) is bad news."
    case .some: return "A \(move) of \(name) is good news."
    case nil: return "Whether a \(move) of \(name) is good or bad news, the figure does not say."
    }
  }
}
