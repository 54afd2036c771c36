import DataModel
import Diagnostics
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `cohorts GRAIN`: whether each intake of customers does better.
public struct CohortsFinder: Finder {
  let query: ResolvedCohorts
  let runner: any PlanRunner
  /// The days of the whole periods.
  let days: Range<Int>
  private let first: Int

  /// - Throws: `Mistakes` where no period of the grain is complete.
  public init(_ query: ResolvedCohorts, runner: any PlanRunner, calendar: DataCalendar) throws(Mistakes) {
    self.query = query
    self.runner = runner
    guard let whole = calendar.wholePeriods(query.grain, for: nil), whole.count > 1,
      let first = calendar.firstDay(of: nil)
    else { throw Mistakes(.noWholePeriod(query.grain.rawValue, span: query.span)) }
    days = whole.start..<whole.end
    self.first = first
  }

  public var keys: [ResolvedKey] { [] }
  /// A row is about customers by their intake, which no event says.
  public var scope: Scope? { nil }

  private var plan: TravelPlan {
    TravelPlan(
      scope: query.scope,
      keys: [
        ResolvedKey(name: "cohort", form: .grain(query.grain)),
        ResolvedKey(name: "period", form: .grain(query.grain)),
      ] + query.keys, question: .cohorts(query.grain, start: first))
  }

  public var plans: [NamedPlan] { [NamedPlan("", .travel(plan))] }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let rows = try runner.rows(of: plans[0].plan)
    let intakes = Intakes(rows, keyCount: query.keys.count)
    var table = Table(columns: query.keys.map(\.column) + columns, rows: [])
    for intake in intakes.sizes.keys.sorted(by: { keysAscend($0, $1) }) {
      table.rows += self.rows(intake, intakes)
    }
    table.explanation = explanation(intakes)
    table.notes = query.notes + notes(intakes)
    table.next = ["show customers, nps, csat by \(query.grain.rawValue)"]
    return table.withoutEmptyColumns(["nps", "csat"])
  }

  private func isWhole(_ index: Int32) -> Bool { days.contains(Int(index)) }

  /// The rows of one intake: every age whose period is complete, also those in which nobody was seen.
  private func rows(_ intake: [Value], _ intakes: Intakes) -> [[Value]] {
    guard case .period(let cohort)? = intake.last, isWhole(cohort.index), let size = intakes.sizes[intake]
    else {
      return []
    }
    var rows: [[Value]] = []
    var index = Int(cohort.index)
    while index < days.upperBound {
      let sums = intakes.active[intake + [.period(CalendarPeriod(grain: query.grain, index: Int32(index)))]]
      rows.append(row(intake, age: rows.count, size: size, sums ?? [Value](repeating: .integer(0), count: 8)))
      index = query.grain.advance(index, by: 1)
    }
    return rows
  }

  private func row(_ intake: [Value], age: Int, size: Double, _ sums: [Value]) -> [Value] {
    let numbers = sums.map(\.sum)
    let nps = Interval.netPromoterScore(
      PromoterCounts(
        promoters: numbers[2], passives: numbers[4] - numbers[2] - numbers[3], detractors: numbers[3]))
    let answers: [Value] = [
      .defined(nps.estimate), .defined(nps.low), .defined(nps.high), .integer(Int64(numbers[4])),
    ]
    let figures: [Value] = [
      .integer(Int64(age)), .integer(Int64(size)), .integer(Int64(numbers[0])),
    ]
    return intake + figures + ShareColumns.values(numbers[0], of: size)
      + [.defined(numbers[0] > 0 ? numbers[1] / numbers[0] : .nan)] + answers
      + MeanColumns.values(sums[5...7], within: 1...5) + [smallness(size).map { .text($0) } ?? .missing]
  }

  private var columns: [Column] {
    [
      Column("cohort", .period(query.grain), part: .key), Column("age", .integer, part: .key),
      Column("customers", .integer, unit: .count, givesWay: 1),
      Column("active", .integer, unit: .count, givesWay: 2),
    ] + ShareColumns(name: "retention", bad: .down).columns + [
      Column("contacts_per_customer", .number, part: .figure, bad: .up, decimals: 2)
    ] + nps + MeanColumns(name: "csat", givesWay: 1).columns + [Column("note", .text, givesWay: 3)]
  }

  private var nps: [Column] {
    [
      Column("nps", .number, unit: .points, part: .figure, bad: .down),
      Column("nps_low", .number, unit: .points, part: .low(of: "nps")),
      Column("nps_high", .number, unit: .points, part: .high(of: "nps")),
      Column("nps_n", .integer, unit: .count, part: .sampleSize(of: "nps")),
    ]
  }

  // MARK: - Words

  /// The retention of the next period: first against last intake that has one.
  private func explanation(_ intakes: Intakes) -> [String] {
    let grain = query.grain.rawValue
    var shares: [(cohort: Value, active: Double, size: Double)] = []
    for (intake, size) in intakes.sizes.sorted(by: { keysAscend($0.key, $1.key) }) where query.keys.isEmpty {
      guard case .period(let cohort)? = intake.last, isWhole(cohort.index), size >= leastForVerdict else {
        continue
      }
      let next = query.grain.advance(Int(cohort.index), by: 1)
      guard next < days.upperBound else { continue }
      let sums = intakes.active[intake + [.period(CalendarPeriod(grain: query.grain, index: Int32(next)))]]
      shares.append((intake[intake.count - 1], sums?[0].sum ?? 0, size))
    }
    guard let first = shares.first, let last = shares.last, shares.count > 1 else {
      return ["Intakes by \(grain), and what they do in the \(grain)s after."]
    }
    let test = ProportionComparison(current: (last.active, last.size), earlier: (first.active, first.size))
    let verdict =
      test.pTwoSided > 0.05 ? "no difference beyond chance" : test.difference > 0 ? "better" : "worse"
    return [
      "Seen again in the \(grain) after: \(percentText(last.active / last.size)) of the intake of \(last.cohort.words),"
        + " \(percentText(first.active / first.size)) of that of \(first.cohort.words): \(verdict)."
    ]
  }

  private func notes(_ intakes: Intakes) -> [String] {
    let grain = query.grain.rawValue
    var notes = [
      "cohort: the \(grain) in which the customer joined, or else was seen first; age: \(grain)s since;"
        + " retention: the share of the intake with an event in that \(grain). Only complete \(grain)s are shown."
    ]
    if intakes.older > 0 {
      notes.append(
        "\(counted(intakes.older, "customer")) joined before the data begins and have no intake here.")
    } else {
      notes.append(
        "Nobody says who was a customer before the data begins: the first intakes hold old customers too.")
    }
    return notes
  }
}

/// What customers of each intake did, by the period.
private struct Intakes {
  /// Customers by keys and intake.
  var sizes: [[Value]: Double] = [:]
  /// Sums by keys, intake and period.
  var active: [[Value]: [Value]] = [:]
  /// Customers who joined before the data begins.
  var older: Double = 0

  init(_ rows: [[Value]], keyCount: Int) {
    for row in rows {
      let keys = Array(row[2..<(2 + keyCount)])
      let sums = Array(row.dropFirst(2 + keyCount))
      guard !row[0].isMissing else {
        if row[1].isMissing { older += sums[0].sum }
        continue
      }
      if row[1].isMissing {
        sizes[keys + [row[0]]] = sums[0].sum
      } else {
        active[keys + [row[0], row[1]]] = sums
      }
    }
  }
}

extension Table {
  /// Without those of these figures that no row has.
  func withoutEmptyColumns(_ names: [String]) -> Table {
    let empty = names.filter { name in
      guard let position = index(of: name) else { return false }
      return rows.allSatisfy { $0[position].isMissing }
    }
    let kept = columns.indices.filter { position in
      !empty.contains { columns[position].name == $0 || columns[position].name.hasPrefix($0 + "_") }
    }
    var copy = self
    copy.columns = kept.map { columns[$0] }
    copy.rows = rows.map { row in kept.map { row[$0] } }
    return copy
  }
}
