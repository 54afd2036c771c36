import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `compound`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveCompound(_ call: FinderCall, span: Span) throws -> ResolvedCompound {
    try collect {
      guard !catalog.sources.isEmpty else {
        report(.nothingLoaded(span: span))
        return nil
      }
      var options = CompoundOptions()
      for option in call.options { apply(option, to: &options) }
      guard let (first, second) = try signals(call, options) else { return nil }
      var scan = ResolvedScan(
        finder: call.name.text.lowercased(), subject: "tickets and of mentions",
        kinds: first.kinds.union(second.kinds),
        keys: try scanKeys(call))
      if call.argument != nil {
        scan.finder += " \(first.name) and \(second.name)"
        scan.subject = subject(of: scan.kinds)
      }
      for option in options.others { apply(option, to: &scan) }
      try applyFilters(call.tail, of: [first, second].map(\.measureOfItsKinds), to: &scan)
      try applyPeriods(call.tail, to: &scan)
      scan.notes += focusNotes
      return ResolvedCompound(
        scan: scan, first: first, second: second, isStandard: call.argument == nil, shape: options.shape,
        isStrict: options.isStrict)
    }
  }

  /// The two signals: tickets and sentiment where no others are named.
  private func signals(
    _ call: FinderCall, _ options: CompoundOptions
  ) throws -> (ResolvedSignal, ResolvedSignal)? {
    guard case .pair(let left, let right)? = call.argument else {
      requireTickets(for: call.name)
      requireSentiment(of: options.voice, for: call.name)
      return (
        ResolvedSignal(Measure(.tickets), form: .count, name: "tickets", kinds: [.ticket]),
        ResolvedSignal(
          Measure(.sentiment), form: .mean(range: 2), name: "sentiment", kinds: options.voice)
      )
    }
    let first = try signal(of: left, for: call, voice: options.voice)
    let second = try signal(of: right, for: call, voice: options.voice)
    guard let first, let second else { return nil }
    if first.name == second.name { report(.sameMeasureTwice(first.name, span: call.name.span)) }
    for (signal, written) in [(first, left), (second, right)] {
      if signal.bad == nil {
        report(.noDirection(signal.name, span: written.spanOfFirst ?? call.name.span))
      }
      if signal.measure.readsTone { requireSentiment(of: options.voice, for: call.name) }
    }
    if let span = options.voiceSpan, ![first, second].contains(where: \.measure.readsTone) {
      report(.voiceWithoutSentiment([first.name, second.name], span: span))
    }
    return (first, second)
  }

  private func apply(_ option: FinderOption, to options: inout CompoundOptions) {
    switch option.name.text.lowercased() {
    case "strict": options.isStrict = true
    case "trend": options.shape = .trend
    case "of": applyVoice(option, to: &options)
    default: options.others.append(option)
    }
  }

  private func applyVoice(_ option: FinderOption, to options: inout CompoundOptions) {
    guard case .words(let words)? = option.setting else { return }
    options.voice = []
    options.voiceSpan = option.name.span
    for word in words {
      let name = word.text.lowercased()
      if let kind = EventKind(rawValue: name) ?? SourceKind(rawValue: name)?.eventKind {
        options.voice.insert(kind)
      } else {
        let names = EventKind.allCases.map(\.rawValue)
        report(
          .unknownName(
            "kind", word.text, span: word.span, nearest: nearest(to: word.text, in: names), known: names))
      }
    }
  }

  private func requireTickets(for name: Word) {
    guard mistakes.isEmpty else { return }
    let loaded = catalog.fields["kind"]?.kinds ?? []
    if !loaded.contains(.ticket) {
      report(
        .measureWithoutData(
          name.text.lowercased(), needs: "tickets", span: name.span, hint: "load tickets \"file.csv\""))
    }
  }

  /// A voice with a sentiment must be loaded.
  private func requireSentiment(of voice: Set<EventKind>, for name: Word) {
    guard mistakes.allSatisfy({ $0.code == "no-data-for-measure" }) else { return }
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
        .measureWithoutData(
          name.text.lowercased(), needs: "sentiment of \(phrase(of: voice))", span: name.span, hint: hint))
    }
  }
}

/// The options of `compound` that other scans do not have, and those that they have too.
private struct CompoundOptions {
  /// Whose sentiment counts.
  var voice: Set<EventKind> = [.mention, .review]
  var voiceSpan: Span?
  var shape = ResolvedCompound.Shape.step
  var isStrict = false
  var others: [FinderOption] = []
}

extension ResolvedSignal {
  /// The measure as it is about these kinds only.
  fileprivate var measureOfItsKinds: Measure {
    var copy = measure
    copy.kinds = kinds
    return copy
  }
}
