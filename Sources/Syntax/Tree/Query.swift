import Diagnostics
import Vocabulary

/// A head, which gives a result, and the steps that work on it.
public struct Query: Sendable {
  public var head: Head
  public var steps: [Step]
  public var span: Span

  public init(head: Head, steps: [Step] = [], span: Span = .nowhere) {
    self.head = head
    self.steps = steps
    self.span = span
  }
}

/// What a query begins with.
public enum Head: Sendable {
  case show([MeasureItem], Tail)
  case events(of: RowReference?, Tail)
  case finder(FinderCall)
  case listing(ListingCall)
  /// `timeline CUSTOMER`: an id, a handle or an address of the customer.
  case timeline(Literal)
  case result(ResultReference)
}

/// `by` and the clauses, each at most once, in any order.
public struct Tail: Sendable {
  public var keys: [Key] = []
  public var filter: Predicate?
  public var during: Period?
  public var versus: Versus?
  public var withTotals: Bool = false

  public init(
    keys: [Key] = [], filter: Predicate? = nil, during: Period? = nil, versus: Versus? = nil,
    withTotals: Bool = false
  ) {
    self.keys = keys
    self.filter = filter
    self.during = during
    self.versus = versus
    self.withTotals = withTotals
  }
}

/// The right side of `vs`.
public enum Versus: Sendable {
  case period(Period)
  case baseline(Quoted)
  case rest(Span)
}

/// A finder with its argument, its options and the clauses.
public struct FinderCall: Sendable {
  public var name: Word
  public var argument: FinderArgument?
  public var options: [FinderOption]
  public var tail: Tail

  public init(name: Word, argument: FinderArgument? = nil, options: [FinderOption] = [], tail: Tail = Tail())
  {
    self.name = name
    self.argument = argument
    self.options = options
    self.tail = tail
  }
}

/// What stands behind a finder's name, as the catalogue declares it.
public enum FinderArgument: Sendable {
  case measure(MeasureExpression)
  case pair(MeasureExpression, MeasureExpression)
  case predicate(Predicate)
  case comparison(Predicate, with: Predicate?)
  case count(NumberLiteral)
  case grain(Grain, Span)
  case customers(Span)
}

/// An option such as `strict`, `level 0.1`, `within 14 days`, `of mention, review`.
public struct FinderOption: Sendable {
  public enum Setting: Sendable {
    case number(NumberLiteral)
    case duration(DurationLiteral)
    case words([Word])
  }
  public var name: Word
  public var setting: Setting?

  public init(name: Word, setting: Setting? = nil) {
    self.name = name
    self.setting = setting
  }
}

/// A listing: `sources`, `fields`, `values`, `describe`, `rejects`, `quality`, `sql`.
public struct ListingCall: Sendable {
  public enum Argument: Sendable {
    case name(Word)
    case text(Quoted)
  }
  public var name: Word
  public var argument: Argument?

  public init(name: Word, argument: Argument? = nil) {
    self.name = name
    self.argument = argument
  }
}

/// A result by its name, `$` (the last, nil) or `$3`.
public enum ResultReference: Sendable {
  case named(Word)
  case numbered(Int?, Span)
}

/// A row of a result: `r3[2]`, `$[2]`.
public struct RowReference: Sendable {
  public var result: ResultReference
  /// From 1.
  public var row: Int
  public var span: Span

  public init(result: ResultReference, row: Int, span: Span = .nowhere) {
    self.result = result
    self.row = row
    self.span = span
  }
}

/// A measure with the name that `as` gives it.
public struct MeasureItem: Sendable {
  public var expression: MeasureExpression
  public var name: Word?
  public var span: Span

  public init(expression: MeasureExpression, name: Word? = nil, span: Span = .nowhere) {
    self.expression = expression
    self.name = name
    self.span = span
  }
}

/// Arithmetic over aggregates and numbers.
public indirect enum MeasureExpression: Sendable {
  case number(NumberLiteral)
  case aggregate(Aggregate)
  case negated(MeasureExpression, Span)
  case binary(ArithmeticOperator, MeasureExpression, MeasureExpression)
}

public enum ArithmeticOperator: String, Sendable { case plus = "+", minus = "-", times = "*", divided = "/" }

/// A named measure, a function of a field or a predicate, or a share of a measure.
public struct Aggregate: Sendable {
  public enum Form: Sendable {
    case measure(Word, Predicate?)
    /// A lone name in the brackets is a field; its type decides.
    case function(Word, Predicate?)
    case share(of: Word, Predicate?, per: [Word])
  }
  public var form: Form
  public var span: Span

  public init(_ form: Form, span: Span = .nowhere) {
    self.form = form
    self.span = span
  }
}

/// A key of `by`.
public struct Key: Sendable {
  public enum Form: Sendable {
    /// A field, a dimension or a segment.
    case field(Word)
    case grain(Grain)
    case steps(Word, of: StepSize)
  }
  public enum StepSize: Sendable {
    case number(NumberLiteral)
    case duration(DurationLiteral)
  }
  public var form: Form
  public var name: Word?
  public var span: Span

  public init(_ form: Form, name: Word? = nil, span: Span = .nowhere) {
    self.form = form
    self.name = name
    self.span = span
  }
}

/// What follows a bar.
public struct Step: Sendable {
  public enum Form: Sendable {
    case filter(Predicate)
    case sort([(column: Word, descending: Bool)])
    case top(Int, isBottom: Bool, by: Word?, per: [Word])
    case keep([Word])
    case drop([Word])
    case add(Word, Expression, per: [Word])
    case pivot(Key)
    case facts
    case chart(Word)
    case name(Word)
    case export(Quoted)
  }
  public var form: Form
  public var span: Span

  public init(_ form: Form, span: Span = .nowhere) {
    self.form = form
    self.span = span
  }
}
