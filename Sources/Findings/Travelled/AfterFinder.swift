import DataModel
import Diagnostics
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `after (P) within D`: what customers do after an event, beside matched customers without one.
public struct AfterFinder: Finder {
  let query: ResolvedAfter
  let runner: any PlanRunner

  public init(_ query: ResolvedAfter, runner: any PlanRunner) {
    self.query = query
    self.runner = runner
  }

  public var keys: [ResolvedKey] { [] }
  /// A row is about customers.
  public var scope: Scope? { nil }

  public var plans: [NamedPlan] { [NamedPlan("", .travel(plan(byKind: true)))] }

  private func plan(byKind: Bool) -> TravelPlan {
    TravelPlan(
      scope: query.scope, keys: [],
      question: .after(
        AfterQuestion(
          condition: query.condition, within: query.within,
          matching: (byKind ? [FieldReference.kind] : []) + query.matching)))
  }

  /// An outcome with the column of its count.
  private struct Outcome {
    var name: String
    var column: Int
    var phrase: String
  }

  private var outcomes: [Outcome] {
    var outcomes: [Outcome] = []
    if query.knowsEscalation { outcomes.append(Outcome(name: "escalate", column: 3, phrase: "escalate")) }
    let speaks = !query.kinds.isDisjoint(with: [.mention, .review])
    if speaks { outcomes.append(Outcome(name: "post", column: 4, phrase: "post in public")) }
    if query.kinds.contains(.review) {
      outcomes.append(Outcome(name: "review", column: 5, phrase: "write a review"))
    }
    if !query.kinds.isDisjoint(with: [.ticket, .call]) {
      outcomes.append(Outcome(name: "contact", column: 6, phrase: "contact again"))
    }
    if query.knowsChurn { outcomes.append(Outcome(name: "leave", column: 7, phrase: "leave")) }
    return outcomes + [Outcome(name: "silent", column: 8, phrase: "stay silent")]
  }

  /// - Throws: `Mistakes` where there is nobody with the event or nobody to compare with; what the runner throws.
  public func table() throws -> Table {
    var byKind = true
    var sides = try runner.rows(of: .travel(plan(byKind: true)))
    if pairs(sides) == 0 {
      byKind = false
      sides = try runner.rows(of: .travel(plan(byKind: false)))
    }
    guard let with = sides.first(where: { $0[0].sum == 1 }) else {
      throw Mistakes(
        .nobodyToMatch(
          "no customer has such an event with \(lengthText(query.within)) of data after it", span: query.span,
          hint: "a shorter time, such as within 3 days"))
    }
    guard pairs(sides) > 0, let without = sides.first(where: { $0[0].sum == 0 }) else {
      throw Mistakes(
        .nobodyToMatch(
          "no customer without such an event matches one with it", span: query.span,
          hint: "a narrower test: every customer seems to have such an event"))
    }
    return table(with, without, byKind: byKind)
  }

  private func pairs(_ sides: [[Value]]) -> Double { sides.map { $0[2].sum }.min() ?? 0 }

  private func table(_ with: [Value], _ without: [Value], byKind: Bool) -> Table {
    let count = with[2].sum
    let outcomes = outcomes
    let tests = outcomes.map {
      ProportionComparison(current: (with[$0.column].sum, count), earlier: (without[$0.column].sum, count))
    }
    let p = tests.map { count >= leastForVerdict ? $0.pTwoSided : .nan }
    let q = FalseDiscovery.benjaminiHochberg(p)
    let rows = outcomes.indices.map { index -> [Value] in
      let (hits, others) = (with[outcomes[index].column].sum, without[outcomes[index].column].sum)
      return [.text(outcomes[index].name)] + ShareColumns.values(hits, of: count)
        + ShareColumns.values(others, of: count) + [
          .defined(tests[index].difference), .defined(tests[index].low), .defined(tests[index].high),
          .defined(others > 0 ? hits / others : .nan), .defined(p[index]), .defined(q[index]),
          smallness(count).map { .text($0) } ?? .missing,
        ]
    }
    var table = Table(columns: columns, rows: rows, facts: facts(with, without))
    table.explanation = explanation(with, tests, q, byKind: byKind) + feeling(with, without)
    table.notes = query.notes + notes(with)
    table.next = ["journey by channel where customer had (\(query.text))"]
    return table
  }

  private var columns: [Column] {
    [Column("outcome", .text, part: .key)] + ShareColumns(name: "share_with").columns
      + ShareColumns(name: "share_without").columns + [
        Column("difference", .number, unit: .fraction, part: .figure, isChange: true),
        Column("difference_low", .number, unit: .fraction, part: .low(of: "difference")),
        Column("difference_high", .number, unit: .fraction, part: .high(of: "difference")),
        Column("ratio", .number, unit: .ratio, decimals: 2, givesWay: 1),
        Column("p", .number, unit: .probability, givesWay: 3),
        Column("q", .number, unit: .probability, givesWay: 2),
        Column("note", .text, givesWay: 4),
      ]
  }

  private func facts(_ with: [Value], _ without: [Value]) -> [Fact] {
    let change = [with, without].map { MeanColumns.values($0[9...11], within: -2...2) }
    return [
      Fact("customers_with", .integer(Int64(with[1].sum)), unit: .count),
      Fact("customers_without", .integer(Int64(without[1].sum)), unit: .count),
      Fact("pairs", .integer(Int64(with[2].sum)), unit: .count),
      Fact("sent_change_with", change[0][0], unit: .score),
      Fact("sent_change_with_low", change[0][1], unit: .score),
      Fact("sent_change_with_high", change[0][2], unit: .score),
      Fact("sent_change_with_n", change[0][3], unit: .count),
      Fact("sent_change_without", change[1][0], unit: .score),
      Fact("sent_change_without_n", change[1][3], unit: .count),
    ]
  }

  // MARK: - Words

  private func explanation(
    _ with: [Value], _ tests: [ProportionComparison], _ q: [Double], byKind: Bool
  ) -> [String] {
    let matching = ["the week"] + (byKind ? ["the kind of event"] : []) + query.matching.map(\.name)
    let pairs =
      "\(counted(with[2].sum, "customer")) with it, each beside one without it who agrees in \(matching.joined(separator: ", "))"
    guard with[2].sum >= leastForVerdict else { return ["\(pairs): too few for a verdict."] }
    let proven = zip(outcomes, zip(tests, q)).filter { $0.1.1 <= travelLevel }
    let words = proven.map { outcome, test in
      "\(outcome.phrase) \(test.0.difference > 0 ? "more" : "less") often (\(pointsText(test.0.difference)))"
    }
    return [
      "\(pairs).",
      words.isEmpty
        ? "Within \(lengthText(query.within)) they do nothing more or less often beyond chance."
        : "Within \(lengthText(query.within)) they \(words.joined(separator: ", ")).",
    ]
  }

  private func feeling(_ with: [Value], _ without: [Value]) -> [String] {
    let change = MeanColumns.values(with[9...11], within: -2...2)
    guard change[3].sum >= leastForVerdict, let mean = change[0].asNumber, let low = change[1].asNumber,
      let high = change[2].asNumber
    else { return [] }
    let verdict = low > 0 ? "it rises" : high < 0 ? "it falls" : "no change beyond chance"
    return [
      "Their sentiment, the first after less the last before: \(signedText(mean))"
        + " (\(signedText(low)) to \(signedText(high)), n \(Int(change[3].sum))): \(verdict)."
    ]
  }

  private func notes(_ with: [Value]) -> [String] {
    let lost = with[1].sum - with[2].sum
    var notes = [
      "With: each customer's first such event. Without: a customer's first event of the week there, before which there was no such one;"
        + " the partner is drawn by a fixed rule."
        + " Events in the last \(lengthText(query.within)) of the data are too young to be followed. Matched is not caused."
    ]
    if lost > 0 { notes.append("\(counted(lost, "customer")) with it found no match and are left out.") }
    notes.append("q corrects p for the \(outcomes.count) outcomes (Benjamini-Hochberg, 0.10).")
    return notes
  }

  private func pointsText(_ difference: Double) -> String {
    (difference > 0 ? "+" : "−") + percentText(abs(difference)).dropLast(2) + " points"
  }
}
