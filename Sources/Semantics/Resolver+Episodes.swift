import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `repeats` and `handoffs`.
extension Resolver {
  /// Seven days, in milliseconds (method 4).
  private static let usualGap: Int64 = 7 * 86_400_000

  /// - Parameter places: the keys where `by` is not written.
  /// - Throws: `Mistakes`.
  public func resolveEpisodes(_ call: FinderCall, places: [Dimension]) throws -> ResolvedEpisodes {
    try collect {
      for role in [Role.customer, .topic, .channel] { require(role, for: call) }
      let tail = try tail(of: call, kinds: .contacts, places: places, takesGrains: true)
      checkFilter(of: call, tail.scope)
      return ResolvedEpisodes(
        keys: tail.keys, scope: tail.scope, gap: within(call) ?? Self.usualGap, notes: tail.notes)
    }
  }

  /// Reports a filter by what the finder's events cannot know.
  func checkFilter(of call: FinderCall, _ scope: Scope) {
    var measure = Measure(.allEvents)
    measure.name = call.name.text.lowercased()
    measure.kinds = scope.kinds
    check(scope.condition, for: measure, clause: "filter", span: call.tail.filter?.span)
  }
}
