import DataModel
import Semantics
import Statistics
import Vocabulary

/// Makes the table of `bias`: the strata of each dimension, and as facts the scores with and without weights.
struct BiasTableBuilder {
  let query: ResolvedBias
  let analysis: BiasAnalysis
  let surveys: Double
  let withoutCustomer: Double

  func table() -> Table {
    var table = Table(
      columns: columns,
      rows: analysis.dimensions.flatMap { dimension in dimension.strata.map { row($0, dimension) } },
      facts: facts)
    table.explanation = explanation
    table.notes = query.tail.notes + notes
    table.next = next
    return table
  }

  private var columns: [Column] {
    [
      Column("dimension", .text, part: .key), Column("stratum", .text, part: .key), Column("status", .text),
      Column("customers", .integer, unit: .count, part: .figure),
      Column("respondents", .integer, unit: .count, part: .figure),
      Column("response_rate", .number, unit: .fraction, part: .figure),
      Column("response_rate_low", .number, unit: .fraction, part: .low(of: "response_rate")),
      Column("response_rate_high", .number, unit: .fraction, part: .high(of: "response_rate")),
      Column("gap", .number, unit: .points, isChange: true, decimals: 1),
      Column("weight", .number, decimals: 2), Column("v", .number, decimals: 3, givesWay: 1),
      Column("p", .number, unit: .probability, givesWay: 3),
    ]
  }

  private func row(_ stratum: BiasAnalysis.Stratum, _ dimension: BiasAnalysis.Dimension) -> [Value] {
    let rate = Interval.proportion(min(stratum.respondents, stratum.customers), of: stratum.customers)
    let gap = 100 * (stratum.respondents / analysis.respondents - stratum.customers / analysis.customers)
    return [
      .text(dimension.name), name(stratum.value), .text(dimension.status.rawValue),
      .integer(Int64(stratum.customers)), .integer(Int64(stratum.respondents)), .defined(rate.estimate),
      .defined(rate.low), .defined(rate.high), .defined(gap), .defined(stratum.weight),
      .defined(dimension.test.cramersV), .defined(dimension.test.p),
    ]
  }

  private func name(_ value: Value) -> Value {
    switch value {
    case .missing: .missing
    case .boolean(let flag): .text(flag ? "yes" : "no")
    default: .text(MissedWords.text(value))
    }
  }

  // MARK: - Facts

  private var facts: [Fact] {
    let rate = Interval.proportion(analysis.respondents, of: analysis.customers)
    return [
      Fact("customers", .integer(Int64(analysis.customers)), unit: .count),
      Fact("respondents", .integer(Int64(analysis.respondents)), unit: .count),
      Fact("response_rate", .defined(rate.estimate), unit: .fraction),
      Fact("response_rate_low", .defined(rate.low), unit: .fraction),
      Fact("response_rate_high", .defined(rate.high), unit: .fraction),
      Fact("effective_respondents", .defined(analysis.raking.effectiveCount)),
      Fact("largest_weight", .defined(analysis.raking.weights.max() ?? .nan)),
      Fact("raking_rounds", .integer(Int64(analysis.raking.rounds)), unit: .count),
      Fact("raking_covered", .defined(analysis.raking.covered), unit: .fraction),
    ] + analysis.scores.flatMap(facts)
  }

  private func facts(_ score: BiasAnalysis.Score) -> [Fact] {
    let (name, unit) = (score.measure.name, score.measure.unit)
    return [
      Fact(name, score.raw.value, unit: unit), Fact(name + "_low", score.raw.low, unit: unit),
      Fact(name + "_high", score.raw.high, unit: unit), Fact(name + "_n", score.raw.count, unit: .count),
      Fact(name + "_weighted", .defined(score.weighted.estimate), unit: unit),
      Fact(name + "_weighted_low", .defined(score.weighted.low), unit: unit),
      Fact(name + "_weighted_high", .defined(score.weighted.high), unit: unit),
      Fact(name + "_shift", .defined(score.shift), unit: unit),
      Fact(name + "_early", score.early.value, unit: unit),
      Fact(name + "_late", score.late.value, unit: unit),
      Fact(name + "_late_p", score.change.p, unit: .probability),
    ]
  }

  // MARK: - Words

  private var explanation: [String] {
    guard analysis.respondents > 0 else { return ["No customer has answered a survey."] }
    let rate = MissedWords.percent(analysis.respondents / analysis.customers)
    return [
      "\(grouped(Int(analysis.respondents))) of \(MissedWords.count(Int(analysis.customers), "customer")) (\(rate)) answered a survey.",
      analysis.dimensions.map(verdict).joined(separator: " "), scores,
    ].filter { !$0.isEmpty }
  }

  private func verdict(_ dimension: BiasAnalysis.Dimension) -> String {
    let gap =
      "largest gap \(oneDecimal(dimension.test.largestGap)) points, V \(twoDecimals(dimension.test.cramersV))"
    return switch dimension.status {
    case .biased:
      "By \(dimension.name) the answers are biased (\(gap)): weights change a score by more than its interval."
    case .skewed:
      "By \(dimension.name) other customers answer than there are (\(gap)), which moves no score beyond its interval."
    case .untested: "By \(dimension.name) nothing can be told."
    default: "By \(dimension.name) those who answer are like the others (\(gap))."
    }
  }

  private var scores: String {
    let parts = analysis.scores.compactMap { score -> String? in
      guard let raw = score.raw.value.asNumber, score.weighted.estimate.isFinite else { return nil }
      return
        "\(score.measure.name) \(text(score.weighted.estimate, score.measure)) instead of \(text(raw, score.measure))"
    }
    return parts.isEmpty ? "" : "With weights: \(MissedWords.list(parts))."
  }

  private func text(_ value: Double, _ measure: Measure) -> String {
    measure.unit == .points ? oneDecimal(value) : twoDecimals(value)
  }

  private var notes: [String] {
    var notes = ["Each respondent counts once, with the latest answer; show nps counts every answer."]
    if query.countsListed { notes.append("Customers are those of the files of customers and of all events.") }
    let chosen = query.tail.keys.filter { key in
      if case .field = key.form { !query.ofCustomers.contains(key.name) } else { false }
    }
    if !chosen.isEmpty {
      notes.append(
        "A customer's \(MissedWords.list(chosen.map(\.name))) is the most frequent outside of surveys.")
    }
    if withoutCustomer > 0 {
      notes.append(
        "\(grouped(Int(withoutCustomer))) of \(MissedWords.count(Int(surveys), "survey")) name no customer and are left out."
      )
    }
    if !analysis.raking.isConverged, analysis.respondents > 0 {
      notes.append("The weights did not settle in \(Raking.mostRounds) rounds: fewer dimensions are safer.")
    }
    if analysis.raking.covered < 1 {
      notes.append(
        "Strata without a respondent cannot be weighted up: \(MissedWords.percent(1 - analysis.raking.covered)) of the customers are not spoken for."
      )
    }
    return notes + [
      delays, "Weights mend only what the dimensions explain; who never answers may differ in other ways.",
    ]
  }

  /// Early against late answers.
  private var delays: String {
    guard analysis.delayed >= 30 else {
      return
        "Early and late answers cannot be told apart: no survey has a response_time, or a contact in the 14 days before."
    }
    let basis = query.hasResponseTime ? "response_time" : "the time since the last contact, at most 14 days"
    let parts = analysis.scores.compactMap { score -> String? in
      guard let early = score.early.value.asNumber, let late = score.late.value.asNumber else { return nil }
      let isReal = (score.change.p.asNumber ?? 1) <= 0.05
      return "\(score.measure.name) \(text(early, score.measure)) early, \(text(late, score.measure)) late"
        + (isReal ? " (beyond chance)" : " (within chance)")
    }
    return
      "First and last third by \(basis): \(parts.joined(separator: "; ")). Who answers late is a hint to who does not answer."
  }

  private var next: [String] {
    let field = query.tail.keys.lazy.compactMap(\.fieldName).first
    guard let field, let measure = query.measures.first else { return [] }
    return ["show \(measure.name), surveys by \(field)"]
  }
}

/// A number with one decimal.
func oneDecimal(_ number: Double) -> String {
  guard number.isFinite else { return "—" }
  let tenths = Int((abs(number) * 10).rounded(.toNearestOrEven))
  return (number < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
}
