import DataModel
import Diagnostics
import Findings
import Semantics
import Syntax
import Vocabulary

/// Which finder answers a call.
extension Workspace {
  /// - Throws: `Mistakes` for what cannot be understood.
  func finder(for call: FinderCall, _ span: Span) throws -> any Finder {
    switch FinderName(word: call.name.text) {
    case .compound: return try compound(call, span)
    case .drops: return try move(call, .down)
    case .spikes: return try move(call, .up)
    case .verbatims: return try verbatims(call)
    case .priorities: return try priorities(call, span)
    case .map: return try map(call, span)
    case .check: return try check(call)
    case .coverage, .gaps: return try coverage(call)
    case .bias: return BiasFinder(try resolving { try $0.resolveBias(call) }, runner: self)
    case .loop: return try loop(call)
    case .unanswered: return try unanswered(call)
    case .advocates: return try advocates(call)
    case .silences: return try silences(call)
    case .repeats, .handoffs, .journey, .funnel, .cohorts, .after: return try travelled(call)
    case .voice: return try voice(call)
    case .themes: return try themes(call)
    case .compare:
      return CompareFinder(try resolving { try $0.resolveComparison(call) }, runner: self)
    case .drivers: return DriversFinder(try resolving { try $0.resolveDrivers(call) }, runner: self)
    default: throw Mistakes(.notYet(call.name.text.lowercased(), span: call.name.span))
    }
  }

  private func compound(_ call: FinderCall, _ span: Span) throws -> CompoundFinder {
    try compound(try resolving { try $0.resolveCompound(call, span: span) })
  }

  func compound(_ resolved: ResolvedCompound) throws -> CompoundFinder {
    let listed = try listedTouchpoints()
    return try CompoundFinder(resolved, runner: self, data: self, calendar: try calendar()) {
      [self] keys, touchpoint in
      place(keys: keys, touchpoint: touchpoint, listed: listed)
    }
  }

  private func move(_ call: FinderCall, _ direction: Direction) throws -> MoveFinder {
    let resolved = try resolving { try $0.resolveMove(call, direction: direction) }
    let listed = try listedTouchpoints()
    return try MoveFinder(resolved, runner: self, data: self, calendar: try calendar()) {
      [self] keys, touchpoint in
      place(keys: keys, touchpoint: touchpoint, listed: listed)
    }
  }
}
