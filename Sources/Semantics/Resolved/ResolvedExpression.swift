import DataModel
import Syntax
import Vocabulary

/// An expression over fields or columns, with its types made definite; durations are milliseconds.
public indirect enum ResolvedExpression: Sendable {
  case field(FieldReference)
  case number(Double)
  case text(String)
  /// Microseconds of the wall clock.
  case instant(Int64)
  /// Milliseconds.
  case duration(Double)
  case negated(ResolvedExpression)
  case binary(ArithmeticOperator, ResolvedExpression, ResolvedExpression, FieldType)
  case choice(Condition, then: ResolvedExpression, else: ResolvedExpression)
  case call(ExpressionFunction, [ResolvedExpression])

  public var type: FieldType {
    switch self {
    case .field(let field): field.type
    case .number: .number
    case .text: .text
    case .instant: .instant
    case .duration: .duration
    case .negated(let inner): inner.type
    case .binary(_, _, _, let type): type
    case .choice(_, let value, _): value.type
    case .call(let function, let arguments): function == .rank ? .number : arguments.first?.type ?? .number
    }
  }

  /// Every field that it reads.
  public var fields: Set<FieldReference> {
    switch self {
    case .field(let field): [field]
    case .number, .text, .instant, .duration: []
    case .negated(let inner): inner.fields
    case .binary(_, let left, let right, _): left.fields.union(right.fields)
    case .choice(let condition, let value, let other):
      condition.fields.union(value.fields).union(other.fields)
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.fields) }
    }
  }
}
