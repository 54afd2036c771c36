import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `advocates`: happy customers who have said nothing in public since, and were not asked to.
public struct AdvocatesFinder: Finder {
  let query: ResolvedAdvocates
  let runner: any PlanRunner

  public init(_ query: ResolvedAdvocates, runner: any PlanRunner) {
    self.query = query
    self.runner = runner
  }

  public var keys: [ResolvedKey] { query.tail.keys }
  public var plans: [NamedPlan] { [NamedPlan("", .advocates(plan))] }

  /// The happy events after which nothing was said or asked.
  public var scope: Scope? {
    let voice = Condition.among(.kind, query.voice.map(\.rawValue).sorted().map { .text($0) })
    let heard = query.asked.map { Condition.any([voice, $0]) } ?? voice
    return query.tail.scope.narrowed(to: .not(.customerHad(heard, .after(milliseconds: LoopFinder.ever))))
  }

  private var plan: AdvocatesPlan {
    AdvocatesPlan(scope: query.tail.scope, keys: keys, voice: query.voice, asked: query.asked)
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let groups = try runner.rows(of: .advocates(plan)).map {
      (keys: Array($0.prefix(keys.count)), sums: numbers(Array($0.dropFirst(keys.count))))
    }
    // Each customer belongs to one group, so the groups add up.
    let all = (0..<4).map { index in groups.reduce(0) { $0 + $1.sums[index] } }
    let sorted = groups.sorted {
      $0.sums[3] != $1.sums[3] ? $0.sums[3] > $1.sums[3] : keysAscend($0.keys, $1.keys)
    }
    var table = Table(columns: keys.map(\.column) + columns, rows: sorted.map { $0.keys + cells($0.sums) })
    table.facts = zip(columns, cells(all)).compactMap { column, value in
      column.name == "note" ? nil : Fact(Table.everybodyPrefix + column.name, value, unit: column.unit)
    }
    table.isSorted = true
    table.explanation = explanation(all)
    table.notes = query.tail.notes + notes(all)
    if all[3] > 0 {
      table.next = [MissedWords.look(keys, first: sorted[0].keys, with: ["customer"])]
    }
    return table
  }

  private func numbers(_ values: [Value]) -> [Double] {
    (0..<4).map { values.indices.contains($0) ? values[$0].asNumber ?? 0 : 0 }
  }

  private var columns: [Column] {
    [
      Column("promoters", .integer, unit: .count, part: .figure),
      Column("spoke", .integer, unit: .count, givesWay: 2),
      Column("asked", .integer, unit: .count, givesWay: 3),
      Column("unasked", .integer, unit: .count, part: .figure),
      Column("share", .number, unit: .fraction, part: .figure),
      Column("share_low", .number, unit: .fraction, part: .low(of: "share")),
      Column("share_high", .number, unit: .fraction, part: .high(of: "share")),
      Column("note", .text, givesWay: 2),
    ]
  }

  private func cells(_ sums: [Double]) -> [Value] {
    let share = Interval.proportion(sums[3], of: sums[0])
    return sums.map { .integer(Int64($0)) } + [
      .defined(share.estimate), .defined(share.low), .defined(share.high), MissedWords.sizeNote(sums[0]),
    ]
  }

  private func explanation(_ all: [Double]) -> [String] {
    guard all[0] > 0 else { return ["No customer has given 9 or 10, or a csat of 5."] }
    return [
      "\(grouped(Int(all[3]))) of \(MissedWords.count(Int(all[0]), "happy customer")) (\(MissedWords.percent(all[3] / all[0])))"
        + " have said nothing in public since, and were not asked to: those to ask for a review first."
    ]
  }

  private func notes(_ all: [Double]) -> [String] {
    var notes = [
      "Happy: the latest nps of 9 or 10, csat or stars of 5, apart from reviews; each customer counts once."
    ]
    if query.asked == nil || all[2] == 0 {
      notes.append(
        "No event says that somebody was asked for a review or sent a friend, so only silence is seen.")
    }
    return notes
  }
}
