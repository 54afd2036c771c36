import Diagnostics
import Syntax

/// A session file as it was read: its facts, and its statements with their records.
public struct SessionScript: Sendable {
  /// A statement with what the file notes about it.
  public struct Entry: Sendable {
    public var statement: Statement
    public var records: [StatementRecord] = []
    /// The lines of records and saved output behind the statement.
    var noteSpans: [Span] = []
    /// The file holds a line `#>` for it.
    var hasOutput = false

    /// The result that the file notes, if it notes one.
    public var result: (rows: Int, digest: String)? {
      for case .result(let rows, let digest) in records { return (rows, digest) }
      return nil
    }

    /// The files that the statement had loaded.
    public var loads: [LoadRecord] {
      records.compactMap { if case .load(let record) = $0 { record } else { nil } }
    }

    /// What the statement had scored.
    public var scorings: [String] {
      records.compactMap { if case .scoring(let text) = $0 { text } else { nil } }
    }
  }

  /// The version of the language that this program reads and writes.
  public static let languageVersion = 1

  public var source: SourceText
  public var entries: [Entry] = []
  /// The zone and the end of the data that hold for the whole file.
  public var zone: String?
  public var now: String?
  /// The engine that gave the recorded results.
  public var engine: String?
  /// Faults of the text, and what is not known; in the order of the text.
  public var findings: [Diagnostic] = []
  var engineSpan: Span?
  /// It was saved with records, so that a result without one has lost it.
  private(set) var holdsRecords = false

  public init(_ source: SourceText) {
    self.source = source
    let script = parse(source)
    for item in script.items { take(item) }
    findings = (findings + script.mistakes).sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
  }

  public var errors: [Diagnostic] { findings.filter { $0.severity == .error } }

  private mutating func take(_ item: ScriptItem) {
    switch item {
    case .statement(let statement): entries.append(Entry(statement: statement))
    case .fact(let text, let span): takeFact(text, span)
    case .record(let text, let span): takeRecord(text, span)
    case .output(_, let span):
      holdsRecords = true
      guard !entries.isEmpty else { return }
      entries[entries.count - 1].hasOutput = true
      entries[entries.count - 1].noteSpans.append(span)
    case .comment, .blank: break
    }
  }

  private mutating func takeFact(_ text: String, _ span: Span) {
    let trimmed = trimmingSpaces(text)
    let name = trimmed.prefix { $0 != " " }
    let value = trimmingSpaces(trimmed.dropFirst(name.count))
    switch name {
    case "cxsh": checkVersion(value, span)
    case "zone": zone = value
    case "now": now = value
    case "engine":
      (engine, engineSpan) = (value, span)
      holdsRecords = true
    default:
      findings.append(.unknownFact(String(name), span: span, known: ["cxsh", "zone", "now", "engine"]))
    }
  }

  private mutating func checkVersion(_ text: String, _ span: Span) {
    guard let version = Int(text.prefix { $0 != "." }), version >= 1 else {
      findings.append(.badVersion(text, span: span))
      return
    }
    if version > Self.languageVersion {
      findings.append(.scriptTooNew(version: text, known: Self.languageVersion, span: span))
    }
  }

  private mutating func takeRecord(_ text: String, _ span: Span) {
    holdsRecords = true
    guard !entries.isEmpty, let record = StatementRecord(trimmingSpaces(text)) else {
      findings.append(.unreadableRecord(span: span))
      return
    }
    entries[entries.count - 1].records.append(record)
    entries[entries.count - 1].noteSpans.append(span)
  }
}

/// A text without the spaces and tabs around it.
func trimmingSpaces(_ text: some StringProtocol) -> String {
  let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
  let start = text.drop(while: isSpace)
  return String(start.prefix(start.count - start.reversed().prefix(while: isSpace).count))
}
