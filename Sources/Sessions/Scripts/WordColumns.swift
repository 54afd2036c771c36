import DataModel
import Syntax
import Vocabulary

/// The columns of a result that hold customers' words or ids, which are saved only as digests.
///
/// These are the columns `customer` and `text`, by whatever name `as` gives them, and the functions of either.
///
/// - Parameter names: The names that the session's statements give to such columns.
func wordColumns(of table: Table, named names: Set<String>) -> Set<String> {
  Set(table.columns.map(\.name).filter { isWords($0) || names.contains($0) })
}

/// The names that statements give to columns of customers' words or ids.
func wordNames(of statements: [StatementKind]) -> Set<String> {
  statements.reduce(into: []) { names, statement in
    if case .query(let query) = statement { names.formUnion(query.wordNames) }
  }
}

private let wordFields: Set<String> = ["customer", "text"]

private func isWords(_ name: String) -> Bool {
  let folded = name.lowercased()
  return wordFields.contains(folded) || wordFields.contains { folded.hasSuffix("(\($0))") }
}

extension Query {
  /// The names that `by … as` and `show … as` give to customers and words.
  fileprivate var wordNames: Set<String> {
    var names: Set<String> = []
    switch head {
    case .show(let items, let tail):
      names = Set(items.compactMap(\.wordName) + tail.keys.compactMap(\.wordName))
    case .finder(let call): names = Set(call.tail.keys.compactMap(\.wordName))
    case .events(_, let tail): names = Set(tail.keys.compactMap(\.wordName))
    case .listing(let call):
      // `values customer` lists customers in the column `value`.
      if case .name(let field) = call.argument, isWords(field.text) {
        names = ["value", "values", "example", "examples"]
      }
    case .result: break
    }
    return names.union(steps.compactMap(\.wordName))
  }
}

extension Key {
  fileprivate var wordName: String? {
    guard case .field(let field) = form, isWords(field.text) else { return nil }
    return name?.text ?? field.text
  }
}

extension Step {
  /// The name of a column that is a mere copy: `add who = customer`.
  fileprivate var wordName: String? {
    guard case .add(let name, .field(let field), _) = form, isWords(field.text) else { return nil }
    return name.text
  }
}

extension MeasureItem {
  /// The item's own name where it is the lone value of a field of words: `mode(text) as most`.
  fileprivate var wordName: String? {
    guard case .aggregate(let aggregate) = expression, case .function(_, let argument?) = aggregate.form,
      case .test(let test) = argument, case .name(let field) = test.form, isWords(field.text)
    else { return nil }
    return name?.text
  }
}
