import Diagnostics
import Vocabulary

extension Query {
  /// As the formatter writes it.
  public var printed: String { pieces.onOneLine }

  var pieces: Layout {
    var layout = head.pieces
    layout.rest += steps.map { "| " + $0.printed }
    return layout
  }
}

extension Head {
  fileprivate var pieces: Layout {
    switch self {
    case .show(let measures, let tail):
      return Layout(head: "show", items: measures.map(\.printed), rest: tail.clauses)
    case .events(let row, let tail):
      return Layout(head: "events" + (row.map { " of " + $0.printed } ?? ""), rest: tail.clauses)
    case .finder(let call):
      let words = [call.name.text] + (call.argument.map { [$0.printed] } ?? []) + call.options.map(\.printed)
      return Layout(head: words.joined(separator: " "), rest: call.tail.clauses)
    case .listing(let call):
      return Layout(head: call.name.text + (call.argument.map { " " + $0.printed } ?? ""))
    case .timeline(let customer): return Layout(head: "timeline " + customer.printed)
    case .result(let reference): return Layout(head: reference.printed)
    }
  }
}

extension Tail {
  /// The clauses in the order in which the formatter writes them.
  var clauses: [String] {
    var list: [String] = []
    if !keys.isEmpty { list.append("by " + keys.map(\.printed).joined(separator: ", ")) }
    if let filter { list.append("where " + filter.printed) }
    if let during { list.append("during " + during.printed) }
    if let versus { list.append("vs " + versus.printed) }
    if withTotals { list.append("with totals") }
    return list
  }
}

extension Versus {
  /// As the formatter writes it.
  public var printed: String {
    switch self {
    case .period(let period): period.printed
    case .baseline(let name): "baseline " + name.printed
    case .rest: "rest"
    }
  }
}

extension MeasureItem {
  /// As the formatter writes it.
  public var printed: String { expression.printed + (name.map { " as " + $0.printed } ?? "") }
}

extension Key {
  /// As the formatter writes it.
  public var printed: String {
    let text =
      switch form {
      case .field(let field): field.printed
      case .grain(let grain): grain.rawValue
      case .steps(let field, let size): "\(field.printed) in steps of \(size.printed)"
      }
    return text + (name.map { " as " + $0.printed } ?? "")
  }
}

extension Key.StepSize {
  /// As the formatter writes it.
  public var printed: String {
    switch self {
    case .number(let number): number.printed
    case .duration(let duration): duration.printed
    }
  }
}

extension FinderArgument {
  /// As the formatter writes it.
  public var printed: String {
    switch self {
    case .measure(let measure): measure.printed
    case .pair(let first, let second): first.printed + " and " + second.printed
    case .predicate(let predicate): "(" + predicate.printed + ")"
    case .comparison(let first, let second): first.printed + " vs " + (second?.printed ?? "rest")
    case .count(let number): number.printed
    case .grain(let grain, _): grain.rawValue
    case .customers: "of customers"
    }
  }
}

extension FinderOption {
  /// As the formatter writes it.
  public var printed: String {
    switch setting {
    case nil: name.text
    case .number(let number): name.text + " " + number.printed
    case .duration(let duration): name.text + " " + duration.printed
    case .words(let words): name.text + " " + list(words)
    }
  }
}

extension ListingCall.Argument {
  /// As the formatter writes it.
  public var printed: String {
    switch self {
    case .name(let word): word.printed
    case .text(let text): text.printed
    }
  }
}

extension ResultReference {
  /// As the formatter writes it.
  public var printed: String {
    switch self {
    case .named(let word): word.printed
    case .numbered(let number, _): "$" + (number.map(String.init) ?? "")
    }
  }
}

extension RowReference {
  /// As the formatter writes it.
  public var printed: String { "\(result.printed)[\(row)]" }
}

extension Step {
  /// As the formatter writes it.
  public var printed: String {
    switch form {
    case .filter(let predicate): "where " + predicate.printed
    case .sort(let columns):
      "sort " + columns.map { $0.column.printed + ($0.descending ? " desc" : "") }.joined(separator: ", ")
    case .top(let count, let isBottom, let by, let per):
      (isBottom ? "bottom " : "top ") + String(count) + (by.map { " by " + $0.printed } ?? "") + keys(per)
    case .keep(let columns): "keep " + list(columns)
    case .drop(let columns): "drop " + list(columns)
    case .add(let name, let expression, let per): "add \(name.printed) = \(expression.printed)" + keys(per)
    case .pivot(let key): "pivot " + key.printed
    case .facts: "facts"
    case .chart(let chart): "chart " + chart.text
    case .name(let name): "as " + name.printed
    case .export(let path): "export " + path.printed
    }
  }

  private func keys(_ per: [Word]) -> String { per.isEmpty ? "" : " per " + list(per) }
}
