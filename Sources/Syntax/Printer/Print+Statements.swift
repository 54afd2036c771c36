import Diagnostics
import Vocabulary

extension Statement {
  /// The statement on one line, without the comment behind it; a text of several lines keeps its lines.
  public var printed: String { kind.pieces.onOneLine }
}

extension StatementKind {
  /// The statement on one line.
  public var printed: String { pieces.onOneLine }

  var pieces: Layout {
    switch self {
    case .query(let query): query.pieces
    case .load(let load): load.pieces
    case .recode(let recode): recode.pieces
    case .derive(let derive): derive.pieces
    case .explainQuery(let query): query.pieces.behind("explain")
    default: Layout(head: line)
    }
  }

  private var line: String { ofData ?? ofSession ?? ofShell }

  private var ofData: String? {
    switch self {
    case .define(let define): define.printed
    case .exclude(let exclude): exclude.printed
    case .link(let link): link.printed
    case .focus(let predicate, let isNarrowing): "focus " + (isNarrowing ? "and " : "") + predicate.printed
    case .unfocus: "unfocus"
    case .parameter(let name, let value): "param \(name.printed) = \(value.printed)"
    case .set(let name, let value): "set \(name.text) " + value.settingText
    case .owner(let owner, let filter): "owner \(owner.printed) where \(filter.printed)"
    case .effort(let effort, let filter): "effort \(effort.printed) where \(filter.printed)"
    case .override(let field, let value, let filter):
      "override \(field.printed) = \(value.printed) where \(filter.printed)"
    case .score(let score): score.printed
    case .plan(let plan): plan.printed
    case .cost(let amount): "cost per contact \(amount.printed)"
    default: nil
    }
  }

  private var ofSession: String? {
    switch self {
    case .note(let text): "note " + text.printed
    case .baseline(let name): "baseline " + name.printed
    case .save(let path, let last, let withOutput, let withWords, let replace):
      "save " + path.printed + (last.map { " last \($0)" } ?? "") + (withOutput ? " with output" : "")
        + (withWords ? " with words" : "") + (replace ? " replace" : "")
    case .run(let path): "run " + path.printed
    case .replay(let path, let against):
      "replay " + path.printed + (against.map { " against " + $0.printed } ?? "")
    case .export(let what, let path): "export " + (what.map { $0.printed + " " } ?? "") + path.printed
    default: nil
    }
  }

  private var ofShell: String {
    switch self {
    case .connect(let uri): "connect " + uri.printed
    case .disconnect: "disconnect"
    case .explainCell(let row, let column): "explain \(row.printed).\(column.printed)"
    case .help(let topic): (["help"] + topic.map(\.topicText)).joined(separator: " ")
    case .undo: "undo"
    case .history(let search): "history" + (search.map { " " + quoted($0) } ?? "")
    case .quit: "quit"
    case .later(let later): later.printed
    default: ""
    }
  }
}

extension Layout {
  fileprivate func behind(_ word: String) -> Layout {
    var layout = self
    layout.head = word + " " + head
    return layout
  }
}

extension Word {
  /// A topic of `help` is bare even where it is a reserved word.
  fileprivate var topicText: String { form == .bare ? text : printed }
}

extension Literal {
  /// The words of settings are keywords, such as `on`, and stay without quotes.
  fileprivate var settingText: String {
    if case .word(let word) = form { word } else { printed }
  }
}

extension ParameterValue {
  /// As the formatter writes it.
  public var printed: String {
    switch self {
    case .literal(let literal): literal.printed
    case .period(let period): period.printed
    }
  }
}

// MARK: - Loading

extension LoadStatement {
  fileprivate var pieces: Layout {
    var words = ["load"]
    if let kind { words.append(kind.kind.rawValue) }
    words.append(origin.printed)
    if let alias { words.append("as " + alias.printed) }
    let items = mappings.map(\.printed) + layoutOptions
    guard !items.isEmpty else { return Layout(head: words.joined(separator: " ")) }
    return Layout(
      head: (words + ["with"]).joined(separator: " "), items: items, opening: " (", closing: ")")
  }

  private var layoutOptions: [String] {
    layout.map { option in
      let setting =
        switch option.setting {
        case .word(let word): word.printed
        case .number(let number): number.printed
        case .text(let text): text.printed
        case .words(let words): "(" + list(words) + ")"
        case .point(let point): point.printed
        }
      return option.name.printed + " " + setting
    }
  }
}

extension LoadOrigin {
  /// As the formatter writes it.
  public var printed: String {
    switch self {
    case .path(let path): path.printed
    case .table(let parts): "from table " + parts.map(\.printed).joined(separator: ".")
    case .remote(let address): "from " + address.printed
    }
  }
}

extension RoleMapping {
  /// As the formatter writes it.
  public var printed: String {
    var text = "\(role.printed) = \(column.printed)"
    if let scale { text += " scale \(decimal(scale.low))..\(decimal(scale.high))" }
    if let highIsGood { text += " high is " + (highIsGood ? "good" : "bad") }
    return text
  }
}

/// A number without an exponent and without a needless point.
func decimal(_ number: Double) -> String {
  if let whole = Int(exactly: number) { return String(whole) }
  return "\(number)"
}

extension RecodeStatement {
  fileprivate var pieces: Layout {
    var items = values.map { "\($0.old.printed) = \($0.new.printed)" }
    if let otherwise { items.append("else = " + otherwise.printed) }
    return Layout(
      head: "recode \(field.printed) from \(column.printed)", items: items, opening: " (",
      closing: ")" + inSource(alias))
  }
}

private func inSource(_ alias: Word?) -> String { alias.map { " in " + $0.printed } ?? "" }

extension RecodeStatement.Target {
  /// As the formatter writes it.
  public var printed: String {
    switch self {
    case .value(let value): value.printed
    case .keep: "keep"
    case .missing: "missing"
    }
  }
}

extension DeriveStatement {
  fileprivate var pieces: Layout {
    let start = "derive \(name.printed) ="
    switch form {
    case .expression(let expression): return Layout(head: "\(start) \(expression.printed)" + inSource(alias))
    case .perCustomer(let aggregate):
      return Layout(head: "\(start) \(aggregate.printed) per customer" + inSource(alias))
    case .cases(let cases, let otherwise):
      let items = cases.map { "\($0.0.printed) => \($0.1.printed)" } + ["else => " + otherwise.printed]
      return Layout(head: start + " case", items: items, opening: " (", closing: ")" + inSource(alias))
    }
  }
}

extension DefineStatement {
  /// As the formatter writes it.
  public var printed: String {
    switch form {
    case .persona(let title, let filter):
      "define persona \(title.printed) = customers where \(filter.printed)"
    case .segment(let name, let filter): "define segment \(name.printed) = \(filter.printed)"
    case .measure(let name, let measure): "define measure \(name.printed) = \(measure.printed)"
    case .theme(let title, let filter): "define theme \(title.printed) = \(filter.printed)"
    case .emotion(let title, let filter): "define emotion \(title.printed) = \(filter.printed)"
    }
  }
}

extension LinkStatement {
  /// As the formatter writes it.
  public var printed: String { "link customers by \(list(fields)) in (\(list(sources)))" }
}

extension ExcludeStatement {
  /// As the formatter writes it.
  public var printed: String {
    switch form {
    case .filter(let filter): "exclude where " + filter.printed + inSource(alias)
    case .duplicates(let fields): "exclude duplicates by " + list(fields) + inSource(alias)
    }
  }
}
