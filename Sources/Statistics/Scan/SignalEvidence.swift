/// What one signal says about one cell.
public struct SignalEvidence: Sendable, Hashable {
  /// Cases in the comparison window: events, or scores.
  public var previous = 0.0
  /// Cases in the current window.
  public var current = 0.0
  /// The effect as it is: a ratio of rates, or a change of means in scale units.
  public var effect = Double.nan
  /// The effect beyond what happened to everybody.
  public var relativeEffect = Double.nan
  /// The effect's statistic: z of a count, t of a mean; above 0 for a rise.
  public var statistic = Double.nan
  /// The standard error of the relative effect of a mean; NaN for a count.
  public var standardError = Double.nan
  /// The probability of a move at least this bad if nothing changed.
  public var p = Double.nan
  /// The least bad relative effect when each current period is left out in turn.
  public var persistentEffect = Double.nan
  /// Events beyond those expected; NaN for a mean.
  public var excess = Double.nan
  /// The relative effect as a share of a full failure, 0...1.
  public var severity = Double.nan
  /// Whether the effect is bad as it is and its relative part is worth reporting.
  public var isWrong = false
  /// Whether the relative effect is at least the smallest one worth reporting.
  public var isLarge = false
  /// Whether half of that effect remains without any one current period.
  public var isPersistent = true

  /// The share of the variance that comes from the wobble.
  var wobbleShare = Double.nan
}

/// A signal that is ready to be tested cell by cell.
protocol PreparedSignal {
  /// What happened to everybody.
  var common: [Double] { get }
  /// The deviations from which the wobble was measured.
  var residuals: Residuals { get }
  /// How much cells move from period to period.
  var wobble: Wobble { get }
  /// Which direction is bad.
  var bad: BadDirection { get }

  /// Whether there is enough data to test a cell.
  func isTestable(_ cell: Int, windows: ScanWindows, shape: ScanOptions.Shape) -> Bool

  /// The test and the effects of a cell that can be tested.
  func evidence(_ cell: Int, windows: ScanWindows, options: ScanOptions) -> SignalEvidence

  /// How strongly a cell got worse from a period on, ignoring autocorrelation; NaN where undefined.
  func badness(_ cell: Int, from period: Int) -> Double
}

extension ScanSignal {
  /// Whether both windows hold enough cases for the cell to count as comparable.
  func isComparable(_ cell: Int, windows: ScanWindows) -> Bool {
    let previous = cases.sum(cell, over: windows.previous)
    let current = cases.sum(cell, over: windows.current)
    switch self {
    case .count(let signal): return current + previous >= signal.minimumEvents
    case .mean(let signal): return current >= signal.minimumCount && previous >= signal.minimumCount
    }
  }

  /// Which direction is bad.
  var bad: BadDirection {
    switch self {
    case .count(let signal): signal.bad
    case .mean(let signal): signal.bad
    }
  }

  func prepared(windows: ScanWindows, isRelative: Bool, options: WobbleOptions) -> any PreparedSignal {
    switch self {
    case .count(let signal):
      PreparedCounts(signal, windows: windows, isRelative: isRelative, options: options)
    case .mean(let signal):
      PreparedMeans(signal, windows: windows, isRelative: isRelative, options: options)
    }
  }
}
