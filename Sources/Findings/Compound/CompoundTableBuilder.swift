import DataModel
import Semantics
import Statistics
import Vocabulary

/// Makes the table of `compound` with the columns of method 3.12, its facts and its words.
struct CompoundTableBuilder {
  let query: ResolvedCompound
  let periods: ScanPeriods
  let found: CompoundScan
  let withoutCustomer: Double
  let topReach: Double?
  let hasCustomers: Bool

  var cells: [[Value]] { found.cells }
  var first: ScannedSignal { found.first }
  var second: ScannedSignal { found.second }
  var scan: ScanResult { found.scan }

  func table() -> Table {
    let shown = ordered.filter { query.scan.isShown(cells[$0.index]) }
    var table = Table(columns: columns, rows: shown.map(row), facts: facts)
    table.explanation = CompoundWords(builder: self, shown: shown).sentences
    table.notes = query.scan.notes + notes(hidden: scan.cells.count - shown.count)
    table.next = next(shown)
    table.brief = brief(shown)
    return table
  }

  /// Cells about which there is nothing to say would hide the others on a terminal.
  private func brief(_ shown: [ScanCell]) -> Brief? {
    let speaking = shown.count { $0.status != .clear && $0.status != .insufficient }
    let rows = max(speaking, min(shown.count, 5))
    guard rows < shown.count else { return nil }
    return Brief(rows: rows, others: "$ | where status in (clear, insufficient) shows the others")
  }

  /// `compound` and `watch` by rank, then the other statuses by key.
  private var ordered: [ScanCell] {
    let place = Dictionary(uniqueKeysWithValues: ScanStatus.allCases.enumerated().map { ($1, $0) })
    return scan.cells.sorted { left, right in
      let (a, b) = (place[left.status] ?? 0, place[right.status] ?? 0)
      if a != b { return a < b }
      return (left.rank ?? 0, left.index) < (right.rank ?? 0, right.index)
    }
  }

  // MARK: - Columns and rows

  private var columns: [Column] {
    query.scan.keys.map(\.column) + verdict + left.columns + right.columns + evidence + place
  }

  private var left: CompoundFigures {
    query.isStandard ? .tickets(first) : CompoundFigures(first)
  }

  private var right: CompoundFigures {
    query.isStandard ? .sentiment(second) : CompoundFigures(second)
  }

  private var verdict: [Column] {
    [
      Column("status", .text), Column("rank", .integer),
      Column("priority", .number, part: .figure, decimals: 1, givesWay: 2),
      Column("severity", .number, part: .figure, decimals: 0, givesWay: 4),
      Column("reach", .integer, unit: .count, part: .figure, givesWay: 3),
      Column("effort", .integer, givesWay: 3),
    ]
  }

  private var evidence: [Column] {
    [
      Column(left.names.p, .number, unit: .probability, givesWay: 5),
      Column(right.names.p, .number, unit: .probability, givesWay: 5),
      Column("p", .number, unit: .probability, givesWay: 5),
      Column("q", .number, unit: .probability, givesWay: 3), left.persistence, right.persistence,
      Column("note", .text, givesWay: 3), Column("since", .period(periods.grain), givesWay: 3),
    ]
  }

  private var place: [Column] {
    [
      Column("touchpoint", .text, givesWay: 6), Column("owner", .text, givesWay: 2),
      Column("stakes", .integer, givesWay: 6),
      Column("effort_assumed", .boolean, part: .assumed(of: "effort")),
    ]
  }

  private func row(_ cell: ScanCell) -> [Value] {
    let place = found.places[cell.index]
    let verdict: [Value] = [
      .text(word(for: cell.status)), cell.rank.map { .integer(Int64($0)) } ?? .missing,
      .defined(cell.priority), .defined(cell.severity), .integer(Int64(cell.reach)),
      .integer(Int64(cell.effort.rawValue)),
    ]
    let evidence: [Value] = [
      .defined(cell.first.p), .defined(cell.second.p), .defined(cell.p), .defined(cell.q),
      .defined(cell.first.persistentEffect), .defined(cell.second.persistentEffect), note(cell),
      cell.since.map { period($0) } ?? .missing,
    ]
    return cells[cell.index] + verdict + left.values(cell, cell.first, scan.windows)
      + right.values(cell, cell.second, scan.windows) + evidence + [
        place.touchpoint.map { .text($0) } ?? .missing, place.owner.map { .text($0) } ?? .missing,
        place.stakes.map { .integer(Int64($0)) } ?? .missing, .boolean(!cell.isEffortKnown),
      ]
  }

  /// The status as it is written: `csat_only` where the first measure is csat.
  func word(for status: ScanStatus) -> String {
    switch status {
    case .firstOnly where !query.isStandard: first.signal.name + "_only"
    case .secondOnly where !query.isStandard: second.signal.name + "_only"
    default: status.rawValue
    }
  }

  func period(_ index: Int) -> Value {
    .period(CalendarPeriod(grain: periods.grain, index: Int32(periods.starts[index])))
  }

  private func note(_ cell: ScanCell) -> Value {
    var words: [String] = []
    switch cell.watchReason {
    case .onePeriod?: words.append(periods.grain == .week ? "one week" : "one day")
    case .notProven?: words.append("not proven")
    case nil: break
    }
    if cell.viralPeriod != nil { words.append("viral week left out") }
    return words.isEmpty ? .missing : .text(words.joined(separator: "; "))
  }

  // MARK: - Facts

  /// The ALL row and the footer.
  private var facts: [Fact] {
    let windows = scan.windows
    var facts: [Fact] = []
    if let all = found.whole.cells.first {
      facts += [Fact("all_status", .text(word(for: all.status)))]
      facts += left.whole.facts(all, all.first, found.whole.windows)
      facts += right.whole.facts(all, all.second, found.whole.windows)
      facts += [
        Fact("all_p", .defined(all.p), unit: .probability),
        Fact("all_reach", hasCustomers ? .integer(Int64(all.reach)) : .missing, unit: .count),
      ]
    }
    let (a, b) = (left.names.fact, right.names.fact)
    return facts + [
      Fact(
        "everybody_" + a, .defined(scan.commonMove(scan.first, isRatio: first.signal.isRatio)),
        unit: left.effectUnit),
      Fact(
        "everybody_" + b, .defined(scan.commonMove(scan.second, isRatio: second.signal.isRatio)),
        unit: right.effectUnit),
      Fact("relative", .boolean(scan.isRelative)),
      Fact("wobble_" + a, .defined(scan.first.wobble), unit: left.wobbleUnit),
      Fact("wobble_" + b, .defined(scan.second.wobble), unit: right.wobbleUnit),
      Fact("rho_" + a, .defined(scan.first.autocorrelation)),
      Fact("rho_" + b, .defined(scan.second.autocorrelation)), Fact("kappa", .defined(scan.kappa)),
      Fact("current_window", .text(periods.currentDays.text)),
      Fact("comparison_window", .text(periods.comparisonDays(windows).text)),
      Fact("current_periods", .integer(Int64(windows.current.count))),
      Fact("comparison_periods", .integer(Int64(windows.previous.count))),
      Fact("cells_eligible", .integer(Int64(scan.eligibleCells)), unit: .count),
      Fact("cells_total", .integer(Int64(scan.cells.count)), unit: .count),
      Fact("level", .number(query.scan.level), unit: .fraction),
      Fact("events_without_customer", .defined(withoutCustomer), unit: .fraction),
      Fact("top_reach", topReach.map { .integer(Int64($0)) } ?? .missing, unit: .count),
    ]
  }

  // MARK: - Notes

  private func notes(hidden: Int) -> [String] {
    var notes: [String] = []
    if hidden > 0 { notes.append("The focus hides \(hidden) cells; all of them were learned from.") }
    if found.withoutKey > 0 {
      let keys = query.scan.keys.map(\.name).joined(separator: " or ")
      notes.append("\(found.withoutKey) \(caseWords) have no \(keys) and belong to no cell.")
    }
    if let period = query.scan.period, let start = period.days.start,
      start < periods.currentDays.start ?? start
    {
      notes.append(
        "The data before is too short for all of it: the current window is \(periods.currentDays.text).")
    }
    if scan.kappa > 0.3 && !query.isStrict {
      notes.append(
        "Bad weeks hit both signals here (kappa \(twoDecimals(scan.kappa))): \(query.scan.finder) strict is safer."
      )
    }
    if !hasCustomers { notes.append("No source names customers: reach counts \(caseWords).") }
    return notes
  }

  private var caseWords: String { query.isStandard ? "tickets and mentions" : "cases" }

  /// The next sensible question.
  private func next(_ shown: [ScanCell]) -> [String] {
    guard shown.contains(where: { $0.status == .compound || $0.status == .watch }) else { return [] }
    return ["events of $[1] | keep time, kind, text | top 5 by time"]
  }
}

/// A number with two decimals, the sign only where it is negative.
func twoDecimals(_ number: Double) -> String {
  guard number.isFinite else { return "—" }
  let hundredths = Int((abs(number) * 100).rounded(.toNearestOrEven))
  let cents = hundredths % 100
  return (number < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100)." + (cents < 10 ? "0" : "")
    + "\(cents)"
}
