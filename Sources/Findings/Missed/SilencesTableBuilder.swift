import DataModel
import Semantics
import Statistics
import Vocabulary

/// Makes the table of `silences`.
struct SilencesTableBuilder {
  let finder: SilencesFinder
  /// In the order in which they are shown.
  let places: [SilentPlace]
  /// What is known of the last event, by place.
  let last: [[Value]: [Value]]
  let scan: SignalScanResult
  let withoutKey: Int

  private var query: ResolvedSilences { finder.query }
  private var found: Int { places.count { $0.status == .silent || $0.status == .closed } }

  func table() -> Table {
    var table = Table(columns: columns, rows: places.map(row), facts: facts)
    table.isSorted = true
    table.explanation = explanation
    table.notes = query.tail.notes + notes
    table.next =
      found > 0
      ? [MissedWords.look(finder.keys, first: places[0].keys)]
      : finder.hasCustomers ? ["silences of customers"] : []
    let rows = max(found, min(places.count, 5))
    if rows < places.count {
      table.brief = Brief(rows: rows, others: "$ | where status in (heard, untested) shows the others")
    }
    return table
  }

  private var columns: [Column] {
    finder.keys.map(\.column) + [
      Column("status", .text), Column("feedback_prev", .integer, unit: .count, givesWay: 2),
      Column("feedback", .integer, unit: .count, part: .figure),
      Column("expected", .number, unit: .count, decimals: 1, givesWay: 1),
      Column("ratio", .number, unit: .ratio, part: .figure, bad: .down, decimals: 2),
      Column("traffic_prev", .integer, unit: .count, givesWay: 4),
      Column("traffic", .integer, unit: .count, givesWay: 2),
      Column("traffic_ratio", .number, unit: .ratio, decimals: 2, givesWay: 3),
      Column("p", .number, unit: .probability, givesWay: 4), Column("q", .number, unit: .probability),
      Column("last_time", .instant, givesWay: found > 0 ? 0 : 6),
      Column("last_event", .text, givesWay: found > 0 ? 1 : 6),
      Column("text", .text, givesWay: found > 0 ? 5 : 6),
    ]
  }

  private func row(_ place: SilentPlace) -> [Value] {
    let cell = place.scanned
    return place.keys + [
      .text(place.status.rawValue), .integer(Int64(cell.evidence.previous)),
      .integer(Int64(cell.evidence.current)), .defined(cell.expected), .defined(cell.evidence.effect),
      .integer(Int64(place.previousTraffic)), .integer(Int64(place.currentTraffic)),
      .defined(place.trafficRatio), .defined(cell.evidence.p), .defined(cell.q),
    ] + lastEvent(place)
  }

  private func lastEvent(_ place: SilentPlace) -> [Value] {
    guard let values = last[place.keys] else { return [.missing, .missing, .missing] }
    let known = Dictionary(uniqueKeysWithValues: zip(finder.details.map(\.name), values))
    return [
      known["time"] ?? .missing, MissedWords.event(kind: known["kind"], topic: known["topic"]),
      known["text"] ?? .missing,
    ]
  }

  private var facts: [Fact] {
    [
      Fact("current_window", .text(finder.weeks.currentDays.text)),
      Fact("comparison_window", .text(finder.weeks.previousDays.text)),
      Fact("traffic_of", .text(MissedWords.phrase(of: query.traffic))),
      Fact("feedback_of", .text(MissedWords.phrase(of: query.voice))),
      Fact("cells_eligible", .integer(Int64(scan.cells.count { $0.isEligible })), unit: .count),
      Fact("cells_total", .integer(Int64(places.count)), unit: .count),
      Fact("level", .number(0.1), unit: .fraction),
      Fact("wobble", .defined(scan.footer.wobble), unit: .fraction),
    ]
  }

  private var explanation: [String] {
    let silent = places.filter { $0.status == .silent }
    let closed = places.filter { $0.status == .closed }
    var lines = [
      "\(silent.isEmpty ? "No place" : MissedWords.count(silent.count, "place")) went silent in \(finder.weeks.currentDays.text), beside"
        + " \(finder.weeks.previousDays.text) (\(scan.cells.count { $0.isEligible }) of \(places.count) places"
        + " have enough feedback to tell)."
    ]
    if !silent.isEmpty {
      lines.append(
        "At \(MissedWords.examples(silent.map(\.keys))) customers still come, and at most half as many of them"
          + " say anything.")
    }
    if !closed.isEmpty {
      lines.append(
        "At \(MissedWords.examples(closed.map(\.keys))) the customers stopped coming too: closed, not silent."
      )
    }
    return lines
  }

  private var notes: [String] {
    var notes: [String] = []
    if !query.traffic.contains(.interaction) {
      notes.append("No interactions are loaded: \(MissedWords.phrase(of: query.traffic)) stand in for them.")
    }
    if withoutKey > 0 {
      let keys = MissedWords.names(of: finder.keys)
      notes.append("\(MissedWords.count(withoutKey, "event")) without \(keys) belong to no place.")
    }
    notes.append(
      "About one in ten listed places is a false alarm (q); a place that is not listed may still be silent.")
    return notes
  }
}
