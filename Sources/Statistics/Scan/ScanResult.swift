/// What a scan says about a cell.
public enum ScanStatus: String, Sendable, Hashable, CaseIterable {
  /// Both signals got worse, by more than everybody's, by more than chance, and not in one period only.
  case compound
  /// Nearly so: one bad period, or not proven.
  case watch
  /// Only the first signal, by default tickets.
  case firstOnly = "tickets_only"
  /// Only the second signal, by default sentiment.
  case secondOnly = "sentiment_only"
  /// Nothing to report, which does not mean that all is well.
  case clear
  /// Too few cases to say anything.
  case insufficient
}

/// Why a cell is only watched.
public enum WatchReason: Sendable, Hashable {
  /// The failure hangs on one single period.
  case onePeriod
  /// The list's false discovery rate does not allow it.
  case notProven
}

/// One cell of a scan; undefined numbers are NaN.
public struct ScanCell: Sendable, Hashable {
  /// The cell's index in the input.
  public var index: Int
  /// The verdict.
  public var status = ScanStatus.insufficient
  /// 1, 2, 3, … among the compound cells, and again among those watched; nil elsewhere.
  public var rank: Int?
  /// The first signal: tickets.
  public var first = SignalEvidence()
  /// The second signal: sentiment.
  public var second = SignalEvidence()
  /// The p-value of "both got worse": the larger of the two.
  public var p = Double.nan
  /// The share of false findings in a list that ends with this cell.
  public var q = Double.nan
  /// How bad it is, 0...100: 100 is both signals a full failure.
  public var severity = Double.nan
  /// Customers affected.
  public var reach: Double
  /// What the repair takes.
  public var effort: Effort
  /// Whether the effort was given and not assumed.
  public var isEffortKnown: Bool
  /// Whether there is enough data.
  public var isEligible = false
  /// The current period that was left out because its cases stick out.
  public var viralPeriod: Int?
  /// The period from which on the cell is worse; nil unless compound or watched.
  ///
  /// Descriptive, without a p-value: it was chosen after looking.
  public var since: Int?
  /// Why the cell is only watched.
  public var watchReason: WatchReason?

  /// A cell about which nothing is known yet.
  public init(index: Int, reach: Double, effort: Effort? = nil) {
    self.index = index
    self.reach = reach
    self.effort = effort ?? .assumed
    isEffortKnown = effort != nil
  }

  /// Customers times severity as a share: customers fully affected.
  public var impact: Double { reach * severity / 100 }

  /// What the list is ranked by: customers fully affected per effort.
  public var priority: Double { Statistics.priority(reach: reach, severity: severity, effort: effort) }
}

/// What all cells have in common in one signal.
public struct SignalFooter: Sendable, Hashable {
  /// What happened to everybody by period: on the logarithmic scale for counts, in scale units for means.
  public let common: [Double]
  /// The wobble of all cells, its standard deviation: relative for counts, in scale units for means.
  public let wobble: Double
  /// The correlation of neighbouring periods.
  public let autocorrelation: Double
}

/// The answer of a joint scan.
public struct ScanResult: Sendable, Hashable {
  /// The cells in the order of the input.
  public internal(set) var cells: [ScanCell]
  /// The periods that were compared.
  public let windows: ScanWindows
  /// Whether what happened to everybody was subtracted.
  public let isRelative: Bool
  /// What the first signal has in common.
  public let first: SignalFooter
  /// What the second signal has in common.
  public let second: SignalFooter
  /// The correlation of the two signals' wobbles in their bad directions, 0...0.9; above 0.3 `strict` is safer.
  public let kappa: Double

  /// The number of cells with enough data.
  public var eligibleCells: Int { cells.count(where: \.isEligible) }

  /// How the first signal moved for everybody: a ratio for counts.
  public var commonRatio: Double { exp(commonShift(first)) }

  /// How the second signal moved for everybody, in scale units.
  public var commonChange: Double { commonShift(second) }

  /// How a signal moved for everybody: a ratio for a count, else a difference in scale units.
  public func commonMove(_ footer: SignalFooter, isRatio: Bool) -> Double {
    isRatio ? exp(commonShift(footer)) : commonShift(footer)
  }

  /// The mean common movement in the current window less that in the comparison window.
  public func commonShift(_ footer: SignalFooter) -> Double {
    mean(footer.common, over: windows.current) - mean(footer.common, over: windows.previous)
  }

  /// The worst cells: the compound ones by rank, filled up with those watched, never with others.
  public func worst(_ count: Int) -> [ScanCell] {
    Array((cells(.compound) + cells(.watch)).prefix(max(0, count)))
  }

  /// The cells with a status, in the order of their rank or else of the input.
  public func cells(_ status: ScanStatus) -> [ScanCell] {
    cells.filter { $0.status == status }.stablySorted { ($0.rank ?? .max) < ($1.rank ?? .max) }
  }
}

/// The mean of some periods' values.
func mean(_ values: [Double], over periods: some Collection<Int>) -> Double {
  periods.map { values[$0] }.plainSum() / Double(periods.count)
}
