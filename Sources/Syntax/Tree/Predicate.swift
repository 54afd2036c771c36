import Diagnostics
import Vocabulary

/// A condition with two values: a comparison with a missing value is false, its negation true.
public indirect enum Predicate: Sendable {
  case or(Predicate, Predicate)
  case and(Predicate, Predicate)
  case not(Predicate, Span)
  case test(Test)

  public var span: Span {
    switch self {
    case .or(let left, let right), .and(let left, let right): left.span.union(right.span)
    case .not(_, let span): span
    case .test(let test): test.span
    }
  }
}

/// One test of a predicate.
public struct Test: Sendable {
  public indirect enum Form: Sendable {
    case compare(Operand, ComparisonOperator, Literal)
    case among(Word, negated: Bool, [Literal])
    case between(Operand, negated: Bool, Literal, Literal)
    case contains(Word, negated: Bool, [Literal], any: Bool)
    case matches(Word, negated: Bool, Quoted)
    case missing(Word, negated: Bool)
    /// A boolean field or a segment.
    case name(Word)
    case had(negated: Bool, Predicate, within: DurationLiteral?, after: Bool)
  }
  public var form: Form
  public var span: Span

  public init(_ form: Form, span: Span = .nowhere) {
    self.form = form
    self.span = span
  }
}

public enum ComparisonOperator: String, Sendable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// The left side of a test; an aggregate only in `define persona`.
public enum Operand: Sendable {
  case field(Word)
  case aggregate(Aggregate, per: Grain?)
}

/// A value as it is written; what it means is decided by the other side's type.
public struct Literal: Sendable {
  public enum Form: Sendable {
    case word(String)
    case text(String)
    case number(NumberLiteral)
    case point(Point)
    case duration(DurationLiteral)
    case parameter(String)
    /// In backticks: a field, never a value.
    case field(String)
  }
  public var form: Form
  public var span: Span

  public init(_ form: Form, span: Span = .nowhere) {
    self.form = form
    self.span = span
  }
}

/// A number with the text that wrote it.
public struct NumberLiteral: Sendable {
  public var value: Double
  public var text: String
  public var isPercent: Bool
  public var span: Span

  public init(value: Double, text: String, isPercent: Bool = false, span: Span = .nowhere) {
    self.value = value
    self.text = text
    self.isPercent = isPercent
    self.span = span
  }
}

/// A duration such as `48 hours`.
public struct DurationLiteral: Sendable {
  public enum Unit: String, CaseIterable, Sendable {
    case second, minute, hour, day, week

    /// The length of one unit.
    public var milliseconds: Double {
      switch self {
      case .second: 1000
      case .minute: 60_000
      case .hour: 3_600_000
      case .day: 86_400_000
      case .week: 604_800_000
      }
    }
  }
  public var amount: NumberLiteral
  public var unit: Unit
  public var span: Span

  public init(amount: NumberLiteral, unit: Unit, span: Span = .nowhere) {
    self.amount = amount
    self.unit = unit
    self.span = span
  }

  public var milliseconds: Double { amount.value * unit.milliseconds }
}

/// A point of the calendar, as wide as it is written.
public enum Point: Hashable, Sendable {
  case day(year: Int, month: Int, day: Int)
  case week(year: Int, week: Int)
  case month(year: Int, month: Int)
  case quarter(year: Int, quarter: Int)
  case year(Int)
}

/// A period of `during` and `vs`.
public struct Period: Sendable {
  public enum Form: Sendable {
    case last(Int, Grain)
    case this(Grain)
    case previous
    case sameLastYear
    /// From the start of the first to the end of the second point; both the same for a single point.
    case range(from: Point?, to: Point?)
    case parameter(Word)
  }
  public var form: Form
  /// `last week` without a number, so that it is printed as it was written.
  public var hasNumber: Bool = true
  public var span: Span

  public init(_ form: Form, hasNumber: Bool = true, span: Span = .nowhere) {
    self.form = form
    self.hasNumber = hasNumber
    self.span = span
  }
}
