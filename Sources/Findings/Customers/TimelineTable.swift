import DataModel
import Vocabulary

/// The events of one customer as a table: what happened, how it went, and how long after the event before.
public struct TimelineTable {
  /// The fields that it is made of, as far as they are loaded.
  public static let fields = [
    "time", "kind", "source", "channel", "stage", "touchpoint", "topic", "persona", "segment", "sentiment",
    "nps_score", "csat_score", "ces_score", "stars", "escalated", "reopened", "resolved", "answered",
    "first_contact", "text", "id",
  ]

  private let events: Table
  private let customer: String

  /// - Parameter events: the events in the order of time, with those of ``fields`` that are known.
  public init(events: Table, customer: String) {
    self.events = events
    self.customer = customer
  }

  public func table() -> Table {
    let columns = [
      Column("time", .instant), Column("gap", .number, unit: .seconds), Column("kind", .text),
      Column("source", .text, givesWay: 4), Column("channel", .text), Column("stage", .text),
      Column("touchpoint", .text, givesWay: 2), Column("topic", .text),
      Column("sentiment", .number, unit: .score, bad: .down), Column("score", .text),
      Column("outcome", .text), Column("text", .text, givesWay: 1), Column("id", .text, givesWay: 3),
    ]
    let rows = events.rows.indices.map { row -> [Value] in
      [
        cell("time", row), gap(row), cell("kind", row), cell("source", row), cell("channel", row),
        cell("stage", row), cell("touchpoint", row), cell("topic", row), cell("sentiment", row), score(row),
        outcome(row), cell("text", row), cell("id", row),
      ]
    }
    // A column that nothing is known of says nothing; the first four and the gap always stand.
    let kept = columns.indices.filter { column in column < 4 || rows.contains { !$0[column].isMissing } }
    return Table(
      columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } }, facts: facts,
      explanation: explanation)
  }

  private func cell(_ name: String, _ row: Int) -> Value {
    events.index(of: name).map { events.rows[row][$0] } ?? .missing
  }

  private func gap(_ row: Int) -> Value {
    guard row > 0, case .instant(let now, _) = cell("time", row),
      case .instant(let then, _) = cell("time", row - 1)
    else { return .missing }
    return .number(Double(now - then) / 1e6)
  }

  /// `nps 3, csat 2`.
  private func score(_ row: Int) -> Value {
    let scales = [("nps", "nps_score"), ("csat", "csat_score"), ("ces", "ces_score"), ("stars", "stars")]
    let known = scales.compactMap { name, field -> String? in
      guard let number = cell(field, row).asNumber else { return nil }
      return "\(name) \(number == number.rounded() ? String(Int(number)) : String(number))"
    }
    return known.isEmpty ? .missing : .text(known.joined(separator: ", "))
  }

  /// `escalated, not resolved`: what went well is told only of a case's end.
  private func outcome(_ row: Int) -> Value {
    func flag(_ name: String) -> Bool? {
      if case .boolean(let value) = cell(name, row) { return value }
      return nil
    }
    var words: [String] = []
    if flag("escalated") == true { words.append("escalated") }
    if flag("reopened") == true { words.append("reopened") }
    if let resolved = flag("resolved") { words.append(resolved ? "resolved" : "not resolved") }
    if flag("first_contact") == true { words.append("at first contact") }
    if let answered = flag("answered") { words.append(answered ? "answered" : "not answered") }
    return words.isEmpty ? .missing : .text(words.joined(separator: ", "))
  }

  // MARK: - The head

  private var facts: [Fact] {
    guard let last = events.rows.indices.last else { return [] }
    var facts: [Fact] = []
    // A persona of rules and a segment are the customer's; what a file says of one event may differ.
    for name in ["persona", "segment"] where !cell(name, last).isMissing {
      facts.append(Fact(name, cell(name, last)))
    }
    facts += [
      Fact("events", .integer(Int64(events.rows.count)), unit: .count), Fact("first", cell("time", 0)),
      Fact("last", cell("time", last)),
    ]
    for (kind, count) in counts("kind") {
      facts.append(Fact(kind + "s", .integer(Int64(count)), unit: .count))
    }
    for (channel, count) in counts("channel") {
      facts.append(Fact("channel_" + channel, .integer(Int64(count)), unit: .count))
    }
    return facts
  }

  private var explanation: [String] {
    var lines = ["\(customer): \(listed(counts("kind").map { "\($0.1) \($0.0)\($0.1 == 1 ? "" : "s")" }))."]
    let topics = issues
    if !topics.isEmpty { lines.append("Issues: \(topics.joined(separator: "; ")).") }
    return lines
  }

  /// Topics that came up, the most frequent first: `contract 3 times from 2026-07-01 to 2026-07-09`.
  private var issues: [String] {
    counts("topic").prefix(5).map { topic, count in
      let days = events.rows.indices.filter { cell("topic", $0) == .text(topic) }.compactMap(day)
      guard count > 1, let first = days.first, let last = days.last else {
        return "\(topic) once\(days.first.map { " on \($0)" } ?? "")"
      }
      return "\(topic) \(count) times \(first == last ? "on \(first)" : "from \(first) to \(last)")"
    }
  }

  private func day(_ row: Int) -> String? {
    guard case .instant(let microseconds, let offset) = cell("time", row) else { return nil }
    let seconds = Double(microseconds) / 1e6 + Double(offset)
    return CivilDate(dayNumber: Int((seconds / 86_400).rounded(.down))).text
  }

  /// How often each value comes, the most frequent first, among equals in the order of time.
  private func counts(_ name: String) -> [(String, Int)] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for row in events.rows.indices {
      guard case .text(let value) = cell(name, row) else { continue }
      if counts[value] == nil { order.append(value) }
      counts[value, default: 0] += 1
    }
    return order.enumerated().sorted {
      (-(counts[$0.element] ?? 0), $0.offset) < (-(counts[$1.element] ?? 0), $1.offset)
    }
    .map { ($0.element, counts[$0.element] ?? 0) }
  }

  private func listed(_ words: [String]) -> String { words.joined(separator: ", ") }
}
