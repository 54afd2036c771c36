import DataModel
import Planning
import Semantics
import Statistics

/// What the scan of all places found, in the order of their keys.
struct CompoundScan {
  /// The keys of each cell.
  let cells: [[Value]]
  let places: [CellPlace]
  /// The sums behind both signals.
  let first: ScannedSignal
  let second: ScannedSignal
  let scan: ScanResult
  /// The same scan of all cells together.
  let whole: ScanResult
  /// Tickets and mentions that lack a key: they belong to no cell.
  let withoutKey: Int
  let reach: Reach
}
