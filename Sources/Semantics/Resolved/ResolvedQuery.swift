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
