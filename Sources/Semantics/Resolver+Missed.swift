import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// What the finders of what was missed have in common: traffic, voice, places.
extension Resolver {
  /// Mentions, reviews and surveys: what customers say about a place (method 4).
  static let voiceKinds: Set<EventKind> = [.mention, .review, .survey]

  /// The kinds of event that are loaded.
  var loadedKinds: Set<EventKind> { catalog.fields["kind"]?.kinds ?? [] }

  /// - Throws: `Mistakes`.
  public func resolveCoverage(_ call: FinderCall, isAboutGaps: Bool) throws -> ResolvedCoverage {
    try collect {
      let hasTouchpoints = catalog.fields[Dimension.touchpoint.rawValue] != nil
      let places: [Dimension] = isAboutGaps && hasTouchpoints ? [.touchpoint] : [.stage, .channel]
      let tail = try self.tail(of: call, kinds: nil, places: places)
      requirePlaces(tail.keys, of: call)
      let (traffic, feedback) = trafficAndVoice(of: call)
      check(tail.scope.condition, kinds: traffic, named: "traffic", of: call)
      check(tail.scope.condition, kinds: feedback, named: "feedback", of: call)
      return ResolvedCoverage(tail: tail, traffic: traffic, feedback: feedback, isAboutGaps: isAboutGaps)
    }
  }

  /// Interactions, or tickets and calls in their place, and the loaded voice; reports what is missing.
  func trafficAndVoice(of call: FinderCall) -> (traffic: Set<EventKind>, voice: Set<EventKind>) {
    let loaded = loadedKinds
    let traffic = loaded.contains(.interaction) ? [.interaction] : loaded.intersection([.ticket, .call])
    let voice = loaded.intersection(Self.voiceKinds)
    let name = call.name.text.lowercased()
    if !catalog.sources.isEmpty, traffic.isEmpty { report(.noTraffic(name, span: call.name.span)) }
    if !catalog.sources.isEmpty, voice.isEmpty { report(.noVoice(name, span: call.name.span)) }
    return (traffic, voice)
  }

  /// Reports a finder that has no place to look at.
  func requirePlaces(_ keys: [ResolvedKey], of call: FinderCall) {
    guard keys.isEmpty, mistakes.isEmpty else { return }
    report(.noPlaces(call.name.text.lowercased(), known: knownPlaces, span: call.name.span))
  }

  /// The dimensions that some source has.
  var knownPlaces: [String] {
    Dimension.allCases.map(\.rawValue).filter { catalog.fields[$0] != nil }
  }

  /// Reports the fields of a filter that events of these kinds cannot know.
  func check(_ condition: Condition?, kinds: Set<EventKind>, named name: String, of call: FinderCall) {
    guard !kinds.isEmpty else { return }
    let measure = Measure(name: name, unit: .count, form: .count, statistics: [], kinds: kinds)
    check(condition, for: measure, clause: "filter", span: call.tail.filter?.span)
  }
}
