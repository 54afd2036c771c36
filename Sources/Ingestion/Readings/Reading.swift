import DataModel
import Vocabulary

/// How the cells of a column become values of a type.
indirect enum Reading: Equatable, Sendable {
  case text
  case kind
  case integer
  case decimal(NumberStyle)
  case double(NumberStyle)
  case boolean(BooleanWords)
  case instant(InstantReading)
  case duration(DurationReading)
  case score(ScoreReading)
  /// Words that stand for other words.
  case words(WordMap)
  /// A text with that of another column, its title, in front.
  case titled(by: Int)
  /// Whether the cell holds anything.
  case presence
  /// One text for every row.
  case constant(String)
  /// No cell of the column holds anything, as far as was looked; the engine's type of what it would hold.
  case empty(FieldType, sqlType: String)
  /// No column: the value is worked out from others when the table stands.
  case workedOut(FieldType, sqlType: String)
  /// Texts that stand for a missing value, such as `N/A`, and the reading of the rest.
  case apart([String], Reading)

  var fieldType: FieldType {
    switch self {
    case .text, .kind, .words, .titled, .constant: .text
    case .integer, .decimal, .double, .score: .number
    case .boolean, .presence: .boolean
    case .instant: .instant
    case .duration: .duration
    case .empty(let type, _), .workedOut(let type, _): type
    case .apart(_, let inner): inner.fieldType
    }
  }

  /// The SQL that makes the value of a trimmed cell, null where the cell cannot be read.
  func sql(_ cell: String) -> String {
    switch self {
    case .text: cell
    case .kind: Self.kindSQL(cell)
    case .integer: Self.integerSQL(cell)
    case .decimal(let style): style.decimal(cell)
    case .double(let style): style.double(cell)
    case .boolean(let words): words.sql(cell)
    case .instant(let reading): reading.sql(cell)
    case .duration(let reading): reading.sql(cell)
    case .score(let reading): reading.sql(cell)
    case .words(let map): map.sql(cell)
    case .titled(let title): Self.titledSQL(cell, title: "t\(title)")
    case .presence: "(\(cell) is not null)"
    case .constant(let text): sqlText(text)
    case .empty(_, let type), .workedOut(_, let type): "cast(null as \(type))"
    case .apart(_, let inner): inner.sql(cell)
    }
  }

  /// The SQL that is true for a cell that holds something which cannot be read; nil where that cannot happen.
  ///
  /// - Parameter value: the SQL name of the value that `sql` made.
  func unreadable(_ cell: String, value: String) -> String? {
    switch self {
    case .text, .words, .titled, .presence, .constant, .workedOut: nil
    case .instant(let time) where time.isTheSameInEveryRow: nil
    case .apart(let words, let inner):
      inner.unreadable(cell, value: value).map { "(\($0) and lower(\(cell)) not in \(sqlTexts(words)))" }
    default: "(\(value) is null and \(cell) is not null)"
    }
  }

  /// The same reading with its times in the zone of the source's time.
  func aligned(to time: InstantReading) -> Reading {
    switch self {
    case .instant(let reading): .instant(reading.aligned(to: time))
    case .apart(let words, let inner): .apart(words, inner.aligned(to: time))
    default: self
    }
  }

  /// A time that no cell tells.
  var isTheSameInEveryRow: Bool {
    if case .instant(let time) = self { time.isTheSameInEveryRow } else { false }
  }

  /// Texts by which no cell is unreadable, though some may stand for nothing.
  var isWords: Bool { if case .words = self { true } else { false } }

  var core: Reading { if case .apart(_, let inner) = self { inner } else { self } }

  /// The cell says more than the value, so that its text stays available.
  var losesWords: Bool {
    switch core {
    case .score(let reading): if case .number = reading.form { !reading.isIdentity } else { true }
    case .boolean(let words): !words.isPlain
    case .words(let map): !map.keepsWords
    case .presence: true
    default: false
    }
  }

  /// A whole number as people write it; a fraction, a zero in front or a plus sign is none, so that no digit is lost.
  private static func integerSQL(_ cell: String) -> String {
    "(case when cast(try_cast(\(cell) as bigint) as varchar) = \(cell) then try_cast(\(cell) as bigint) end)"
  }

  /// Both with a blank line between them; where the text begins with its title, cut or not, the text alone.
  private static func titledSQL(_ cell: String, title: String) -> String {
    let (body, head) = (trimmedCell(cell), trimmedCell(title))
    let isRepeated = "starts_with(lower(\(body)), lower(rtrim(\(head), '.… ')))"
    return "(case when \(body) is null then \(head) when \(head) is null or \(isRepeated) then \(body)"
      + " else \(head) || chr(10) || chr(10) || \(body) end)"
  }

  private static func kindSQL(_ cell: String) -> String {
    let cases = EventKind.allCases.map { kind in
      "when lower(\(cell)) in \(sqlTexts([kind.rawValue, kind.rawValue + "s"])) then \(sqlText(kind.rawValue))"
    }
    return "(case \(cases.joined(separator: " ")) end)"
  }
}
