/// Which direction of a measure is bad.
public enum BadDirection: Sendable, Hashable {
  /// A rise is bad, as of tickets.
  case up
  /// A fall is bad, as of sentiment.
  case down

  /// +1 where a rise is bad, -1 where a fall is.
  var sign: Double { self == .up ? 1 : -1 }
}

/// One of the measures that a scan watches.
public enum ScanSignal: Sendable, Hashable {
  /// Events per exposure, such as tickets per week.
  case count(CountSignal)
  /// The mean of scores, such as sentiment.
  case mean(MeanSignal)
}

/// A number of events by cell and period, compared by ratio.
public struct CountSignal: Sendable, Hashable {
  /// The events.
  public var events: Grid
  /// What the events are divided by: 1 for periods of equal length, days covered, or another count.
  public var exposure: Grid
  /// Which direction is bad.
  public var bad = BadDirection.up
  /// The fewest events in both windows together.
  public var minimumEvents = 10.0
  /// The fewest events expected in the smaller window if nothing changed.
  public var minimumExpected = 3.0
  /// The smallest ratio (or, where a fall is bad, inverted ratio) worth reporting.
  public var smallestRatio = 1.10
  /// The ratio that is a full failure.
  public var fullRatio = 2.0
  /// No cell's rate is taken to be calmer than this from period to period, as a share of itself.
  public var wobbleFloor = 0.05
  /// The first guess of the wobble.
  public var wobbleStart = 0.15

  /// A count signal with the defaults of tickets.
  ///
  /// - Parameter exposure: of the same shape as the events; nil stands for 1 everywhere.
  public init(events: Grid, exposure: Grid? = nil, bad: BadDirection = .up) {
    self.events = events
    self.exposure = exposure ?? Grid(cells: events.cells, periods: events.periods, repeating: 1)
    self.bad = bad
  }

  /// A rate with the defaults of `scanCounts`: sparse events such as escalations of tickets.
  ///
  /// - Parameter smallestRatio: the ratio (inverted where a fall is bad) from which on it is a finding: 1.5 for a spike,
  ///   2 for a silence.
  public init(
    rateOf events: Grid, per exposure: Grid, bad: BadDirection = .up, smallestRatio: Double = 1.5
  ) {
    self.init(events: events, exposure: exposure, bad: bad)
    (minimumEvents, minimumExpected) = (5, 1)
    self.smallestRatio = smallestRatio
  }
}

/// The number, sum and sum of squares of scores by cell and period, compared by difference of means.
public struct MeanSignal: Sendable, Hashable {
  /// The number of scores.
  public var counts: Grid
  /// The sums of the scores.
  public var sums: Grid
  /// The sums of the squared scores.
  public var sumsOfSquares: Grid
  /// The range of the scale: 2 for sentiment, 4 for CSAT, 6 for CES, 200 for NPS in points.
  public var range: Double
  /// Which direction is bad.
  public var bad: BadDirection
  /// The fewest scores in each window.
  public var minimumCount = 10.0
  /// The smallest change worth reporting, in scale units.
  public var smallestChange: Double
  /// The change that is a full failure, in scale units.
  public var fullChange: Double
  /// No cell's mean is taken to be calmer than this from period to period, in scale units.
  public var wobbleFloor: Double
  /// The first guess of the wobble, in scale units.
  public var wobbleStart: Double
  /// The prior scores behind the variance within a period.
  public var priorScores = 10.0

  /// A mean signal with the defaults for its scale: thresholds are shares of the range.
  public init(
    counts: Grid, sums: Grid, sumsOfSquares: Grid, range: Double = 2, bad: BadDirection = .down
  ) {
    self.counts = counts
    self.sums = sums
    self.sumsOfSquares = sumsOfSquares
    self.range = range
    self.bad = bad
    smallestChange = 0.025 * range
    fullChange = 0.25 * range
    wobbleFloor = 0.01 * range
    wobbleStart = 0.03 * range
  }

  /// A balance such as NPS: the mean of scores of `scale`, 0 and -`scale` (method 4, `scan_mean`).
  ///
  /// - Parameters:
  ///   - positive: the number of scores of `scale`.
  ///   - negative: the number of scores of -`scale`.
  ///   - counts: the number of all scores.
  ///   - scale: 100 for NPS in points, 1 for a balance of shares.
  public init(positive: Grid, negative: Grid, counts: Grid, scale: Double, bad: BadDirection = .down) {
    self.init(
      counts: counts, sums: positive.combined(with: negative) { scale * ($0 - $1) },
      sumsOfSquares: positive.combined(with: negative) { scale * scale * ($0 + $1) }, range: 2 * scale,
      bad: bad)
  }
}

extension ScanSignal {
  /// The number of cases by cell and period: events, or scores.
  public var cases: Grid {
    switch self {
    case .count(let signal): signal.events
    case .mean(let signal): signal.counts
    }
  }

  /// All cells added up, as a signal of one cell.
  public func columnSums() -> ScanSignal {
    switch self {
    case .count(var signal):
      signal.events = signal.events.columnSums()
      signal.exposure = signal.exposure.columnSums()
      return .count(signal)
    case .mean(var signal):
      signal.counts = signal.counts.columnSums()
      signal.sums = signal.sums.columnSums()
      signal.sumsOfSquares = signal.sumsOfSquares.columnSums()
      return .mean(signal)
    }
  }

  /// Makes one period of a cell missing.
  mutating func leaveOut(_ cell: Int, _ period: Int) {
    switch self {
    case .count(var signal):
      signal.events[cell, period] = 0
      signal.exposure[cell, period] = 0
      self = .count(signal)
    case .mean(var signal):
      signal.counts[cell, period] = 0
      signal.sums[cell, period] = 0
      signal.sumsOfSquares[cell, period] = 0
      self = .mean(signal)
    }
  }
}
