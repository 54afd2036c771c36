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

extension Workspace {
  func voice(_ call: FinderCall) throws -> VoiceFinder {
    let resolved = try resolving { try $0.resolveVoice(call) }
    return VoiceFinder(resolved, source: self, span: call.name.span)
  }
}

extension Workspace {
  /// Without a rule what `voice` finds is proposed.
  func themes(_ call: FinderCall) throws -> any Finder {
    let resolved = try resolving { try $0.resolveThemes(call) }
    if resolved.rules.isEmpty { return ThemeProposals(try voice(call)) }
    return ThemesFinder(resolved, runner: self, data: self)
  }
}
