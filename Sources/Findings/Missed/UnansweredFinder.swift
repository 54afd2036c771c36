import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `unanswered`: public complaints to which nobody replied.
public struct UnansweredFinder: Finder {
  let query: ResolvedUnanswered
  let runner: any PlanRunner
  /// Microseconds of the wall clock at which the data ends.
  let end: Int64
  /// What is shown of a complaint besides its place.
  let shown: [String]

  public init(
    _ query: ResolvedUnanswered, runner: any PlanRunner, data: any DataCatalog, calendar: DataCalendar
  ) {
    self.query = query
    self.runner = runner
    end = Int64(calendar.end(of: query.tail.scope.kinds) ?? 0) * 86_400_000_000
    shown = data.fields["text"] == nil ? [] : ["text"]
  }

  public var keys: [ResolvedKey] { query.tail.keys }
  /// Those that were not answered.
  public var scope: Scope? { query.tail.scope.narrowed(to: unanswered) }
  public var plans: [NamedPlan] {
    [NamedPlan("by group", .group(plan(keys))), NamedPlan("all", .group(plan([])))]
  }

  // MARK: - Conditions

  private var answered: FieldReference { FieldReference(.answered) }
  private var responseTime: FieldReference { FieldReference(.responseTime) }

  /// There is a reply, whenever it came.
  private var hasReply: Condition {
    .any(
      (query.hasAnswered ? [.isTrue(answered)] : [])
        + (query.hasResponseTime ? [.not(.isMissing(responseTime))] : []))
  }

  /// There is a reply that came soon enough, or nobody knows when it came.
  private var isAnswered: Condition {
    guard let within = query.within else { return hasReply }
    let soon = Condition.compare(responseTime, .lessOrEqual, .milliseconds(within))
    return .any([soon] + (query.hasAnswered ? [.all([.isTrue(answered), .isMissing(responseTime)])] : []))
  }

  /// It is said whether there was a reply.
  private var isKnown: Condition {
    .any(
      (query.hasAnswered ? [.not(.isMissing(answered))] : [])
        + (query.hasResponseTime ? [.not(.isMissing(responseTime))] : []))
  }

  /// Old enough to have been answered in time, or answered already.
  private var isSettled: Condition {
    guard let within = query.within else { return .always(true) }
    return .any([hasReply, .compare(.time, .lessOrEqual, .wallClock(end - within * 1000))])
  }

  private var unanswered: Condition { .all([isKnown, isSettled, .not(isAnswered)]) }

  private func plan(_ keys: [ResolvedKey]) -> GroupPlan {
    GroupPlan(
      scope: query.tail.scope, keys: keys,
      statistics: [
        Statistic(.count, where: .all([isKnown, isSettled])), Statistic(.count, where: unanswered),
        Statistic(.count, where: .not(isKnown)), Statistic(.count, where: .all([isKnown, .not(isSettled)])),
        Statistic(.minimum, of: .time, where: unanswered),
      ])
  }

  // MARK: - The answer

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let rows = try keys.isEmpty ? [] : runner.run(plan(keys)).rows
    let all = try runner.run(plan([])).rows.first?.sums ?? []
    let groups = keys.isEmpty ? [GroupedSums.Row(keys: [], sums: all)] : rows
    var table = Table(
      columns: keys.map(\.column) + columns,
      rows: groups.sorted(by: precedes).map { $0.keys + cells($0.sums) }
    )
    table.facts = zip(columns, cells(all)).compactMap { column, value in
      column.name == "note" ? nil : Fact(Table.everybodyPrefix + column.name, value, unit: column.unit)
    }
    table.isSorted = true
    table.explanation = explanation(all)
    table.notes = query.tail.notes + notes(all)
    if number(all, 1) > 0 {
      let first = keys.isEmpty ? [] : table.rows[0]
      table.next = [MissedWords.look(keys, first: first, with: shown, oldest: true)]
    }
    return table
  }

  private func number(_ sums: [Value], _ index: Int) -> Double {
    sums.indices.contains(index) ? sums[index].asNumber ?? 0 : 0
  }

  /// The most unanswered first, then by key.
  private func precedes(_ left: GroupedSums.Row, _ right: GroupedSums.Row) -> Bool {
    let (a, b) = (number(left.sums, 1), number(right.sums, 1))
    return a != b ? a > b : keysAscend(left.keys, right.keys)
  }

  private var columns: [Column] {
    [
      Column("complaints", .integer, unit: .count, part: .figure),
      Column("unanswered", .integer, unit: .count, part: .figure, bad: .up),
      Column("share", .number, unit: .fraction, part: .figure, bad: .up),
      Column("share_low", .number, unit: .fraction, part: .low(of: "share")),
      Column("share_high", .number, unit: .fraction, part: .high(of: "share")),
      Column("oldest", .instant, givesWay: 1), Column("unknown", .integer, unit: .count, givesWay: 3),
      Column("note", .text, givesWay: 2),
    ]
  }

  private func cells(_ sums: [Value]) -> [Value] {
    let share = Interval.proportion(number(sums, 1), of: number(sums, 0))
    return [
      .integer(Int64(number(sums, 0))), .integer(Int64(number(sums, 1))), .defined(share.estimate),
      .defined(share.low), .defined(share.high), sums.indices.contains(4) ? sums[4] : .missing,
      .integer(Int64(number(sums, 2))), MissedWords.sizeNote(number(sums, 0)),
    ]
  }

  private func explanation(_ all: [Value]) -> [String] {
    let (count, open) = (number(all, 0), number(all, 1))
    guard count > 0 else {
      return ["There is no public complaint of which it is known whether it was answered."]
    }
    let soon = query.within.map { " within \(MissedWords.duration($0))" } ?? ""
    return [
      "\(grouped(Int(open))) of \(MissedWords.count(Int(count), "public complaint"))"
        + " (\(MissedWords.percent(open / count))) got no answer\(soon)."
    ]
  }

  private func notes(_ all: [Value]) -> [String] {
    var notes = ["Complaints: mentions and reviews with a sentiment below 0, or of 1 or 2 stars."]
    if number(all, 2) > 0 {
      notes.append("\(grouped(Int(number(all, 2)))) do not say whether they were answered: in no share.")
    }
    if number(all, 3) > 0 {
      notes.append("\(grouped(Int(number(all, 3)))) are too young to tell: in no share.")
    }
    return notes
  }
}
