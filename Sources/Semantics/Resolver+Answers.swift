import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `loop`, `unanswered` and `advocates`: who was never answered, and who was never asked.
extension Resolver {
  /// How soon a detractor is to be answered unless `within` says otherwise: 48 hours, in milliseconds.
  private static let usualLoop: Int64 = 48 * 3_600_000

  /// - Throws: `Mistakes`.
  public func resolveLoop(_ call: FinderCall) throws -> ResolvedLoop {
    try collect {
      let detractors = scoreTests([
        (.survey, .npsScore, .less, 7), (.survey, .csatScore, .lessOrEqual, 2),
        (.review, .stars, .lessOrEqual, 2),
        (.mention, .stars, .lessOrEqual, 2),
      ])
      requireScores(detractors, "nps_score, csat_score or stars", of: call)
      var tail = try self.tail(of: withUsualKey(call, [.owner, .team, .touchpoint, .channel]), kinds: nil)
      check(tail.scope.condition, kinds: detractors.kinds, named: "loop", of: call)
      tail.scope = tail.scope.narrowed(to: detractors.condition)
      tail.scope.kinds = detractors.kinds
      var query = ResolvedLoop(
        tail: tail, within: within(call) ?? Self.usualLoop,
        contacts: contacts(of: call) ?? loadedKinds.intersection([.ticket, .call]),
        hasAnswered: isKnown(.answered, for: detractors.kinds),
        hasResponseTime: isKnown(.responseTime, for: detractors.kinds),
        hasCustomers: catalog.fields[Role.customer.rawValue] != nil)
      if !query.hasCustomers { query.contacts = [] }
      if query.contacts.isEmpty && !query.hasAnswered && !query.hasResponseTime, mistakes.isEmpty {
        report(.noAnswers(call.name.text.lowercased(), span: call.name.span))
      }
      return query
    }
  }

  /// - Throws: `Mistakes`.
  public func resolveUnanswered(_ call: FinderCall) throws -> ResolvedUnanswered {
    try collect {
      let complaints = scoreTests([
        (.mention, .sentiment, .less, 0), (.mention, .stars, .lessOrEqual, 2),
        (.review, .sentiment, .less, 0),
        (.review, .stars, .lessOrEqual, 2),
      ])
      requireScores(
        complaints, "mentions or reviews with sentiment or stars", of: call,
        hint: loadedKinds.isDisjoint(with: [.mention, .review])
          ? "load mentions \"FILE.csv\" with (sentiment = COLUMN)" : Diagnostic.makeSentiment)
      var tail = try self.tail(of: call, kinds: nil, places: [.channel])
      check(tail.scope.condition, kinds: complaints.kinds, named: "unanswered", of: call)
      tail.scope = tail.scope.narrowed(to: complaints.condition)
      tail.scope.kinds = complaints.kinds
      let query = ResolvedUnanswered(
        tail: tail, within: within(call), hasAnswered: isKnown(.answered, for: complaints.kinds),
        hasResponseTime: isKnown(.responseTime, for: complaints.kinds))
      if !query.hasAnswered && !query.hasResponseTime, mistakes.isEmpty {
        report(.noReplies(call.name.text.lowercased(), span: call.name.span))
      }
      if query.within != nil, !query.hasResponseTime, mistakes.isEmpty {
        report(.noReplyTimes(span: call.name.span))
      }
      return query
    }
  }

  /// - Throws: `Mistakes`.
  public func resolveAdvocates(_ call: FinderCall) throws -> ResolvedAdvocates {
    try collect {
      let promoters = scoreTests([
        (.survey, .npsScore, .greaterOrEqual, 9), (.survey, .csatScore, .greaterOrEqual, 5),
        (.survey, .stars, .greaterOrEqual, 5), (.ticket, .csatScore, .greaterOrEqual, 5),
        (.call, .csatScore, .greaterOrEqual, 5),
      ])
      requireScores(promoters, "nps_score or csat_score", of: call)
      require(.customer, for: call)
      var tail = try self.tail(of: call, kinds: nil, places: [.stage])
      check(tail.scope.condition, kinds: promoters.kinds, named: "advocates", of: call)
      tail.scope = tail.scope.narrowed(to: .both(promoters.condition, .not(.isMissing(.customer))))
      tail.scope.kinds = promoters.kinds
      let voice = loadedKinds.intersection([.mention, .review])
      if voice.isEmpty, mistakes.isEmpty { report(.noPublicVoice(span: call.name.span)) }
      return ResolvedAdvocates(tail: tail, voice: voice, asked: askingEvents)
    }
  }

  // MARK: - Parts

  private typealias ScoreTest = (kind: EventKind, role: Role, comparison: Comparison, bound: Double)

  /// Events of some kinds with certain scores: the condition, and the kinds that can meet it.
  private struct ScoreTests {
    var condition: Condition
    var kinds: Set<EventKind>
  }

  /// Any of the tests whose field is loaded for the kind.
  private func scoreTests(_ tests: [ScoreTest]) -> ScoreTests {
    let known = tests.filter { isKnown($0.role, for: [$0.kind]) }
    let conditions = known.map { test in
      Condition.all([
        .compare(.kind, .equal, .text(test.kind.rawValue)),
        .compare(FieldReference(test.role), test.comparison, .number(test.bound)),
      ])
    }
    return ScoreTests(condition: .any(conditions), kinds: Set(known.map(\.kind)))
  }

  private func requireScores(
    _ tests: ScoreTests, _ needs: String, of call: FinderCall,
    hint: String = "load surveys \"FILE.csv\" with (nps_score = COLUMN)"
  ) {
    guard tests.kinds.isEmpty, !catalog.sources.isEmpty else { return }
    report(
      .measureWithoutData(
        call.name.text.lowercased(), needs: needs, span: call.name.span, hint: hint))
  }

  /// Some of these events can have the field.
  private func isKnown(_ role: Role, for kinds: Set<EventKind>) -> Bool {
    catalog.fields[role.rawValue].map { !$0.kinds.isDisjoint(with: kinds.intersection(loadedKinds)) } ?? false
  }

  /// The call with the first of these fields as its key, where none is written.
  private func withUsualKey(_ call: FinderCall, _ roles: [Role]) -> FinderCall {
    guard call.tail.keys.isEmpty, let role = roles.first(where: { catalog.fields[$0.rawValue] != nil }) else {
      return call
    }
    var copy = call
    let word = Word(role.rawValue, form: .bare, span: call.name.span)
    copy.tail.keys = [Key(.field(word), span: call.name.span)]
    return copy
  }

  /// The kinds behind `of`; nil where it is not written.
  private func contacts(of call: FinderCall) -> Set<EventKind>? {
    for option in call.options {
      guard case .words(let words)? = option.setting else { continue }
      return Set(words.compactMap(kind))
    }
    return nil
  }

  private func kind(_ word: Word) -> EventKind? {
    let name = word.text.lowercased()
    let found = EventKind(rawValue: name) ?? SourceKind(rawValue: name)?.eventKind
    if found == nil {
      let names = EventKind.allCases.map(\.rawValue)
      report(
        .unknownName(
          "kind", word.text, span: word.span, nearest: nearest(to: word.text, in: names), known: names))
    }
    return found
  }

  /// Interactions that by their words are an invitation to speak, or a referral.
  private var askingEvents: Condition? {
    let kinds = loadedKinds.intersection([.interaction, .survey])
    let names = AskingWords.fields.compactMap { catalog.fields[$0] }
      .filter { $0.reference.type == .text && !$0.kinds.isDisjoint(with: kinds) }.map(\.reference)
    guard !kinds.isEmpty, !names.isEmpty else { return nil }
    let patterns = AskingWords.patterns.map(WordPattern.init)
    return .all([
      .among(.kind, kinds.map(\.rawValue).sorted().map { .text($0) }),
      .any(names.map { .contains($0, patterns) }),
    ])
  }
}
