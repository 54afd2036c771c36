import DataModel
import Syntax
import Vocabulary

/// Knows which columns of a session's results hold customers' words or ids, which are saved only as digests.
///
/// These are the columns `customer` and `text`, and the quotes of finders, by whatever name a statement gives them, and the functions of either;
/// and every text of a result of `sql`, for a SELECT can call anything by any name.
struct WordColumns {
  /// The fields and columns that hold them, in lower case.
  private var names: Set<String> = ["customer", "customer_raw", "text", "quote"]
  /// By the name of a result, in lower case: whether it comes of `sql`.
  private var results: [String: Bool] = [:]

  /// - Parameters:
  ///   - columns: The columns of files that fill `customer` and `text`.
  ///   - statements: What was done before the first statement that is saved.
  init(columns: [String] = [], after statements: [StatementKind] = []) {
    names.formUnion(columns.map { $0.lowercased() })
    statements.forEach { learn($0) }
  }

  /// Takes note of what a statement names; to be called for all of them, in order.
  mutating func learn(_ statement: StatementKind) {
    switch statement {
    case .query(let query): learn(query)
    case .derive(let derive): learn(derive)
    case .link(let link): names.formUnion(link.fields.map { $0.text.lowercased() })
    case .recode(let recode):
      if isWords(recode.column.text), recode.keepsOthers { add(recode.field) }
    case .define(let define):
      if case .measure(let name, let expression) = define.form, isWords(expression) { add(name) }
    default: break
    }
  }

  /// The columns of a statement's result whose texts are saved only as digests.
  func columns(of table: Table, from statement: StatementKind) -> Set<String> {
    if case .query(let query) = statement, isOfSQL(query) {
      return Set(table.columns.filter { $0.kind == .text }.map(\.name))
    }
    return Set(table.columns.map(\.name).filter(isWords))
  }

  private mutating func add(_ name: Word) { names.insert(name.text.lowercased()) }

  // MARK: Queries

  private mutating func learn(_ query: Query) {
    switch query.head {
    case .show(let items, let tail):
      for item in items where isWords(item.expression) { item.name.map { add($0) } }
      learn(tail)
    case .finder(let call):
      if FinderName(word: call.name.text) == .priorities { names.formUnion(["quote", "quote_2"]) }
      learn(call.tail)
    case .events(_, let tail): learn(tail)
    case .listing(let call): learn(call)
    case .timeline, .result: break
    }
    for step in query.steps {
      if case .add(let name, let expression, _) = step.form, isWords(expression) { add(name) }
    }
    if let name = query.resultName { results[name.lowercased()] = isOfSQL(query) }
  }

  private mutating func learn(_ tail: Tail) {
    for key in tail.keys {
      if case .field(let field) = key.form, isWords(field.text) { key.name.map { add($0) } }
    }
  }

  /// The examples of a file or of what is wrong with it, a rejected row and the least value of a field are customers' words too.
  private mutating func learn(_ call: ListingCall) {
    switch (ListingName(word: call.name.text), call.argument) {
    case (.describe, .text): names.insert("examples")
    case (.describe, .name(let field)) where isWords(field.text): names.insert("value")
    case (.rejects, _): names.insert("row")
    case (.quality, _): names.formUnion(["example", "advice"])
    default: break
    }
  }

  private mutating func learn(_ derive: DeriveStatement) {
    switch derive.form {
    case .expression(let expression): if isWords(expression) { add(derive.name) }
    case .perCustomer(let aggregate): if isWords(.aggregate(aggregate)) { add(derive.name) }
    case .cases: break
    }
  }

  /// It is `sql`, or works on a result of it; a result that is not known may be one.
  private func isOfSQL(_ query: Query) -> Bool {
    switch query.head {
    case .listing(let call): ListingName(word: call.name.text) == .sql
    case .result(.named(let name)): results[name.text.lowercased()] ?? true
    case .result(.numbered): true
    case .show, .events, .timeline, .finder: false
    }
  }

  // MARK: What holds words

  private func isWords(_ name: String) -> Bool {
    let folded = name.lowercased()
    return names.contains(folded) || names.contains { folded.hasSuffix("(\($0))") }
  }

  /// The expression copies a field of words, or makes something of one.
  private func isWords(_ expression: Expression) -> Bool {
    switch expression {
    case .field(let field): isWords(field.text)
    case .negated(let inner, _): isWords(inner)
    case .binary(_, let left, let right): isWords(left) || isWords(right)
    case .choice(_, let yes, let no, _): isWords(yes) || isWords(no)
    case .call(_, let arguments, _): arguments.contains(where: isWords)
    case .number, .text, .point, .duration, .parameter: false
    }
  }

  /// The measure is a value of a field of words: `mode(text)`.
  private func isWords(_ expression: MeasureExpression) -> Bool {
    guard case .aggregate(let aggregate) = expression else { return false }
    switch aggregate.form {
    case .measure(let name, _): return isWords(name.text)
    case .function(_, let argument?):
      guard case .test(let test) = argument, case .name(let field) = test.form else { return false }
      return isWords(field.text)
    case .function, .share: return false
    }
  }
}

extension RecodeStatement {
  /// Values that it does not list stay as they are.
  fileprivate var keepsOthers: Bool {
    switch otherwise {
    case .keep, nil: true
    case .value, .missing: false
    }
  }
}
