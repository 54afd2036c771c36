import DataModel
import Semantics
import Statistics
import Vocabulary
import Words

/// Makes the table of `voice`, its facts and its words.
struct VoiceTableBuilder {
  let query: ResolvedVoice
  let pairings: [VoiceFinder.Pairing]
  /// Places with too few customers.
  let small: [VoiceFinder.Pairing]
  /// How many places have nothing to be put beside.
  let alone: Int
  let counts: TermCounts
  let said: Said
  let index: WordIndex
  /// By place and term.
  let quotes: [Int: [Int32: String]]

  func table() -> Table {
    var table = Table(columns: columns, rows: pairings.flatMap(rows), facts: facts)
    table.explanation = [headline]
    table.notes = query.tail.notes + notes
    table.next = next
    return table
  }

  private var columns: [Column] {
    query.tail.keys.map(\.column) + [
      Column("term", .text, part: .key),
      Column("documents", .integer, unit: .count, part: .figure),
      Column("share", .number, unit: .fraction, part: .figure, givesWay: 1),
      Column("share_low", .number, unit: .fraction, part: .low(of: "share")),
      Column("share_high", .number, unit: .fraction, part: .high(of: "share")),
      Column("share_n", .integer, unit: .count, part: .sampleSize(of: "share")),
      Column("elsewhere", .number, unit: .fraction, givesWay: 2),
      Column("z", .number, decimals: 1, givesWay: 1),
      Column("quote", .text),
    ]
  }

  private func rows(_ pairing: VoiceFinder.Pairing) -> [[Value]] {
    let voices = counts.voices[pairing.place]
    let far = counts.farVoices(pairing.place, pairing.other)
    return pairing.terms.map { term in
      let share = Interval.proportion(Double(term.here), of: Double(voices))
      return pairing.keys + [
        .text(term.surface), .integer(Int64(term.here)), .defined(share.estimate), .defined(share.low),
        .defined(share.high), .integer(Int64(voices)),
        far > 0 ? .number(Double(term.elsewhere) / Double(far)) : .missing, .number(term.z),
        quotes[pairing.place]?[term.number].map { .text($0) } ?? .missing,
      ]
    }
  }

  private var facts: [Fact] {
    var facts = [
      Fact("texts", .integer(Int64(said.count)), unit: .count),
      Fact("customers", .integer(Int64(counts.allVoices)), unit: .count),
      Fact("languages", .text(languages)),
    ]
    if case .before(let now, let before) = query.contrast {
      facts += [Fact("now", .text(now.text)), Fact("before", .text(before.text))]
    }
    return facts
  }

  private var languages: String {
    index.languageCounts.prefix(4).map { "\($0.language.rawValue) \($0.texts)" }.joined(separator: ", ")
  }

  // MARK: - Words

  private var headline: String {
    let found = pairings.reduce(0) { $0 + $1.terms.count }
    let terms = found == 1 ? "1 term" : "\(found) terms"
    guard found > 0 else {
      return "No term is said \(comparison) by at least 5 customers and more than by chance."
    }
    return "\(terms) that customers say \(comparison)."
  }

  private var comparison: String {
    switch query.contrast {
    case .places: "more in one place than in the others"
    case .rest: "more here than in the rest"
    case .before(let now, let before): "more in \(now.text) than before (\(before.text))"
    }
  }

  private var notes: [String] {
    var notes = [
      "A customer counts once for each term; z of 2 or more is worth reading, not proof: thousands of terms were compared."
    ]
    if said.namelessRows > 0 {
      notes.append(
        "\(said.namelessRows) texts name no customer: each different one counts for one customer.")
    }
    if !small.isEmpty {
      notes.append(
        "\(small.count) \(small.count == 1 ? "place" : "places") with fewer than \(VoiceFinder.fewestCustomers) customers left out."
      )
    }
    if alone > 0 {
      notes.append(
        "\(alone) \(alone == 1 ? "place has" : "places have") no text to be put beside and \(alone == 1 ? "is" : "are") left out."
      )
    }
    let few = pairings.count { counts.voices[$0.place] < VoiceFinder.manyCustomers }
    if few > 0 {
      notes.append(
        "\(few) \(few == 1 ? "place has" : "places have") fewer than \(VoiceFinder.manyCustomers) customers: read with care."
      )
    }
    return notes
  }

  private var next: [String] {
    guard let first = pairings.flatMap(\.terms).max(by: { $0.z < $1.z }) else { return ["verbatims 5"] }
    return ["verbatims 5 where text contains \"\(first.surface)\""]
  }
}
