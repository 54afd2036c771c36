import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `repeats`: who had to explain the same problem again over another channel (method 4, unconnected repeats).
public struct RepeatsFinder: Finder {
  let query: ResolvedEpisodes
  let runner: any PlanRunner

  public init(_ query: ResolvedEpisodes, runner: any PlanRunner) {
    self.query = query
    self.runner = runner
  }

  public var keys: [ResolvedKey] { query.keys }
  public var scope: Scope? { query.scope }

  public var plans: [NamedPlan] {
    [
      NamedPlan("episodes", .travel(plan(.episodes(gap: query.gap)))),
      NamedPlan("left out", .group(query.leftOutPlan)),
    ]
  }

  private func plan(_ question: TravelPlan.Question) -> TravelPlan {
    TravelPlan(scope: query.scope, keys: query.keys, question: question)
  }

  /// The sums of a group of episodes.
  struct Group {
    var keys: [Value]
    var episodes, repeated, unconnected, customers: Double
    var p = Double.nan
    var q = Double.nan

    init(_ row: [Value], keyCount: Int) {
      keys = Array(row.prefix(keyCount))
      let sums = row.dropFirst(keyCount + 2).map(\.sum)
      (episodes, repeated, unconnected, customers) = (sums[0], sums[1], sums[2], sums[3])
    }
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let count = query.keys.count
    let rows = try runner.rows(of: plans[0].plan)
    let whole = Group(rows[0], keyCount: count)
    let ofGroups = rows.dropFirst().filter { $0[count + 1].isMissing }
    let groups = ranked(ofGroups.map { Group($0, keyCount: count) }, whole)
    let hops = Hops(rows.filter { !$0[count + 1].isMissing }, keyCount: count)
    var table = Table(
      columns: query.keys.map(\.column) + figures,
      rows: groups.map { row($0, hops) }, facts: facts(whole, hops))
    table.explanation = explanation(whole, groups, hops)
    table.notes = query.notes + [query.meaning] + (try query.leftOut(runner)) + comparison(groups)
    table.next = next(groups)
    return table
  }

  /// With the test of each group against the others, the most unconnected episodes first.
  private func ranked(_ groups: [Group], _ whole: Group) -> [Group] {
    var tested = groups
    for index in groups.indices where groups.count > 1 && groups[index].episodes >= leastForVerdict {
      let group = groups[index]
      tested[index].p =
        ProportionComparison(
          current: (group.unconnected, group.episodes),
          earlier: (whole.unconnected - group.unconnected, whole.episodes - group.episodes)
        ).pGreater
    }
    let qValues = FalseDiscovery.benjaminiHochberg(tested.map(\.p))
    for index in tested.indices { tested[index].q = qValues[index] }
    return tested.sorted { left, right in
      if left.unconnected != right.unconnected { return left.unconnected > right.unconnected }
      return keysAscend(left.keys, right.keys)
    }
  }

  // MARK: - Columns and rows

  private var figures: [Column] {
    [
      Column("episodes", .integer, unit: .count, givesWay: 2),
      Column("repeated", .integer, unit: .count, givesWay: 3),
      Column("unconnected", .integer, unit: .count, part: .figure, bad: .up),
    ] + ShareColumns(name: "share", bad: .up).columns + [
      Column("customers", .integer, unit: .count), Column("top_hop", .text, givesWay: 1),
      Column("top_hop_count", .integer, unit: .count, givesWay: 4),
      Column("p", .number, unit: .probability, givesWay: 5),
      Column("q", .number, unit: .probability, givesWay: 3), Column("note", .text, givesWay: 4),
    ]
  }

  private func row(_ group: Group, _ hops: Hops) -> [Value] {
    let top = hops.top[group.keys]
    let counts = [group.episodes, group.repeated, group.unconnected].map { Value.integer(Int64($0)) }
    return group.keys + counts + ShareColumns.values(group.unconnected, of: group.episodes) + [
      .integer(Int64(group.customers)), top.map { .text($0.hop) } ?? .missing,
      top.map { .integer(Int64($0.count)) } ?? .missing, .defined(group.p), .defined(group.q),
      smallness(group.episodes).map { .text($0) } ?? .missing,
    ]
  }

  private func facts(_ whole: Group, _ hops: Hops) -> [Fact] {
    let share = ShareColumns.values(whole.unconnected, of: whole.episodes)
    return [
      Fact("all_episodes", .integer(Int64(whole.episodes)), unit: .count),
      Fact("all_repeated", .integer(Int64(whole.repeated)), unit: .count),
      Fact("all_unconnected", .integer(Int64(whole.unconnected)), unit: .count),
      Fact("all_share", share[0], unit: .fraction), Fact("all_share_low", share[1], unit: .fraction),
      Fact("all_share_high", share[2], unit: .fraction),
      Fact("all_customers", .integer(Int64(whole.customers)), unit: .count),
      Fact("all_top_hop", hops.topOfAll.map { .text($0.hop) } ?? .missing),
    ]
  }

  // MARK: - Words

  private func explanation(_ whole: Group, _ groups: [Group], _ hops: Hops) -> [String] {
    guard whole.episodes > 0 else { return ["No contact here names both a customer and a topic."] }
    guard whole.unconnected > 0 else {
      return ["None of \(counted(whole.episodes, "episode")) went over two channels."]
    }
    let most = hops.topOfAll.map { ", most often from \($0.hop.replacingHop) (\(counted($0.count, "time")))" }
    var lines = [
      "\(counted(whole.customers, "customer")) explained the same problem again over another channel:"
        + " \(Int(whole.unconnected)) of \(counted(whole.episodes, "episode"))"
        + " (\(percentText(whole.unconnected / whole.episodes)))\(most ?? "")."
    ]
    let above = groups.filter { $0.q <= travelLevel }
    if groups.count > 1 {
      let names = above.prefix(5).map { "\($0.keys.words) (\(percentText($0.unconnected / $0.episodes)))" }
      lines.append(
        above.isEmpty
          ? "No \(query.keys.map(\.name).joined(separator: ", ")) stands out from the others beyond chance."
          : "More than elsewhere, beyond chance: \(names.joined(separator: "; "))\(above.count > 5 ? " …" : "")."
      )
    }
    return lines
  }

  private func comparison(_ groups: [Group]) -> [String] {
    guard groups.count > 1 else { return [] }
    return [
      "p: the share beside that of all other rows; q corrects it for the number of rows (Benjamini-Hochberg, 0.10)."
        + " A row that does not stand out is not fine for that."
    ]
  }

  private func next(_ groups: [Group]) -> [String] {
    guard let first = groups.first, first.unconnected > 0 else { return [] }
    return [
      "handoffs within \(lengthText(query.gap))", "events of $[1] | keep time, customer, channel, text",
    ]
  }
}

/// How often contacts of an episode went from one channel to another, the most frequent of each group.
struct Hops {
  typealias Hop = (hop: String, count: Double)
  private(set) var top: [[Value]: Hop] = [:]
  private(set) var topOfAll: Hop?

  /// - Parameter rows: keys, false, the hop, how many; hops of a group in the order of their bytes.
  init(_ rows: [[Value]], keyCount: Int) {
    var all: [String: Double] = [:]
    for row in rows {
      guard case .text(let hop) = row[keyCount + 1] else { continue }
      let keys = Array(row.prefix(keyCount))
      let count = row[keyCount + 2].sum
      all[hop, default: 0] += count
      if count > top[keys]?.count ?? 0 { top[keys] = (hop, count) }
    }
    for (hop, count) in all.sorted(by: { textAscends($0.key, $1.key) }) where count > topOfAll?.count ?? 0 {
      topOfAll = (hop, count)
    }
  }
}

extension String {
  /// `phone > email` as a sentence has it.
  fileprivate var replacingHop: String { split(separator: " > ").joined(separator: " to ") }
}

extension ResolvedEpisodes {
  var meaning: String {
    "An episode is a run of contacts (tickets, calls, mentions, reviews) of one customer on one topic,"
      + " at most \(lengthText(gap)) apart."
  }

  /// Contacts of the scope, and those that cannot be matched.
  var leftOutPlan: GroupPlan {
    GroupPlan(
      scope: scope, keys: [],
      statistics: [
        Statistic(.count), Statistic(.count, where: .isMissing(.customer)),
        Statistic(.count, where: .isMissing(FieldReference(.topic))),
        Statistic(.count, where: .isMissing(FieldReference(.channel))),
      ])
  }

  /// What cannot be matched, in words.
  func leftOut(_ runner: any PlanRunner) throws -> [String] {
    let sums = try runner.run(leftOutPlan).rows.first?.sums.map(\.sum) ?? []
    guard sums.count == 4, sums[0] > 0 else { return [] }
    let parts = zip(sums.dropFirst(), ["customer", "topic", "channel"]).filter { $0.0 > 0 }
      .map { "\(Int($0)) without \($1)" }
    guard !parts.isEmpty else { return [] }
    let list = parts.joined(separator: ", ")
    return [
      "Of \(counted(sums[0], "contact")), \(list): a contact without customer or topic belongs to no episode,"
        + " one without channel is no change of channel."
    ]
  }
}
