import DataModel
import Planning
import Semantics
import Vocabulary

/// Leads the cells of a scan back to places: to the touchpoint with the most tickets, or, in a question without tickets,
/// with the most events.
struct CellPlaces {
  /// The place of a cell, from its keys by name and its touchpoint.
  typealias Lookup = ([String: Value], String?) -> CellPlace

  let lookup: Lookup
  /// The touchpoints are known.
  let hasTouchpoints: Bool

  /// Events by cell and touchpoint in the current window; nil where no touchpoint is known.
  func plan(_ scan: ResolvedScan, days: DayRange) -> GroupPlan? {
    guard hasTouchpoints else { return nil }
    let kinds: Set<EventKind> = scan.kinds.contains(.ticket) ? [.ticket] : scan.kinds
    return GroupPlan(
      scope: Scope(kinds: kinds, condition: scan.condition, days: days),
      keys: scan.keys + [ResolvedKey(name: "touchpoint", form: .field(FieldReference(.touchpoint)))],
      statistics: [Statistic(.count, kinds: kinds)])
  }

  /// - Parameter sums: what the plan gave.
  func places(_ cells: [[Value]], keys: [ResolvedKey], sums: GroupedSums?) -> [CellPlace] {
    var top: [[Value]: (touchpoint: String, events: Double)] = [:]
    for row in sums?.rows ?? [] {
      guard case .text(let touchpoint)? = row.keys.last, let events = row.sums[0].asNumber else { continue }
      let cell = Array(row.keys.dropLast())
      if let best = top[cell], (best.events, touchpoint) != (events, best.touchpoint),
        best.events > events || (best.events == events && textAscends(best.touchpoint, touchpoint))
      {
        continue
      }
      top[cell] = (touchpoint, events)
    }
    return cells.map { cell in
      let values = Dictionary(
        zip(keys, cell).map { ($0.fieldName ?? $0.name, $1) }, uniquingKeysWith: { first, _ in first })
      return lookup(values, top[cell]?.touchpoint)
    }
  }
}
