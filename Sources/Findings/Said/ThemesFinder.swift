import DataModel
import Planning
import Semantics
import Vocabulary

/// Answers `themes`: how much of what customers say each rule covers, where, and whether it grows.
public struct ThemesFinder: Finder {
  let query: ResolvedThemes
  let runner: any PlanRunner
  let hasSentiment: Bool
  let hasCustomers: Bool

  public init(_ query: ResolvedThemes, runner: any PlanRunner, data: any DataCatalog) {
    self.query = query
    self.runner = runner
    hasSentiment = !(data.fields["sentiment"]?.kinds.isDisjoint(with: query.tail.scope.kinds ?? []) ?? true)
    hasCustomers = data.fields["customer"] != nil
  }

  public var keys: [ResolvedKey] { query.tail.keys }

  /// The texts that are counted.
  public var scope: Scope? { query.isDuring ? query.tail.scope.during(query.now) : query.tail.scope }

  public var plans: [NamedPlan] {
    [NamedPlan("texts", .group(textPlan))]
      + (hasCustomers ? [NamedPlan("customers", .group(customerPlan))] : [])
      + query.rules.map { NamedPlan("quote of \($0.name)", .verbatims(quotePlan($0))) }
  }

  /// Texts by place, by the rules that fit, and by the time: each rule is tested once for each text.
  private var textPlan: GroupPlan {
    let flags = query.rules.enumerated().map {
      ResolvedKey(name: "rule\($0)", form: .condition($1.condition))
    }
    let times = query.now.map { days in
      [
        ResolvedKey(name: "now", form: .condition(days.condition)),
        ResolvedKey(name: "before", form: .condition(DayRange(start: nil, end: days.start).condition)),
      ]
    }
    let sentiment = hasSentiment ? Measure(.netSentiment).statistics : []
    return GroupPlan(
      scope: query.tail.scope, keys: query.tail.keys + flags + (times ?? []),
      statistics: [Statistic(.count)] + sentiment)
  }

  /// Distinct customers of each rule, of no rule, and of all.
  private var customerPlan: GroupPlan {
    let conditions = query.rules.map(\.condition)
    let customers = (conditions + [.not(.any(conditions))]).map {
      Statistic(.distinct, of: .customer, where: $0)
    }
    return GroupPlan(
      scope: scope ?? query.tail.scope, keys: query.tail.keys,
      statistics: customers + [Statistic(.distinct, of: .customer)])
  }

  private func quotePlan(_ rule: ResolvedThemes.Rule) -> VerbatimPlan {
    VerbatimPlan(
      scope: (scope ?? query.tail.scope).narrowed(to: rule.condition), keys: query.tail.keys,
      fields: [FieldReference(.text)], count: 1, seed: 1)
  }

  // MARK: - The answer

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    var places: [[Value]: Int] = [:]
    var found: [ThemePlace] = []
    for row in try runner.run(textPlan).rows.map(themeRow) {
      let place = places[row.keys] ?? found.count
      if place == found.count {
        places[row.keys] = place
        found.append(ThemePlace(keys: row.keys, count: query.rules.count))
      }
      found[place].add(row)
    }
    if hasCustomers { try addCustomers(to: &found, places) }
    let quotes = try query.rules.map { rule in
      try runner.rows(of: .verbatims(quotePlan(rule))).reduce(into: [[Value]: Value]()) { quotes, row in
        quotes[Array(row.dropLast())] = row.last
      }
    }
    return ThemeTableBuilder(
      query: query, places: found.filter { $0.all.texts > 0 }, quotes: quotes, hasSentiment: hasSentiment,
      hasCustomers: hasCustomers
    ).table()
  }

  private func themeRow(_ row: GroupedSums.Row) -> ThemeRow {
    let first = query.tail.keys.count
    let flags = row.keys.dropFirst(first).map { $0 == .boolean(true) }
    let fits = Array(flags.prefix(query.rules.count))
    let isNow = query.now != nil && flags[query.rules.count]
    let sums = row.sums.map { $0.asNumber ?? 0 }
    return ThemeRow(
      keys: Array(row.keys.prefix(first)), fits: fits, isNow: isNow,
      isBefore: query.now != nil && flags[query.rules.count + 1], isInside: !query.isDuring || isNow,
      texts: sums[0], positive: hasSentiment ? sums[1] : 0, negative: hasSentiment ? sums[2] : 0,
      rated: hasSentiment ? sums[3] : 0)
  }

  private func addCustomers(to places: inout [ThemePlace], _ positions: [[Value]: Int]) throws {
    for row in try runner.run(customerPlan).rows {
      guard let place = positions[row.keys] else { continue }
      let counts = row.sums.map { $0.asNumber ?? 0 }
      for rule in query.rules.indices { places[place].rules[rule].customers = counts[rule] }
      places[place].untagged.customers = counts[query.rules.count]
      places[place].all.customers = counts[query.rules.count + 1]
    }
  }
}
