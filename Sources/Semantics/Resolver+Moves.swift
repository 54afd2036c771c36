import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `drops` and `spikes`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveMove(_ call: FinderCall, direction: Direction) throws -> ResolvedMove {
    try collect {
      guard !catalog.sources.isEmpty else {
        report(.nothingLoaded(span: call.name.span))
        return nil
      }
      guard case .measure(let expression)? = call.argument,
        let signal = try signal(of: expression, for: call)
      else { return nil }
      var scan = ResolvedScan(
        finder: "\(call.name.text.lowercased()) \(signal.name)", subject: subject(of: signal.kinds),
        kinds: signal.kinds, keys: try scanKeys(call, onlyKnown: true))
      for option in call.options { apply(option, to: &scan) }
      try applyFilters(call.tail, of: [signal.measure], to: &scan)
      try applyPeriods(call.tail, to: &scan)
      scan.notes += focusNotes
      return ResolvedMove(scan: scan, signal: signal, direction: direction)
    }
  }

  /// The kinds as `needs 5 weeks of …` has them.
  func subject(of kinds: Set<EventKind>) -> String {
    EventKind.allCases.filter(kinds.contains).map { $0.rawValue + "s" }.joined(separator: " and of ")
  }
}
