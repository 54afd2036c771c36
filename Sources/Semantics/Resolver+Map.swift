import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `map`.
extension Resolver {
  /// Tickets and voice are judged by `compound` and `coverage`, which resolve the same call.
  ///
  /// - Throws: `Mistakes`.
  public func resolveMap(_ call: FinderCall) throws -> ResolvedMap {
    try collect {
      let tail = try tail(of: call, kinds: nil, places: [.stage, .channel])
      requirePlaces(tail.keys, of: call)
      checkFilter(of: call, tail.scope)
      let voice = (catalog.fields[Role.sentiment.rawValue]?.kinds ?? []).intersection([.mention, .review])
      let sentiment = ResolvedSignal(
        Measure(.sentiment), form: .mean(range: 2), name: "sentiment", kinds: voice)
      return ResolvedMap(
        tail: tail, sentiment: voice.isEmpty ? nil : sentiment, hasTickets: loadedKinds.contains(.ticket),
        hasCustomers: catalog.fields[Role.customer.rawValue] != nil)
    }
  }
}
