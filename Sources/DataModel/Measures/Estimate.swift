import Statistics

/// A figure with its 95 % interval and the number of cases behind it.
public struct Estimate: Sendable, Equatable {
  /// The figure; missing where it is undefined.
  public var value: Value
  /// The bounds; missing where there is no interval.
  public var low: Value = .missing
  public var high: Value = .missing
  /// The cases behind it: answers, rated events, tickets for which the flag is known.
  public var count: Value = .missing

  public init(value: Value) { self.value = value }

  init(_ interval: Interval, factor: Double = 1, count: Double) {
    value = .defined(interval.estimate * factor)
    low = .defined(interval.low * factor)
    high = .defined(interval.high * factor)
    self.count = .integer(Int64(count))
  }

  public static let undefined = Estimate(value: .missing)
}

/// How a figure moved, with bounds of the change and the probability of such a change if nothing happened.
public struct Change: Sendable, Equatable {
  public var change: Value = .missing
  public var low: Value = .missing
  public var high: Value = .missing
  public var p: Value = .missing

  /// Nothing to compare.
  public init() {}
}

extension Measure {
  /// Finishes the sums of a group.
  ///
  /// - Parameter sums: in the order of `statistics`.
  public func finish(_ sums: [Value]) -> Estimate {
    let numbers = sums.map { $0.asNumber ?? 0 }
    switch form {
    case .count: return Estimate(value: sums.first ?? .integer(0))
    case .total: return Estimate(value: sums.first ?? .missing)
    case .proportion:
      guard numbers.count == 2, numbers[1] > 0 else { return emptyEstimate }
      return Estimate(.proportion(numbers[0], of: numbers[1]), count: numbers[1])
    case .balance(let factor):
      guard numbers.count == 3, numbers[2] > 0 else { return emptyEstimate }
      return Estimate(.netPromoterScore(Self.promoters(numbers)), factor: factor / 100, count: numbers[2])
    case .mean(let low, let high, let factor):
      guard numbers.count == 3, numbers[0] > 0 else { return emptyEstimate }
      return Estimate(Self.mean(numbers, low, high), factor: factor, count: numbers[0])
    case .quotient:
      guard numbers.count == 2, numbers[1] > 0 else { return .undefined }
      return Estimate(value: .number(numbers[0] / numbers[1]))
    case .value(let factor):
      guard let value = sums.first else { return .undefined }
      if factor != 1, let number = value.asNumber { return Estimate(value: .number(number * factor)) }
      return Estimate(value: value)
    }
  }

  /// No cases: undefined, and n is 0.
  private var emptyEstimate: Estimate {
    var estimate = Estimate.undefined
    estimate.count = .integer(0)
    return estimate
  }

  private static func promoters(_ numbers: [Double]) -> PromoterCounts {
    PromoterCounts(
      promoters: numbers[0], passives: numbers[2] - numbers[0] - numbers[1], detractors: numbers[1])
  }

  private static func moments(_ numbers: [Double]) -> Moments {
    Moments(count: numbers[0], sum: numbers[1], sumOfSquares: numbers[2])
  }

  /// Student's interval, clipped to the scale; a scale with one end clips there only.
  private static func mean(_ numbers: [Double], _ low: Double?, _ high: Double?) -> Interval {
    let scale = low == nil && high == nil ? nil : (low ?? -.infinity)...(high ?? .infinity)
    return .mean(of: moments(numbers), within: scale)
  }

  /// Compares the sums of two groups of events by the test that fits the measure (method 5).
  ///
  /// - Parameter exposures: the lengths of the two periods in days, for counts.
  public func change(_ current: [Value], _ earlier: [Value], exposures: (Double, Double)) -> Change {
    let now = current.map { $0.asNumber ?? 0 }
    let then = earlier.map { $0.asNumber ?? 0 }
    switch form {
    case .count:
      // A gap is no zero.
      if current.contains(.missing) || earlier.contains(.missing) { return Change() }
      return countChange(now, then, exposures)
    case .proportion:
      guard now.count == 2, then.count == 2, now[1] > 0, then[1] > 0 else { return Change() }
      let test = ProportionComparison(current: (now[0], now[1]), earlier: (then[0], then[1]))
      return Change(test.difference, test.low, test.high, test.pTwoSided)
    case .balance(let factor):
      guard now.count == 3, then.count == 3 else { return Change() }
      let test = NetPromoterComparison(current: Self.promoters(now), earlier: Self.promoters(then))
      let scale = factor / 100
      return Change(test.difference * scale, test.low * scale, test.high * scale, test.pTwoSided)
    case .mean(_, _, let factor):
      guard now.count == 3, then.count == 3, now[0] > 0, then[0] > 0 else { return Change() }
      let test = MeanComparison(current: Self.moments(now), earlier: Self.moments(then))
      return Change(test.difference * factor, test.low * factor, test.high * factor, test.pTwoSided)
    case .total, .quotient, .value:
      guard let a = finish(current).value.asNumber, let b = finish(earlier).value.asNumber else {
        return Change()
      }
      return Change(a - b, .nan, .nan, .nan)
    }
  }

  /// The difference of two counts; the test is that of equal rates per day, the bounds are those of two Poisson counts.
  private func countChange(_ now: [Double], _ then: [Double], _ exposures: (Double, Double)) -> Change {
    guard let a = now.first, let b = then.first else { return Change() }
    let isPlainCount = statistics.allSatisfy { $0.function == .count }
    guard isPlainCount else { return Change(a - b, .nan, .nan, .nan) }
    let half = NormalDistribution.criticalValue(confidence: 0.95) * (a + b).squareRoot()
    let test = RateComparison(current: (a, exposures.0), earlier: (b, exposures.1))
    let p = test.z.isNaN ? Double.nan : min(1, 2 * min(test.pGreater, test.pLess))
    return Change(a - b, a - b - half, a - b + half, p)
  }
}

extension Change {
  init(_ change: Double, _ low: Double, _ high: Double, _ p: Double) {
    self.change = .defined(change)
    self.low = .defined(low)
    self.high = .defined(high)
    self.p = .defined(p)
  }
}
