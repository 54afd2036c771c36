import Diagnostics

/// A piece of the text with its meaning to the grammar.
public struct Token: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// A bare word; whether it is a keyword or a name is decided by the place where it stands.
    case word(String)
    /// A name in backticks.
    case name(String)
    /// A text in quotes with its escapes resolved.
    case text(String, isBlock: Bool)
    /// A number without a sign.
    case number(Double)
    /// A point of the calendar, written without spaces.
    case point(Point)
    case symbol(Symbol)
    case newline
    /// `# …` up to the end of the line, with its sign.
    case comment(String)
    /// The lines `#@`, `#=` and `#>`; the text is what stands behind the mark.
    case fact(String), record(String), output(String)
    /// What is no token, with the mistake to report where the grammar reaches it.
    case bad(Diagnostic)
    case end
  }

  public enum Symbol: String, Sendable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case arrow = "=>"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case percent = "%"
    case comma = ","
    case bar = "|"
    case semicolon = ";"
    case dot = "."
    case range = ".."
    case dollar = "$"
    case openBracket = "("
    case closeBracket = ")"
    case openRow = "["
    case closeRow = "]"
  }

  public var kind: Kind
  public var span: Span
  /// White space, a line break or the beginning of the text stands before it.
  public var followsSpace: Bool
}
