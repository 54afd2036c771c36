import Syntax

extension StatementKind {
  /// The results that the statement refers to, by `$`, `$3` or a name.
  var resultReferences: [ResultReference] {
    var references: [ResultReference] = []
    _ = mappingResults { reference in
      references.append(reference)
      return reference
    }
    return references
  }

  /// The statement with every reference to a result written anew.
  func mappingResults(_ change: (ResultReference) -> ResultReference) -> StatementKind {
    switch self {
    case .query(let query): return .query(query.mappingResults(change))
    case .explainQuery(let query): return .explainQuery(query.mappingResults(change))
    case .explainCell(var row, let column):
      row.result = change(row.result)
      return .explainCell(row, column: column)
    case .export(let what?, let path) where !["session", "map"].contains(what.text.lowercased()):
      guard case .named(let name) = change(.named(what)) else { return self }
      return .export(what: name, path: path)
    default: return self
    }
  }
}

extension Query {
  fileprivate func mappingResults(_ change: (ResultReference) -> ResultReference) -> Query {
    var query = self
    switch head {
    case .result(let reference): query.head = .result(change(reference))
    case .events(of: var row?, let tail):
      row.result = change(row.result)
      query.head = .events(of: row, tail)
    default: break
    }
    return query
  }

  /// The name that a step `as` gives the result.
  var resultName: String? {
    for step in steps { if case .name(let word) = step.form { return word.text } }
    return nil
  }
}
