import Statistics

/// The implementation of each function of the vector file, by the reference's names.
let implementations: [String: @Sendable (TestVector) -> [String: Answer]] =
  distributionImplementations
  .merging(intervalImplementations) { $1 }
  .merging(comparisonImplementations) { $1 }
  .merging(multiplicityImplementations) { $1 }
  .merging(trendImplementations) { $1 }
  .merging(scanImplementations) { $1 }
  .merging(signalScanImplementations) { $1 }
  .merging(detectorImplementations) { $1 }

private let distributionImplementations: [String: @Sendable (TestVector) -> [String: Answer]] = [
  "norm_sf": { ["p": .number(NormalDistribution.upperTail($0.number("z")))] },
  "norm_ppf": { ["z": .number(NormalDistribution.quantile($0.number("p")))] },
  "t_sf": { vector in
    let student = StudentDistribution(degreesOfFreedom: vector.number("df"))
    return ["p": .number(student.upperTail(vector.number("t")))]
  },
  "both_tail": {
    ["p": .number(BivariateNormal.bothAbove(tail: $0.number("g"), correlation: $0.number("r")))]
  },
  "betabinom_mid": { vector in
    let p = betaBinomialMidP(
      Int(vector.number("y1")), of: Int(vector.number("N")), share: vector.number("pi"),
      variance: vector.number("var"))
    return ["p": .number(p)]
  },
  "mean_var": { vector in
    let moments = vector.moments()
    return ["mean": .number(moments.mean), "var": .number(moments.variance)]
  },
  "weighted_median": {
    ["value": .number(weightedMedian($0["x"].doubles, weights: $0["w"].doubles))]
  },
]

private let intervalImplementations: [String: @Sendable (TestVector) -> [String: Answer]] = [
  "wilson": {
    Interval.proportion($0.number("x"), of: $0.number("n"), confidence: $0.number("conf")).answer
  },
  "mean_ci": { vector in
    let (low, high) = (vector.number("lo"), vector.number("hi"))
    return Interval.mean(
      of: vector.moments(), confidence: vector.number("conf"), within: low.isNaN ? nil : low...high
    ).answer
  },
  "nps_ci_score": {
    Interval.netPromoterScore($0.answers("pro", "pas", "det"), confidence: $0.number("conf")).answer
  },
  "nps_ci_adjwald": {
    Interval.netPromoterScoreAdjustedWald($0.answers("pro", "pas", "det"), confidence: $0.number("conf"))
      .answer
  },
  "nps_score_z": {
    ["z": .number($0.answers("pro", "pas", "det").scoreStatistic(difference: $0.number("delta")))]
  },
]

private let comparisonImplementations: [String: @Sendable (TestVector) -> [String: Answer]] = [
  "welch": { vector in
    let test = MeanComparison(current: vector.moments("1"), earlier: vector.moments("0"))
    return [
      "diff": .number(test.difference), "t": .number(test.t), "df": .number(test.degreesOfFreedom),
      "p_less": .number(test.pLess), "p_two": .number(test.pTwoSided),
    ]
  },
  "two_prop": { vector in
    let test = ProportionComparison(
      current: (vector.number("x1"), vector.number("n1")),
      earlier: (vector.number("x0"), vector.number("n0")), confidence: vector.number("conf"))
    return [
      "diff": .number(test.difference), "lo": .number(test.low), "hi": .number(test.high),
      "z": .number(test.z), "p_greater": .number(test.pGreater), "p_less": .number(test.pLess),
      "p_two": .number(test.pTwoSided),
    ]
  },
  "two_nps": { vector in
    let test = NetPromoterComparison(
      current: vector.answers("p1", "s1", "d1"), earlier: vector.answers("p0", "s0", "d0"),
      confidence: vector.number("conf"))
    return [
      "diff": .number(test.difference), "lo": .number(test.low), "hi": .number(test.high),
      "z": .number(test.z), "p_less": .number(test.pLess), "p_two": .number(test.pTwoSided),
    ]
  },
  "rate_ratio": { vector in
    let test = RateComparison(current: vector.rate("1"), earlier: vector.rate("0"))
    return ["value": .number(test.ratio)]
  },
  "poisson_score": { vector in
    let test = RateComparison(current: vector.rate("1"), earlier: vector.rate("0"))
    // Where there is no test, the reference gives no ratio either.
    return [
      "ratio": .number(test.z.isNaN ? .nan : test.ratio), "z": .number(test.z),
      "p_greater": .number(test.pGreater), "p_less": .number(test.pLess),
    ]
  },
  "poisson_exact": { vector in
    let test = ExactRateComparison(current: vector.rate("1"), earlier: vector.rate("0"))
    return [
      "p_greater": .number(test.pGreater), "p_less": .number(test.pLess),
      "mid_greater": .number(test.midPGreater),
    ]
  },
]

private let multiplicityImplementations: [String: @Sendable (TestVector) -> [String: Answer]] = [
  "bh": { ["q": .numbers(FalseDiscovery.benjaminiHochberg($0["p"].doubles))] },
  "by": { ["q": .numbers(FalseDiscovery.benjaminiYekutieli($0["p"].doubles))] },
  "iut": { ["p": .numbers($0.intersectionUnion)] },
  "bh_of_iut": { ["q": .numbers(FalseDiscovery.benjaminiHochberg($0.intersectionUnion))] },
  "adafilter_q": { vector in
    let correlations = vector["r"].isNull ? nil : vector["r"].doubles
    let q = FalseDiscovery.adaFilter(vector["pv"].doubles, vector["ps"].doubles, correlations: correlations)
    return ["q": .numbers(q)]
  },
]

private let trendImplementations: [String: @Sendable (TestVector) -> [String: Answer]] = [
  "mann_kendall": { vector in
    let test = MannKendall(vector["v"].doubles)
    return [
      "S": .number(test.score), "var": .number(test.variance), "z": .number(test.z),
      "p_up": .number(test.pUp), "p_down": .number(test.pDown),
    ]
  },
  "theil_sen": { ["slope": .number(theilSenSlope($0["v"].doubles))] },
]

extension Interval {
  fileprivate var answer: [String: Answer] {
    ["value": .number(estimate), "lo": .number(low), "hi": .number(high)]
  }
}

extension TestVector {
  fileprivate func moments(_ suffix: String = "") -> Moments {
    Moments(
      count: number("n" + suffix), sum: number("sx" + suffix), sumOfSquares: number("sxx" + suffix))
  }

  fileprivate func answers(_ promoters: String, _ passives: String, _ detractors: String) -> PromoterCounts {
    PromoterCounts(
      promoters: number(promoters), passives: number(passives), detractors: number(detractors))
  }

  func rate(_ suffix: String) -> (events: Double, exposure: Double) {
    (number("y" + suffix), number("e" + suffix))
  }

  fileprivate var intersectionUnion: [Double] {
    zip(self["pv"].doubles, self["ps"].doubles).map { FalseDiscovery.intersectionUnion($0, $1) }
  }
}
