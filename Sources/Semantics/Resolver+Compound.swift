import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `compound`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveCompound(_ call: FinderCall, span: Span) throws -> ResolvedCompound {
    try collect {
      if call.argument != nil {
        report(.notYet("compound of other measures than sentiment and tickets", span: call.name.span))
        return nil
      }
      guard !catalog.sources.isEmpty else {
        report(.nothingLoaded(span: span))
        return nil
      }
      var query = ResolvedCompound(
        keys: try compoundKeys(call), condition: nil, hiding: nil, voice: [.mention, .review], period: nil,
        comparison: .standard, shape: .step, isStrict: false, keepsPartial: false, level: 0.1, notes: [])
      try apply(call.options, to: &query)
      requireSignals(query.voice, for: call.name)
      try applyFilters(call.tail, to: &query)
      try applyPeriods(call.tail, to: &query)
      query.notes += focusNotes
      return query
    }
  }

  private func compoundKeys(_ call: FinderCall) throws -> [ResolvedKey] {
    let written = call.tail.keys
    let standard = [Dimension.stage, .channel].map {
      Key(.field(Word($0.rawValue, form: .bare, span: call.name.span)), span: call.name.span)
    }
    let keys = try resolve(written.isEmpty ? standard : written)
    refuseGrains(zip(keys, written), of: call)
    if keys.isEmpty, mistakes.isEmpty {
      report(
        .invalid("compound needs places", code: "no-keys", span: call.name.span, hint: "by stage, channel"))
    }
    return keys
  }

  private func apply(_ options: [FinderOption], to query: inout ResolvedCompound) throws {
    for option in options {
      switch option.name.text.lowercased() {
      case "strict": query.isStrict = true
      case "trend": query.shape = .trend
      case "yoy": query.comparison = .yearOnYear
      case "partial": query.keepsPartial = true
      case "level": query.level = level(of: option) ?? query.level
      case "of": applyVoice(option, to: &query)
      default: report(.unknownName("option", option.name.text, span: option.name.span, nearest: []))
      }
    }
  }

  private func applyVoice(_ option: FinderOption, to query: inout ResolvedCompound) {
    guard case .words(let words)? = option.setting else { return }
    query.voice = []
    for word in words {
      let name = word.text.lowercased()
      if let kind = EventKind(rawValue: name) ?? SourceKind(rawValue: name)?.eventKind {
        query.voice.insert(kind)
      } else {
        let names = EventKind.allCases.map(\.rawValue)
        report(
          .unknownName(
            "kind", word.text, span: word.span, nearest: nearest(to: word.text, in: names), known: names))
      }
    }
  }

  /// Tickets and a voice must be loaded.
  private func requireSignals(_ voice: Set<EventKind>, for name: Word) {
    let (finder, span) = (name.text.lowercased(), name.span)
    guard mistakes.isEmpty else { return }
    let loaded = catalog.fields["kind"]?.kinds ?? []
    if !loaded.contains(.ticket) {
      report(
        .measureWithoutData(finder, needs: "tickets", span: span, hint: "load tickets \"file.csv\""))
    }
    let sentiment = catalog.fields["sentiment"]?.kinds ?? []
    if sentiment.isDisjoint(with: voice) {
      // Words of that voice without a score: nothing needs to be loaded.
      let scorable = catalog.sources.first { source in
        source.kind.eventKind.map(voice.contains) == true && source.fields.contains { $0.role == .text }
      }
      let hint =
        scorable.map { "score sentiment in \($0.alias) makes it from the texts" }
        ?? (sentiment.isEmpty ? "load mentions \"file.csv\" with (sentiment = COLUMN)" : nil)
        ?? "sentiment is known for \(phrase(of: sentiment)): compound of \(sentiment.map(\.rawValue).sorted().joined(separator: ", "))"
      report(
        .measureWithoutData(finder, needs: "sentiment of \(phrase(of: voice))", span: span, hint: hint))
    }
  }

  private func applyFilters(_ tail: Tail, to query: inout ResolvedCompound) throws {
    let condition = try tail.filter.map { try resolve($0) } ?? nil
    let focus = try definitions.focus.map { try resolve($0) } ?? nil
    for part in [condition, focus] { check(part, signals: query.voice, span: tail.filter?.span) }
    let keyFields = query.keys.reduce(into: Set<FieldReference>()) { $0.formUnion($1.fields) }
    query.condition = condition
    guard let focus else { return }
    if focus.fields.isSubset(of: keyFields), !focus.fields.isEmpty {
      query.hiding = focus
    } else {
      query.condition = .both(condition, focus)
    }
  }

  private func check(_ condition: Condition?, signals voice: Set<EventKind>, span: Span?) {
    check(condition, for: Measure(.tickets), clause: "filter", span: span)
    var sentiment = Measure(.sentiment)
    sentiment.kinds = voice
    check(condition, for: sentiment, clause: "filter", span: span)
  }

  private func applyPeriods(_ tail: Tail, to query: inout ResolvedCompound) throws {
    let kinds = query.voice.union([.ticket])
    if let during = tail.during { query.period = try resolve(during, kinds: kinds) }
    guard let versus = tail.versus else { return }
    switch versus {
    case .baseline(let name): report(.notYet("baselines", span: name.span))
    case .rest(let span):
      report(
        .invalid(
          "compound compares with a period, not with the rest", code: "rest-in-compound", span: span,
          hint: "vs last 12 weeks"))
    case .period(let period): try applyComparison(period, kinds: kinds, to: &query)
    }
  }

  /// `vs last N unit` means the N before the current window.
  private func applyComparison(_ period: Period, kinds: Set<EventKind>, to query: inout ResolvedCompound)
    throws
  {
    switch period.form {
    case .last(let count, let unit): query.comparison = .before(unit: unit, count: count)
    case .sameLastYear: query.comparison = .yearOnYear
    case .previous: query.comparison = .before(unit: .week, count: 0)
    case .this, .range, .parameter:
      if let resolved = try resolve(period, kinds: kinds) { query.comparison = .range(resolved.days) }
    }
  }
}
