import DataModel
import Ingestion
import Vocabulary

/// What `help` says about a word, from the catalogue alone.
struct HelpPage {
  /// A line of the page: what it is about, and what it says.
  struct Line {
    var label: String
    var text: String
  }
  /// What the word is: `finder`, `measure`.
  var group: String
  var name: String
  var isLater: Bool
  var lines: [Line]

  init(_ entry: Catalogue.Entry) {
    group = entry.group.singular
    name = entry.name
    isLater = entry.help.isLater
    lines = [
      Line(label: "what", text: entry.help.summary), Line(label: "usage", text: entry.help.usage),
      Line(label: "example", text: entry.help.example),
    ]
    if entry.group == .exports, let export = ExportName(word: name), let format = ExportFormat.named(export) {
      lines = [Line(label: "what", text: format.name.title + ", read as \(format.kind.rawValue)")]
      lines += Self.lines(of: format)
    }
    if entry.group == .finders, let finder = FinderName(word: name) { lines += Self.options(of: finder) }
  }

  init(_ measure: MeasureName) {
    let declaration = measure.declaration
    group = "measure"
    name = measure.rawValue
    isLater = declaration.help.isLater
    lines = [
      Line(label: "what", text: declaration.help.summary), Line(label: "unit", text: declaration.unit),
      Line(label: "definition", text: declaration.definition),
      Line(label: "interval", text: declaration.interval.map { "95 %, " + $0 } ?? "none"),
      Line(label: "example", text: declaration.help.example),
    ]
  }

  private static func lines(of format: ExportFormat) -> [Line] {
    format.fingerprints.map { Line(label: "recognised by", text: $0) }
      + format.fillings.map { Line(label: $0.field, text: $0.source) }
      + format.translations.map { Line(label: "\($0.field) words", text: $0.words) }
      + format.omissions.map { Line(label: "left out", text: $0) }
      + format.quirks.map { Line(label: "quirk", text: $0) }
      + [
        Line(
          label: "otherwise",
          text: "load \(format.kind.rawValue) \"FILE\" with (ROLE = COLUMN) goes before all of this")
      ]
  }

  private static func options(of finder: FinderName) -> [Line] {
    finder.declaration.options.map { Line(label: "option", text: $0.usage + ": " + $0.summary) }
  }

  /// Every page for a topic; several where a word means something in several places.
  static func pages(on topic: String) -> [HelpPage] {
    let pages =
      Catalogue.entries(named: topic).map { HelpPage($0) }
      + (MeasureName(word: topic).map { [HelpPage($0)] } ?? [])
    return pages.isEmpty ? Catalogue.findings(about: topic).map { HelpPage($0) } : pages
  }

  /// The page as text: a heading, and the lines below it.
  var text: String {
    let width = lines.map(\.label.count).max() ?? 0
    let heading = "\(name) (\(group)\(isLater ? ", not yet" : ""))\n"
    return heading
      + lines.map { line in
        "  " + line.label + String(repeating: " ", count: width - line.label.count + 2) + line.text + "\n"
      }.joined()
  }
}

/// The list of all topics, by group.
struct HelpIndex {
  struct Section {
    var title: String
    var topics: [(name: String, summary: String)]
  }
  var sections: [Section]

  /// The groups of the overview; the others are listed by `help GROUP`.
  static let overview: [Catalogue.Group] = [.statements, .finders, .listings, .clauses, .steps]
  static let otherGroups = Catalogue.Group.allCases.filter { !overview.contains($0) }

  static let all = HelpIndex(sections: overview.map(section) + [measures])

  private static let measures = Section(
    title: "measures", topics: MeasureName.allCases.map { ($0.rawValue, $0.help.summary) })

  private static func section(_ group: Catalogue.Group) -> Section {
    let entries = Catalogue.entries.filter { $0.group == group && !$0.help.isLater }
    return Section(title: group.rawValue, topics: entries.map { ($0.name, $0.help.summary) })
  }

  /// The sections of a title, such as `measures`; `formats` are those of results and those of files.
  static func sections(titled title: String) -> [Section] {
    if title == "measures" || title == "measure" { return [measures] }
    guard let group = Catalogue.Group.allCases.first(where: { $0.rawValue == title || $0.singular == title })
    else { return [] }
    return group == .formats
      ? [section(.formats), exports] : group == .exports ? [exports] : [section(group)]
  }

  /// The recognised exports, with the columns that tell them and what they fill.
  private static let exports = Section(
    title: Catalogue.Group.exports.rawValue,
    topics: ExportFormat.all.map { format in
      (
        format.name.rawValue,
        "\(format.name.title): by \(format.fingerprints.first ?? ""); fills "
          + format.filledNames.joined(separator: ", ")
      )
    })

  /// All that `help` takes.
  static var topics: [String] {
    Catalogue.entries.map(\.name) + MeasureName.names + Catalogue.Group.allCases.map(\.rawValue) + [
      "measures"
    ]
  }

  static func text(of section: Section) -> String {
    let width = section.topics.map(\.name.count).max() ?? 0
    return section.title.prefix(1).uppercased() + section.title.dropFirst() + "\n"
      + section.topics.map { topic in
        "  " + topic.name + String(repeating: " ", count: width - topic.name.count + 2) + topic.summary + "\n"
      }.joined()
  }

  static func table(of sections: [Section]) -> Table {
    Table(
      columns: [
        Column("topic", .text, part: .key), Column("group", .text, part: .key), Column("summary", .text),
      ],
      rows: sections.flatMap { section in
        section.topics.map { [.text($0.name), .text(section.title), .text($0.summary)] }
      })
  }
}

extension Catalogue.Group {
  /// One of its words, as a page calls it.
  fileprivate var singular: String {
    switch self {
    case .findingColumns: "column of compound"
    case .findingStatuses: "status of compound"
    case .findingFacts: "fact of compound"
    case .missedColumns: "column of what was missed"
    case .missedStatuses: "status of what was missed"
    case .travelColumns: "column of paths"
    case .mapColumns: "column of map"
    case .mapMarks: "mark of map"
    case .mapParts: "part of the map"
    case .checkStatuses: "status of check"
    case .checkColumns: "column of check"
    case .chosenColumns: "column of a comparison"
    case .verdicts: "verdict of compare"
    case .qualityChecks: "check of quality"
    case .qualitySeverities: "severity of quality"
    default: rawValue.hasSuffix("s") ? String(rawValue.dropLast()) : rawValue
    }
  }
}
