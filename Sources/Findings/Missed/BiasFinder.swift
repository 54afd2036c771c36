import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `bias`: whether those who answer surveys are like those who do not (method 6).
public struct BiasFinder: Finder {
  let query: ResolvedBias
  let runner: any PlanRunner

  public init(_ query: ResolvedBias, runner: any PlanRunner) {
    self.query = query
    self.runner = runner
  }

  public var keys: [ResolvedKey] { query.tail.keys }
  /// A row is about customers, not about events.
  public var scope: Scope? { nil }
  public var plans: [NamedPlan] {
    [NamedPlan("strata", .bias(plan)), NamedPlan("delays", .delay(delayPlan))]
  }

  private var plan: BiasPlan {
    BiasPlan(
      scope: query.tail.scope, keys: keys, ofCustomers: query.ofCustomers, measures: query.measures,
      countsListed: query.countsListed)
  }

  private var delayPlan: DelayPlan {
    DelayPlan(scope: query.tail.scope, measures: query.measures, readsResponseTime: query.hasResponseTime)
  }

  /// Surveys with and without a customer.
  private var surveyPlan: GroupPlan {
    GroupPlan(
      scope: query.tail.scope, keys: [],
      statistics: [
        Statistic(.count, kinds: [.survey]),
        Statistic(.count, kinds: [.survey], where: .isMissing(.customer)),
      ])
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let cells = try runner.rows(of: .bias(plan)).map {
      BiasCell($0, keyCount: keys.count, measures: query.measures)
    }
    let thirds = try runner.rows(of: .delay(delayPlan))
    let surveys = try runner.run(surveyPlan).rows.first?.sums.map { $0.asNumber ?? 0 } ?? [0, 0]
    let analysis = BiasAnalysis(cells: cells, keys: keys, measures: query.measures, thirds: thirds)
    return BiasTableBuilder(
      query: query, analysis: analysis, surveys: surveys[0], withoutCustomer: surveys[1]
    ).table()
  }
}

/// Customers who share all strata.
struct BiasCell {
  let keys: [Value]
  let customers: Double
  let respondents: Double
  /// The sums of the latest answers, by measure.
  let sums: [[Value]]

  init(_ row: [Value], keyCount: Int, measures: [Measure]) {
    keys = Array(row.prefix(keyCount))
    customers = row[keyCount].asNumber ?? 0
    respondents = row[keyCount + 1].asNumber ?? 0
    sums = measures.indices.map { Array(row[(keyCount + 2 + 3 * $0)..<(keyCount + 5 + 3 * $0)]) }
  }
}

/// What was found about each dimension and each measure.
struct BiasAnalysis {
  /// One group of customers by one dimension.
  struct Stratum {
    let value: Value
    var customers = 0.0
    var respondents = 0.0
    /// The mean weight of its respondents after raking over all dimensions; NaN without respondents.
    var weight = Double.nan
    var moments: [Moments]
  }

  struct Dimension {
    let name: String
    var strata: [Stratum]
    let test: ResponseBias
    let status: MissedStatus
  }

  /// A score as it is, and as it would be if everybody had answered.
  struct Score {
    let measure: Measure
    let raw: Estimate
    let weighted: Interval
    /// The first and the last third by delay, and the change between them.
    let early: Estimate
    let late: Estimate
    let change: Change

    var shift: Double { weighted.estimate - (raw.value.asNumber ?? .nan) }
    /// The shift is larger than half of the interval.
    var isMoved: Bool { abs(shift) > BiasAnalysis.halfWidth(raw) }
  }

  let dimensions: [Dimension]
  let scores: [Score]
  let raking: Raking
  let customers: Double
  let respondents: Double
  /// Answers of which the delay is known.
  let delayed: Double

  init(cells: [BiasCell], keys: [ResolvedKey], measures: [Measure], thirds: [[Value]]) {
    customers = cells.reduce(0) { $0 + $1.customers }
    respondents = cells.reduce(0) { $0 + $1.respondents }
    delayed = thirds.reduce(0) { $0 + ($1[1].asNumber ?? 0) }
    let values = keys.indices.map { key in Set(cells.map { $0.keys[key] }).sorted(by: valueAscends) }
    let margins = keys.indices.map { key -> Raking.Dimension in
      let position = Dictionary(uniqueKeysWithValues: values[key].enumerated().map { ($1, $0) })
      var sizes = [Double](repeating: 0, count: values[key].count)
      let strata = cells.map { position[$0.keys[key]] ?? 0 }
      for (cell, stratum) in zip(cells, strata) { sizes[stratum] += cell.customers }
      return Raking.Dimension(strata: strata, customers: sizes)
    }
    let raking = Raking(respondents: cells.map(\.respondents), dimensions: margins)
    self.raking = raking
    let totals = measures.indices.map { index in Self.total(cells.map { $0.sums[index] }) }
    let raw = zip(measures, totals).map { $0.finish($1) }
    dimensions = keys.indices.map { key in
      Self.dimension(keys[key].name, cells, margins[key], values[key], measures, raw, raking)
    }
    scores = measures.indices.map { index in
      let late = Self.third(thirds, 2, index)
      let early = Self.third(thirds, 0, index)
      return Score(
        measure: measures[index], raw: raw[index],
        weighted: raking.mean(of: cells.map { Self.moments(measures[index], $0.sums[index]) }),
        early: measures[index].finish(early), late: measures[index].finish(late),
        change: measures[index].change(late, early, exposures: (1, 1)))
    }
  }

  private static func dimension(
    _ name: String, _ cells: [BiasCell], _ margin: Raking.Dimension, _ values: [Value], _ measures: [Measure],
    _ raw: [Estimate], _ raking: Raking
  ) -> Dimension {
    let none = measures.map { _ in Moments(count: 0, sum: 0, sumOfSquares: 0) }
    var strata = values.map { Stratum(value: $0, moments: none) }
    var weights = [Double](repeating: 0, count: values.count)
    for (index, cell) in cells.enumerated() {
      let place = margin.strata[index]
      strata[place].customers += cell.customers
      strata[place].respondents += cell.respondents
      weights[place] += raking.weights[index] * cell.respondents
      for (number, measure) in measures.enumerated() {
        strata[place].moments[number] += moments(measure, cell.sums[number])
      }
    }
    for place in strata.indices { strata[place].weight = weights[place] / strata[place].respondents }
    let test = ResponseBias(
      strata.map {
        .init(customers: $0.customers, answers: Moments(count: $0.respondents, sum: 0, sumOfSquares: 0))
      })
    let isMoved = measures.indices.contains { number in
      let bias = ResponseBias(strata.map { .init(customers: $0.customers, answers: $0.moments[number]) })
      return abs(bias.reweighted?.shift ?? .nan) > halfWidth(raw[number])
    }
    return Dimension(name: name, strata: strata, test: test, status: status(test, strata, isMoved))
  }

  /// Method 6: V of at least 0.1 and a gap of at least 5 points; biased where a score moves by more than its half-width.
  private static func status(_ test: ResponseBias, _ strata: [Stratum], _ isMoved: Bool) -> MissedStatus {
    if strata.reduce(0, { $0 + $1.respondents }) < 10 || test.cramersV.isNaN { return .untested }
    guard test.cramersV >= 0.1, test.largestGap >= 5 else { return .even }
    return isMoved ? .biased : .skewed
  }

  /// Half of an interval's width; infinite without an interval.
  static func halfWidth(_ estimate: Estimate) -> Double {
    guard let low = estimate.low.asNumber, let high = estimate.high.asNumber else { return .infinity }
    return (high - low) / 2
  }

  /// The moments of the scores in the unit of the measure: NPS counts as 100, 0 and −100.
  static func moments(_ measure: Measure, _ sums: [Value]) -> Moments {
    let numbers = sums.map { $0.asNumber ?? 0 }
    if case .balance(let factor) = measure.form {
      return Moments(
        count: numbers[2], sum: factor * (numbers[0] - numbers[1]),
        sumOfSquares: factor * factor * (numbers[0] + numbers[1]))
    }
    return Moments(count: numbers[0], sum: numbers[1], sumOfSquares: numbers[2])
  }

  private static func total(_ sums: [[Value]]) -> [Value] {
    (0..<3).map { index in .number(sums.reduce(0) { $0 + ($1[index].asNumber ?? 0) }) }
  }

  private static func third(_ thirds: [[Value]], _ index: Int, _ measure: Int) -> [Value] {
    guard thirds.count == 3 else { return [.integer(0), .integer(0), .integer(0)] }
    return Array(thirds[index][(2 + 3 * measure)..<(5 + 3 * measure)])
  }
}

extension Moments {
  fileprivate static func += (left: inout Moments, right: Moments) {
    left = Moments(
      count: left.count + right.count, sum: left.sum + right.sum,
      sumOfSquares: left.sumOfSquares + right.sumOfSquares)
  }
}
