import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Makes the table of `drops` and `spikes`, its facts and its words.
struct MoveTableBuilder {
  let query: ResolvedMove
  let periods: ScanPeriods
  let cells: [[Value]]
  let scanned: ScannedSignal
  let places: [CellPlace]
  /// Customers with a case; nil where no source names customers.
  let reach: Reach?
  let scan: SignalScanResult
  let whole: SignalScanResult
  let withoutKey: Int

  var signal: ResolvedSignal { query.signal }

  func table() -> Table {
    let ranks = scan.ranks(reach: cells.indices.map(reached))
    let shown = ordered(ranks).filter { query.scan.isShown(cells[$0.index]) }
    var table = Table(
      columns: columns, rows: shown.map { row($0, rank: ranks[$0.index]) }, facts: facts)
    table.explanation = MoveWords(builder: self, shown: shown).sentences
    table.notes = query.scan.notes + notes(hidden: scan.cells.count - shown.count)
    table.next = next(shown)
    table.brief = brief(shown)
    return table
  }

  /// What a cell is ranked by: its customers, or, where they are not known, its cases in the current window.
  private func reached(_ cell: Int) -> Double {
    guard let reach else { return scanned.sums[signal.casesIndex].sum(cell, over: scan.windows.current) }
    return reach.customers[cells[cell]] ?? 0
  }

  /// The flagged cells by rank, then the clear ones, then those without enough data, each by key.
  private func ordered(_ ranks: [Int?]) -> [SignalScanCell] {
    scan.cells.sorted { left, right in
      let key = { (cell: SignalScanCell) in
        (ranks[cell.index] ?? .max, cell.isEligible ? 0 : 1, cell.index)
      }
      return key(left) < key(right)
    }
  }

  private func brief(_ shown: [SignalScanCell]) -> Brief? {
    let rows = max(shown.count(where: \.isFlagged), min(shown.count, 5))
    guard rows < shown.count else { return nil }
    return Brief(rows: rows, others: "$ | where status in (clear, insufficient) shows the others")
  }

  func status(_ cell: SignalScanCell) -> MoveStatus {
    if cell.isFlagged { return query.direction == .up ? .spike : .drop }
    return cell.isEligible ? .clear : .insufficient
  }

  // MARK: - Columns and rows

  private var name: String { signal.name }
  private var isCount: Bool { signal.form == .count }
  private var effectName: String { name + (signal.isRatio ? "_ratio" : "_change") }
  var effectUnit: Unit { signal.isRatio ? .ratio : signal.measure.unit }
  private var decimals: Int? { effectUnit == .ratio || effectUnit == .score ? 2 : nil }

  private var columns: [Column] {
    let reach = reach == nil ? [] : [Column("reach", .integer, unit: .count, part: .figure, givesWay: 3)]
    return query.scan.keys.map(\.column) + [
      Column("status", .text), Column("rank", .integer, givesWay: 4),
      Column("severity", .number, part: .figure, decimals: 0, givesWay: 4),
    ] + reach + windows + effects + [
      Column("p", .number, unit: .probability, givesWay: 5),
      Column("q", .number, unit: .probability, givesWay: 2),
      Column("touchpoint", .text, givesWay: 6), Column("owner", .text, givesWay: 3),
    ]
  }

  /// A count says by itself how many cases there are.
  private var windows: [Column] {
    let (previous, current) = (name + "_prev", name + "_cur")
    if isCount {
      return [previous, current].map { Column($0, .integer, unit: .count, part: .figure) }
    }
    let unit = signal.measure.unit
    return [
      Column(previous, .number, unit: unit, part: .figure),
      Column("n_prev", .integer, unit: .count, part: .sampleSize(of: previous)),
      Column(current, .number, unit: unit, part: .figure),
      Column(current + "_low", .number, unit: unit, part: .low(of: current)),
      Column(current + "_high", .number, unit: unit, part: .high(of: current)),
      Column("n_cur", .integer, unit: .count, part: .sampleSize(of: current)),
    ]
  }

  private var effects: [Column] {
    let effect = Column(
      effectName, .number, unit: effectUnit, part: .figure, isChange: !signal.isRatio, bad: signal.bad,
      decimals: decimals)
    if signal.isRatio { return [effect] }
    return [
      effect,
      Column(
        effectName + "_rel", .number, unit: effectUnit, isChange: true, bad: signal.bad, decimals: decimals,
        givesWay: 4),
    ]
  }

  private func row(_ cell: SignalScanCell, rank: Int?) -> [Value] {
    let place = places[cell.index]
    let share = cell.evidence.severity
    let head: [Value] =
      [
        .text(status(cell).rawValue), rank.map { .integer(Int64($0)) } ?? .missing,
        .defined(100 * share),
      ] + (reach == nil ? [] : [.integer(Int64(reached(cell.index)))])
    let effects: [Value] =
      [.defined(cell.evidence.effect)] + (signal.isRatio ? [] : [.defined(cell.evidence.relativeEffect)])
    return cells[cell.index] + head + figures(scanned, cell.index, scan.windows) + effects + [
      .defined(cell.evidence.p), .defined(cell.q), place.touchpoint.map { .text($0) } ?? .missing,
      place.owner.map { .text($0) } ?? .missing,
    ]
  }

  /// The measure in both windows, as `windows` lists it.
  private func figures(_ scanned: ScannedSignal, _ cell: Int, _ windows: ScanWindows) -> [Value] {
    if isCount {
      return [scanned.cases(cell, over: windows.previous), scanned.cases(cell, over: windows.current)]
    }
    let now = scanned.estimate(cell, over: windows.current)
    return [
      scanned.estimate(cell, over: windows.previous).value, scanned.cases(cell, over: windows.previous),
      now.value, now.low, now.high, scanned.cases(cell, over: windows.current),
    ]
  }

  // MARK: - Facts, notes and the next question

  private var facts: [Fact] {
    var facts: [Fact] = []
    if let all = whole.cells.first {
      let shown = windows + effects.prefix(1)
      let values = figures(scanned.whole, 0, whole.windows) + [.defined(all.evidence.effect)]
      facts += [Fact("all_status", .text(status(all).rawValue))]
      facts += zip(shown, values).map { Fact(Table.everybodyPrefix + $0.name, $1, unit: $0.unit) }
      facts += [Fact("all_p", .defined(all.evidence.p), unit: .probability)]
    }
    if !signal.isRatio {
      facts += [Fact("everybody_" + name, .defined(scan.commonChange), unit: effectUnit)]
    }
    return facts + [
      Fact("relative", .boolean(scan.isRelative)),
      Fact(
        "wobble_" + name, .defined(scan.footer.wobble),
        unit: signal.isRatio ? .fraction : signal.measure.unit),
      Fact("rho_" + name, .defined(scan.footer.autocorrelation)),
      Fact("current_window", .text(periods.currentDays.text)),
      Fact("comparison_window", .text(periods.comparisonDays(scan.windows).text)),
      Fact("current_periods", .integer(Int64(scan.windows.current.count))),
      Fact("comparison_periods", .integer(Int64(scan.windows.previous.count))),
      Fact("cells_eligible", .integer(Int64(eligible)), unit: .count),
      Fact("cells_total", .integer(Int64(scan.cells.count)), unit: .count),
      Fact("level", .number(query.scan.level), unit: .fraction),
    ]
  }

  var eligible: Int { scan.cells.count(where: \.isEligible) }

  private func notes(hidden: Int) -> [String] {
    var notes: [String] = []
    if hidden > 0 { notes.append("The focus hides \(hidden) cells; all of them were learned from.") }
    if withoutKey > 0 {
      let keys = query.scan.keys.map(\.name).joined(separator: " or ")
      notes.append("\(withoutKey) cases have no \(keys) and belong to no cell.")
    }
    if let period = query.scan.period, let start = period.days.start,
      start < periods.currentDays.start ?? start
    {
      notes.append(
        "The data before is too short for all of it: the current window is \(periods.currentDays.text).")
    }
    if reach == nil { notes.append("No source names customers: the rank goes by cases.") }
    notes.append("Clear is not proven fine: a smaller move, or one in few cases, stays unseen.")
    return notes
  }

  private func next(_ shown: [SignalScanCell]) -> [String] {
    if shown.contains(where: \.isFlagged) { return ["events of $[1] | top 5 by time"] }
    return ["show \(name) by \(periods.grain.rawValue)"]
  }
}
