import DataModel
import Vocabulary

/// An export of another tool: by which columns it is recognised, and what its columns mean.
///
/// One is declared in one file of this folder; recognition, `help`, the parse report and `docs/data.md` follow from it.
public struct ExportFormat: Sendable {
  public let name: ExportName
  public let kind: SourceKind
  /// Alternatives: a file that has every column of one of them is such an export.
  ///
  /// `*` stands for any characters.
  public let marks: [[String]]
  /// What is filled, in this order.
  let fields: [ExportField]
  /// Rows that are no events: the first rule that fits gives the reason.
  let leftOut: [LeftOutRule]
  /// The columns that tell rows apart, best first: of rows that have the same value the last one counts.
  let identity: [String]
  /// Durations that are worked out from two times where the export left them empty.
  let durations: [DerivedDuration]
  /// Roles that no column of the file has, whatever its name says.
  let withheld: Set<Role>
  /// What is odd about the export and what follows, in sentences without a full stop.
  public let quirks: [String]
  /// What the parse report says of every such file.
  let caution: String?

  init(
    _ name: ExportName, of kind: SourceKind, marks: [[String]], fields: [ExportField],
    leftOut: [LeftOutRule] = [], identity: [String] = [], durations: [DerivedDuration] = [],
    withheld: Set<Role> = [], quirks: [String], caution: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.marks = marks
    self.fields = fields
    self.leftOut = leftOut
    self.identity = identity
    self.durations = durations
    self.withheld = withheld
    self.quirks = quirks
    self.caution = caution
  }

  /// Every recognised export, the more telling marks first.
  public static let all: [ExportFormat] = [
    zendesk, freshservice, freshdesk, intercom, dynamics, salesforce, qualtrics, surveymonkey, medallia,
    delighted, brandwatch, meltwater, sparkcentral, googlePlay, appStore, trustpilot, googleReviews, cfpb,
    twcs,
    airlineTweets, appleTweets, kaggleTickets, callCenter, slaTickets, alexaReviews,
  ]

  /// The declaration of a name.
  public static func named(_ name: ExportName) -> ExportFormat? { all.first { $0.name == name } }

  /// The export that has these columns, unless the user says that the file holds customers or touchpoints.
  static func fitting(_ columns: [String], asKind kind: SourceKind?) -> ExportFormat? {
    guard kind.map({ $0.eventKind != nil }) ?? true else { return nil }
    return recognised(by: columns)
  }

  /// The export that has these columns; nil where none is recognised.
  static func recognised(by columns: [String]) -> ExportFormat? {
    let header = ExportHeader(columns)
    return all.first { format in format.marks.contains { $0.allSatisfy { !header.positions(of: $0).isEmpty } }
    }
  }
}

/// A column, or the columns one of which is it, with what it becomes.
struct ExportField: Sendable {
  enum Target: Sendable, Equatable {
    case role(Role)
    /// A field of its own beside the roles, such as `status`.
    case own(String)
  }
  var target: Target
  /// Best first; the first that is there and holds something is taken.
  var columns: [String]
  var meaning: ColumnMeaning?
  var scale: ClosedRange<Double>?
  var highIsGood = true
  /// The unit of a duration whose column's name tells none.
  var unit: DurationUnit?
  /// Taken only where every value of another column is one of some words.
  var condition: Condition?
  /// The column of the title that belongs in front of a text.
  var title: [String] = []

  struct Condition: Sendable, Equatable {
    var column: String
    var words: [String]
  }

  /// The same field, for files in which a column holds only these words.
  func only(where column: String, is words: String...) -> ExportField {
    var copy = self
    copy.condition = Condition(column: column, words: words)
    return copy
  }

  /// The same text with its title, of the first of these columns that is there, in front.
  func titled(by columns: String...) -> ExportField {
    var copy = self
    copy.title = columns
    return copy
  }

  /// The same field with answers of which a high one is bad.
  var highIsBad: ExportField {
    var copy = self
    copy.highIsGood = false
    return copy
  }

  var role: Role? { if case .role(let role) = target { role } else { nil } }

  var name: String {
    switch target {
    case .role(let role): role.rawValue
    case .own(let name): name
    }
  }

  static func role(_ role: Role, _ columns: String...) -> ExportField {
    ExportField(target: .role(role), columns: columns)
  }

  /// The channel, brought to the small set of names that all exports share.
  ///
  /// - Parameter otherwise: the name for every spelling that is not listed; nil keeps them as they stand.
  static func channel(
    _ columns: String..., also words: [String: String] = [:], otherwise: String? = nil
  ) -> ExportField {
    ExportField(
      target: .role(.channel), columns: columns,
      meaning: .words(WordMap(ChannelWords.all.merging(words) { $1 }, otherwise: otherwise)))
  }

  /// The status, brought to the small set of names that all exports share, under the name `status`.
  static func status(_ columns: String..., also words: [String: String] = [:]) -> ExportField {
    ExportField(
      target: .own("status"), columns: columns,
      meaning: .words(WordMap(StatusWords.all.merging(words) { $1 })))
  }

  /// Whether it was solved, from a status.
  static func resolved(
    _ columns: String..., yes: [String] = [], no: [String] = []
  ) -> ExportField {
    let words = StatusWords.all.reduce(into: (yes: yes, no: no)) { lists, entry in
      if StatusWords.finished.contains(entry.value) { lists.yes.append(entry.key) }
      if StatusWords.unfinished.contains(entry.value) { lists.no.append(entry.key) }
    }
    let plain = BooleanWords.yes + BooleanWords.no
    return ExportField(
      target: .role(.resolved), columns: columns,
      meaning: .flags(
        BooleanWords(
          takesNumbers: false, extraTrue: (words.yes + yes).filter { !plain.contains($0) }.sorted(),
          extraFalse: (words.no + no).filter { !plain.contains($0) }.sorted())))
  }

  /// A dimension or text whose codes or spellings stand for words, or for nothing.
  static func words(
    _ role: Role, _ columns: String..., map: [String: String] = [:], missing: Set<String> = []
  ) -> ExportField {
    ExportField(
      target: .role(role), columns: columns, meaning: .words(WordMap(map, missing: missing)))
  }

  /// Whether something happened, in the words of the export.
  static func flag(_ role: Role, _ columns: String..., yes: [String] = [], no: [String] = []) -> ExportField {
    ExportField(
      target: .role(role), columns: columns,
      meaning: .flags(BooleanWords(takesNumbers: true, extraTrue: yes, extraFalse: no)))
  }

  /// Answers on a scale; labels stand for its numbers, and some words for no answer.
  static func score(
    _ role: Role, _ columns: String..., scale: ClosedRange<Double>?, labels: [String: Double] = [:],
    missing: [String] = []
  ) -> ExportField {
    ExportField(
      target: .role(role), columns: columns,
      meaning: labels.isEmpty && missing.isEmpty ? nil : .labels(labels, missing: missing), scale: scale)
  }

  /// A duration whose unit the column's name may leave out.
  static func duration(_ role: Role, _ columns: String..., unit: String) -> ExportField {
    ExportField(target: .role(role), columns: columns, unit: DurationUnit.split("in \(unit)").unit)
  }

  /// True where the column holds anything at all.
  static func presence(_ role: Role, _ columns: String...) -> ExportField {
    ExportField(target: .role(role), columns: columns, meaning: .presence)
  }

  /// One value for every row, because the export comes from one place.
  static func constant(_ role: Role, _ value: String) -> ExportField {
    ExportField(target: .role(role), columns: [], meaning: .constant(value))
  }
}

/// What an export says about the cells of a column, beyond its role.
enum ColumnMeaning: Equatable, Sendable {
  case words(WordMap)
  case labels([String: Double], missing: [String])
  case flags(BooleanWords)
  case presence
  case constant(String)
  /// A text behind its title, which stands in the column at this position.
  case titled(by: Int)
}

/// A duration between two times of the row.
struct DerivedDuration: Sendable, Equatable {
  var role: Role
  var from: String
  var to: String
}

/// Column names as exports are recognised by them.
struct ExportHeader {
  let columns: [String]
  private let folded: [String]

  init(_ columns: [String]) {
    self.columns = columns
    folded = columns.map { RoleSynonyms.fold($0) }
  }

  /// The positions of the columns that a name or pattern means, in the file's order.
  ///
  /// `*` stands for any characters. `<_NPS_GROUP` is the column beside which stands one of the same name with that
  /// ending.
  func positions(of name: String) -> [Int] {
    if name.hasPrefix("<") {
      let ending = name.dropFirst().lowercased()
      let names = Set(columns.map { $0.lowercased() })
      return columns.indices.filter { names.contains(columns[$0].lowercased() + ending) }
    }
    guard name.contains("*") else {
      let wanted = RoleSynonyms.fold(name)
      return folded.indices.filter { folded[$0] == wanted }
    }
    let parts = name.lowercased().split(separator: "*", omittingEmptySubsequences: false)
    return columns.indices.filter { Self.fits(columns[$0].lowercased(), parts) }
  }

  private static func fits(_ text: String, _ parts: [Substring]) -> Bool {
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return false }
    guard text.hasPrefix(first), text.hasSuffix(last), text.count >= first.count + last.count else {
      return false
    }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
