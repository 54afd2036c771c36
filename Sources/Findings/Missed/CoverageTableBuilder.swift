import DataModel
import Semantics
import Statistics
import Vocabulary

/// Makes the table of `coverage` and `gaps`.
struct CoverageTableBuilder {
  let finder: CoverageFinder
  /// In the order in which they are shown.
  let cells: [CoverageCell]
  let overall: Double
  /// Events that lack a key.
  let withoutKey: Double
  /// Listed touchpoints without events that cannot be held against the filter.
  let unknownListed: Int

  private var query: ResolvedCoverage { finder.query }
  private var namesTouchpoints: Bool {
    finder.keys.contains { $0.fieldName == Dimension.touchpoint.rawValue }
  }

  func table() -> Table {
    var table = Table(columns: columns, rows: cells.map(row), facts: facts)
    table.isSorted = true
    table.explanation = explanation
    table.notes = query.tail.notes + notes
    table.next = next
    let gaps = cells.count { $0.status != .covered }
    let rows = max(gaps, min(cells.count, 5))
    if rows < cells.count {
      table.brief = Brief(rows: rows, others: "$ | where status = covered shows the others")
    }
    return table
  }

  // MARK: - Columns and rows

  private var columns: [Column] {
    let place =
      namesTouchpoints ? [Column("owner", .text, givesWay: 2), Column("stakes", .integer, givesWay: 3)] : []
    return finder.keys.map(\.column) + [
      Column("status", .text), Column("traffic", .integer, unit: .count, part: .figure),
      Column("feedback", .integer, unit: .count, part: .figure),
      Column("feedback_rate", .number, unit: .fraction, part: .figure, bad: .down, givesWay: 1),
      Column("feedback_rate_low", .number, unit: .fraction, part: .low(of: "feedback_rate")),
      Column("feedback_rate_high", .number, unit: .fraction, part: .high(of: "feedback_rate")),
      Column("structured", .integer, unit: .count, givesWay: 4),
      Column("texts", .integer, unit: .count, givesWay: 4), Column("lacks", .text, givesWay: 1),
    ] + place
  }

  private func row(_ cell: CoverageCell) -> [Value] {
    let rate = self.rate(of: cell)
    let figures: [Value] = [
      .text(cell.status.rawValue), .integer(Int64(cell.traffic)), .integer(Int64(cell.feedback)),
      .defined(rate.estimate), .defined(rate.low), .defined(rate.high), .integer(Int64(cell.structured)),
      .integer(Int64(cell.texts)), cell.lacks.map { .text($0) } ?? .missing,
    ]
    guard namesTouchpoints else { return cell.keys + figures }
    let place = self.place(of: cell)
    return cell.keys + figures + [
      place.owner.map { .text($0) } ?? .missing, place.stakes.map { .integer(Int64($0)) } ?? .missing,
    ]
  }

  /// Feedback per interaction; no share, and so without bounds, where there is more feedback than traffic.
  private func rate(of cell: CoverageCell) -> Interval {
    guard cell.feedback > cell.traffic, cell.traffic > 0 else {
      return .proportion(cell.feedback, of: cell.traffic)
    }
    return Interval(estimate: cell.feedback / cell.traffic, low: .nan, high: .nan)
  }

  private func place(of cell: CoverageCell) -> CellPlace {
    var byField: [String: Value] = [:]
    for (key, value) in zip(finder.keys, cell.keys) { byField[key.fieldName ?? key.name] = value }
    return finder.place(byField, byField[Dimension.touchpoint.rawValue]?.plainText)
  }

  // MARK: - Words

  private var facts: [Fact] {
    [
      Fact("overall_rate", .defined(overall)),
      Fact("traffic_of", .text(MissedWords.phrase(of: query.traffic))),
      Fact("feedback_of", .text(MissedWords.phrase(of: query.feedback))),
    ]
      + MissedStatus.coverage.map { status in
        Fact(status.rawValue, .integer(Int64(cells.count { $0.status == status })), unit: .count)
      }
  }

  private var explanation: [String] {
    let noun = namesTouchpoints && finder.keys.count == 1 ? "touchpoint" : "place"
    let counts = MissedStatus.coverage.compactMap { status -> String? in
      let count = cells.count { $0.status == status }
      return count > 0 ? "\(count) \(status.rawValue)" : nil
    }
    let traffic = MissedWords.phrase(of: query.traffic)
    let rate = overall.isFinite ? twoDecimals(overall) : "no"
    return [
      "\(MissedWords.count(cells.count, noun)): \(MissedWords.list(counts)).",
      "Over all, \(rate) \(MissedWords.phrase(of: query.feedback)) for each of the \(traffic).", worst,
    ].compactMap { $0 }
  }

  /// What to look at first.
  private var worst: String? {
    let blind = cells.filter { $0.status == .blind }
    let unseen = cells.filter { $0.status == .unseen }
    var parts: [String] = []
    if !blind.isEmpty { parts.append("Nobody is heard at \(MissedWords.examples(blind.map(\.keys))).") }
    if !unseen.isEmpty {
      parts.append("Listed, and in no event: \(MissedWords.examples(unseen.map(\.keys), most: 5)).")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var notes: [String] {
    var notes: [String] = []
    if !query.traffic.contains(.interaction) {
      let stand = MissedWords.phrase(of: query.traffic)
      notes.append(
        "No interactions are loaded: \(stand) stand in for them, so places without any are not seen.")
    }
    if withoutKey > 0 {
      let keys = MissedWords.names(of: finder.keys)
      notes.append("\(MissedWords.count(Int(withoutKey), "event")) without \(keys) belong to no place.")
    }
    if unknownListed > 0 {
      notes.append(
        "\(MissedWords.count(unknownListed, "listed touchpoint")) without an event may or may not meet the filter."
      )
    }
    if !finder.hasTexts { notes.append("No source has texts: every place lacks that side.") }
    notes.append("Covered says that there is enough to look at, not that it is well there.")
    return notes
  }

  private var next: [String] {
    let first = cells.first
    let look =
      first.map { $0.traffic > 0 } == true
      ? [MissedWords.look(finder.keys, first: first?.keys ?? [])] : []
    return look + (query.isAboutGaps ? [] : ["gaps"])
  }
}

extension MissedStatus {
  /// Those of `coverage` and `gaps`, the worst first.
  static let coverage: [MissedStatus] = [.blind, .unseen, .empty, .thin, .quiet, .covered]
}
