@testable import Statistics

/// The implementations of the joint scan and its parts.
let scanImplementations: [String: @Sendable (TestVector) -> [String: Answer]] = [
  "ar_factor": {
    let factor = autocorrelationFactor(count: Int($0.number("K")), autocorrelation: $0.number("rho"))
    return ["value": .number(factor)]
  },
  "count_contrast": countContrast,
  "mean_contrast": meanContrast,
  "severity": {
    ["value": .number(severity(ratio: $0.number("ratio"), change: $0.number("change")))]
  },
  "priority": { vector in
    let effort = Effort(rawValue: Int(vector.number("effort")))
    let value = effort.map {
      priority(reach: vector.number("reach"), severity: vector.number("impact"), effort: $0)
    }
    return ["value": .number(value ?? .nan)]
  },
  "viral_period": { vector in
    let period = viralPeriod(vector["n"].doubles, currentPeriods: Int(vector.number("k")))
    return ["period": .number(period.map(Double.init) ?? .nan)]
  },
  "since": since,
  "scan": scan,
]

@Sendable private func countContrast(_ vector: TestVector) -> [String: Answer] {
  let test = CountContrast(
    events: vector["y"].doubles, exposure: vector["e"].doubles, along: vector["x"].doubles,
    wobble: (vector.number("tau2"), vector.number("rho")), wobblePeriods: vector.number("d0_df"))
  let answer: [String: Answer] = [
    "z": .number(test.z), "df": .number(test.degreesOfFreedom), "p_up": .number(test.pUp),
    "N": .number(test.total), "vs": .number(test.samplingVariance), "vw": .number(test.wobbleVariance),
  ]
  return answer.keptFields(of: vector)
}

@Sendable private func meanContrast(_ vector: TestVector) -> [String: Answer] {
  let test = MeanContrast(
    means: vector["v"].doubles, variances: vector["q"].doubles, along: vector["x"].doubles,
    wobble: (vector.number("tau2"), vector.number("rho")), wobblePeriods: vector.number("d0_df"),
    scores: vector.number("ev_df"))
  let answer: [String: Answer] = [
    "b": .number(test.change), "se": .number(test.standardError), "t": .number(test.t),
    "df": .number(test.degreesOfFreedom), "p_down": .number(test.pDown),
    "vs": .number(test.samplingVariance), "vw": .number(test.wobbleVariance),
  ]
  return answer.keptFields(of: vector)
}

@Sendable private func since(_ vector: TestVector) -> [String: Answer] {
  let (events, means) = (vector["y"].doubles, vector["va"].doubles)
  let start = failureStart(periods: events.count) { period in
    let shape = events.indices.map { $0 >= period ? 1.0 : 0 }
    let count = CountContrast(
      events: events, exposure: vector["ea"].doubles, along: shape,
      wobble: (vector.number("tau2v"), 0), wobblePeriods: 1e9)
    let mean = MeanContrast(
      means: means, variances: vector["q"].doubles, along: shape, wobble: (vector.number("tau2s"), 0),
      wobblePeriods: 1e9, scores: 1e9)
    return (count.z, -mean.t)
  }
  return [
    "start": .number(start.map { Double($0.period) } ?? .nan), "value": .number(start?.badness ?? .nan),
  ]
}

@Sendable private func scan(_ vector: TestVector) -> [String: Answer] {
  let result = jointScan(vector.scanInput, options: vector.scanOptions)
  let cells = result.cells
  let answer: [String: Answer] = [
    "ticket_ratio": .numbers(cells.map(\.first.effect)),
    "ticket_ratio_rel": .numbers(cells.map(\.first.relativeEffect)),
    "ticket_z": .numbers(cells.map(\.first.statistic)),
    "ticket_p": .numbers(cells.map(\.first.p)),
    "sent_change": .numbers(cells.map(\.second.effect)),
    "sent_change_rel": .numbers(cells.map(\.second.relativeEffect)),
    "sent_t": .numbers(cells.map(\.second.statistic)),
    "sent_p": .numbers(cells.map(\.second.p)),
    "p": .numbers(cells.map(\.p)),
    "q": .numbers(cells.map(\.q)),
    "severity": .numbers(cells.map(\.severity)),
    "priority_raw": .numbers(cells.map(\.impact)),
    "excess_tickets": .numbers(cells.map(\.first.excess)),
    "persist_ratio": .numbers(cells.map(\.first.persistentEffect)),
    "persist_change": .numbers(cells.map(\.second.persistentEffect)),
    "tickets_prev": .numbers(cells.map(\.first.previous)),
    "tickets_cur": .numbers(cells.map(\.first.current)),
    "mentions_prev": .numbers(cells.map(\.second.previous)),
    "mentions_cur": .numbers(cells.map(\.second.current)),
    "status": .texts(cells.map(\.status.rawValue)),
    "eligible": .flags(cells.map(\.isEligible)),
    "viral": .numbers(cells.map { Double($0.viralPeriod ?? -1) }),
    "reach": .numbers(cells.map(\.reach)),
    // The reference numbers only the compound cells, and without efforts.
    "rank": .numbers(cells.map { $0.status == .compound ? Double($0.rank ?? -1) : 0 }),
    "_meta": .fields([
      "relative": .flag(result.isRelative), "m": .numbers(result.first.common),
      "u": .numbers(result.second.common), "tau_v": .number(result.first.wobble),
      "rho_v": .number(result.first.autocorrelation), "tau_s": .number(result.second.wobble),
      "rho_s": .number(result.second.autocorrelation), "kappa": .number(result.kappa),
    ]),
  ]
  return answer.keptFields(of: vector)
}

extension [String: Answer] {
  /// Without the fields that the older vectors do not have.
  fileprivate func keptFields(of vector: TestVector) -> Self {
    filter { vector.expect.members[$0.key] != nil }
  }
}

extension TestVector {
  /// The input of a scan, every repair a day's work as the reference assumes.
  var scanInput: ScanInput {
    let tickets = Grid(self["y"].rows)
    let reach = self["reach"].isNull ? nil : self["reach"].doubles
    return ScanInput(
      tickets: tickets, mentions: Grid(self["n"].rows), sum: Grid(self["sx"].rows),
      sumOfSquares: Grid(self["sxx"].rows), exposure: exposure(cells: tickets.cells), reach: reach,
      efforts: Array(repeating: .setting, count: tickets.cells))
  }

  private func exposure(cells: Int) -> Grid? {
    guard let first = self["exposure"].elements.first else { return nil }
    return first.elements.isEmpty
      ? Grid(cells: cells, everyRow: self["exposure"].doubles) : Grid(self["exposure"].rows)
  }

  var scanOptions: ScanOptions {
    var options = ScanOptions()
    if !self["k"].isNull { options.currentPeriods = Int(number("k")) }
    if !self["k_prev"].isNull { options.comparison = .before(Int(number("k_prev"))) }
    if !self["prev"].isNull { options.comparison = .periods(self["prev"].doubles.map { Int($0) }) }
    options.shape = self["shape"].text == "ramp" ? .ramp : .step
    options.correction = self["combine"].text == "iut" ? .strict : .adaFilter
    options.needsPersistence = self["persistence"].isTrue ?? true
    options.leavesOutViralPeriod = self["viral"].isTrue ?? true
    return options
  }
}
