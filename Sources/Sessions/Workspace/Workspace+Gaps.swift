import DataModel
import Engine
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// Which of stage, channel and persona the events of a source lack, with a statement that would make it.
extension Workspace {
  /// A line for each dimension that a source of events lacks.
  ///
  /// - Parameter isAtLoad: the parse report tells already where no customer is named.
  func gapLines(of chosen: [SourceInfo], isAtLoad: Bool = false) throws -> [String] {
    var lines: [String] = []
    for source in chosen where source.kind.eventKind != nil && source.rowsKept > 0 {
      let gaps = DimensionGaps(source: source, fields: fields) { try self.frequentValues($0, of: source) }
      let hasCustomers = source.fields.contains { $0.role == .customer }
      let wantsPersona = !knowsPersonas && (hasCustomers || !isAtLoad)
      for (dimension, canBeKnown) in [("stage", true), ("channel", true), ("persona", wantsPersona)]
      where canBeKnown && !canKnow(FieldReference(name: dimension, type: .text), source) {
        let why = dimension == "stage" ? ", which no tool exports" : ""
        lines.append("\(source.alias) has no \(dimension)\(why): \(try gaps.statement(for: dimension))")
      }
    }
    return lines
  }

  /// The statement that makes a dimension for the first source of events that lacks it; nil where each has it.
  func derivation(of dimension: Dimension) throws -> String? {
    let lacking = sources.first { source in
      source.kind.eventKind != nil && source.rowsKept > 0
        && (dimension != .persona || source.fields.contains { $0.role == .customer })
        && !canKnow(FieldReference(name: dimension.rawValue, type: .text), source)
    }
    return try lacking.map { source in
      try DimensionGaps(source: source, fields: fields) { try self.frequentValues($0, of: source) }
        .statement(for: dimension.rawValue)
    }
  }

  /// Some source has personas: a source without customers cannot have them, and that is told at its load.
  private var knowsPersonas: Bool { fields["persona"] != nil }

  /// The values of a column in the first rows, the most frequent first, at most 31.
  private func frequentValues(_ field: SourceField, of source: SourceInfo) throws -> [String] {
    let dialect = Dialect.duckDB
    let column = dialect.identifier(field.name)
    let result = try query(
      "select cast(c as varchar), count(*) from (select \(column) as c from \(dialect.identifier(source.tableName))"
        + " where _reject is null and \(column) is not null limit 20000) group by 1 order by 2 desc, 1 limit 31"
    )
    return (0..<result.rowCount).compactMap { result.columns[0].text($0) }
  }
}

/// Finds the column of a source that promises most for a dimension.
struct DimensionGaps {
  let source: SourceInfo
  let fields: FieldCatalog
  let values: (SourceField) throws -> [String]

  func statement(for dimension: String) throws -> String {
    if let field = try column(called: Self.columnNames[dimension] ?? []) {
      return "derive \(dimension) = \(Word(field.name).printed)" + place
    }
    switch dimension {
    case "stage": return try stage()
    case "channel": return try channel()
    default: return persona()
    }
  }

  private var place: String { " in " + Word(source.alias).printed }

  /// Words in the name of a column that may hold the dimension as it is, though its name is none by which it is recognised.
  private static let columnNames = [
    "stage": ["stage", "phase", "lifecycle", "life cycle", "life_cycle", "journey", "funnel"],
    "persona": ["persona", "archetype"],
  ]

  // MARK: Stage

  private static let stageNames = [
    "topic", "category", "subcategory", "reason", "type", "intent", "issue", "product", "queue", "subject",
  ]

  /// Words that tell a stage, as far as one can be guessed; the user knows better.
  private static let stageWords: [(stage: String, words: [String])] = [
    (
      "onboarding",
      ["login", "sign", "welcome", "setup", "install", "activat", "account", "registr", "onboard"]
    ),
    (
      "purchase",
      ["order", "contract", "payment", "checkout", "buy", "purchase", "deliver", "shipping", "offer"]
    ),
    ("consideration", ["price", "pricing", "compar", "quote", "demo", "trial", "inquiry", "question"]),
    (
      "retention",
      ["refund", "bill", "cancel", "complain", "return", "renew", "bug", "technical", "outage", "fee"]
    ),
  ]

  private func stage() throws -> String {
    if let (field, values) = try best(Self.stageNames) {
      let name = Word(field.name).printed
      let guessed = values.compactMap { value -> (String, String)? in
        let folded = value.lowercased()
        return Self.stageWords.first { $0.words.contains { folded.contains($0) } }.map { (value, $0.stage) }
      }
      let cases = (guessed.isEmpty ? [(values[0], "purchase")] : Array(guessed.prefix(2)))
        .map { "\(name) = \(quoted($0.0)) => \"\($0.1)\"" }
      return "derive stage = case (\(cases.joined(separator: ", ")), else => \"retention\")" + place
    }
    if source.fields.contains(where: { $0.role == .text }) {
      return "derive stage = case (text contains \"order\" => \"purchase\", else => \"retention\")" + place
    }
    return "derive stage = \"retention\"" + place
  }

  // MARK: Channel

  private static let channelNames = [
    "via", "channel", "origin", "medium", "platform", "inbox", "method", "source",
  ]

  private func channel() throws -> String {
    if let (field, values) = try best(Self.channelNames, onlyNamed: true) {
      let renamed = values.prefix(2).map { "\(quoted($0)) = \"\(Self.channel(of: $0))\"" }
      return
        "recode channel from \(Word(field.column ?? field.name).printed) (\(renamed.joined(separator: ", ")), else = keep)"
        + place
    }
    let usual =
      switch source.kind {
      case .mentions: "social"
      case .calls: "phone"
      case .reviews, .interactions: "web"
      default: "email"
      }
    return "derive channel = \"\(usual)\"" + place
  }

  private static func channel(of value: String) -> String {
    let folded = value.lowercased()
    let known = [
      ("mail", "email"), ("chat", "chat"), ("messag", "chat"), ("phone", "phone"), ("call", "phone"),
      ("voice", "phone"),
      ("twitter", "social"), ("facebook", "social"), ("insta", "social"), ("social", "social"),
      ("app", "app"),
      ("android", "app"), ("ios", "app"), ("store", "branch"), ("branch", "branch"), ("web", "web"),
      ("form", "web"),
      ("portal", "web"),
    ]
    return known.first { folded.contains($0.0) }?.1 ?? folded
  }

  // MARK: Persona

  private func persona() -> String {
    guard source.fields.contains(where: { $0.role == .customer }) else {
      return "name its customers first: load … with (customer = COLUMN)"
    }
    if source.fields.contains(where: { $0.role == .escalated }) {
      return "define persona \"escalator\" = customers where share(escalated) > 0.2"
    }
    return "define persona \"frequent\" = customers where all_events per month > 2"
  }

  // MARK: Columns

  /// A text column of few values with one of some words in its name.
  private func column(called words: [String]) throws -> SourceField? {
    try source.fields.first { field in
      let folded = (field.name + " " + (field.column ?? "")).lowercased()
      let isFree = field.role == nil || field.role == .topic || field.role == .touchpoint
      guard isFree, field.type == .text, words.contains(where: folded.contains) else { return false }
      return (1...30).contains(try values(field).count)
    }
  }

  /// A text column of few values; the names come first in their order.
  private func best(_ names: [String], onlyNamed: Bool = false) throws -> (SourceField, [String])? {
    let texts = source.fields.filter { field in
      let isFree = field.role == nil || field.role == .topic || field.role == .team
      return field.type == .text && isFree && !isTold(field) && field.missing * 2 < source.rowsKept
    }
    let ranked = texts.compactMap { field -> (Int, SourceField)? in
      let folded = (field.name + " " + (field.column ?? "")).lowercased()
      if let rank = names.firstIndex(where: { folded.contains($0) }) { return (rank, field) }
      return onlyNamed ? nil : (names.count, field)
    }
    for (_, field) in ranked.enumerated().sorted(by: { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    ).map(\.element) {
      let values = try self.values(field)
      // Days and numbers are no words.
      let areWords = values.prefix(3).allSatisfy { $0.contains(where: \.isLetter) }
      if (2...30).contains(values.count), areWords { return (field, values) }
    }
    return nil
  }

  /// A role says already what the field's column holds, such as the words of a channel as the file has them.
  private func isTold(_ field: SourceField) -> Bool {
    guard field.role == nil, let column = field.column else { return false }
    return source.fields.contains { $0.role != nil && $0.role != .topic && $0.column == column }
  }

  /// A text as it is typed.
  private func quoted(_ text: String) -> String { Literal(.text(text)).printed }
}
