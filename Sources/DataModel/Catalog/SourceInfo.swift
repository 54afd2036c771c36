import Vocabulary

/// A loaded source: what was understood of its files and what the engine's table of it holds.
///
/// The engine's table is named `tableName` and has, row by row in the order of the file:
/// - `_reject` text: null for a row that is kept, else the reason it was rejected or excluded;
/// - `_place` text: null, else where a rejected row stands (`file:line`);
/// - `_raw` text: null, else how a rejected row begins in the file;
/// - one column for each field, under the field's name: text trimmed with empty as null, booleans, numbers as
///   BIGINT, DECIMAL(9,6) for the four scores and sentiment, DECIMAL(18,6) or DOUBLE, durations as BIGINT
///   milliseconds, instants as TIMESTAMP (in UTC, or wall clock where the file tells no zone);
/// - `_correction` DECIMAL(9,6), only where `corrections` is not 0: the sentiment that `override` gave a row.
public struct SourceInfo: Sendable {
  public var alias: String
  public var kind: SourceKind
  /// The files in the order in which they were read.
  public var files: [SourceFile]
  public var tableName: String
  public var fields: [SourceField]
  /// Rows read, of which `rowsRejected` were rejected on loading; the rest was kept.
  public var rowsRead: Int
  public var rowsRejected: Int
  /// Rows that `exclude` took out since.
  public var rowsExcluded: Int
  /// Kept rows whose sentiment `override` corrected.
  public var corrections = 0
  /// The offset that all times of the files share, in seconds; nil where they differ or none is told.
  public var sharedOffset: Int?
  /// The times tell no zone: they are wall clock in whatever zone the session uses.
  public var timesAreWallClock: Bool
  /// The kind of each row stands in the column `kind`; else every row has the kind of the source.
  public var hasKindColumn: Bool
  /// Short notes of the parse report: assumptions, what was not recognised, the `with (…)` to write.
  public var remarks: [String]

  public init(
    alias: String, kind: SourceKind, files: [SourceFile], tableName: String, fields: [SourceField],
    rowsRead: Int, rowsRejected: Int, rowsExcluded: Int = 0, sharedOffset: Int?, timesAreWallClock: Bool,
    hasKindColumn: Bool, remarks: [String]
  ) {
    self.alias = alias
    self.kind = kind
    self.files = files
    self.tableName = tableName
    self.fields = fields
    self.rowsRead = rowsRead
    self.rowsRejected = rowsRejected
    self.rowsExcluded = rowsExcluded
    self.sharedOffset = sharedOffset
    self.timesAreWallClock = timesAreWallClock
    self.hasKindColumn = hasKindColumn
    self.remarks = remarks
  }

  /// The alias of the table of what is known of customers by their behaviour; no user can give it to a source.
  ///
  /// That table has one row for each customer and is no loaded source.
  public static let behaviourAlias = "(behaviour)"

  public var rowsKept: Int { rowsRead - rowsRejected - rowsExcluded }
  public func field(named name: String) -> SourceField? {
    let folded = name.lowercased()
    return fields.first { $0.name.lowercased() == folded }
  }
}

/// A file as it was when it was read.
public struct SourceFile: Sendable, Equatable {
  /// As it was given (relative to the working folder or absolute).
  public var path: String
  public var byteCount: Int
  /// SHA-256 of the content, 64 hexadecimal digits.
  public var digest: String
  public var rowsRead: Int
  public var rowsRejected: Int

  public init(path: String, byteCount: Int, digest: String, rowsRead: Int, rowsRejected: Int) {
    self.path = path
    self.byteCount = byteCount
    self.digest = digest
    self.rowsRead = rowsRead
    self.rowsRejected = rowsRejected
  }
}

/// A field of a source: a role of the event model, or a column of the file under its own name.
public struct SourceField: Sendable {
  public var name: String
  /// The role it fills; nil for a column that stays available under its own name.
  public var role: Role?
  public var type: FieldType
  /// The column of the file it comes from; nil for what `derive` made.
  public var column: String?
  /// Kept rows without a value.
  public var missing: Int
  /// Cells that could not be read as the type and became missing.
  public var unreadable: Int
  /// The scale on which the file holds the numbers, where they were rescaled.
  public var scale: ClosedRange<Double>?
  public var highIsGood: Bool
  /// What was asked, where the file's header tells it beside the column's name.
  public var question: String?
  /// How `score` made it; nil for a field of the file or one that `derive` made.
  public var scoring: Scoring?

  public init(
    name: String, role: Role?, type: FieldType, column: String?, missing: Int, unreadable: Int = 0,
    scale: ClosedRange<Double>? = nil, highIsGood: Bool = true
  ) {
    self.name = name
    self.role = role
    self.type = type
    self.column = column
    self.missing = missing
    self.unreadable = unreadable
    self.scale = scale
    self.highIsGood = highIsGood
  }
}

extension SourceInfo {
  /// The columns by whose values customers can be linked, by the names that `link` takes: texts of their own, and the
  /// column that holds the customer itself, such as an address.
  public var linkableColumns: [String] {
    fields.compactMap { field in
      if field.role == .customer {
        guard let column = field.column, column.lowercased() != Role.customer.rawValue else { return nil }
        return column
      }
      return field.role == nil && field.type == .text ? field.name : nil
    }
  }
}
