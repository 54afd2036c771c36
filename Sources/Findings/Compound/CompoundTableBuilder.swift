import DataModel
import Semantics
import Statistics
import Vocabulary

/// Makes the table of `compound` with the columns of method 3.12, its facts and its words.
struct CompoundTableBuilder {
  let query: ResolvedCompound
  let periods: CompoundPeriods
  let cells: [[Value]]
  let places: [CellPlace]
  let scan: ScanResult
  let whole: ScanResult
  let withoutKey: Int
  let withoutCustomer: Double
  let topReach: Double?
  let hasCustomers: Bool

  func table() -> Table {
    let shown = ordered.filter { query.isShown(cells[$0.index]) }
    var table = Table(columns: columns, rows: shown.map(row), facts: facts)
    table.explanation = CompoundWords(builder: self, shown: shown).sentences
    table.notes = query.notes + notes(hidden: scan.cells.count - shown.count)
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

  private var columns: [Column] { query.keys.map(\.column) + verdict + tickets + mentions + evidence + place }

  private var verdict: [Column] {
    [
      Column("status", .text), Column("rank", .integer),
      Column("priority", .number, part: .figure, decimals: 1, givesWay: 2),
      Column("severity", .number, part: .figure, decimals: 0, givesWay: 4),
      Column("reach", .integer, unit: .count, part: .figure, givesWay: 3),
      Column("effort", .integer, givesWay: 3),
    ]
  }

  private var tickets: [Column] {
    [
      Column("tickets_prev", .integer, unit: .count, givesWay: 1),
      Column("tickets_cur", .integer, unit: .count, givesWay: 1),
      Column("ticket_ratio", .number, unit: .ratio, part: .figure, bad: .up, decimals: 2),
      Column("ticket_ratio_rel", .number, unit: .ratio, bad: .up, decimals: 2, givesWay: 4),
      Column("excess_tickets", .number, unit: .count, isChange: true, decimals: 0, givesWay: 4),
    ]
  }

  private var mentions: [Column] {
    [
      Column("mentions_prev", .integer, unit: .count, givesWay: 5),
      Column("mentions_cur", .integer, unit: .count, givesWay: 5),
      Column("sent_change", .number, unit: .score, part: .figure, isChange: true, bad: .down, decimals: 2),
      Column("sent_change_rel", .number, unit: .score, isChange: true, bad: .down, decimals: 2, givesWay: 4),
    ]
  }

  private var evidence: [Column] {
    [
      Column("ticket_p", .number, unit: .probability, givesWay: 5),
      Column("sent_p", .number, unit: .probability, givesWay: 5),
      Column("p", .number, unit: .probability, givesWay: 5),
      Column("q", .number, unit: .probability, givesWay: 3),
      Column("persist_ratio", .number, unit: .ratio, decimals: 2, givesWay: 6),
      Column("persist_change", .number, unit: .score, isChange: true, decimals: 2, givesWay: 6),
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
    let place = places[cell.index]
    return cells[cell.index] + [
      .text(cell.status.rawValue), cell.rank.map { .integer(Int64($0)) } ?? .missing, .defined(cell.priority),
      .defined(cell.severity), .integer(Int64(cell.reach)), .integer(Int64(cell.effort.rawValue)),
      .integer(Int64(cell.first.previous)), .integer(Int64(cell.first.current)), .defined(cell.first.effect),
      .defined(cell.first.relativeEffect), .defined(cell.first.excess), .integer(Int64(cell.second.previous)),
      .integer(Int64(cell.second.current)), .defined(cell.second.effect),
      .defined(cell.second.relativeEffect),
      .defined(cell.first.p), .defined(cell.second.p), .defined(cell.p), .defined(cell.q),
      .defined(cell.first.persistentEffect), .defined(cell.second.persistentEffect), note(cell),
      cell.since.map { period($0) } ?? .missing, place.touchpoint.map { .text($0) } ?? .missing,
      place.owner.map { .text($0) } ?? .missing, place.stakes.map { .integer(Int64($0)) } ?? .missing,
      .boolean(!cell.isEffortKnown),
    ]
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
    let all = whole.cells.first
    let windows = scan.windows
    var facts: [Fact] = []
    if let all {
      facts += [
        Fact("all_status", .text(all.status.rawValue)),
        Fact("all_tickets_prev", .integer(Int64(all.first.previous)), unit: .count),
        Fact("all_tickets_cur", .integer(Int64(all.first.current)), unit: .count),
        Fact("all_ticket_ratio", .defined(all.first.effect), unit: .ratio),
        Fact("all_mentions_prev", .integer(Int64(all.second.previous)), unit: .count),
        Fact("all_mentions_cur", .integer(Int64(all.second.current)), unit: .count),
        Fact("all_sent_change", .defined(all.second.effect), unit: .score),
        Fact("all_p", .defined(all.p), unit: .probability),
        Fact("all_reach", hasCustomers ? .integer(Int64(all.reach)) : .missing, unit: .count),
      ]
    }
    return facts + [
      Fact("everybody_tickets", .defined(scan.commonRatio), unit: .ratio),
      Fact("everybody_sentiment", .defined(scan.commonChange), unit: .score),
      Fact("relative", .boolean(scan.isRelative)),
      Fact("wobble_tickets", .defined(scan.first.wobble), unit: .fraction),
      Fact("wobble_sentiment", .defined(scan.second.wobble), unit: .score),
      Fact("rho_tickets", .defined(scan.first.autocorrelation)),
      Fact("rho_sentiment", .defined(scan.second.autocorrelation)), Fact("kappa", .defined(scan.kappa)),
      Fact("current_window", .text(periods.currentDays.text)),
      Fact("comparison_window", .text(periods.comparisonDays(windows).text)),
      Fact("current_periods", .integer(Int64(windows.current.count))),
      Fact("comparison_periods", .integer(Int64(windows.previous.count))),
      Fact("cells_eligible", .integer(Int64(scan.eligibleCells)), unit: .count),
      Fact("cells_total", .integer(Int64(scan.cells.count)), unit: .count),
      Fact("level", .number(query.level), unit: .fraction),
      Fact("events_without_customer", .defined(withoutCustomer), unit: .fraction),
      Fact("top_reach", topReach.map { .integer(Int64($0)) } ?? .missing, unit: .count),
    ]
  }

  // MARK: - Notes

  private func notes(hidden: Int) -> [String] {
    var notes: [String] = []
    if hidden > 0 { notes.append("The focus hides \(hidden) cells; all of them were learned from.") }
    if withoutKey > 0 {
      let keys = query.keys.map(\.name).joined(separator: " or ")
      notes.append("\(withoutKey) tickets and mentions have no \(keys) and belong to no cell.")
    }
    if let period = query.period, let start = period.days.start, start < periods.currentDays.start ?? start {
      notes.append(
        "The data before is too short for all of it: the current window is \(periods.currentDays.text).")
    }
    if scan.kappa > 0.3 && !query.isStrict {
      notes.append(
        "Bad weeks hit both signals here (kappa \(twoDecimals(scan.kappa))): compound strict is safer.")
    }
    if !hasCustomers { notes.append("No source names customers: reach counts tickets and mentions.") }
    return notes
  }

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
