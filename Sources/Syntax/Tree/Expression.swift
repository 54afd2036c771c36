import Diagnostics
import Vocabulary

/// An expression over fields or columns, for `add` and `derive`.
public indirect enum Expression: Sendable {
  case field(Word)
  case number(NumberLiteral)
  case text(Quoted)
  case point(Point, Span)
  case duration(DurationLiteral)
  case parameter(Word)
  case negated(Expression, Span)
  case binary(ArithmeticOperator, Expression, Expression)
  case choice(Predicate, then: Expression, else: Expression, Span)
  case call(Word, [Expression], Span)

  public var span: Span {
    switch self {
    case .field(let word), .parameter(let word): word.span
    case .number(let number): number.span
    case .text(let text): text.span
    case .duration(let duration): duration.span
    case .point(_, let span), .negated(_, let span), .choice(_, _, _, let span), .call(_, _, let span): span
    case .binary(_, let left, let right): left.span.union(right.span)
    }
  }
}
