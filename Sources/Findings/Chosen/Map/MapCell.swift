import DataModel
import Semantics
import Statistics
import Vocabulary

/// One cell of the map with what is known of it.
struct MapCell {
  var keys: [Value]
  var events = 0
  /// Missing where nothing is known of them.
  var customers = Value.missing
  var tickets = Value.missing
  var sentiment: Estimate?
  /// Of the voice with a sentiment: those below 0.
  var negative = Value.missing
  /// What `compound` found here; nil where it could not look.
  var scanned: ScanCell?
  /// What `coverage` says, if it is a gap.
  var gap: MissedStatus?
  var owner: String?
  var stakes: Int?

  var mark: MapMark {
    switch scanned?.status {
    case .compound: .compound
    case .watch: .watch
    default: gap == nil ? .none : .gap
    }
  }

  /// Stages in the order of the journey, other names behind them by name.
  static func precedes(_ left: MapCell, _ right: MapCell, stageAt position: Int?) -> Bool {
    guard let position else { return keysAscend(left.keys, right.keys) }
    let (a, b) = (place(left.keys[position]), place(right.keys[position]))
    if a != b { return a < b }
    let (one, other) = (left.keys[position], right.keys[position])
    if one != other { return valueAscends(one, other) }
    return keysAscend(left.keys, right.keys)
  }

  private static func place(_ stage: Value) -> Int {
    stage.plainText.flatMap { JourneyStage.place(of: $0) } ?? .max
  }
}

/// All cells in the order of the map, and what belongs to none of them.
struct FoundMap {
  var cells: [MapCell]
  /// Events that lack a key.
  var withoutKey: Int
  /// The windows of `compound`; nil where it could not look.
  var windows: (current: String, earlier: String)?
}
