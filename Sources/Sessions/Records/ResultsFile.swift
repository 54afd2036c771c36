/// The file of whole results beside a session file: one JSON object a line, first what made them.
public struct ResultsFile: Sendable, Equatable {
  /// The engine that gave the results, such as `DuckDB v1.4.2`.
  public var engine: String?
  /// All statements of the file as they are printed, to say later which one was changed.
  public var statements: [String]
  public var results: [RecordedResult]

  public init(engine: String?, statements: [String], results: [RecordedResult]) {
    self.engine = engine
    self.statements = statements
    self.results = results
  }

  /// Where the results of a session file lie: `q3.results.jsonl` beside `q3.cxs`.
  public static func path(for script: String) -> String {
    (Paths.fileExtension(of: script) == "cxs" ? Paths.withoutExtension(script) : script) + ".results.jsonl"
  }

  /// The text of the file.
  public var text: String {
    var members: [(name: String, value: JSONValue)] = [("cxsh", .integer(1))]
    if let engine { members.append(("engine", .text(engine))) }
    members.append(("statements", .list(statements.map(JSONValue.text))))
    let lines = [JSONValue.object(members)] + results.map(\.json)
    return lines.map { $0.text + "\n" }.joined()
  }

  /// Reads the file; nil where a line is not what this program writes.
  public init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { JSONReader.read($0) }
    guard let head = lines.first ?? nil, head["cxsh"]?.asInteger != nil else { return nil }
    let results = lines.dropFirst().compactMap { $0.flatMap(RecordedResult.init(json:)) }
    guard results.count == lines.count - 1 else { return nil }
    self.init(
      engine: head["engine"]?.asText, statements: head["statements"]?.asList?.compactMap(\.asText) ?? [],
      results: results)
  }
}

extension RecordedResult {
  var json: JSONValue {
    .object([
      ("statement", .text(statement)), ("nth", .integer(Int64(occurrence))),
      ("rows", .integer(Int64(rowCount))), ("sha256", .text(digest)),
      ("columns", .list(columns.map(\.json))), ("data", .list(rows.map { .list($0.map(\.json)) })),
      ("facts", .list(facts.map { .list([.text($0.name), $0.value.json]) })),
    ])
  }

  init?(json: JSONValue) {
    guard let statement = json["statement"]?.asText, let occurrence = json["nth"]?.asInteger,
      let rowCount = json["rows"]?.asInteger, let digest = json["sha256"]?.asText,
      let columns = json["columns"]?.asList, let rows = json["data"]?.asList,
      let facts = json["facts"]?.asList
    else { return nil }
    self.init(
      statement: statement, occurrence: occurrence, rowCount: rowCount, digest: digest,
      columns: columns.compactMap(Column.init(json:)),
      rows: rows.map { ($0.asList ?? []).map(Cell.init(json:)) }, facts: facts.compactMap(Fact.init(json:)))
    guard self.rows.allSatisfy({ $0.count == self.columns.count }) else { return nil }
  }
}

extension RecordedResult.Column {
  fileprivate var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [("name", .text(name))]
    if isKey { members.append(("key", .boolean(true))) }
    if isDigested { members.append(("digests", .boolean(true))) }
    return .object(members)
  }

  fileprivate init?(json: JSONValue) {
    guard let name = json["name"]?.asText else { return nil }
    self.init(name: name, isKey: json["key"]?.isTrue ?? false, isDigested: json["digests"]?.isTrue ?? false)
  }
}

extension RecordedResult.Fact {
  fileprivate init?(json: JSONValue) {
    guard let pair = json.asList, pair.count == 2, let name = pair[0].asText else { return nil }
    self.init(name: name, value: .init(json: pair[1]))
  }
}

extension RecordedResult.Cell {
  fileprivate var json: JSONValue {
    switch self {
    case .missing: .null
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text(let text): .text(text)
    }
  }

  fileprivate init(json: JSONValue) {
    switch json {
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .text(let text): self = .text(text)
    case .boolean(let value): self = .text(value ? "true" : "false")
    case .null, .list, .object: self = .missing
    }
  }
}
