import DataModel
import Planning
import Semantics

/// A baseline laid out as the groups of a question.
struct BaselineGroups {
  let baseline: Baseline
  let query: ResolvedShow
  let sheet: StatisticSheet

  /// The frozen sums under the keys of the question.
  var rows: [GroupedSums.Row] { sums(by: query.keys).sorted { keysAscend($0.keys, $1.keys) } }

  /// The frozen sums of all places together, where the baseline has them.
  var totals: [Value]? { sums(by: []).first?.sums }

  /// The days that the figures are of; nil where none is held.
  var days: Int? { held(by: query.keys).first?.days }

  /// What the figures are of, where it is not what the question is about.
  var notes: [String] {
    guard let row = held(by: query.keys).first else { return [] }
    var notes = ["Beside the baseline \"\(baseline.name)\", which is of \(row.period)."]
    let filter = query.scope.condition?.text ?? ""
    if row.filter != filter {
      let words = row.filter.isEmpty ? "all events" : "where \(row.filter)"
      notes.append(
        "The baseline is about \(words), this question about \(filter.isEmpty ? "all events" : "where \(filter)")."
      )
    }
    return notes
  }

  private var measures: [Measure] { query.items.flatMap { $0.expression.measures } }

  private func held(by keys: [ResolvedKey]) -> [Baseline.Row] {
    measures.flatMap { baseline.rows(of: $0.name, by: keys.map(\.name)) }
  }

  private func sums(by keys: [ResolvedKey]) -> [GroupedSums.Row] {
    var groups: [[Value]: [Value]] = [:]
    let blank = [Value](repeating: .missing, count: sheet.statistics.count)
    for measure in measures {
      for row in baseline.rows(of: measure.name, by: keys.map(\.name)) where row.place.count == keys.count {
        let place = zip(keys, row.place).map { Self.value($1, of: $0) }
        sheet.put(row.sums, of: measure, into: &groups[place, default: blank])
      }
    }
    return groups.map { GroupedSums.Row(keys: $0.key, sums: $0.value) }
  }

  private static func value(_ text: String, of key: ResolvedKey) -> Value {
    if text == Baseline.missingPlace { return .missing }
    switch key.column.kind {
    case .boolean: return .boolean(text == "true")
    case .number, .integer: return Double(text).map { .number($0) } ?? .missing
    case .text, .instant, .period: return .text(text)
    }
  }
}
