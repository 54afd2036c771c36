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
    /// That many lengths of the current window directly before it, fewer where there are not so many.
    case windows(Int)
    /// That many periods directly before, fewer where there are not so many.
    case before(Int)
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
  public var comparison = Comparison.windows(6)
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

  /// The defaults of the joint scan.
  public init() {}

  /// The defaults for drops of a mean: 4 periods against the 12 before.
  public static var drops: ScanOptions {
    var options = ScanOptions()
    options.comparison = .windows(3)
    return options
  }

  /// The defaults for spikes of a rate: the last period against the 8 before; the exposure carries the volume.
  public static var spikes: ScanOptions {
    var options = ScanOptions()
    options.currentPeriods = 1
    options.comparison = .before(8)
    options.isRelative = false
    return options
  }

  /// The defaults for a rate that collapses: 4 periods against the 12 before.
  public static var silences: ScanOptions {
    var options = spikes
    options.currentPeriods = 4
    options.comparison = .before(12)
    return options
  }
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
