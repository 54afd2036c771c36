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
    finder.keys.map(\.column) + [
      Column("status", .text, givesWay: 2),
      Column("priority", .number, part: .figure, decimals: 1),
      Column("reach", .integer, unit: .count, part: .figure, givesWay: 2),
      Column("severity", .number, part: .figure, decimals: 0, givesWay: 2),
      Column("effort", .integer), Column("owner", .text),
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
      .defined(cell.severity), .integer(Int64(cell.effort.rawValue)), .known(place.owner),
      .known(fix.range?.low), .known(fix.range?.high), .defined(cell.first.effect),
      .defined(cell.second.effect), .defined(cell.first.excess), .defined(cell.q),
      cell.since.map(period) ?? .missing, .known(place.touchpoint), .known(place.stakes),
      .boolean(!cell.isEffortKnown), .known(fix.quotes.first), .known(fix.quotes.dropFirst().first),
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
