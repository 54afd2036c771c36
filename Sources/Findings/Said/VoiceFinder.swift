import DataModel
import Diagnostics
import Planning
import Semantics
import Statistics
import Vocabulary
import Words

/// Answers `voice`: what customers say here and not elsewhere (method 7).
public struct VoiceFinder: Finder {
  let query: ResolvedVoice
  let source: any WordSource
  let span: Span

  /// More places are nothing to read.
  private static let mostPlaces = 400
  /// A place with fewer customers has no verdict; below the second number it has a mark.
  static let fewestCustomers = 10
  static let manyCustomers = 30
  private static let quoteWords: Int32 = 5

  public init(_ query: ResolvedVoice, source: any WordSource, span: Span) {
    self.query = query
    self.source = source
    self.span = span
  }

  public var keys: [ResolvedKey] { query.tail.keys }
  public var plans: [NamedPlan] { [NamedPlan("words", .words(wordPlan))] }

  /// The events whose words are shown.
  public var scope: Scope? {
    switch query.contrast {
    case .places: query.tail.scope
    case .rest(let here): query.tail.scope.narrowed(to: here)
    case .before(let now, _): query.tail.scope.narrowed(to: now.condition)
    }
  }

  /// The keys of the question, and which side of the comparison an event is on.
  private var wordPlan: WordPlan {
    WordPlan(
      scope: query.tail.scope,
      keys: query.tail.keys + (side.map { [ResolvedKey(name: "here", form: .condition($0))] } ?? []))
  }

  private var side: Condition? {
    switch query.contrast {
    case .places: nil
    case .rest(let here): here
    case .before(let now, _): now.condition
    }
  }

  // MARK: - The answer

  /// A place whose words are put beside those of another place, or of all others.
  struct Pairing {
    var keys: [Value]
    var place: Int
    var other: Int?
    var terms: [DistinctTerm] = []
  }

  /// - Throws: `Mistakes`, and what the source throws.
  public func table() throws -> Table {
    let (places, said) = try source.said(wordPlan)
    let index = try source.wordIndex()
    guard places.count <= Self.mostPlaces else {
      throw Mistakes(.tooManyPlaces("voice", places.count, most: Self.mostPlaces, span: span))
    }
    let counts = TermCounts(said, in: index, fewest: DistinctTerm.fewestVoices)
    var pairings = self.pairings(places)
    let alone = side == nil ? 0 : places.count { $0.last == .boolean(true) } - pairings.count
    let small = pairings.filter { counts.voices[$0.place] < Self.fewestCustomers }
    pairings.removeAll { counts.voices[$0.place] < Self.fewestCustomers }
    for position in pairings.indices {
      pairings[position].terms = DistinctTerm.all(
        in: pairings[position].place, beside: pairings[position].other, counts, index)
    }
    let surfaces = index.surfaces(of: Set(pairings.flatMap { $0.terms.map(\.number) }))
    for position in pairings.indices {
      pairings[position].terms = DistinctTerm.shown(pairings[position].terms, surfaces)
    }
    let quotes = try quotes(pairings, said, index, places)
    return VoiceTableBuilder(
      query: query, pairings: pairings, small: small, alone: alone, counts: counts, said: said, index: index,
      quotes: quotes
    ).table()
  }

  /// Each place that is spoken about, with what it is put beside.
  private func pairings(_ places: [[Value]]) -> [Pairing] {
    guard side != nil else { return places.indices.map { Pairing(keys: places[$0], place: $0, other: nil) } }
    var others: [[Value]: Int] = [:]
    for (place, keys) in places.enumerated() where keys.last != .boolean(true) {
      others[Array(keys.dropLast())] = place
    }
    return places.indices.filter { places[$0].last == .boolean(true) }.compactMap { place in
      let keys = Array(places[place].dropLast())
      return others[keys].map { Pairing(keys: keys, place: place, other: $0) }
    }
  }

  // MARK: - Quotes

  /// One quote for each place and term: the shortest text of 5 words with it, among equals the newest, then by its id.
  private func quotes(
    _ pairings: [Pairing], _ said: Said, _ index: WordIndex, _ places: [[Value]]
  ) throws -> [Int: [Int32: String]] {
    let wanted = Dictionary(
      uniqueKeysWithValues: pairings.map { ($0.place, Set($0.terms.map(\.number))) })
    let candidates = said.shortestTexts(with: wanted, in: index, fewestWords: Self.quoteWords)
    let keys = Set(candidates.values.flatMap(\.values).flatMap { $0 }.map { index.keys[Int($0)] })
    guard !keys.isEmpty else { return [:] }
    let plan = QuotePlan(
      scope: wordPlan.scope, keys: wordPlan.keys, texts: keys.sorted().map { Int64($0) })
    var newest: [[Value]: [UInt64: Quote]] = [:]
    for row in try source.rows(of: .quotes(plan)) {
      let count = plan.keys.count
      guard case .integer(let key) = row[count], case .text(let text) = row[count + 1],
        case .integer(let time) = row[count + 2]
      else { continue }
      let id = if case .text(let id) = row[count + 3] { id } else { "" }
      newest[Array(row.prefix(count)), default: [:]][UInt64(key)] = Quote(text: text, time: time, id: id)
    }
    return candidates.reduce(into: [:]) { found, candidate in
      let (place, terms) = candidate
      found[place] = terms.compactMapValues { texts in
        texts.compactMap { newest[places[place]]?[index.keys[Int($0)]] }.min()?.text
      }
    }
  }

  private struct Quote: Comparable {
    var text: String
    var time: Int64
    var id: String

    static func < (left: Quote, right: Quote) -> Bool {
      if left.time != right.time { return left.time > right.time }
      return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
  }
}
