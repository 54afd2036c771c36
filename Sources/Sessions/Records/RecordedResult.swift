import DataModel

/// A whole result as it lies beside a session file, for a comparison cell by cell.
public struct RecordedResult: Sendable, Equatable {
  public struct Column: Sendable, Equatable {
    public var name: String
    public var isKey: Bool
    /// The cells hold digests in place of texts.
    public var isDigested: Bool
  }
  public struct Fact: Sendable, Equatable {
    public var name: String
    public var value: Cell
  }
  public enum Cell: Sendable, Hashable {
    case missing
    case integer(Int64)
    case number(Double)
    case text(String)
  }

  /// At most so many rows are kept.
  public static let rowLimit = 10_000

  /// The statement as it is printed, and how often it had been given in the file, from 1: together the key.
  public var statement: String
  public var occurrence: Int
  /// Rows of the result, also those beyond the limit.
  public var rowCount: Int
  public var digest: String
  public var columns: [Column]
  public var rows: [[Cell]]
  public var facts: [Fact]

  /// All rows are here.
  public var isWhole: Bool { rows.count == rowCount }
}

extension RecordedResult {
  /// Takes a result down for comparison.
  ///
  /// - Parameter wordColumns: The columns whose texts are kept only as digests.
  public init(of table: Table, statement: String, occurrence: Int, digesting wordColumns: Set<String>) {
    self.init(
      statement: statement, occurrence: occurrence, rowCount: table.rows.count,
      digest: Sessions.digest(of: table),
      columns: table.columns.map {
        Column(name: $0.name, isKey: $0.part == .key, isDigested: wordColumns.contains($0.name))
      },
      rows: [], facts: table.facts.map { Fact(name: $0.name, value: Cell($0.value)) })
    let digested = columns.map(\.isDigested)
    rows = table.rows.prefix(Self.rowLimit).map { row in
      zip(row, digested).map { value, isDigested in isDigested ? Cell(value).digested : Cell(value) }
    }
  }
}

extension RecordedResult.Cell {
  init(_ value: Value) {
    switch value {
    case .missing: self = .missing
    case .boolean(let value): self = .text(value ? "true" : "false")
    case .integer(let value): self = .integer(value)
    case .number(let value): self = value.isNaN ? .missing : .number(value)
    case .text(let text): self = .text(text)
    case .instant(let microseconds, _): self = .text(instantText(microseconds: microseconds))
    case .period(let period): self = .text(period.text)
    }
  }

  /// A text's place-holder, from which the text cannot be read; a guess of it can be tried.
  var digested: Self {
    guard case .text(let text) = self else { return self }
    return .text("sha256:" + SHA256.hexDigest(of: text).prefix(16))
  }

  /// As a report of differences writes it.
  var text: String {
    switch self {
    case .missing: "(none)"
    case .integer(let value): String(value)
    case .number(let value): significantText(value, digits: 9)
    case .text(let text): text
    }
  }

  /// The value as a number; nil for a text and where it is missing.
  var asNumber: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .missing, .text: nil
    }
  }
}
