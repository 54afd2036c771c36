import Syntax

/// Names for the results that statements refer to by number, for in a file `$` and `$3` have no meaning.
struct ResultNames {
  private let selection: Selection
  /// By the place of the statement that gives the result.
  private var names: [Int: String] = [:]
  private var added: Set<Int> = []

  init(_ kept: [RecordedStatement], _ selection: Selection) {
    self.selection = selection
    for (place, recorded) in kept.enumerated() { names[place] = recorded.name }
    var taken = Set(kept.flatMap { nameWords(in: $0.statement.printed) })
    for place in selection.places {
      for reference in kept[place].statement.kind.resultReferences {
        guard let producer = selection.producer(of: reference, seenFrom: place), names[producer] == nil else {
          continue
        }
        let name = Self.freeName(from: kept[producer].number ?? producer + 1, taken)
        taken.insert(name)
        names[producer] = name
        added.insert(producer)
      }
    }
  }

  private static func freeName(from number: Int, _ taken: Set<String>) -> String {
    if !taken.contains("r\(number)") { return "r\(number)" }
    var suffix = 2
    while taken.contains("r\(number)_\(suffix)") { suffix += 1 }
    return "r\(number)_\(suffix)"
  }

  /// The statement with names for numbers, and with the step `as` where another statement needs its result.
  func applied(to kind: StatementKind, at place: Int) -> StatementKind {
    let changed = kind.mappingResults { reference in
      guard let producer = selection.producer(of: reference, seenFrom: place), let name = names[producer]
      else { return reference }
      return .named(Word(name))
    }
    guard added.contains(place), let name = names[place], case .query(var query) = changed else {
      return changed
    }
    let isExport = query.steps.last.map { if case .export = $0.form { true } else { false } } ?? false
    query.steps.insert(Step(.name(Word(name))), at: query.steps.count - (isExport ? 1 : 0))
    return .query(query)
  }
}
