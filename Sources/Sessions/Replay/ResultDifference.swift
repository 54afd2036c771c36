/// What differs between a recorded result and the result of the same statement now, row by row.
public struct ResultDifference: Sendable, Equatable {
  public struct CellChange: Sendable, Equatable {
    public var column: String
    public var old: RecordedResult.Cell
    public var new: RecordedResult.Cell
  }
  public struct RowChange: Sendable, Equatable {
    /// The row's keys, as `name value`.
    public var key: String
    public var cells: [CellChange]
  }

  /// Numbers that differ by less, relative to the larger one or to 1, are the same.
  public static let tolerance = 1e-9

  public var columnsGone: [String] = []
  public var columnsAdded: [String] = []
  public var changed: [RowChange] = []
  /// The keys of rows that only one side has.
  public var gone: [String] = []
  public var added: [String] = []
  public var facts: [CellChange] = []
  /// The rows are the same in another order.
  public var isReordered = false
  /// So are the columns.
  public var areColumnsReordered = false
  /// The largest difference among the numbers that count as the same.
  public var largestDeviation = 0.0

  /// Nothing differs by more than the tolerance.
  public var isSame: Bool {
    columnsGone.isEmpty && columnsAdded.isEmpty && changed.isEmpty && gone.isEmpty && added.isEmpty
      && facts.isEmpty && !isReordered && !areColumnsReordered
  }

  /// By their digests, the texts that the new result holds: what is told of it need not be told in digests.
  private var texts: [String: String] = [:]

  /// Compares two results of which the second may know its texts only as digests too.
  ///
  /// - Parameter texts: By their digests, the texts of the second.
  public init(from old: RecordedResult, to new: RecordedResult, texts: [String: String] = [:]) {
    self.texts = texts
    let (oldNames, newNames) = (old.columns.map(\.name), new.columns.map(\.name))
    columnsGone = oldNames.filter { !newNames.contains($0) }
    columnsAdded = newNames.filter { !oldNames.contains($0) }
    let shared = oldNames.filter(newNames.contains)
    areColumnsReordered = shared != newNames.filter(oldNames.contains)
    compareRows(old, new, shared: shared)
    compareFacts(old.facts, new.facts)
  }

  private mutating func compareRows(_ old: RecordedResult, _ new: RecordedResult, shared: [String]) {
    let keys = RowKeys(old, new, shared: shared, texts: texts)
    let oldRows = keys.rows(of: old)
    let newRows = keys.rows(of: new)
    let places = Dictionary(
      newRows.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    var lastPlace = -1
    for row in oldRows {
      guard let place = places[row.key] else {
        gone.append(row.label)
        continue
      }
      if place < lastPlace { isReordered = true }
      lastPlace = max(lastPlace, place)
      let cells = changes(row.cells, newRows[place].cells, names: keys.figures)
      if !cells.isEmpty { changed.append(RowChange(key: row.label, cells: cells)) }
    }
    let known = Set(oldRows.map(\.key))
    added = newRows.filter { !known.contains($0.key) }.map(\.label)
  }

  private mutating func compareFacts(_ old: [RecordedResult.Fact], _ new: [RecordedResult.Fact]) {
    let names = old.map(\.name) + new.map(\.name).filter { name in !old.contains { $0.name == name } }
    let before = names.map { name in old.first { $0.name == name }?.value ?? .missing }
    let after = names.map { name in new.first { $0.name == name }?.value ?? .missing }
    facts = changes(before, after, names: names)
  }

  private mutating func changes(
    _ old: [RecordedResult.Cell], _ new: [RecordedResult.Cell], names: [String]
  ) -> [CellChange] {
    var changes: [CellChange] = []
    for (index, name) in names.enumerated() where old[index] != new[index] {
      if let deviation = deviation(old[index], new[index]) {
        largestDeviation = max(largestDeviation, deviation)
      } else {
        changes.append(CellChange(column: name, old: shown(old[index]), new: shown(new[index])))
      }
    }
    return changes
  }

  private func shown(_ cell: RecordedResult.Cell) -> RecordedResult.Cell {
    guard case .text(let text) = cell else { return cell }
    return .text(texts[text] ?? text)
  }

  /// How far two numbers are apart where they count as the same; nil where they differ.
  private func deviation(_ old: RecordedResult.Cell, _ new: RecordedResult.Cell) -> Double? {
    if case .integer(let before) = old, case .integer(let after) = new { return before == after ? 0 : nil }
    guard let before = old.asNumber, let after = new.asNumber else { return nil }
    let distance = abs(before - after)
    return distance <= Self.tolerance * max(1, abs(before), abs(after)) ? distance : nil
  }
}

/// By which columns the rows of two results are paired.
private struct RowKeys {
  struct Row {
    var key: [RecordedResult.Cell]
    var label: String
    var cells: [RecordedResult.Cell]
  }

  /// Empty: the rows are paired by their place.
  var names: [String]
  /// The shared columns that are compared.
  var figures: [String]
  private let texts: [String: String]

  /// The key columns; else the place in results of one row, else the texts, else all columns.
  init(_ old: RecordedResult, _ new: RecordedResult, shared: [String], texts digested: [String: String]) {
    self.texts = digested
    let keys = old.columns.filter { column in column.isKey && shared.contains(column.name) }.map(\.name)
    if !keys.isEmpty {
      names = keys
    } else if old.rows.count <= 1 && new.rows.count <= 1 {
      names = []
    } else {
      let ofText = shared.filter { name in Self.isText(name, in: old) && Self.isText(name, in: new) }
      names = ofText.isEmpty ? shared : ofText
    }
    figures = shared.filter { [names] in !names.contains($0) }
  }

  private static func isText(_ name: String, in result: RecordedResult) -> Bool {
    guard let index = result.columns.firstIndex(where: { $0.name == name }) else { return false }
    return result.rows.allSatisfy { row in if case .text = row[index] { true } else { row[index] == .missing }
    }
  }

  /// The rows with their keys; equal keys are told apart by a count at the end of the key.
  func rows(of result: RecordedResult) -> [Row] {
    let keyPlaces = names.compactMap { name in result.columns.firstIndex { $0.name == name } }
    let figurePlaces = figures.compactMap { name in result.columns.firstIndex { $0.name == name } }
    var seen: [[RecordedResult.Cell]: Int64] = [:]
    return result.rows.map { row in
      let key = keyPlaces.map { Self.rounded(row[$0]) }
      let count = (seen[key] ?? 0) + 1
      seen[key] = count
      let label = zip(names, keyPlaces).map { $0 + " " + (texts[row[$1].text] ?? row[$1].text) }
        .joined(separator: ", ")
      return Row(key: key + [.integer(count)], label: label, cells: figurePlaces.map { row[$0] })
    }
  }

  /// Numbers in a key are compared at 9 significant digits.
  private static func rounded(_ cell: RecordedResult.Cell) -> RecordedResult.Cell {
    guard case .number(let value) = cell else { return cell }
    return .text(significantText(value, digits: 9))
  }
}
