import Diagnostics

/// A text as the parser understood it: its statements with their comments and records, in order.
public struct Script: Sendable {
  public var items: [ScriptItem]
  /// Every mistake found; the items before, between and after are still there.
  public var mistakes: [Diagnostic]

  public init(items: [ScriptItem] = [], mistakes: [Diagnostic] = []) {
    self.items = items
    self.mistakes = mistakes
  }

  public var statements: [Statement] {
    items.compactMap { if case .statement(let statement) = $0 { statement } else { nil } }
  }
}

/// A piece of a script, whole lines apart from several statements on one line.
public enum ScriptItem: Sendable {
  case statement(Statement)
  /// A line that begins with `#@`, a fact that holds for the whole file; the text is what stands behind the mark.
  case fact(String, Span)
  /// A line that begins with `#=`, the record of the statement before; the text is what stands behind the mark.
  case record(String, Span)
  /// A line that begins with `#>`, saved output of the statement before; one space behind the mark is dropped.
  case output(String, Span)
  /// A line of its own that begins with `#`; the text has the sign.
  case comment(String, Span)
  case blank
}

/// One statement with the comment behind it on its line.
public struct Statement: Sendable {
  public var kind: StatementKind
  public var span: Span
  /// The comment behind the statement, `# …`, kept by the formatter.
  public var comment: String?

  public init(kind: StatementKind, span: Span = .nowhere, comment: String? = nil) {
    self.kind = kind
    self.span = span
    self.comment = comment
  }
}

/// Everything that can be said.
///
/// Queries give results; commands change or tell something.
public enum StatementKind: Sendable {
  case query(Query)
  case load(LoadStatement)
  case recode(RecodeStatement)
  case derive(DeriveStatement)
  case define(DefineStatement)
  case exclude(ExcludeStatement)
  case link(LinkStatement)
  case focus(Predicate, isNarrowing: Bool)
  case unfocus
  case parameter(name: Word, value: ParameterValue)
  case set(name: Word, value: Literal)
  case note(Quoted)
  case owner(Quoted, where: Predicate)
  case effort(NumberLiteral, where: Predicate)
  case override(field: Word, value: NumberLiteral, where: Predicate)
  case score(ScoreStatement)
  case plan(PlanStatement)
  case cost(perContact: NumberLiteral)
  case save(path: Quoted, last: Int?, withOutput: Bool, withWords: Bool, replace: Bool)
  case run(Quoted)
  case replay(Quoted, against: Quoted?)
  case export(what: Word?, path: Quoted)
  case connect(Quoted)
  case disconnect
  case baseline(Quoted)
  case explainQuery(Query)
  case explainCell(RowReference, column: Word)
  case help(topic: [Word])
  case undo
  case history(search: String?)
  case quit
  /// Well formed, and answered by "not yet": cache, task, hint, answer.
  case later(LaterStatement)
}

/// A statement of a later capability: its name and its words, enough to print it again.
public struct LaterStatement: Sendable {
  public var name: Word
  public var printed: String

  public init(name: Word, printed: String) {
    self.name = name
    self.printed = printed
  }
}

/// A text in quotes, with its escapes resolved.
public struct Quoted: Sendable {
  public var text: String
  /// Written with `"""`.
  public var isBlock: Bool
  public var span: Span

  public init(_ text: String, isBlock: Bool = false, span: Span = .nowhere) {
    self.text = text
    self.isBlock = isBlock
    self.span = span
  }
}

/// A name or a bare word.
public struct Word: Sendable {
  public enum Form: Sendable { case bare, backticks, quotes }
  public var text: String
  public var form: Form
  public var span: Span

  public init(_ text: String, form: Form = .bare, span: Span = .nowhere) {
    self.text = text
    self.form = form
    self.span = span
  }
}
