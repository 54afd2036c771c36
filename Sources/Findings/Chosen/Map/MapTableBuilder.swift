import DataModel
import Semantics
import Statistics
import Vocabulary

/// Makes the table of `map`.
struct MapTableBuilder {
  let finder: MapFinder
  let found: FoundMap

  private var query: ResolvedMap { finder.query }
  private var cells: [MapCell] { found.cells }

  func table() -> Table {
    var table = Table(columns: finder.keys.map(\.column) + columns, rows: cells.map(row), facts: facts)
    table.explanation = [headline, worst, negative].compactMap { $0 }
    table.notes = query.tail.notes + notes
    table.next = next
    return table
  }

  // MARK: - Columns and rows

  private var columns: [Column] {
    [
      Column("mark", .text), Column("gap", .text, givesWay: 2),
      Column("events", .integer, unit: .count, part: .figure),
      Column("customers", .integer, unit: .count, part: .figure, givesWay: 3),
      Column("sentiment", .number, unit: .score, part: .figure, bad: .down, decimals: 2),
      Column("sentiment_low", .number, unit: .score, part: .low(of: "sentiment"), decimals: 2),
      Column("sentiment_high", .number, unit: .score, part: .high(of: "sentiment"), decimals: 2),
      Column("sentiment_n", .integer, unit: .count, part: .sampleSize(of: "sentiment")),
      Column(
        "sentiment_change", .number, unit: .score, part: .figure, isChange: true, bad: .down, decimals: 2),
      Column("tickets", .integer, unit: .count, part: .figure, givesWay: 3),
      Column("ticket_ratio", .number, unit: .ratio, part: .figure, bad: .up, decimals: 2),
      Column("negative", .integer, unit: .count, givesWay: 5),
      Column("stakes", .integer, givesWay: 4), Column("owner", .text, givesWay: 1),
    ]
  }

  private func row(_ cell: MapCell) -> [Value] {
    let sentiment = cell.sentiment
    return cell.keys + [
      .text(cell.mark.rawValue), .known(cell.gap?.rawValue), .integer(Int64(cell.events)), cell.customers,
      sentiment?.value ?? .missing, sentiment?.low ?? .missing, sentiment?.high ?? .missing,
      sentiment?.count ?? .missing, .defined(cell.scanned?.second.effect ?? .nan), cell.tickets,
      .defined(cell.scanned?.first.effect ?? .nan), cell.negative, .known(cell.stakes), .known(cell.owner),
    ]
  }

  private var facts: [Fact] {
    let marks = MapMark.allCases.map { Fact($0.rawValue, .integer(Int64(count($0))), unit: .count) }
    guard let windows = found.windows else { return marks }
    return marks + [
      Fact("current_window", .text(windows.current)), Fact("comparison_window", .text(windows.earlier)),
    ]
  }

  private func count(_ mark: MapMark) -> Int { cells.count { $0.mark == mark } }

  // MARK: - Words

  private var headline: String {
    let gaps = MissedStatus.coverage.compactMap { status -> String? in
      let count = cells.count { $0.gap == status }
      return count > 0 ? "\(count) \(status.rawValue)" : nil
    }
    let cut = finder.keys.map(\.name).joined(separator: " and ")
    let verdicts =
      finder.compound == nil
      ? []
      : [
        MissedWords.count(count(.compound), "compound failure point"), "\(count(.watch)) to watch",
      ]
    let none = finder.coverage == nil ? [] : ["no gaps"]
    let list = verdicts + (gaps.isEmpty ? none : ["gaps: " + MissedWords.list(gaps)])
    return "\(MissedWords.count(cells.count, "cell")) by \(cut)"
      + (list.isEmpty ? "." : ": \(list.joined(separator: ", ")).")
  }

  private var worst: String? {
    let sentences = [(MapMark.compound, "Compound"), (.watch, "To watch")].compactMap {
      mark, name -> String? in
      let marked = cells.filter { $0.mark == mark }.sorted {
        ($0.scanned?.rank ?? .max) < ($1.scanned?.rank ?? .max)
      }
      return marked.isEmpty ? nil : "\(name): \(MissedWords.examples(marked.map(\.keys)))."
    }
    let voiceless = cells.filter { $0.gap == .blind }.map(\.keys)
    let blind = voiceless.isEmpty ? [] : ["Nobody is heard at \(MissedWords.examples(voiceless))."]
    let all = sentences + blind
    return all.isEmpty ? nil : all.joined(separator: " ")
  }

  /// The stages, or other values of the first key, that carry most of the negative voices.
  private var negative: String? {
    let stage = finder.keys.firstIndex { $0.fieldName == Dimension.stage.rawValue } ?? 0
    var byStage: [(value: Value, count: Double)] = []
    for cell in cells {
      let count = cell.negative.sum
      if let known = byStage.firstIndex(where: { $0.value == cell.keys[stage] }) {
        byStage[known].count += count
      } else {
        byStage.append((cell.keys[stage], count))
      }
    }
    let all = byStage.reduce(0) { $0 + $1.count }
    guard all >= leastForVerdict, byStage.count > 1 else { return nil }
    let most = byStage.enumerated().sorted { left, right in
      left.element.count != right.element.count
        ? left.element.count > right.element.count : left.offset < right.offset
    }.map(\.element).prefix(3).filter { $0.count > 0 }
    let shares = most.map { "\($0.value.words) \(percentText($0.count / all))" }
    return "Most negative voices by \(finder.keys[stage].name): \(shares.joined(separator: ", "))"
      + " of \(MissedWords.count(Int(all), "mention and review", "mentions and reviews")) below 0."
  }

  private var notes: [String] {
    var notes = finder.unjudged
    if let windows = found.windows {
      notes.append(
        "sentiment_change and ticket_ratio: \(windows.current) beside \(windows.earlier), as compound has them;"
          + " the other figures are of all days of the question.")
    }
    if found.withoutKey > 0 {
      notes.append(
        "\(MissedWords.count(found.withoutKey, "event")) without \(MissedWords.names(of: finder.keys)) belong to no cell."
      )
    }
    if query.sentiment == nil { notes.append("No mention or review has a sentiment: that layer is missing.") }
    notes.append("No mark does not mean that all is well: a cell may have too few cases to be judged.")
    return notes
  }

  private var next: [String] {
    let isMarked = count(.compound) + count(.watch) > 0
    let look = isMarked ? "$ | where mark in (compound, watch)" : "$ | where mark = gap"
    return (isMarked || count(.gap) > 0 ? [look] : []) + ["check"]
  }
}
