import Diagnostics
import Findings
import Semantics
import Syntax

/// Finders that say what to do first.
extension Workspace {
  func priorities(_ call: FinderCall, _ span: Span) throws -> PrioritiesFinder {
    let resolved = try resolving { try $0.resolvePriorities(call, span: span) }
    return PrioritiesFinder(
      resolved, compound: try compound(resolved.compound), runner: self, data: self, plans: fixes
    ) { [self] target, scope in try standing(target, in: scope) }
  }
}
