import Diagnostics

/// Reads a text: its statements, comments and records in order, and every mistake.
///
/// A mistake ends its statement, and reading goes on with the next one. Nothing is thrown, whatever the text.
public func parse(_ source: SourceText) -> Script {
  var parser = Parser(source)
  return parser.script()
}

/// Reads a text of one query.
public func parseQuery(_ text: String) throws(Mistakes) -> Query {
  try parseAll(text) { parser throws(Stop) in try parser.query() }
}

/// Reads a text of one predicate, such as `channel = chat and not escalated`.
public func parsePredicate(_ text: String) throws(Mistakes) -> Predicate {
  try parseAll(text) { parser throws(Stop) in try parser.predicate() }
}

/// Reads a text of one measure, such as `tickets(escalated) / tickets`.
public func parseMeasure(_ text: String) throws(Mistakes) -> MeasureExpression {
  try parseAll(text) { parser throws(Stop) in try parser.measureExpression() }
}

private func parseAll<Part>(
  _ text: String, _ read: (inout Parser) throws(Stop) -> Part
) throws(Mistakes) -> Part {
  var parser = Parser(SourceText(text))
  do {
    let part = try read(&parser)
    try parser.endOfText()
    return part
  } catch {
    throw Mistakes(error.diagnostic)
  }
}

/// Whether a typed text can run, goes on, or is wrong.
public enum Completeness: Sendable, Equatable {
  case complete
  /// The grammar lacks something at the end: the statement goes on in the next line.
  case incomplete
  case mistaken
}

/// Whether Enter runs a typed text.
public func completeness(of text: String) -> Completeness {
  let mistakes = parse(SourceText(text)).mistakes
  if mistakes.isEmpty { return .complete }
  return mistakes.allSatisfy(\.isIncomplete) ? .incomplete : .mistaken
}
