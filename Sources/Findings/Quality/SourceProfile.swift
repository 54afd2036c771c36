import DataModel
import Planning
import Vocabulary

/// What was counted in one source: all that the rules of `quality` look at.
public struct SourceProfile: Sendable {
  public var alias: String
  public var kind: SourceKind
  /// Rows that are kept, and rows that could not be read on loading.
  public var rows: Int
  public var rejected: Int
  public var fields: [FieldProfile]
  /// One for each rule that could be applied.
  public var duplicates: [DuplicateProfile] = []
  /// In order; empty for what has no time.
  public var days: [DayCount] = []
  /// Rows by hour of the day, 24 of them where the source has times.
  public var hours: [Int] = []
  /// Nil where the source lacks texts or scores altogether.
  public var scoresWithoutWords: Int?
  public var wordsWithoutScores: Int?

  public init(alias: String, kind: SourceKind, rows: Int, rejected: Int, fields: [FieldProfile]) {
    self.alias = alias
    self.kind = kind
    self.rows = rows
    self.rejected = rejected
    self.fields = fields
  }

  /// The days that are no placeholder.
  var realDays: [DayCount] { days.filter { !Self.placeholders.contains($0.day) } }
  public var firstDay: Int? { realDays.first?.day }
  public var lastDay: Int? { realDays.last?.day }
  var holdsEvents: Bool { kind.eventKind != nil }

  func field(_ role: Role) -> FieldProfile? { fields.first { $0.role == role } }

  /// Days since 1970-01-01 that stand for no day.
  static let placeholders = Set(
    CellMark.placeholderDays.map { CivilDate(year: $0.0, month: $0.1, day: $0.2).dayNumber })
}

/// What was counted in one field.
public struct FieldProfile: Sendable {
  public var name: String
  public var role: Role?
  public var type: FieldType
  /// Rows without a value.
  public var missing: Int
  /// Cells that could not be read and count as missing.
  public var unreadable: Int
  /// The scale of the file, or of the role.
  public var scale: ClosedRange<Double>?
  /// A statement can name it: its name means this field and nothing else.
  public var isNameable: Bool
  /// The original of a field that was made from it.
  public var isReplaced: Bool
  public var smallest: Double?
  public var largest: Double?
  /// Characters of a text.
  public var meanLength: Double?
  public var marks: [CellMark: Marked] = [:]
  /// The field that holds the file's own cells, where this one was made from them.
  public var original: String?
  /// The first of those cells that could not be read.
  public var unread: String?
  /// The most frequent first; nil where there are too many to look at.
  public var values: [FieldValue]?

  public init(_ field: SourceField, isNameable: Bool = true, isReplaced: Bool = false) {
    name = field.name
    role = field.role
    type = field.type
    missing = field.missing
    unreadable = field.unreadable
    scale = field.scale ?? field.role?.scale
    self.isNameable = isNameable
    self.isReplaced = isReplaced
  }

  /// How many cells have a mark, and what they look like.
  public struct Marked: Sendable {
    public var rows: Int
    public var example: String?
    /// The mark itself in the example.
    public var sample: String?
    /// The different cells, where a statement has to list them.
    public var spellings: [String] = []

    public init(rows: Int, example: String?) {
      self.rows = rows
      self.example = example
    }
  }
}

/// Rows that repeat an earlier one by some rule.
public struct DuplicateProfile: Sendable {
  public enum Rule: Sendable, Equatable { case id, row, words }
  public var rule: Rule
  public var rows: Int
  /// The fields by which `exclude duplicates` takes out exactly these rows; empty where no fields do.
  public var keys: [String]
  public var example: String?

  public init(_ rule: Rule, rows: Int, keys: [String], example: String?) {
    self.rule = rule
    self.rows = rows
    self.keys = keys
    self.example = example
  }
}

/// The rows of one day.
public struct DayCount: Sendable, Equatable {
  /// Days since 1970-01-01.
  public var day: Int
  public var rows: Int
  /// Those at exactly midnight.
  public var midnight: Int

  public init(day: Int, rows: Int, midnight: Int = 0) {
    self.day = day
    self.rows = rows
    self.midnight = midnight
  }
}
