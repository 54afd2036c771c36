import DataModel
import Rendering
import Syntax
import Vocabulary

/// A session as it is written to files: the script with its records, and the whole results beside it.
struct SavedSession {
  var script: String
  var results: ResultsFile

  /// The rows of a result that are written into the script `with output`.
  static let outputRows = 20

  /// - Parameters:
  ///   - folder: The folder of the script; absolute. The paths in the script become relative to it.
  ///   - engine: What gave the results.
  ///   - words: What is known of customers' words before the first statement.
  init(
    of kept: [RecordedStatement], choices: SaveChoices, folder: String, engine: String?,
    words: WordColumns = WordColumns()
  ) {
    var writer = SessionWriter(kept: kept, choices: choices, folder: folder, words: words)
    let lines = writer.statements()
    let facts = writer.facts + (engine.map { ["#@ engine \($0)"] } ?? [])
    script = (["#@ cxsh \(SessionScript.languageVersion)"] + facts + lines).joined(separator: "\n") + "\n"
    results = ResultsFile(engine: engine, statements: writer.printed, results: writer.results)
  }
}

/// Writes the chosen statements of a session with their records.
private struct SessionWriter {
  let kept: [RecordedStatement]
  let choices: SaveChoices
  let folder: String
  private let selection: Selection
  private let names: ResultNames
  /// The `#@` lines of zone and now, and the statements that they stand for.
  private(set) var facts: [String] = []
  private var hoisted: Set<Int> = []
  private(set) var printed: [String] = []
  private(set) var results: [RecordedResult] = []
  private var occurrences = Occurrences()
  private var words: WordColumns

  init(kept: [RecordedStatement], choices: SaveChoices, folder: String, words: WordColumns) {
    self.kept = kept
    self.words = words
    self.choices = choices
    self.folder = folder
    selection = Selection(of: kept, last: choices.last)
    names = ResultNames(kept, selection)
    hoist()
  }

  /// Zone and now hold for the whole file where nothing was shown before they were set.
  private mutating func hoist() {
    let firstResult = selection.places.first { kept[$0].table != nil } ?? kept.count
    for name in ["zone", "now"] {
      let settings = selection.places.filter { kept[$0].statement.kind.settingName == name }
      guard let last = settings.last, last < firstResult, case .set(_, let value) = kept[last].statement.kind
      else { continue }
      facts.append("#@ \(name) \(value.plainText)")
      hoisted.formUnion(settings)
    }
  }

  mutating func statements() -> [String] {
    selection.places.filter { !hoisted.contains($0) }.flatMap { lines(of: $0) }
  }

  private mutating func lines(of place: Int) -> [String] {
    let recorded = kept[place]
    let kind = names.applied(to: recorded.statement.kind, at: place)
      .mappingPaths { scriptPath($0, typedIn: recorded.folder, scriptFolder: folder) }
    let text = Statement(kind: kind).printed
    printed.append(text)
    words.learn(kind)
    let statement = Statement(kind: kind, comment: recorded.statement.comment)
    let formatted = format(Script(items: [.statement(statement)]))
    var lines = [String(formatted.dropLast())] + recorded.loadRecords.map { "#= " + $0 }
    if let table = recorded.table { lines += noteResult(table, of: kind, text) }
    return lines
  }

  private mutating func noteResult(_ table: Table, of kind: StatementKind, _ text: String) -> [String] {
    let columns = choices.withWords ? [] : words.columns(of: table, from: kind)
    let result = RecordedResult(
      of: table, statement: text, occurrence: occurrences.next(text), digesting: columns)
    results.append(result)
    let record = StatementRecord.result(rows: table.rows.count, digest: result.digest)
    return ["#= " + record.text] + (choices.withOutput ? outputLines(table, hiding: columns) : [])
  }
}

/// Counts how often a statement has been given.
struct Occurrences {
  private var counts: [String: Int] = [:]

  mutating func next(_ statement: String) -> Int {
    counts[statement, default: 0] += 1
    return counts[statement] ?? 1
  }
}

/// The lines `#>` of a result.
func outputLines(_ table: Table, hiding columns: Set<String>) -> [String] {
  var shown = table
  let hidden = table.columns.map { columns.contains($0.name) }
  shown.rows = table.rows.prefix(SavedSession.outputRows).map { row in
    zip(row, hidden).map { value, isHidden in
      guard isHidden, case .text(let text) = RecordedResult.Cell(value).digested else { return value }
      return .text(text)
    }
  }
  shown.next = []
  let options = RenderOptions(width: 100, color: false, footer: false)
  let more = table.rows.count - shown.rows.count
  let text = render(shown, as: .table, options: options) + (more > 0 ? "… and \(more) more rows\n" : "")
  return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
    $0.isEmpty ? "#>" : "#> " + $0
  }
}

/// How a script writes a path that was given in another place.
///
/// Relative, also where it was typed from the root, so that script and data can be moved together; but a path
/// with which the script shares no folder stays as it is.
func scriptPath(_ path: String, typedIn folder: String, scriptFolder: String) -> String {
  let absolute = Paths.normalized(Paths.join(folder, path))
  let shares = absolute.split(separator: "/").first == scriptFolder.split(separator: "/").first
  return Paths.isAbsolute(path) && !shares ? absolute : Paths.relative(absolute, from: scriptFolder)
}

extension StatementKind {
  fileprivate var settingName: String? {
    guard case .set(let name, _) = self else { return nil }
    return name.text.lowercased()
  }
}
