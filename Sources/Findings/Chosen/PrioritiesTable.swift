import DataModel
import Semantics
import Statistics
import Syntax
import Vocabulary

/// Makes the table of `priorities`.
struct PrioritiesTable {
  let finder: PrioritiesFinder
  let found: CompoundScan
  let fixes: [Fix]

  func table() -> Table {
    var table = Table(columns: columns, rows: fixes.map(row))
    table.facts = [
      Fact("current_window", .text(finder.compound.periods.currentDays.text)),
      Fact("compound", .integer(Int64(count(.compound))), unit: .count),
      Fact("watch", .integer(Int64(count(.watch))), unit: .count),
      Fact("cells_eligible", .integer(Int64(found.scan.eligibleCells)), unit: .count),
      Fact("cells_total", .integer(Int64(found.scan.cells.count)), unit: .count),
    ]
    let words = PrioritiesWords(finder: finder, found: found, fixes: fixes)
    table.explanation = words.explanation
    table.notes = finder.query.compound.scan.notes + words.notes
    table.next = words.next
    return table
  }

  private func count(_ status: ScanStatus) -> Int { found.scan.cells(status).count }

  private var columns: [Column] {
    finder.keys.map(\.column) + verdict + planned + costs + evidence
  }

  private var verdict: [Column] {
    [
      Column("status", .text, givesWay: 2),
      Column("priority", .number, part: .figure, decimals: 1),
      Column("reach", .integer, unit: .count, part: .figure, givesWay: 2),
      Column("severity", .number, part: .figure, decimals: 0, givesWay: 2),
      Column("effort", .integer), Column("owner", .text),
    ]
  }

  private var isPlanned: Bool { fixes.contains { $0.plan?.target != nil || $0.plan?.due != nil } }

  /// The target, and what its measure stands at; only where something is planned.
  private var planned: [Column] {
    guard isPlanned else { return [] }
    return [
      Column("target", .text), Column("target_now", .number, part: .figure, decimals: 2),
      Column("target_now_low", .number, part: .low(of: "target_now"), decimals: 2),
      Column("target_now_high", .number, part: .high(of: "target_now"), decimals: 2),
      Column("target_now_n", .integer, unit: .count, part: .sampleSize(of: "target_now")),
      Column("target_met", .boolean), Column("due", .period(.day)),
    ]
  }

  private var isPriced: Bool { finder.plansOfFixes.costPerContact != nil }

  /// Only where a contact has a cost.
  private var costs: [Column] {
    guard isPriced else { return [] }
    return [
      Column("cost", .number, unit: .currency, part: .figure, bad: .up, decimals: 0),
      Column("annual_value", .number, unit: .currency, part: .figure, decimals: 0, givesWay: 1),
      Column("annual_value_n", .integer, unit: .count, part: .sampleSize(of: "annual_value")),
    ]
  }

  private var evidence: [Column] {
    [
      Column("rank_low", .integer, givesWay: 3), Column("rank_high", .integer, givesWay: 3),
      Column("ticket_ratio", .number, unit: .ratio, part: .figure, bad: .up, decimals: 2),
      Column("sent_change", .number, unit: .score, part: .figure, isChange: true, bad: .down, decimals: 2),
      Column("excess_tickets", .number, unit: .count, isChange: true, decimals: 0, givesWay: 4),
      Column("q", .number, unit: .probability, givesWay: 4),
      Column("since", .period(finder.compound.periods.grain), givesWay: 5),
      Column("touchpoint", .text, givesWay: 5), Column("stakes", .integer, givesWay: 6),
      Column("effort_assumed", .boolean, part: .assumed(of: "effort")),
      Column("quote", .text, givesWay: 1), Column("quote_2", .text, givesWay: 7),
    ]
  }

  private func row(_ fix: Fix) -> [Value] {
    let (cell, place) = (fix.cell, fix.place)
    return fix.keys + [
      .text(cell.status.rawValue), .defined(cell.priority), .integer(Int64(cell.reach)),
      .defined(cell.severity), .integer(Int64(cell.effort.rawValue)), .known(fix.owner),
    ] + planned(fix) + costs(fix) + [
      .known(fix.range?.low), .known(fix.range?.high), .defined(cell.first.effect),
      .defined(cell.second.effect), .defined(cell.first.excess), .defined(cell.q),
      cell.since.map(period) ?? .missing, .known(place.touchpoint), .known(place.stakes),
      .boolean(!cell.isEffortKnown), .known(fix.quotes.first), .known(fix.quotes.dropFirst().first),
    ]
  }

  private func planned(_ fix: Fix) -> [Value] {
    guard isPlanned else { return [] }
    let now = fix.standing
    let isMet = now?.value.asNumber.flatMap { figure in fix.plan?.target.map { $0.isMet(by: figure) } }
    return [
      .known(fix.plan?.target?.written.printed), now?.value ?? .missing, now?.low ?? .missing,
      now?.high ?? .missing, now?.count ?? .missing, isMet.map { .boolean($0) } ?? .missing,
      fix.plan?.due.map { .period(CalendarPeriod(grain: .day, index: Int32($0))) } ?? .missing,
    ]
  }

  /// Contacts beyond those of everybody's course, at their cost; none where there are fewer.
  private func costs(_ fix: Fix) -> [Value] {
    guard let cost = finder.plansOfFixes.costPerContact else { return [] }
    return [
      .defined(fix.cell.first.excess.isNaN ? .nan : max(0, fix.cell.first.excess) * cost),
      fix.value.map { .number($0.sum) } ?? .missing, .known(fix.value?.customers),
    ]
  }

  private func period(_ index: Int) -> Value {
    let periods = finder.compound.periods
    return .period(CalendarPeriod(grain: periods.grain, index: Int32(periods.starts[index])))
  }
}

extension Value {
  /// A text, or missing.
  static func known(_ text: String?) -> Value { text.map { .text($0) } ?? .missing }
  /// A whole number, or missing.
  static func known(_ number: Int?) -> Value { number.map { .integer(Int64($0)) } ?? .missing }
}
