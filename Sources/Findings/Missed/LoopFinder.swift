import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `loop`: which detractors and bad reviews were answered in time, late or never.
public struct LoopFinder: Finder {
  let query: ResolvedLoop
  let runner: any PlanRunner
  /// The day at whose beginning the data ends.
  let end: Int

  public init(
    _ query: ResolvedLoop, runner: any PlanRunner, data: any DataCatalog, calendar: DataCalendar
  ) {
    self.query = query
    self.runner = runner
    let kinds = (query.tail.scope.kinds ?? []).union(query.contacts)
    end = calendar.end(of: kinds) ?? 0
  }

  public var keys: [ResolvedKey] { query.tail.keys }

  /// The open ones: those who were never answered.
  public var scope: Scope? {
    let isOld = Condition.compare(
      .time, .lessOrEqual, .wallClock(Int64(end) * 86_400_000_000 - query.within * 1000))
    var parts = [isOld]
    if query.hasAnswered { parts.append(.not(.isTrue(FieldReference(.answered)))) }
    if query.hasResponseTime { parts.append(.isMissing(FieldReference(.responseTime))) }
    if !query.contacts.isEmpty {
      let contact = Condition.among(.kind, query.contacts.map(\.rawValue).sorted().map { .text($0) })
      parts.append(.not(.customerHad(contact, .after(milliseconds: Self.ever))))
    }
    // Where neither is known, nothing tells whether there was an answer.
    let known: [Condition] =
      (query.hasCustomers ? [.not(.isMissing(.customer))] : [])
      + (query.hasAnswered ? [.not(.isMissing(FieldReference(.answered)))] : [])
    return query.tail.scope.narrowed(to: .all(parts + [.any(known)]))
  }

  /// Longer than any data.
  static let ever: Int64 = 36_500 * 86_400_000

  public var plans: [NamedPlan] {
    [NamedPlan("by group", .loop(plan(keys))), NamedPlan("all", .loop(plan([])))]
  }

  private func plan(_ keys: [ResolvedKey]) -> LoopPlan {
    LoopPlan(
      scope: query.tail.scope, keys: keys, contacts: query.contacts, readsAnswered: query.hasAnswered,
      readsResponseTime: query.hasResponseTime, readsCustomer: query.hasCustomers, within: query.within,
      end: end)
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let groups =
      try keys.isEmpty ? [] : runner.rows(of: .loop(plan(keys))).map { LoopGroup($0, keyCount: keys.count) }
    let all = try runner.rows(of: .loop(plan([]))).first.map { LoopGroup($0, keyCount: 0) }
    let whole = all ?? LoopGroup([], keyCount: 0)
    let rows = keys.isEmpty ? [whole] : groups
    return LoopTableBuilder(finder: self, groups: rows.sorted(by: LoopGroup.precedes), all: whole).table()
  }
}

/// Detractors of a group by what became of them.
struct LoopGroup {
  let keys: [Value]
  let all, inTime, late, undated, never, waiting, unknown: Double
  /// Seconds; NaN where nobody was answered.
  let median: Double

  init(_ row: [Value], keyCount: Int) {
    keys = Array(row.prefix(keyCount))
    let numbers = row.dropFirst(keyCount).map { $0.asNumber ?? .nan }
    let count = { (index: Int) in numbers.indices.contains(index) ? numbers[index] : 0 }
    (all, inTime, late, undated) = (count(0), count(1), count(2), count(3))
    (never, waiting, unknown) = (count(4), count(5), count(6))
    median = (numbers.indices.contains(7) ? numbers[7] : .nan) / 1_000_000
  }

  /// Those of whom it can be told whether they were answered in time.
  var judged: Double { inTime + late + never }

  /// The most open ones first, then by key.
  static func precedes(_ left: LoopGroup, _ right: LoopGroup) -> Bool {
    left.never != right.never ? left.never > right.never : keysAscend(left.keys, right.keys)
  }
}

/// Makes the table of `loop`.
struct LoopTableBuilder {
  let finder: LoopFinder
  let groups: [LoopGroup]
  let all: LoopGroup

  private var query: ResolvedLoop { finder.query }

  func table() -> Table {
    var table = Table(columns: finder.keys.map(\.column) + columns, rows: groups.map { $0.keys + cells($0) })
    table.facts = zip(columns, cells(all)).compactMap { column, value in
      column.name == "note" ? nil : Fact(Table.everybodyPrefix + column.name, value, unit: column.unit)
    }
    table.isSorted = true
    table.explanation = explanation
    table.notes = query.tail.notes + notes
    table.next = next
    return table
  }

  private var columns: [Column] {
    [
      Column("detractors", .integer, unit: .count, part: .figure),
      Column("in_time", .integer, unit: .count, givesWay: 2),
      Column("late", .integer, unit: .count, givesWay: 2),
      Column("never", .integer, unit: .count, part: .figure, bad: .up),
      Column("waiting", .integer, unit: .count, givesWay: 3),
      Column("undated", .integer, unit: .count, givesWay: 4),
      Column("in_time_share", .number, unit: .fraction, part: .figure, bad: .down),
      Column("in_time_share_low", .number, unit: .fraction, part: .low(of: "in_time_share")),
      Column("in_time_share_high", .number, unit: .fraction, part: .high(of: "in_time_share")),
      Column("in_time_share_n", .integer, unit: .count, part: .sampleSize(of: "in_time_share")),
      Column("median_answer", .number, unit: .seconds, part: .figure, bad: .up, givesWay: 1),
      Column("note", .text, givesWay: 2),
    ]
  }

  private func cells(_ group: LoopGroup) -> [Value] {
    let share = Interval.proportion(group.inTime, of: group.judged)
    let counts = [group.all, group.inTime, group.late, group.never, group.waiting, group.undated]
    return counts.map { .integer(Int64($0)) } + [
      .defined(share.estimate), .defined(share.low), .defined(share.high), .integer(Int64(group.judged)),
      .defined(group.median), MissedWords.sizeNote(group.judged),
    ]
  }

  private var limit: String { MissedWords.duration(query.within) }

  private var explanation: [String] {
    guard all.all > 0 else { return ["There is no detractor and no bad review."] }
    let share = Interval.proportion(all.inTime, of: all.judged)
    var lines = [
      "\(MissedWords.count(Int(all.inTime), "detractor")) of \(grouped(Int(all.judged)))"
        + " (\(MissedWords.percent(share.estimate))) got an answer within \(limit),"
        + " \(grouped(Int(all.late))) later, \(grouped(Int(all.never))) none."
    ]
    if let worst = groups.first, !worst.keys.isEmpty, worst.never > 0 {
      lines.append(
        "Most of the open ones: \(MissedWords.examples([worst.keys])), \(grouped(Int(worst.never))).")
    }
    return lines
  }

  private var notes: [String] {
    var notes: [String] = []
    let kinds = MissedWords.phrase(of: query.contacts)
    let own = [
      query.hasAnswered ? "answered of the row itself" : nil,
      query.hasResponseTime ? "response_time of the row itself" : nil,
    ].compactMap { $0 }
    let contact = kinds.isEmpty ? [] : ["a later one of the customer's \(kinds)"]
    notes.append(
      "Detractors: nps 0 to 6, csat 1 or 2, reviews of 1 or 2 stars. What counts as an answer:"
        + " \(MissedWords.list(contact + own)).")
    if all.waiting > 0 {
      notes.append("\(grouped(Int(all.waiting))) are younger than \(limit) and wait still: in no share.")
    }
    if all.undated > 0 {
      notes.append("\(grouped(Int(all.undated))) were answered, nobody knows when: in no share.")
    }
    if all.unknown > 0 {
      notes.append(
        "\(grouped(Int(all.unknown))) name no customer and do not say whether they were answered: in no share."
      )
    }
    return notes
  }

  /// The open ones.
  private var next: [String] {
    guard let first = groups.first, first.never > 0 else { return [] }
    return [MissedWords.look(finder.keys, first: first.keys, oldest: true)]
  }
}
