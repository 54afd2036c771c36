import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `score`: which sources get a sentiment.
extension Resolver {
  /// - Throws: `Mistakes` for an unknown source or method, and where nothing can be scored.
  public func resolveScoring(_ statement: ScoreStatement) throws -> ResolvedScoring {
    try collect {
      guard statement.field.text.lowercased() == Role.sentiment.rawValue else {
        report(.onlySentimentIsScored(statement.field.text, span: statement.field.span))
        return nil
      }
      guard !catalog.sources.isEmpty else {
        report(.nothingLoaded(span: statement.field.span))
        return nil
      }
      guard let method = method(statement.method) else { return nil }
      guard let alias = statement.alias else { return everySource(method, statement.field.span) }
      return named(alias, method)
    }
  }

  /// Without a word, the texts are read.
  private func method(_ word: Word?) -> ScoringMethod? {
    guard let word else { return .vader }
    if let method = ScoringMethod(word: word.text) { return method }
    let names = ScoringMethod.names
    report(
      .unknownName(
        "method", word.text, span: word.span, nearest: nearest(to: word.text, in: names), known: names))
    return nil
  }

  private func named(_ alias: Word, _ method: ScoringMethod) -> ResolvedScoring? {
    guard let source = catalog.sources.first(where: { $0.alias.lowercased() == alias.text.lowercased() })
    else {
      let names = catalog.sources.map(\.alias)
      report(
        .unknownName(
          "source", alias.text, span: alias.span, nearest: nearest(to: alias.text, in: names), known: names))
      return nil
    }
    guard source.kind.eventKind != nil else {
      report(
        .invalid(
          "\(source.alias) holds \(source.kind.rawValue), which have no sentiment", code: "nothing-to-score",
          span: alias.span, hint: "sources lists what is loaded"))
      return nil
    }
    guard source.has(method.origin) else {
      let hint =
        method == .vader && source.has(.stars)
        ? "it has stars: score sentiment in \(source.alias) method stars"
        : method == .stars && source.has(.text)
          ? "it has text: score sentiment in \(source.alias) method vader"
          : "load \(source.kind.rawValue) \"FILE\" with (\(method.origin.rawValue) = COLUMN)"
      report(.nothingToScore(source.alias, lacks: method.origin.rawValue, span: alias.span, hint: hint))
      return nil
    }
    return ResolvedScoring(method: method, aliases: [source.alias], left: [])
  }

  /// Without an alias nothing that a file says is replaced.
  private func everySource(_ method: ScoringMethod, _ span: Span) -> ResolvedScoring? {
    let events = catalog.sources.filter { $0.kind.eventKind != nil }
    let chosen = events.filter { $0.has(method.origin) && !$0.has(.sentiment) }
    let known = events.filter { $0.has(method.origin) && $0.has(.sentiment) }
    if chosen.isEmpty {
      let hint =
        known.first.map { "\($0.alias) has sentiment; score sentiment in \($0.alias) replaces it" }
        ?? "load … with (\(method.origin.rawValue) = COLUMN)"
      report(.noSourceToScore(method.origin.rawValue, span: span, hint: hint))
      return nil
    }
    var left = known.map {
      "\($0.alias) has sentiment already and stays as it is; score sentiment in \($0.alias) replaces it"
    }
    for source in events where !source.has(method.origin) && !source.has(.sentiment) {
      left.append(
        method == .vader && source.has(.stars)
          ? "\(source.alias) has no text, but stars: score sentiment in \(source.alias) method stars"
          : "\(source.alias) has no \(method.origin.rawValue): its sentiment stays a gap")
    }
    return ResolvedScoring(method: method, aliases: chosen.map(\.alias), left: left)
  }
}

extension SourceInfo {
  fileprivate func has(_ role: Role) -> Bool { fields.contains { $0.role == role } }
}
