import DataModel
import Vocabulary

/// A measure as a scan watches it along time: sums by period that add up, and which way is bad.
public struct ResolvedSignal: Sendable, Equatable {
  public enum Form: Sendable, Equatable {
    /// `[events]`: how many there are.
    case count
    /// `[hits, cases]`: the cases are the exposure of the hits.
    case share
    /// `[n, sum, sum of squares]`: a mean on a scale of this width.
    case mean(range: Double)
    /// `[positive, negative, n]`: a mean of scores of `scale`, 0 and -`scale`.
    case balance(scale: Double)
  }

  /// What its columns are named after: the measure as it is written.
  public var name: String
  public var measure: Measure
  public var form: Form
  /// The kinds of event that it is about.
  public var kinds: Set<EventKind>
  /// The sums, for these kinds only.
  public var statistics: [Statistic]

  init(_ measure: Measure, form: Form, name: String, kinds: Set<EventKind>) {
    self.name = name
    self.measure = measure
    self.form = form
    self.kinds = kinds
    var isMean = false
    if case .mean = form { isMean = true }
    statistics = measure.statistics.map { $0.limited(to: kinds, countsField: isMean) }
  }

  public var bad: Direction? { measure.bad }

  /// It is compared by ratio, and not by difference.
  public var isRatio: Bool {
    switch form {
    case .count, .share: true
    case .mean, .balance: false
    }
  }

  /// Which of the sums is the number of cases.
  public var casesIndex: Int {
    switch form {
    case .count, .mean: 0
    case .share: 1
    case .balance: 2
    }
  }

  /// The events that are its cases.
  public var cases: Condition? { measure.statistics[casesIndex].condition }
}

extension Statistic {
  /// The same for these kinds only.
  ///
  /// - Parameter countsField: a count of the events that have a field counts its values, which an engine does faster than
  ///   to test each event.
  fileprivate func limited(to kinds: Set<EventKind>, countsField: Bool) -> Statistic {
    var copy = self
    copy.kinds = self.kinds ?? kinds
    if countsField, function == .count, case .not(.isMissing(let known))? = condition {
      (copy.field, copy.condition) = (known, nil)
    }
    return copy
  }
}

/// `drops` or `spikes`, with its windows still to be cut.
public struct ResolvedMove: Sendable {
  public var scan: ResolvedScan
  public var signal: ResolvedSignal
  /// `down` for a drop, `up` for a spike, whatever is good or bad.
  public var direction: Direction
}
