import DataModel
import Findings
import Semantics
import Syntax
import Vocabulary

/// The finders of what was missed, with what they need of the workspace.
extension Workspace {
  func coverage(_ call: FinderCall) throws -> CoverageFinder {
    let isAboutGaps = FinderName(word: call.name.text) == .gaps
    let resolved = try resolving { try $0.resolveCoverage(call, isAboutGaps: isAboutGaps) }
    let listed = try listedTouchpoints()
    return CoverageFinder(resolved, runner: self, data: self, listed: listed) { [self] keys, touchpoint in
      place(keys: keys, touchpoint: touchpoint, listed: listed)
    }
  }

  func silences(_ call: FinderCall) throws -> any Finder {
    if call.argument != nil {
      let resolved = try resolving { try $0.resolveQuietCustomers(call) }
      return QuietCustomersFinder(resolved, runner: self)
    }
    let resolved = try resolving { try $0.resolveSilences(call) }
    return try SilencesFinder(resolved, runner: self, data: self, calendar: try calendar())
  }

  func loop(_ call: FinderCall) throws -> LoopFinder {
    let resolved = try resolving { try $0.resolveLoop(call) }
    return LoopFinder(resolved, runner: self, data: self, calendar: try calendar())
  }

  func unanswered(_ call: FinderCall) throws -> UnansweredFinder {
    let resolved = try resolving { try $0.resolveUnanswered(call) }
    return UnansweredFinder(resolved, runner: self, data: self, calendar: try calendar())
  }

  func advocates(_ call: FinderCall) throws -> AdvocatesFinder {
    AdvocatesFinder(try resolving { try $0.resolveAdvocates(call) }, runner: self)
  }
}
