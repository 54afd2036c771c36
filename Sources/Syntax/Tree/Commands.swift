import Diagnostics
import Vocabulary

/// `load [KIND] STRING [as ALIAS] [with (…)]`.
public struct LoadStatement: Sendable {
  public var kind: (kind: SourceKind, span: Span)?
  public var origin: LoadOrigin
  public var alias: Word?
  public var mappings: [RoleMapping]
  /// `header none`, `sheet "…"`, `columns (…)` of later capabilities, by name.
  public var layout: [LayoutOption]

  public init(
    kind: (kind: SourceKind, span: Span)? = nil, origin: LoadOrigin, alias: Word? = nil,
    mappings: [RoleMapping] = [], layout: [LayoutOption] = []
  ) {
    self.kind = kind
    self.origin = origin
    self.alias = alias
    self.mappings = mappings
    self.layout = layout
  }
}

/// Where a load reads from.
public enum LoadOrigin: Sendable {
  case path(Quoted)
  /// `from table cx.tickets`: a later capability.
  case table([Word])
  /// `from "s3://…"`: a later capability.
  case remote(Quoted)
}

/// `role = COLUMN [scale a..b] [high is good | bad]`.
public struct RoleMapping: Sendable {
  public var role: Word
  /// A name, backticks or a string.
  public var column: Word
  public var scale: (low: Double, high: Double)?
  public var highIsGood: Bool?
  public var span: Span

  public init(
    role: Word, column: Word, scale: (low: Double, high: Double)? = nil, highIsGood: Bool? = nil,
    span: Span = .nowhere
  ) {
    self.role = role
    self.column = column
    self.scale = scale
    self.highIsGood = highIsGood
    self.span = span
  }
}

/// A layout option of `with (…)`: `header none`, `header 2`, `sheet "Export"`, `columns (a, b)`, `date 2026-09-30`.
public struct LayoutOption: Sendable {
  public enum Setting: Sendable {
    case word(Word)
    case number(NumberLiteral)
    case text(Quoted)
    case words([Word])
    case point(Point)
  }
  public var name: Word
  public var setting: Setting

  public init(name: Word, setting: Setting) {
    self.name = name
    self.setting = setting
  }
}

/// `recode FIELD from COLUMN (old = new, …, else = …) [in ALIAS]`.
public struct RecodeStatement: Sendable {
  public enum Target: Sendable {
    case value(Literal)
    case keep(Span)
    case missing(Span)
  }
  public var field: Word
  public var column: Word
  public var values: [(old: Literal, new: Target)]
  public var otherwise: Target?
  public var alias: Word?

  public init(
    field: Word, column: Word, values: [(old: Literal, new: Target)], otherwise: Target? = nil,
    alias: Word? = nil
  ) {
    self.field = field
    self.column = column
    self.values = values
    self.otherwise = otherwise
    self.alias = alias
  }
}

/// `derive NAME = … [in ALIAS]`.
public struct DeriveStatement: Sendable {
  public enum Form: Sendable {
    case expression(Expression)
    case cases([(Predicate, Literal)], otherwise: Literal)
    case perCustomer(Aggregate)
  }
  public var name: Word
  public var form: Form
  public var alias: Word?

  public init(name: Word, form: Form, alias: Word? = nil) {
    self.name = name
    self.form = form
    self.alias = alias
  }
}

/// `define persona | segment | measure | theme | emotion NAME = …`.
public struct DefineStatement: Sendable {
  public enum Form: Sendable {
    case persona(Quoted, Predicate)
    case segment(Word, Predicate)
    case measure(Word, MeasureExpression)
    case theme(Quoted, Predicate)
    case emotion(Quoted, Predicate)
  }
  public var form: Form

  public init(form: Form) {
    self.form = form
  }
}

/// `exclude where PREDICATE [in ALIAS]`, `exclude duplicates by FIELDS [in ALIAS]`.
public struct ExcludeStatement: Sendable {
  public enum Form: Sendable {
    case filter(Predicate)
    case duplicates([Word])
  }
  public var form: Form
  public var alias: Word?

  public init(form: Form, alias: Word? = nil) {
    self.form = form
    self.alias = alias
  }
}

/// `link customers by FIELDS in (ALIAS, …)`.
public struct LinkStatement: Sendable {
  public var fields: [Word]
  /// The aliases of sources, the one whose ids come first in front.
  public var sources: [Word]

  public init(fields: [Word], sources: [Word]) {
    self.fields = fields
    self.sources = sources
  }
}

/// The value of a parameter.
public enum ParameterValue: Sendable {
  case literal(Literal)
  case period(Period)
}
