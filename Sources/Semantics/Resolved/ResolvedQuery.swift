import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `show`, with every name and type made definite.
public struct ResolvedShow: Sendable {
  public var items: [ResolvedItem]
  public var keys: [ResolvedKey]
  public var scope: Scope
  /// The period of `during` (or the default of `vs`), with its unit.
  public var period: ResolvedPeriod?
  public var versus: ResolvedVersus?
  public var withTotals: Bool
  public var notes: [String]
}

/// What the figures are compared with.
public enum ResolvedVersus: Sendable {
  case period(ResolvedPeriod)
  /// The events that do not meet the condition of `where`.
  case rest(Scope)
  /// Figures that were frozen before.
  case baseline(Baseline)
}

/// One measure of `show` with the name of its column.
public struct ResolvedItem: Sendable {
  public var name: String
  public var expression: ResolvedMeasure

  public init(name: String, expression: ResolvedMeasure) {
    self.name = name
    self.expression = expression
  }
}

/// Arithmetic over measures.
public indirect enum ResolvedMeasure: Sendable {
  case number(Double)
  case measure(Measure)
  /// The share of the measure's total over the rows that share these keys (positions in `by`).
  case share(Measure, per: [Int])
  case negated(ResolvedMeasure)
  case binary(ArithmeticOperator, ResolvedMeasure, ResolvedMeasure)

  /// Every measure in it.
  public var measures: [Measure] {
    switch self {
    case .number: []
    case .measure(let measure), .share(let measure, _): [measure]
    case .negated(let inner): inner.measures
    case .binary(_, let left, let right): left.measures + right.measures
    }
  }

  public var unit: Unit {
    switch self {
    case .measure(let measure): measure.unit
    case .share: .fraction
    case .negated(let inner): inner.unit
    case .number, .binary: .none
    }
  }
}

/// `events`: the rows themselves.
public struct ResolvedEvents: Sendable {
  public var scope: Scope
  public var fields: [FieldReference]
  public var notes: [String]
}

/// `compound`, with its windows still to be cut.
public struct ResolvedCompound: Sendable {
  public enum Shape: String, Sendable { case step, trend }

  public var keys: [ResolvedKey]
  /// Filters what is learned from as well as what is shown.
  public var condition: Condition?
  /// A focus on keys of the question: hides cells only.
  public var hiding: Condition?
  public var voice: Set<EventKind>
  public var period: ResolvedPeriod?
  public var comparison: CompoundComparison
  public var shape: Shape
  public var isStrict: Bool
  public var keepsPartial: Bool
  /// The false discovery rate, 0…1.
  public var level: Double
  public var notes: [String]
}

/// The window that `compound` compares with.
public enum CompoundComparison: Sendable, Equatable {
  /// Up to six times the current window, directly before.
  case standard
  /// A number of whole periods directly before the current window.
  case before(unit: Grain, count: Int)
  case range(DayRange)
  /// The same periods 52 weeks earlier.
  case yearOnYear
}
