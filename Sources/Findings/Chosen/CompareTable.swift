import DataModel
import Semantics
import Syntax
import Vocabulary

/// Makes the table of `compare` and its words.
struct CompareTable {
  let query: ResolvedComparison
  let measures: [ComparedMeasure]
  /// Measures without cases on one of the sides.
  let unknown: [String]
  let events: (Double, Double)
  /// Events that both sides hold.
  let shared: Double
  /// Events of the rest that do not say a field of the test.
  let silent: [(field: String, events: Double)]
  let reversals: [Reversal]

  func table() -> Table {
    var table = Table(
      columns: columns, rows: measures.map(row),
      facts: [
        Fact("events", .integer(Int64(events.0)), unit: .count),
        Fact("events_rest", .integer(Int64(events.1)), unit: .count),
        Fact("events_both", .integer(Int64(shared)), unit: .count),
      ])
    table.explanation = explanation
    table.notes = query.notes + notes
    table.next = next
    table.isSorted = true
    return table
  }

  private var columns: [Column] {
    [
      Column("measure", .text, part: .key), Column("unit", .text, givesWay: 5),
      Column("value", .number, part: .figure, decimals: 3),
      Column("value_low", .number, part: .low(of: "value"), decimals: 3),
      Column("value_high", .number, part: .high(of: "value"), decimals: 3),
      Column("n", .integer, unit: .count, givesWay: 1),
      Column("value_rest", .number, part: .figure, decimals: 3),
      Column("n_rest", .integer, unit: .count, givesWay: 1),
      Column("difference", .number, part: .figure, isChange: true, decimals: 3),
      Column("difference_low", .number, part: .low(of: "difference"), isChange: true, decimals: 3),
      Column("difference_high", .number, part: .high(of: "difference"), isChange: true, decimals: 3),
      Column("p", .number, unit: .probability, givesWay: 4),
      Column("q", .number, unit: .probability, givesWay: 2), Column("verdict", .text),
    ]
  }

  private func row(_ compared: ComparedMeasure) -> [Value] {
    let (first, second, change) = (compared.first, compared.second, compared.change)
    return [
      .text(compared.measure.name), .text(compared.unit), first.value, first.low, first.high,
      .integer(Int64(compared.sizes.0)), second.value, .integer(Int64(compared.sizes.1)), change.change,
      change.low, change.high, .defined(compared.p), .defined(compared.q), .text(compared.verdict.rawValue),
    ]
  }

  // MARK: - Words

  private var explanation: [String] {
    let tested = measures.filter { $0.p.isFinite }
    let sides =
      "\(query.first.name) (\(MissedWords.count(Int(events.0), "event"))) beside \(query.second.name)"
      + " (\(MissedWords.count(Int(events.1), "event")))"
    guard !tested.isEmpty else { return ["\(sides): no measure has 10 cases on both sides and a test."] }
    let listed = [ComparisonVerdict.worse, .better].compactMap { verdict -> String? in
      let names = measures.filter { $0.verdict == verdict }.map(told)
      return names.isEmpty ? nil : "\(verdict.rawValue): \(names.joined(separator: ", "))"
    }
    let others = tested.count { !$0.isFlagged }
    let same =
      others == 0 ? "" : " No difference is shown in \(others) of \(MissedWords.count(tested.count, "test"))."
    let found = listed.isEmpty ? "no measure differs beyond chance" : listed.joined(separator: "; ")
    return ["\(sides): \(found).\(same)"]
  }

  /// `nps -12.50`.
  private func told(_ compared: ComparedMeasure) -> String {
    let isShare = compared.measure.unit == .fraction
    let amount = isShare ? 100 * compared.difference : compared.difference
    return "\(compared.measure.name) \(amount > 0 ? "+" : "")\(twoDecimals(amount))\(isShare ? " pp" : "")"
  }

  private var notes: [String] {
    turned + overlap + unsaid + leftOut + [
      "q corrects p for so many measures (Benjamini-Hochberg); a verdict needs q of at most 0.10 and 10 cases on both sides.",
      "A difference is no cause: who uses one side may differ from the start.",
    ]
  }

  private var turned: [String] {
    reversals.map { reversal in
      "\(reversal.measure) turns round by \(reversal.dimension): within \(MissedWords.list(reversal.reversed))"
        + " (\(reversal.reversed.count) of \(reversal.parts)) it differs the other way;"
        + " the mix of \(reversal.dimension) may make the difference."
    }
  }

  private var overlap: [String] {
    guard shared > 0 else { return [] }
    return [
      "\(MissedWords.count(Int(shared), "event")) \(shared == 1 ? "is" : "are") on both sides, which the tests do not know: the p are only a hint."
    ]
  }

  private var unsaid: [String] {
    silent.filter { $0.events > 0 }.map {
      "\(MissedWords.count(Int($0.events), "event")) of the rest \($0.events == 1 ? "does" : "do") not say \($0.field)."
    }
  }

  private var leftOut: [String] {
    var notes: [String] = []
    if measures.contains(where: { $0.verdict == .untested }) {
      notes.append("Medians and figures per customer are shown without a test; n of the latter is customers.")
    }
    let ofHistory = measures.filter { $0.isFlagged && $0.figure.readsHistory }.map(\.measure.name)
    if !ofHistory.isEmpty, !query.strata.isEmpty {
      notes.append("Not looked at within personas, stages and channels: \(MissedWords.list(ofHistory)).")
    }
    if !query.counts.isEmpty {
      notes.append("No source names customers, so counts are left out: \(MissedWords.list(query.counts)).")
    }
    if !query.ownMeasures.isEmpty {
      notes.append("Read by the test itself, so left out: \(MissedWords.list(query.ownMeasures)).")
    }
    if !unknown.isEmpty { notes.append("Without cases on both sides: \(MissedWords.list(unknown)).") }
    if !query.unavailable.isEmpty {
      notes.append("Without data: \(MissedWords.list(query.unavailable)).")
    }
    return notes + ["churn_rate is about the files of customers: show churn_rate by persona."]
  }

  private var next: [String] {
    if let reversal = reversals.first {
      return ["show \(reversal.measure) by \(reversal.dimension) where \(query.first.name)"]
    }
    guard let first = measures.first(where: \.isFlagged), query.isRest else {
      return ["events where \(query.first.name) | top 5 by time"]
    }
    return ["show \(first.measure.name) where \(query.first.name) vs rest"]
  }
}
