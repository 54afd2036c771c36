/// How a scan is done; the defaults are those that were measured.
public struct ScanOptions: Sendable, Hashable {
  /// The shape of change that is looked for.
  public enum Shape: Sendable, Hashable {
    /// The current window against the comparison window.
    case step
    /// A steady change from the first to the last period.
    case ramp
  }

  /// The periods that the current window is compared with.
  public enum Comparison: Sendable, Hashable {
    /// That many periods directly before (fewer where there are not so many); nil stands for 6 windows.
    case before(Int?)
    /// Periods by number, counted from 0; those that are not before the current window are left out.
    case periods([Int])
    /// The same periods a year earlier.
    case yearEarlier(periodsInYear: Int)
  }

  /// How the list is kept honest over many cells.
  public enum Correction: Sendable, Hashable {
    /// AdaFilter with the correlation of the two signals' noise.
    case adaFilter
    /// Benjamini-Hochberg on the larger p-value: fewer findings, right under any correlation.
    case strict
  }

  /// The current window in periods, at most half of all.
  public var currentPeriods = 4
  /// What it is compared with.
  public var comparison = Comparison.before(nil)
  /// The shape of change.
  public var shape = Shape.step
  /// Whether what happened to everybody is subtracted, given enough cells.
  public var isRelative = true
  /// The fewest comparable cells for that.
  public var minimumRelativeCells = 8
  /// How q-values are made.
  public var correction = Correction.adaFilter
  /// The false discovery rate of the list.
  public var level = 0.10
  /// The level of one signal on its own.
  public var signalLevel = 0.05
  /// Whether a failure must not hang on one single period.
  public var needsPersistence = true
  /// Whether a single current period flooded with cases of the second signal is left out.
  public var leavesOutViralPeriod = true
  /// The wobble's prior and autocorrelation.
  public var wobble = WobbleOptions()

  /// The defaults.
  public init() {}
}

/// How the wobble of cells is estimated.
public struct WobbleOptions: Sendable, Hashable {
  /// The prior periods behind the wobble of all cells.
  public var priorPeriods = 10.0
  /// The autocorrelation assumed with fewer than 8 periods before the current window.
  public var assumedAutocorrelation = 0.25
  /// The largest autocorrelation.
  public var largestAutocorrelation = 0.8

  /// The defaults.
  public init() {}
}
