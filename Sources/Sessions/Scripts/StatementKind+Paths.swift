import Syntax

extension StatementKind {
  /// The statement with every path of a file in it written anew.
  func mappingPaths(_ change: (String) -> String) -> StatementKind {
    func changed(_ path: Quoted) -> Quoted {
      Quoted(change(path.text), isBlock: path.isBlock, span: path.span)
    }
    switch self {
    case .load(var load):
      if case .path(let path) = load.origin { load.origin = .path(changed(path)) }
      return .load(load)
    case .run(let path): return .run(changed(path))
    case .replay(let path, let against): return .replay(changed(path), against: against.map(changed))
    case .save(let path, let last, let withOutput, let withWords, let replace):
      return .save(
        path: changed(path), last: last, withOutput: withOutput, withWords: withWords, replace: replace)
    case .export(let what, let path): return .export(what: what, path: changed(path))
    case .query(let query): return .query(query.mappingExports(changed))
    case .explainQuery(let query): return .explainQuery(query.mappingExports(changed))
    default: return self
    }
  }
}

extension Query {
  /// The query with the paths of its steps `export` written anew.
  fileprivate func mappingExports(_ change: (Quoted) -> Quoted) -> Query {
    var query = self
    for (index, step) in steps.enumerated() {
      if case .export(let path) = step.form { query.steps[index].form = .export(change(path)) }
    }
    if case .listing(var call) = head, call.name.text.lowercased() == "describe",
      case .text(let path) = call.argument
    {
      call.argument = .text(change(path))
      query.head = .listing(call)
    }
    return query
  }

  /// The path of the last step where that is `export`, and the query without it.
  ///
  /// - Returns: nil where an `export` stands before another step.
  var splittingExport: (query: Query, path: Quoted?)? {
    var query = self
    var path: Quoted?
    if case .export(let last) = steps.last?.form {
      path = last
      query.steps.removeLast()
    }
    let hasAnother = query.steps.contains { if case .export = $0.form { true } else { false } }
    return hasAnother ? nil : (query, path)
  }
}
