import Findings
import Semantics
import Syntax

/// The finders of customers' words.
extension Workspace {
  func verbatims(_ call: FinderCall) throws -> VerbatimsFinder {
    let resolved = try resolving { try $0.resolveVerbatims(call) }
    return VerbatimsFinder(resolved, runner: self, data: self)
  }
}
