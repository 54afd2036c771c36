import DataModel
import Semantics
import Statistics

/// Makes the table of `themes`, its facts and its words.
struct ThemeTableBuilder {
  let query: ResolvedThemes
  let places: [ThemePlace]
  /// By rule and place.
  let quotes: [[[Value]: Value]]
  let hasSentiment: Bool
  let hasCustomers: Bool

  /// An emotion with fewer texts behind it is no state.
  static let fewestQuotes = 3.0
  /// Below it no verdict.
  static let fewestTexts = 10.0

  func table() -> Table {
    var tests = places.flatMap { place in
      place.rules.map { Trend($0, of: place.all) } + [Trend(place.untagged, of: place.all)]
    }
    let q = FalseDiscovery.benjaminiHochberg(tests.map(\.p))
    for position in tests.indices { tests[position].q = q[position] }
    let count = query.rules.count + 1
    let rows = places.enumerated().flatMap { position, place in
      self.rows(place, Array(tests[position * count..<(position + 1) * count]))
    }
    var table = Table(columns: columns, rows: rows, facts: facts)
    table.explanation = explanation
    table.notes = query.tail.notes + notes
    table.next = next
    return table
  }

  /// Whether the share of a rule moved, from before to now.
  struct Trend {
    var change = Double.nan
    var p = Double.nan
    var q = Double.nan

    init(_ sums: ThemeSums, of all: ThemeSums) {
      guard all.now >= fewestTexts, all.before >= fewestTexts else { return }
      let comparison = ProportionComparison(current: (sums.now, all.now), earlier: (sums.before, all.before))
      change = comparison.difference
      p = comparison.pTwoSided
    }
  }

  // MARK: - Columns and rows

  private var columns: [Column] {
    query.tail.keys.map(\.column) + [
      Column("theme", .text, part: .key), Column("rule", .text, givesWay: 5),
      Column("documents", .integer, unit: .count, part: .figure),
      Column("share", .number, unit: .fraction, part: .figure),
      Column("share_low", .number, unit: .fraction, part: .low(of: "share")),
      Column("share_high", .number, unit: .fraction, part: .high(of: "share")),
      Column("share_n", .integer, unit: .count, part: .sampleSize(of: "share")),
    ] + (hasCustomers ? [Column("customers", .integer, unit: .count, givesWay: 3)] : [])
      + (hasSentiment ? sentimentColumns : []) + (query.now == nil ? [] : trendColumns) + [
        Column("overlap", .text, givesWay: 6), Column("state", .text, givesWay: 2), Column("quote", .text),
      ]
  }

  private var sentimentColumns: [Column] {
    [
      Column("net_sentiment", .number, unit: .fraction, part: .figure, bad: .down, givesWay: 2),
      Column("net_sentiment_low", .number, unit: .fraction, part: .low(of: "net_sentiment")),
      Column("net_sentiment_high", .number, unit: .fraction, part: .high(of: "net_sentiment")),
      Column("net_sentiment_n", .integer, unit: .count, part: .sampleSize(of: "net_sentiment")),
    ]
  }

  private var trendColumns: [Column] {
    [
      Column("change", .number, unit: .fraction, isChange: true, givesWay: 1),
      Column("p", .number, unit: .probability, givesWay: 4),
      Column("q", .number, unit: .probability, givesWay: 1),
    ]
  }

  /// The rules by their texts, then in the order of giving; the untagged remainder last.
  private func rows(_ place: ThemePlace, _ trends: [Trend]) -> [[Value]] {
    let order = query.rules.indices.sorted { left, right in
      let (a, b) = (place.rules[left].texts, place.rules[right].texts)
      return a != b ? a > b : left < right
    }
    let leading = leadingEmotion(of: place)
    let tagged = order.map { rule -> [Value] in
      let isEmotion = query.rules[rule].isEmotion
      let state =
        !isEmotion ? nil : rule == leading ? "leading" : isState(place.rules[rule]) ? "present" : "no state"
      let quote = isEmotion && !isState(place.rules[rule]) ? nil : quotes[rule][place.keys]
      return row(
        place, place.rules[rule], trends[rule], name: query.rules[rule].name,
        rule: isEmotion ? "emotion" : "theme",
        overlap: overlap(rule, place), state: state, quote: quote)
    }
    let rest = row(
      place, place.untagged, trends[query.rules.count], name: "(untagged)", rule: "rest", overlap: nil,
      state: nil, quote: nil)
    return tagged + [rest]
  }

  private func row(
    _ place: ThemePlace, _ sums: ThemeSums, _ trend: Trend, name: String, rule: String, overlap: String?,
    state: String?, quote: Value?
  ) -> [Value] {
    let share = Interval.proportion(sums.texts, of: place.all.texts)
    var row =
      place.keys + [
        .text(name), .text(rule), .integer(Int64(sums.texts)), .defined(share.estimate), .defined(share.low),
        .defined(share.high), .integer(Int64(place.all.texts)),
      ]
    if hasCustomers { row.append(.integer(Int64(sums.customers))) }
    if hasSentiment { row += sentiment(sums) }
    if query.now != nil { row += [.defined(trend.change), .defined(trend.p), .defined(trend.q)] }
    return row + [
      overlap.map { .text($0) } ?? .missing, state.map { .text($0) } ?? .missing, quote ?? .missing,
    ]
  }

  /// No verdict on fewer than 10 texts with a sentiment.
  private func sentiment(_ sums: ThemeSums) -> [Value] {
    guard sums.rated >= Self.fewestTexts else {
      return [.missing, .missing, .missing, .integer(Int64(sums.rated))]
    }
    let balance = Interval.netPromoterScore(
      PromoterCounts(
        promoters: sums.positive, passives: sums.rated - sums.positive - sums.negative,
        detractors: sums.negative))
    return [balance.estimate, balance.low, balance.high].map { .defined($0 / 100) } + [
      .integer(Int64(sums.rated))
    ]
  }

  /// The rule with which it shares most texts: `late refund 34 %`.
  private func overlap(_ rule: Int, _ place: ThemePlace) -> String? {
    let shared = place.both[rule]
    guard let most = shared.max(), most > 0, let other = shared.firstIndex(of: most) else { return nil }
    return "\(query.rules[other].name) \(percent(most / place.rules[rule].texts))"
  }

  private func isState(_ sums: ThemeSums) -> Bool { sums.texts >= Self.fewestQuotes }

  /// The emotion that most texts of a place tell.
  private func leadingEmotion(of place: ThemePlace) -> Int? {
    query.rules.indices.filter { query.rules[$0].isEmotion && isState(place.rules[$0]) }
      .max { left, right in
        let (a, b) = (place.rules[left].texts, place.rules[right].texts)
        return a != b ? a < b : left > right
      }
  }

  // MARK: - Words

  private var all: ThemeSums {
    places.reduce(into: ThemeSums()) { sum, place in
      sum.texts += place.all.texts
      sum.negative += place.all.negative
    }
  }

  private var facts: [Fact] {
    var facts = [
      Fact("texts", .integer(Int64(all.texts)), unit: .count),
      Fact("untagged", .integer(Int64(places.reduce(0) { $0 + $1.untagged.texts })), unit: .count),
    ]
    if let now = query.now { facts.append(Fact("now", .text(now.text))) }
    if let negative { facts.append(Fact("negative_concentration", .text(negative))) }
    return facts
  }

  private var explanation: [String] {
    guard all.texts > 0 else { return ["No text passes the filter."] }
    let tagged = places.reduce(0) { $0 + $1.all.texts - $1.untagged.texts }
    let rules = query.rules.count == 1 ? "1 rule covers" : "\(query.rules.count) rules cover"
    var lines = [
      "\(rules) \(percent(tagged / all.texts)) of \(Int(all.texts)) texts; a text can have several."
    ]
    if let states { lines.append("Leading emotions: \(states).") }
    if let negative { lines.append("Most negative texts: \(negative).") }
    return lines
  }

  /// The leading emotion of each place, with the texts behind it.
  private var states: String? {
    let found = places.compactMap { place -> String? in
      guard !place.keys.isEmpty, let leading = leadingEmotion(of: place) else { return nil }
      return "\(name(of: place)) \(query.rules[leading].name) (\(Int(place.rules[leading].texts)) texts)"
    }
    return found.isEmpty || found.count > 12 ? nil : found.joined(separator: ", ")
  }

  private func name(of place: ThemePlace) -> String {
    place.keys.map { key in
      switch key {
      case .text(let text): text
      case .boolean(let flag): flag ? "yes" : "no"
      case .missing: "(none)"
      default: key.asNumber.map { "\($0)" } ?? "…"
      }
    }.joined(separator: " ")
  }

  /// The places that hold most of the negative texts, with their shares: at most three, at least half of all.
  private var negative: String? {
    guard hasSentiment, query.tail.keys.count == 1, places.count > 3, all.negative >= Self.fewestTexts else {
      return nil
    }
    let ordered = places.indices.sorted { left, right in
      let (a, b) = (places[left].all.negative, places[right].all.negative)
      return a != b ? a > b : left < right
    }
    return ordered.prefix(3).map { place in
      let share = percent(places[place].all.negative / all.negative)
      return "\(name(of: places[place])) \(share)"
    }.joined(separator: ", ")
  }

  private var notes: [String] {
    var notes: [String] = []
    if let now = query.now {
      notes.append(
        "change is the share in \(now.text) less that of all before; q is corrected for \(places.count * (query.rules.count + 1)) looks."
      )
    }
    if query.rules.contains(where: \.isEmotion) {
      notes.append("An emotion with fewer than 3 texts behind it is no state.")
    }
    if !hasSentiment { notes.append("These texts have no sentiment: score sentiment makes it.") }
    return notes
  }

  private var next: [String] {
    let first = query.tail.keys.isEmpty ? ["themes by stage"] : []
    return first + ["verbatims 5"]
  }

  /// `34 %`.
  private func percent(_ share: Double) -> String {
    share.isFinite ? "\(Int((share * 100).rounded(.toNearestOrEven))) %" : "—"
  }
}
