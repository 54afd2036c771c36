import Statistics

/// The implementations of the scans of one signal.
let signalScanImplementations: [String: @Sendable (TestVector) -> [String: Answer]] = [
  "scan_mean": scanMean,
  "scan_count": scanCount,
]

/// The implementations of the other detectors.
let detectorImplementations: [String: @Sendable (TestVector) -> [String: Answer]] = [
  "spike": spike,
  "silence_cell": silenceOfCell,
  "silence_customer": { vector in
    let p = customerSilence(
      contacts: Int(vector.number("contacts")), span: vector.number("span_days"),
      quiet: vector.number("quiet_days"))
    return ["p": .number(p)]
  },
  "coverage": { vector in
    let coverage = Coverage(
      interactions: vector.number("interactions"), feedback: vector.number("feedback"),
      overallRate: vector.number("overall_rate"))
    return ["status": .text(coverage.rawValue)]
  },
  "dow_exposure": {
    ["value": .number(weekdayExposure(days: $0["days"].doubles, shares: $0["share"].doubles))]
  },
  "words": words,
  "unconnected_repeats": unconnectedRepeats,
  "response_bias": responseBias,
]

@Sendable private func scanMean(_ vector: TestVector) -> [String: Answer] {
  let ranges = ["sentiment": 2.0, "csat": 4, "ces": 6, "nps": 200]
  let signal = MeanSignal(
    counts: Grid(vector["n"].rows), sums: Grid(vector["sx"].rows), sumsOfSquares: Grid(vector["sxx"].rows),
    range: vector["scale"].text.flatMap { ranges[$0] } ?? .nan,
    bad: vector["bad"].text == "up" ? .up : .down)
  var options = ScanOptions.drops
  if !vector["k"].isNull { options.currentPeriods = Int(vector.number("k")) }
  if !vector["k_prev"].isNull { options.comparison = .before(Int(vector.number("k_prev"))) }
  options.isRelative = vector["relative"].isTrue ?? true
  let result = scanMeans(signal, options: options)
  return [
    "prev": .numbers(result.cells.map(\.previousLevel)),
    "cur": .numbers(result.cells.map(\.currentLevel)),
    "change": .numbers(result.cells.map(\.evidence.effect)),
    "change_rel": .numbers(result.cells.map(\.evidence.relativeEffect)),
    "se": .numbers(result.cells.map(\.evidence.standardError)),
    "t": .numbers(result.cells.map(\.evidence.statistic)),
    "p": .numbers(result.cells.map(\.evidence.p)),
    "q": .numbers(result.cells.map(\.q)),
    "flagged": .flags(result.cells.map(\.isFlagged)),
    "_meta": .fields([
      "relative": .flag(result.isRelative), "tau": .number(result.footer.wobble),
      "rho": .number(result.footer.autocorrelation),
    ]),
  ]
}

@Sendable private func scanCount(_ vector: TestVector) -> [String: Answer] {
  let signal = CountSignal(
    rateOf: Grid(vector["y"].rows), per: Grid(vector["e"].rows),
    bad: vector["bad"].text == "down" ? .down : .up,
    smallestRatio: vector["floor"].isNull ? 1.5 : vector.number("floor"))
  var options = ScanOptions.spikes
  if !vector["k"].isNull { options.currentPeriods = Int(vector.number("k")) }
  if !vector["k_prev"].isNull { options.comparison = .before(Int(vector.number("k_prev"))) }
  let result = scanCounts(signal, options: options)
  return [
    "count_prev": .numbers(result.cells.map(\.evidence.previous)),
    "count_cur": .numbers(result.cells.map(\.evidence.current)),
    "expected": .numbers(result.cells.map(\.expected)),
    "ratio": .numbers(result.cells.map(\.evidence.effect)),
    "p": .numbers(result.cells.map(\.evidence.p)),
    "q": .numbers(result.cells.map(\.q)),
    "flagged": .flags(result.cells.map(\.isFlagged)),
    "_meta": .fields([
      "tau": .number(result.footer.wobble), "rho": .number(result.footer.autocorrelation),
    ]),
  ]
}

@Sendable private func spike(_ vector: TestVector) -> [String: Answer] {
  let shift = RateShift.spike(
    current: (vector.number("y_cur"), vector.number("e_cur")),
    earlier: (vector.number("y_base"), vector.number("e_base")), periods: Int(vector.number("k_base")),
    wobble: vector.number("tau2"))
  return ["ratio": .number(shift.ratio), "expected": .number(shift.expected), "p": .number(shift.p)]
}

@Sendable private func silenceOfCell(_ vector: TestVector) -> [String: Answer] {
  let shift = RateShift.collapse(
    current: (vector.number("f_cur"), vector.number("i_cur")),
    earlier: (vector.number("f_prev"), vector.number("i_prev")), periods: Int(vector.number("k")),
    wobble: vector.number("tau2"))
  return ["ratio": .number(shift.ratio), "p": .number(shift.p)]
}

@Sendable private func words(_ vector: TestVector) -> [String: Answer] {
  let words = zip(vector["y_i"].doubles, vector["y_j"].doubles).map { here, elsewhere in
    WordKeyness(
      here: (here, vector.number("n_i")), elsewhere: (elsewhere, vector.number("n_j")),
      prior: vector.number("a0"))
  }
  return ["delta": .numbers(words.map(\.logOdds)), "z": .numbers(words.map(\.z))]
}

@Sendable private func unconnectedRepeats(_ vector: TestVector) -> [String: Answer] {
  let contacts = vector["rows"].elements.map { row in
    let fields = row.elements
    return Contact(
      customer: fields[0].text, topic: fields[1].text, channel: fields[2].text ?? "",
      day: fields[3].double, id: Int(fields[4].double))
  }
  let repeats = UnconnectedRepeats(contacts, within: vector.number("days"))
  let hops = repeats.hops.map { ("\($0.key.from)>\($0.key.to)", Answer.number(Double($0.value))) }
  return [
    "episodes": .number(Double(repeats.episodes)), "unconnected": .number(Double(repeats.unconnected)),
    "customers": .number(Double(repeats.customers)),
    "hops": .fields(Dictionary(uniqueKeysWithValues: hops)),
  ]
}

@Sendable private func responseBias(_ vector: TestVector) -> [String: Answer] {
  let respondents = vector["resp"].doubles
  let scores = vector["sx"].isNull ? respondents.map { _ in Double.nan } : vector["sx"].doubles
  let squares = vector["sxx"].isNull ? scores : vector["sxx"].doubles
  let strata = vector["pop"].doubles.enumerated().map { index, customers in
    ResponseBias.Stratum(
      customers: customers,
      answers: Moments(count: respondents[index], sum: scores[index], sumOfSquares: squares[index]))
  }
  let bias = ResponseBias(strata)
  var answer: [String: Answer] = [
    "chi2": .number(bias.chiSquare), "df": .number(bias.degreesOfFreedom), "p": .number(bias.p),
    "v": .number(bias.cramersV), "max_gap": .number(bias.largestGap),
  ]
  if let mean = bias.reweighted {
    answer["raw"] = .number(mean.raw)
    answer["weighted"] = .number(mean.weighted)
    answer["se"] = .number(mean.standardError)
    answer["shift"] = .number(mean.shift)
    answer["covered"] = .number(mean.covered)
  }
  return answer
}
