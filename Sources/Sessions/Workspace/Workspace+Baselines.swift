import DataModel
import Diagnostics
import Findings
import Planning
import Semantics
import Syntax
import Vocabulary

/// `baseline`: figures frozen under a name.
extension Workspace {
  func performBaseline(_ name: Quoted) throws -> Performed {
    let folded = name.text.lowercased()
    if let known = frozen[folded] {
      definitions.baselines[folded] = known
      store(known.table, name: nil, origin: nil)
      return Performed(
        table: known.table,
        narration: ["Baseline \"\(known.name)\": \(known.rows.count) figures as they were frozen."])
    }
    var rows: [Baseline.Row] = []
    var left: Set<String> = []
    for stored in results.reversed() {
      guard let origin = stored.origin, !origin.items.isEmpty else { continue }
      if let key = origin.keys.first(where: { !$0.isPlace }) {
        left.insert(key.name)
        continue
      }
      // The latest figures win.
      let known = Set(rows.map { $0.keys + "\n" + $0.measure })
      rows += try frozenRows(origin).filter { !known.contains($0.keys + "\n" + $0.measure) }
    }
    guard !rows.isEmpty else { throw Mistakes(.nothingToFreeze(left: left.sorted(), span: name.span)) }
    let baseline = Baseline(
      name: name.text,
      rows: rows.sorted {
        ($0.keys, $0.measure, $0.place.joined()) < ($1.keys, $1.measure, $1.place.joined())
      })
    definitions.baselines[folded] = baseline
    var table = baseline.table
    if !left.isEmpty {
      table.notes.append(
        "Figures by \(left.sorted().joined(separator: ", ")) are not frozen: a baseline is of places.")
    }
    store(table, name: nil, origin: nil)
    table.next = ["show … vs baseline \"\(name.text)\""]
    return Performed(table: table, narration: ["Baseline \"\(name.text)\": \(rows.count) figures frozen."])
  }

  private func frozenRows(_ origin: ResultOrigin) throws -> [Baseline.Row] {
    let measures = origin.items.flatMap { $0.expression.measures }.filter { measure in
      !measure.statistics.isEmpty && measure.statistics.count <= 3
    }
    let calendar = try self.calendar()
    let days = origin.scope.exposureDays(calendar)
    let period = origin.scope.days?.text ?? "all time"
    return try measures.flatMap { measure in
      let sums = try run(GroupPlan(scope: origin.scope, keys: origin.keys, statistics: measure.statistics))
      return sums.rows.map { row in
        Baseline.Row(
          keys: origin.keys.map(\.name).joined(separator: ", "),
          place: row.keys.map { $0.isMissing ? Baseline.missingPlace : $0.plain }, measure: measure.name,
          figure: measure.finish(row.sums).value, sums: row.sums, filter: origin.scope.condition?.text ?? "",
          period: period, days: days)
      }
    }
  }
}

extension ResolvedKey {
  /// It names a place: no time, and nobody's own id or words.
  fileprivate var isPlace: Bool {
    switch form {
    case .field(let field): field.isFolded || field.type == .boolean
    case .steps, .condition: true
    case .grain: false
    }
  }
}
