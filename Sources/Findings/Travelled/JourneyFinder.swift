import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `journey`: the common paths of customers, and what each costs.
public struct JourneyFinder: Finder {
  let query: ResolvedJourney
  let runner: any PlanRunner

  /// Steps of a path.
  static let length = 5
  /// Paths that are shown.
  static let most = 100

  public init(_ query: ResolvedJourney, runner: any PlanRunner) {
    self.query = query
    self.runner = runner
  }

  public var keys: [ResolvedKey] { [] }
  /// A row is about customers, not about events of its own.
  public var scope: Scope? { nil }

  public var plans: [NamedPlan] {
    [
      NamedPlan(
        "",
        .travel(
          TravelPlan(
            scope: query.scope, keys: [],
            question: .paths(query.field, length: Self.length, most: Self.most))))
    ]
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let rows = try runner.rows(of: plans[0].plan)
    let whole = rows.first
    let total = whole?[2].sum ?? 0
    let paths = rows.dropFirst()
    var table = Table(
      columns: columns, rows: total > 0 ? paths.map { row($0, of: total) } : [],
      facts: total > 0 ? facts(whole ?? [], of: total) : [])
    table.explanation = explanation(Array(paths), whole)
    // One row is that of all customers.
    let others = Int(whole?[10].sum ?? 1) - 1 - paths.count
    table.notes = query.notes + notes(others: others)
    if rows.count > 11 { table.brief = Brief(rows: 10, others: "$ | top 100 shows the others") }
    if query.field.name == "stage", !paths.isEmpty { table.next = ["journey by channel", "funnel"] }
    return table
  }

  private var columns: [Column] {
    [Column("path", .text, part: .key), Column("customers", .integer, unit: .count, part: .figure)]
      + ShareColumns(name: "share").columns + [
        Column("contacts_per_customer", .number, part: .figure, bad: .up, decimals: 2, givesWay: 1),
        Column("escalations", .integer, unit: .count, bad: .up, givesWay: 5),
      ] + ShareColumns(name: "escalated", bad: .up, givesWay: 3).columns + [
        Column("time", .number, unit: .seconds, givesWay: 4)
      ] + MeanColumns(name: "sent_last").columns + [Column("note", .text, givesWay: 6)]
  }

  private func row(_ row: [Value], of total: Double) -> [Value] {
    let count = row[2].sum
    return [row[1], .integer(Int64(count))] + ShareColumns.values(count, of: total)
      + [.defined(row[3].sum / count), .integer(Int64(row[4].sum))]
      + ShareColumns.values(row[5].sum, of: count) + [row[6].asNumber.map { .number($0 / 1000) } ?? .missing]
      + MeanColumns.values(row[7...9], within: -1...1)
      + [smallness(count).map { .text($0) } ?? .missing]
  }

  private func facts(_ whole: [Value], of total: Double) -> [Fact] {
    let values = row(whole, of: total)
    return zip(columns, values).compactMap { column, value in
      let isShown = ["customers", "contacts_per_customer", "escalations", "escalated", "time", "sent_last"]
        .contains(column.name)
      return isShown ? Fact(Table.everybodyPrefix + column.name, value, unit: column.unit) : nil
    }
  }

  private func explanation(_ paths: [[Value]], _ whole: [Value]?) -> [String] {
    guard let first = paths.first, let whole, whole[2].sum > 0 else {
      return ["No customer has an event with a \(query.field.name)."]
    }
    let total = whole[2].sum
    var lines = [
      "The most common path of \(counted(total, "customer")): \(first[1].words)"
        + " (\(counted(first[2].sum, "customer")), \(percentText(first[2].sum / total)))."
    ]
    let judged = paths.filter { $0[2].sum >= leastWithoutMark }
    if judged.count > 1, let dearest = judged.max(by: { $0[3].sum / $0[2].sum < $1[3].sum / $1[2].sum }) {
      lines.append(
        "The dearest of those with at least 30 customers: \(dearest[1].words), "
          + "\(twoDecimals(dearest[3].sum / dearest[2].sum)) tickets and calls a customer"
          + " (all: \(twoDecimals(whole[3].sum / total))).")
    }
    return lines
  }

  private func notes(others: Int) -> [String] {
    let rest = others > 0 ? " \(others) rarer paths are left out." : ""
    return [
      "A path is the first \(Self.length) values of \(query.field.name) in the order of time, the same in a row taken as one."
        + rest,
      "contacts are tickets and calls; time: the median from the first to the last event; sent_last: the mean of each customer's"
        + " last sentiment. Events without a customer take no part, and customers from before the data do not begin here.",
    ]
  }
}
