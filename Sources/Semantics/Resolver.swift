import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// Makes the names, values and types of a statement definite against the loaded data.
///
/// It collects every mistake it finds; what it returns is whole only if there was none.
public final class Resolver {
  let catalog: any DataCatalog
  let definitions: Definitions
  /// A value that the data does not hold gives an empty result and a note, as in a replay.
  let isForgiving: Bool
  /// What a name stands for: a field of the events, or a column of a result.
  let noun: String
  var mistakes: [Diagnostic] = []
  /// Notes that do not stop the statement.
  public private(set) var remarks: [Diagnostic] = []
  /// The values of fields as they are shown, by their folded form; made once a statement.
  var shownValues: [String: [String: String]] = [:]
  /// Segments being resolved, so that one defined by itself is noticed.
  var openSegments: [String] = []
  var openMeasures: [String] = []

  public init(
    catalog: any DataCatalog, definitions: Definitions, isForgiving: Bool = false, noun: String = "field"
  ) {
    self.catalog = catalog
    self.definitions = definitions
    self.isForgiving = isForgiving
    self.noun = noun
  }

  /// More mistakes than anybody reads at once are not looked for.
  static let mistakeLimit = 8

  func report(_ mistake: Diagnostic) {
    guard mistakes.count < Self.mistakeLimit, !mistakes.contains(mistake) else { return }
    mistakes.append(mistake)
  }

  func remark(_ note: Diagnostic) {
    if !remarks.contains(note) { remarks.append(note) }
  }

  /// Runs a resolution and throws what it reported.
  ///
  /// - Throws: `Mistakes` with every mistake, or what the engine said while it was asked for values.
  func collect<Result>(_ body: () throws -> Result?) throws -> Result {
    let result = try body()
    guard mistakes.isEmpty, let result else {
      throw Mistakes(
        mistakes.isEmpty ? [.invalid("the statement cannot be understood", span: nil)] : mistakes)
    }
    return result
  }

  // MARK: - Fields

  /// The field of a name; reports an unknown one.
  func field(_ word: Word) -> CatalogField? {
    if let known = catalog.fields[word.text] { return known }
    let names = catalog.fields.names
    var near = nearest(to: word.text, in: names + Array(definitions.segments.keys))
    // Two files gave the name different types: it has an alias in front.
    if near.isEmpty { near = names.filter { $0.lowercased().hasSuffix("_" + word.text.lowercased()) } }
    var more: String?
    if noun == "field", let role = Role(rawValue: word.text.lowercased()) {
      more = "no loaded source has it: load … with (\(role.rawValue) = COLUMN)"
      near = []
    }
    report(.unknownName(noun, word.text, span: word.span, nearest: near, known: shortList(names), more: more))
    return nil
  }

  /// At most twelve names, so that a list of known ones stays readable.
  func shortList(_ names: [String]) -> [String] {
    names.count <= 12 ? names : Array(names.prefix(12)) + ["…"]
  }

  /// The names of kinds as a sentence has them: `tickets and calls`.
  func phrase(of kinds: Set<EventKind>) -> String {
    let names = EventKind.allCases.filter(kinds.contains).map { $0.rawValue + "s" }
    guard let last = names.last else { return "nothing loaded" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
  }
}
