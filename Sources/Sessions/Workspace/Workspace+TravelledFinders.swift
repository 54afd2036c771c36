import DataModel
import Diagnostics
import Findings
import Semantics
import Syntax
import Vocabulary

/// The finders of what customers do one after another.
extension Workspace {
  /// - Throws: `Mistakes` for what cannot be understood.
  func travelled(_ call: FinderCall) throws -> any Finder {
    switch FinderName(word: call.name.text) {
    case .repeats:
      return RepeatsFinder(
        try resolving { try $0.resolveEpisodes(call, places: [.topic]) }, runner: self)
    case .handoffs:
      return HandoffsFinder(try resolving { try $0.resolveEpisodes(call, places: []) }, runner: self)
    case .funnel: return try FunnelFinder(try resolving { try $0.resolveFunnel(call) }, runner: self)
    case .journey: return JourneyFinder(try resolving { try $0.resolveJourney(call) }, runner: self)
    case .cohorts:
      return try CohortsFinder(
        try resolving { try $0.resolveCohorts(call) }, runner: self, calendar: try calendar())
    case .after: return AfterFinder(try resolving { try $0.resolveAfter(call) }, runner: self)
    default: throw Mistakes(.notYet(call.name.text.lowercased(), span: call.name.span))
    }
  }
}
