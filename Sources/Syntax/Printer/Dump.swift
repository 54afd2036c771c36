import Diagnostics
import Vocabulary

// The tree as text that shows how a statement was read: every operation in brackets, points, durations, grains, options
// and sources said in words. For tests and for people who debug the grammar; it is not read again.

extension Statement {
  /// How the statement was read, such as `show ((tickets - mentions) - reviews)`.
  public var dump: String { kind.dump }
}

extension StatementKind {
  /// How it was read.
  public var dump: String {
    switch self {
    case .query(let query): query.dump
    case .explainQuery(let query): "the plan of the query " + query.dump
    case .explainCell(let row, let column):
      "column \(column.printed), row \(row.row), result \(row.result.dump)"
    case .exclude(let exclude): exclude.dump
    case .derive(let derive): derive.dump
    case .load(let load):
      printed + load.mappings.map { ", " + $0.dump }.joined()
    case .focus(let predicate, let isNarrowing): "focus \(isNarrowing ? "and " : "")\(predicate.dump)"
    default: printed
    }
  }
}

extension Query {
  /// How it was read.
  public var dump: String { ([head.dump] + steps.map(\.dump)).joined(separator: " | ") }
}

extension Head {
  fileprivate var dump: String {
    switch self {
    case .show(let measures, let tail):
      (["show " + measures.map(\.dump).joined(separator: ", ")] + tail.dump).joined(separator: " ")
    case .events(let row, let tail):
      (["events" + (row.map { " of \($0.printed)" } ?? "")] + tail.dump).joined(separator: " ")
    case .finder(let call): call.dump
    case .listing(let call): call.name.text + (call.argument.map { " " + $0.printed } ?? "")
    case .timeline(let customer): "timeline of the customer " + customer.printed
    case .result(let reference): reference.headDump
    }
  }
}

extension FinderCall {
  fileprivate var dump: String {
    let start = name.text + (argument.map { " " + $0.dump } ?? "")
    return ([start] + options.map { "option " + $0.printed } + tail.dump).joined(separator: ", ")
  }
}

extension FinderArgument {
  fileprivate var dump: String {
    switch self {
    case .measure(let measure): "[\(measure.dump)]"
    case .pair(let first, let second): "[\(first.dump)] and [\(second.dump)]"
    case .predicate(let predicate): "[\(predicate.dump)]"
    case .comparison(let first, let second): "[\(first.dump)] vs [\(second?.dump ?? "rest")]"
    case .count, .grain, .customers: printed
    }
  }
}

extension ResultReference {
  fileprivate var dump: String {
    switch self {
    case .named(let word): word.printed
    case .numbered(let number, _): number.map(String.init) ?? "the last"
    }
  }

  fileprivate var headDump: String {
    switch self {
    case .named(let word): word.printed
    case .numbered(nil, _): "the last result"
    case .numbered(let number?, _): "result \(number)"
    }
  }
}

extension Tail {
  fileprivate var dump: [String] {
    var list: [String] = []
    if !keys.isEmpty { list.append("by " + keys.map(\.dump).joined(separator: ", ")) }
    if let filter { list.append("where " + bracketed(filter)) }
    if let during { list.append("during " + during.dump) }
    if let versus { list.append("clause vs " + versus.dump) }
    if withTotals { list.append("with totals") }
    return list
  }
}

/// In brackets once.
private func bracketed(_ predicate: Predicate) -> String {
  if case .test(let test) = predicate, case .name = test.form { return "(\(predicate.dump))" }
  return predicate.dump
}

/// Without the brackets around the whole, for places that have their own.
private func inside(_ predicate: Predicate) -> String {
  if case .test(let test) = predicate, case .name = test.form { return predicate.dump }
  return String(predicate.dump.dropFirst().dropLast())
}

extension Versus {
  fileprivate var dump: String {
    if case .period(let period) = self { period.dump } else { printed }
  }
}

extension Period {
  /// How it was read.
  public var dump: String {
    guard case .range(let from, let to) = form, from != to else { return printed }
    return switch (from, to) {
    case (nil, let to?): "up to the point \(to.printed)"
    case (let from?, nil): "from the point \(from.printed) on"
    case (let from?, let to?): "from the point \(from.printed) to the point \(to.printed)"
    case (nil, nil): ".."
    }
  }
}

extension Key {
  /// How it was read.
  public var dump: String {
    let text = if case .grain(let grain) = form { "(\(grain.rawValue): the grain)" } else { printedForm }
    return name.map { "(\(text) as \($0.printed))" } ?? text
  }

  private var printedForm: String { Key(form).printed }
}

extension Step {
  /// How it was read.
  public var dump: String {
    switch form {
    case .filter(let predicate): "where " + bracketed(predicate)
    case .add(let name, let expression, let per):
      "add \(name.printed) = \(expression.dump)" + (per.isEmpty ? "" : " per " + list(per))
    case .pivot(let key): "pivot " + key.dump
    default: printed
    }
  }
}

// MARK: - Predicates

extension Predicate {
  /// How it was read.
  public var dump: String {
    switch self {
    case .or(let left, let right): "(\(left.dump) or \(right.dump))"
    case .and(let left, let right): "(\(left.dump) and \(right.dump))"
    case .not(let inner, _): "(not \(inner.dump))"
    case .test(let test): test.dump
    }
  }
}

extension Test {
  fileprivate var dump: String {
    switch form {
    case .name(let name): name.printed
    case .compare(let operand, let comparison, let value):
      "(\(operand.dump) \(comparison.rawValue) \(value.dump))"
    case .among(let field, let negated, let values): "(\(field.printed)\(not(negated)) in (\(dump(values))))"
    case .between(let operand, let negated, let low, let high):
      "(\(operand.dump)\(not(negated)) between \(low.dump) and \(high.dump))"
    case .contains(let field, let negated, let values, let any):
      "(\(field.printed)\(not(negated)) contains \(any ? "any (\(dump(values)))" : dump(values)))"
    case .matches, .missing: "(\(printed))"
    case .had(let negated, let inner, let within, let after):
      "(customer\(not(negated)) had (\(inside(inner)))"
        + (within.map { " within \($0.printed) \(after ? "after" : "before")" } ?? "") + ")"
    }
  }

  private func not(_ negated: Bool) -> String { negated ? " not" : "" }
  private func dump(_ values: [Literal]) -> String { values.map(\.dump).joined(separator: ", ") }
}

extension Operand {
  fileprivate var dump: String {
    switch self {
    case .field(let field): field.printed
    case .aggregate(let aggregate, let grain):
      "[\(aggregate.dump)]" + (grain.map { " per \($0.rawValue)" } ?? "")
    }
  }
}

extension Literal {
  /// A text that could be a bare word without its quotes: a bare word is a text.
  public var dump: String {
    switch form {
    case .word(let text), .text(let text):
      isPlainName(text) && ReservedWord(word: text) == nil ? text : quoted(text)
    default: printed
    }
  }
}

// MARK: - Arithmetic

extension MeasureItem {
  /// How it was read.
  public var dump: String { name.map { "(\(expression.dump) as \($0.printed))" } ?? expression.dump }
}

extension MeasureExpression {
  /// How it was read.
  public var dump: String {
    switch self {
    case .number(let number): number.printed
    case .aggregate(let aggregate): aggregate.dump
    case .negated(let inner, _): "(-\(inner.dump))"
    case .binary(let sign, let left, let right): "(\(left.dump) \(sign.rawValue) \(right.dump))"
    }
  }
}

extension Aggregate {
  /// How it was read.
  public var dump: String {
    switch form {
    case .measure(let name, let filter): name.printed + (filter.map { "(\(inside($0)))" } ?? "")
    case .function(let name, let argument): name.printed + "(\(argument.map(inside) ?? ""))"
    case .share(let measure, let filter, let per):
      "(share of \(measure.printed)" + (filter.map { "(\(inside($0)))" } ?? "") + keys(per) + ")"
    }
  }

  private func keys(_ per: [Word]) -> String {
    per.isEmpty ? "" : per.count == 1 ? " per \(list(per))" : " per (\(list(per)))"
  }
}

extension Expression {
  /// How it was read.
  public var dump: String {
    switch self {
    case .field, .text, .parameter: printed
    case .number(let number): decimal(number.value)
    case .point(let point, _): "(point \(point.printed))"
    case .duration(let duration): "(duration \(duration.printed))"
    case .negated(let inner, _): "(-\(inner.dump))"
    case .binary(let sign, let left, let right): "(\(left.dump) \(sign.rawValue) \(right.dump))"
    case .choice(let condition, let then, let otherwise, _):
      "if \(condition.dump) then \(then.dump) else \(otherwise.dump)"
    case .call(let name, let arguments, _):
      name.printed + "(" + arguments.map(\.dump).joined(separator: ", ") + ")"
    }
  }
}

// MARK: - Commands

extension RoleMapping {
  /// How it was read.
  public var dump: String {
    "\(role.printed) = \(column.printed)"
      + (scale.map { " scale from \(decimal($0.low)) to \(decimal($0.high))" } ?? "")
      + (highIsGood.map { " high is \($0 ? "good" : "bad")" } ?? "")
  }
}

extension ExcludeStatement {
  fileprivate var dump: String {
    let source = alias.map { ", in the source \($0.printed)" } ?? ", in every source"
    return switch form {
    case .filter(let filter): "exclude where \(bracketed(filter))" + source
    case .duplicates(let fields): "exclude duplicates by \(list(fields))" + source
    }
  }
}

extension DeriveStatement {
  fileprivate var dump: String {
    let source = alias.map { ", in the source \($0.printed)" } ?? ""
    let value =
      switch form {
      case .expression(let expression): expression.dump
      case .perCustomer(let aggregate): "[\(aggregate.dump)] per customer"
      case .cases(let cases, let otherwise):
        "case (" + cases.map { "\($0.0.dump) => \($0.1.dump), " }.joined() + "else => \(otherwise.dump))"
      }
    return "derive \(name.printed) = \(value)" + source
  }
}
