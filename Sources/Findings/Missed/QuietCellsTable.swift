import DataModel
import Semantics
import Statistics
import Vocabulary

/// The table of `silences of customers`: the places where the last thing happened to those who stopped.
struct QuietCellsTable {
  let finder: QuietCustomersFinder
  let customers: [QuietCustomer]

  /// One place.
  private struct Cell {
    let keys: [Value]
    var customers = 0
    var silent: [QuietCustomer] = []
    var test: ProportionComparison?
    var q = Double.nan

    var isLoud: Bool { q <= 0.1 && customers >= 10 }
    var status: MissedStatus { customers < 10 ? .untested : isLoud ? .losing : .heard }
  }

  func table() -> Table {
    let cells = self.cells
    var table = Table(columns: columns, rows: cells.map(row), facts: facts)
    table.isSorted = true
    table.explanation = explanation(cells)
    table.notes = finder.query.tail.notes + notes
    table.next = customers.contains(where: \.isSilent) ? ["silences of customers by customer"] : []
    let speaking = cells.count { $0.isLoud }
    let rows = max(speaking, min(cells.count, 8))
    if rows < cells.count {
      table.brief = Brief(rows: rows, others: "$ | where status in (heard, untested) shows the others")
    }
    return table
  }

  private var columns: [Column] {
    finder.keys.map(\.column) + [
      Column("status", .text), Column("silent", .integer, unit: .count, part: .figure),
      Column("share", .number, unit: .fraction, part: .figure, bad: .up),
      Column("share_low", .number, unit: .fraction, part: .low(of: "share")),
      Column("share_high", .number, unit: .fraction, part: .high(of: "share")),
      Column("share_n", .integer, unit: .count, part: .sampleSize(of: "share")),
      Column("rest_share", .number, unit: .fraction, givesWay: 3),
      Column("p", .number, unit: .probability, givesWay: 4),
      Column("q", .number, unit: .probability, givesWay: 1),
      Column("after_bad", .integer, unit: .count, part: .figure, givesWay: 1),
      Column("last_event", .text, givesWay: 1), Column("last_event_n", .integer, unit: .count, givesWay: 2),
    ]
  }

  // MARK: - Cells

  /// Those that lose more than the rest first, then by silent customers, then by key.
  private var cells: [Cell] {
    var byKeys: [[Value]: Cell] = [:]
    for customer in customers where !customer.keys.contains(.missing) {
      byKeys[customer.keys, default: Cell(keys: customer.keys)].customers += 1
      if customer.isSilent { byKeys[customer.keys]?.silent.append(customer) }
    }
    var cells = byKeys.values.sorted { keysAscend($0.keys, $1.keys) }
    let silent = Double(cells.reduce(0) { $0 + $1.silent.count })
    let all = Double(cells.reduce(0) { $0 + $1.customers })
    for index in cells.indices {
      let (hits, count) = (Double(cells[index].silent.count), Double(cells[index].customers))
      cells[index].test = ProportionComparison(
        current: (hits, count), earlier: (silent - hits, all - count))
    }
    let p = cells.map { $0.customers >= 10 ? $0.test?.pGreater ?? .nan : .nan }
    for (index, q) in FalseDiscovery.benjaminiHochberg(p).enumerated() { cells[index].q = q }
    return cells.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.isLoud != b.isLoud { return a.isLoud }
      return a.silent.count != b.silent.count
        ? a.silent.count > b.silent.count : left.offset < right.offset
    }.map(\.element)
  }

  private func row(_ cell: Cell) -> [Value] {
    let share = Interval.proportion(Double(cell.silent.count), of: Double(cell.customers))
    let rest = (cell.test?.difference).map { share.estimate - $0 } ?? .nan
    let last = MissedWords.mostFrequent(cell.silent.map(\.lastEvent))
    return cell.keys + [
      .text(cell.status.rawValue), .integer(Int64(cell.silent.count)), .defined(share.estimate),
      .defined(share.low), .defined(share.high), .integer(Int64(cell.customers)), .defined(rest),
      .defined(cell.q.isNaN ? .nan : cell.test?.pGreater ?? .nan), .defined(cell.q),
      .integer(Int64(cell.silent.count { $0.wasBad })), last.map { .text($0.text) } ?? .missing,
      last.map { .integer(Int64($0.count)) } ?? .missing,
    ]
  }

  // MARK: - Words

  private var silent: [QuietCustomer] { customers.filter(\.isSilent) }

  private var facts: [Fact] {
    let share = Interval.proportion(Double(silent.count), of: Double(customers.count))
    return [
      Fact("silent", .integer(Int64(silent.count)), unit: .count),
      Fact("customers", .integer(Int64(customers.count)), unit: .count),
      Fact("share", .defined(share.estimate), unit: .fraction),
      Fact("share_low", .defined(share.low), unit: .fraction),
      Fact("share_high", .defined(share.high), unit: .fraction),
      Fact("after_bad", .integer(Int64(silent.count { $0.wasBad })), unit: .count),
    ]
  }

  private func explanation(_ cells: [Cell]) -> [String] {
    guard !customers.isEmpty else { return ["No customer has three events or more."] }
    let share = Double(silent.count) / Double(customers.count)
    let bad = silent.count { $0.wasBad }
    let loud = cells.filter(\.isLoud)
    let verdict =
      loud.isEmpty
      ? "No place loses more of them than the rest, beyond chance."
      : "More than elsewhere stopped after \(MissedWords.examples(loud.map(\.keys)))."
    return [
      "\(MissedWords.count(silent.count, "customer")) of \(grouped(customers.count)) with three events or more"
        + " (\(MissedWords.percent(share))) have been quiet for longer than chance would have it;"
        + " for \(grouped(bad)) of them the last contact was a bad one.", verdict,
    ]
  }

  private var notes: [String] { QuietCustomersList.notes(customers.count, keys: finder.keys, customers) }
}
