/// Whether those who answer differ from those who could have, by strata such as personas or channels.
///
/// Warn where V >= 0.1 and the gap is at least 5 points; with many customers p is always tiny. NaN where undefined.
public struct ResponseBias: Sendable, Hashable {
  /// One group of customers.
  public struct Stratum: Sendable, Hashable {
    /// Customers of the group.
    public var customers: Double
    /// The answers of its respondents: count, sum, sum of squares.
    public var answers: Moments

    /// A stratum; without scores, only the count of the answers matters.
    public init(customers: Double, answers: Moments) {
      self.customers = customers
      self.answers = answers
    }
  }

  /// The mean answer as if every stratum had answered in proportion to its customers.
  public struct Reweighted: Sendable, Hashable {
    /// The plain mean.
    public let raw: Double
    /// The post-stratified mean, over strata with at least two answers.
    public let weighted: Double
    /// Its standard error.
    public let standardError: Double
    /// The share of customers in those strata.
    public let covered: Double
    /// How far the answers mislead.
    public var shift: Double { weighted - raw }
  }

  /// Chi-square of respondents against non-respondents.
  public let chiSquare: Double
  /// Its degrees of freedom.
  public let degreesOfFreedom: Double
  /// Its p-value.
  public let p: Double
  /// Cramér's V, 0...1.
  public let cramersV: Double
  /// The largest difference between a stratum's share of respondents and of customers, in points.
  public let largestGap: Double
  /// The reweighted mean; nil without a stratum of two answers.
  public let reweighted: Reweighted?

  /// Compares respondents and customers of each stratum.
  public init(_ strata: [Stratum]) {
    let present = strata.filter { $0.customers > 0 }
    let answers = strata.map(\.answers.count).plainSum()
    let silent = strata.map(\.silent).plainSum()
    largestGap = ResponseBias.largestGap(strata, answers: answers)
    reweighted = Reweighted(strata)
    guard answers > 0, silent > 0, present.count >= 2 else {
      (chiSquare, degreesOfFreedom, p, cramersV) = (.nan, .nan, .nan, .nan)
      return
    }
    chiSquare = ResponseBias.chiSquare(present)
    degreesOfFreedom = Double(present.count - 1)
    p = ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom).upperTail(chiSquare)
    let total = present.map { $0.answers.count + $0.silent }.plainSum()
    cramersV = (chiSquare / total).squareRoot()
  }

  private static func largestGap(_ strata: [Stratum], answers: Double) -> Double {
    let customers = strata.map(\.customers).plainSum()
    guard answers > 0, customers > 0 else { return .nan }
    return strata.map { 100 * abs($0.answers.count / answers - $0.customers / customers) }.max() ?? .nan
  }

  private static func chiSquare(_ strata: [Stratum]) -> Double {
    let answers = strata.map(\.answers.count).plainSum()
    let silent = strata.map(\.silent).plainSum()
    return strata.map { stratum in
      let size = stratum.answers.count + stratum.silent
      let expected = (answers * size / (answers + silent), silent * size / (answers + silent))
      return square(stratum.answers.count - expected.0) / expected.0
        + square(stratum.silent - expected.1) / expected.1
    }.plainSum()
  }
}

extension ResponseBias.Stratum {
  /// Customers who did not answer.
  fileprivate var silent: Double { max(customers - answers.count, 0) }
}

extension ResponseBias.Reweighted {
  init?(_ strata: [ResponseBias.Stratum]) {
    let used = strata.filter { $0.answers.count >= 2 && $0.customers > 0 }
    guard !used.isEmpty else { return nil }
    let customers = used.map(\.customers).plainSum()
    raw = strata.map(\.answers.sum).plainSum() / strata.map(\.answers.count).plainSum()
    weighted = used.map { $0.customers / customers * $0.answers.mean }.plainSum()
    standardError = used.map { square($0.customers / customers) * $0.answers.variance / $0.answers.count }
      .plainSum().squareRoot()
    covered = customers / strata.map(\.customers).plainSum()
  }
}

private func square(_ x: Double) -> Double { x * x }
