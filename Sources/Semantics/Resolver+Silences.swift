import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `silences` and `silences of customers`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveSilences(_ call: FinderCall) throws -> ResolvedSilences {
    try collect {
      let hasTouchpoints = catalog.fields[Dimension.touchpoint.rawValue] != nil
      let tail = try self.tail(
        of: call, kinds: nil, places: hasTouchpoints ? [.touchpoint] : [.stage, .channel])
      requirePlaces(tail.keys, of: call)
      let (traffic, voice) = trafficAndVoice(of: call)
      check(tail.scope.condition, kinds: traffic, named: "traffic", of: call)
      check(tail.scope.condition, kinds: voice, named: "feedback", of: call)
      return ResolvedSilences(tail: tail, traffic: traffic, voice: voice)
    }
  }

  /// - Throws: `Mistakes`.
  public func resolveQuietCustomers(_ call: FinderCall) throws -> ResolvedQuietCustomers {
    try collect {
      let tail = try self.tail(of: call, kinds: nil, places: [.stage, .channel])
      require(.customer, for: call)
      requirePlaces(tail.keys, of: call)
      let roles: [Role] = [.kind, .topic, .sentiment, .csatScore, .resolved]
      let details = roles.compactMap { catalog.fields[$0.rawValue]?.reference }
      return ResolvedQuietCustomers(tail: tail, details: details, now: try catalog.calendar().pinnedDay)
    }
  }
}
