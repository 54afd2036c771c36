import DataModel
import Semantics
import Vocabulary

/// The table of `silences of customers by customer`: each of those who stopped.
struct QuietCustomersList {
  let finder: QuietCustomersFinder
  let customers: [QuietCustomer]

  func table() -> Table {
    let silent = customers.filter(\.isSilent).sorted {
      if $0.wasBad != $1.wasBad { return $0.wasBad }
      return $0.p != $1.p ? $0.p < $1.p : textAscends($0.name, $1.name)
    }
    var table = Table(columns: columns, rows: silent.map(row))
    table.isSorted = true
    table.explanation = [
      "\(MissedWords.count(silent.count, "customer")) of \(grouped(customers.count)) with three events or more"
        + " stopped; first those whose last contact was a bad one, the least likely silence first."
    ]
    table.notes = finder.query.tail.notes + Self.notes(customers.count, keys: [], customers)
    table.next = silent.isEmpty ? [] : [MissedWords.look(finder.keys, first: [.text("")])]
    return table
  }

  private var columns: [Column] {
    finder.keys.map(\.column) + [
      Column("contacts", .integer, unit: .count, part: .figure),
      Column("span", .number, unit: .seconds, givesWay: 1),
      Column("quiet", .number, unit: .seconds, part: .figure),
      Column("p", .number, unit: .probability, part: .figure), Column("after_bad", .boolean),
      Column("last_time", .instant, givesWay: 1), Column("last_event", .text),
    ]
  }

  private func row(_ customer: QuietCustomer) -> [Value] {
    [
      .text(customer.name), .integer(Int64(customer.contacts)), .number(customer.span * 86_400),
      .number(customer.quiet * 86_400), .defined(customer.p), .boolean(customer.wasBad), customer.lastTime,
      customer.lastEvent,
    ]
  }

  /// What both tables say below themselves.
  static func notes(_ count: Int, keys: [ResolvedKey], _ customers: [QuietCustomer]) -> [String] {
    var notes = [
      "Silent: the chance of such a gap is at most 1 %, it lasts 14 days or more, and the last event was no"
        + " resolved ticket and no kind word. Of \(grouped(count)) customers about \(grouped((count + 50) / 100))"
        + " would look so by chance, more where contacts come in bursts."
    ]
    let lost = customers.count { $0.keys.contains(.missing) }
    if lost > 0, !keys.isEmpty {
      let names = MissedWords.names(of: keys)
      notes.insert(
        "The last event of \(MissedWords.count(lost, "customer")) has no \(names): in no row.", at: 0)
    }
    return notes
  }
}
