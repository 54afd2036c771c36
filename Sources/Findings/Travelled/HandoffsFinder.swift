import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `handoffs`: between which channels customers go with the same problem, and at what cost.
public struct HandoffsFinder: Finder {
  let query: ResolvedEpisodes
  let runner: any PlanRunner

  public init(_ query: ResolvedEpisodes, runner: any PlanRunner) {
    self.query = query
    self.runner = runner
  }

  public var keys: [ResolvedKey] { query.keys }
  public var scope: Scope? { query.keys.isEmpty ? nil : query.scope }

  public var plans: [NamedPlan] {
    [
      NamedPlan(
        "pairs",
        .travel(
          TravelPlan(
            scope: query.scope, keys: query.keys, question: .handoffs(gap: query.gap)))),
      NamedPlan("left out", .group(query.leftOutPlan)),
    ]
  }

  /// Contacts that follow each other, from one channel to another.
  struct Pair {
    var keys: [Value]
    var from, to: Value
    /// Pairs, distinct customers, the median time between in milliseconds, then the moments of the change, then those that came again.
    var sums: [Value]

    init(_ row: [Value], keyCount: Int) {
      keys = Array(row.prefix(keyCount))
      from = row[keyCount + 1]
      to = row[keyCount + 2]
      sums = Array(row.dropFirst(keyCount + 3))
    }

    var count: Double { sums[0].sum }
    var customers: Double { sums[1].sum }
    var hop: String { "\(from.words) to \(to.words)" }
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let rows = try runner.rows(of: plans[0].plan).map { Pair($0, keyCount: query.keys.count) }
    let pairs = rows.dropFirst()
    var leaving: [[Value]: Double] = [:]
    for pair in pairs { leaving[pair.keys + [pair.from], default: 0] += pair.count }
    let handoffs = pairs.filter { $0.from != $0.to }.sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      return keysAscend(left.keys + [left.from, left.to], right.keys + [right.from, right.to])
    }
    let total = handoffs.reduce(0) { $0 + $1.count }
    let customers = rows.first?.customers ?? 0
    var table = Table(
      columns: query.keys.map(\.column) + figures,
      rows: handoffs.map { row($0, leaving: leaving[$0.keys + [$0.from]] ?? 0) },
      facts: [
        Fact("all_handoffs", .integer(Int64(total)), unit: .count),
        Fact("all_customers", .integer(Int64(customers)), unit: .count),
      ])
    table.explanation = explanation(handoffs, total: total, customers: customers)
    table.notes =
      query.notes + [query.meaning + " A handoff is the next contact of it over another channel."]
      + notes + (try query.leftOut(runner))
    table.next = next(handoffs)
    return table
  }

  // MARK: - Columns and rows

  private var figures: [Column] {
    [
      Column("from", .text, part: .key), Column("to", .text, part: .key),
      Column("handoffs", .integer, unit: .count, part: .figure, bad: .up),
    ] + ShareColumns(name: "share", givesWay: 3).columns + [
      Column("customers", .integer, unit: .count, givesWay: 1),
      Column("time_lost", .number, unit: .seconds, part: .figure, bad: .up),
    ] + MeanColumns(name: "sent_change", isChange: true, givesWay: 1).columns
      + ShareColumns(name: "again", bad: .up, givesWay: 2).columns + [Column("note", .text, givesWay: 4)]
  }

  private func row(_ pair: Pair, leaving: Double) -> [Value] {
    pair.keys + [pair.from, pair.to, .integer(Int64(pair.count))]
      + ShareColumns.values(pair.count, of: leaving)
      + [.integer(Int64(pair.customers)), pair.sums[2].asNumber.map { .number($0 / 1000) } ?? .missing]
      + MeanColumns.values(pair.sums[3...5], within: -2...2)
      + ShareColumns.values(pair.sums[6].sum, of: pair.count)
      + [smallness(pair.count).map { .text($0) } ?? .missing]
  }

  // MARK: - Words

  private func explanation(_ handoffs: [Pair], total: Double, customers: Double) -> [String] {
    guard let first = handoffs.first else {
      return ["Nobody took a problem to another channel."]
    }
    var lines = [
      "\(counted(customers, "customer")) took a problem to another channel \(counted(total, "time"));"
        + " most often from \(first.hop): \(counted(first.count, "time")),"
        + " a median of \(spanText((first.sums[2].asNumber ?? .nan) / 1000)) later."
    ]
    let judged = handoffs.filter { $0.count >= leastForVerdict }
    if judged.count > 1, let slowest = judged.max(by: { $0.sums[2].sum < $1.sums[2].sum }) {
      lines.append(
        "The slowest of those with at least 10: \(slowest.hop), a median of"
          + " \(spanText(slowest.sums[2].sum / 1000)).")
    }
    if let worst = fallen(judged) {
      lines.append("Sentiment falls most from \(worst.pair.hop): \(signedText(worst.change)).")
    }
    return lines
  }

  /// The handoff after which sentiment is lower beyond chance, the largest fall.
  private func fallen(_ judged: [Pair]) -> (pair: Pair, change: Double)? {
    judged.compactMap { pair -> (pair: Pair, change: Double)? in
      let values = MeanColumns.values(pair.sums[3...5], within: -2...2)
      guard values[3].sum >= leastForVerdict, let change = values[0].asNumber, let high = values[2].asNumber,
        high < 0
      else { return nil }
      return (pair, change)
    }.min { $0.change < $1.change }
  }

  private var notes: [String] {
    [
      "share: of all next contacts after a contact over from; time_lost: the median time between the two; sent_change: the"
        + " sentiment of the second less that of the first, where both have one; again: after it the customer came once more."
    ]
  }

  private func next(_ handoffs: [Pair]) -> [String] {
    guard let first = handoffs.first, case .text(let from) = first.from else { return [] }
    return ["repeats within \(lengthText(query.gap)) by topic where channel = \(quoted(from))"]
  }
}

/// A change with its sign: `+0.10`, `-0.25`.
func signedText(_ number: Double) -> String { (number < 0 ? "" : "+") + twoDecimals(number) }

/// A text in quotes, as a statement has it.
func quoted(_ text: String) -> String {
  "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
}
