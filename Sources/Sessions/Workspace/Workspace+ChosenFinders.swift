import DataModel
import Diagnostics
import Findings
import Semantics
import Syntax
import Vocabulary

/// Finders that say what to do first.
extension Workspace {
  func priorities(_ call: FinderCall, _ span: Span) throws -> PrioritiesFinder {
    let resolved = try resolving { try $0.resolvePriorities(call, span: span) }
    return PrioritiesFinder(
      resolved, compound: try compound(resolved.compound), runner: self, data: self, plans: fixes
    ) { [self] target, scope in try standing(target, in: scope) }
  }
}

extension Workspace {
  func map(_ call: FinderCall, _ span: Span) throws -> MapFinder {
    let resolved = try resolving { try $0.resolveMap(call) }
    var unjudged: [String] = []
    let scan = try judging("compound", &unjudged) {
      try compound(try resolving { try $0.resolveCompound(call, span: span) })
    }
    let gaps = try judging("coverage", &unjudged) { try coverage(call) }
    let listed = try listedTouchpoints()
    return MapFinder(
      resolved, runner: self, data: self, compound: scan, coverage: gaps, unjudged: unjudged
    ) { [self] keys, touchpoint in place(keys: keys, touchpoint: touchpoint, listed: listed) }
  }

  /// What a finder can judge; what it lacks is said beside the map, which has other layers.
  private func judging<Judge>(
    _ name: String, _ unjudged: inout [String], _ body: () throws -> Judge
  ) throws -> Judge? {
    do {
      return try body()
    } catch let mistakes as Mistakes {
      let hint = mistakes.list.first?.hint.map { " (\($0))" } ?? ""
      unjudged.append("Not judged by \(name): \(mistakes.list.first?.message ?? "")\(hint).")
      return nil
    }
  }
}

extension Workspace {
  func check(_ call: FinderCall) throws -> CheckFinder {
    let resolved = try resolving { try $0.resolveCheck(call) }
    let places = resolved.tail.keys.isEmpty ? nil : try resolving { try $0.resolveMap(call) }
    let listed = try listedTouchpoints()
    var unjudged: [String] = []
    let gaps = try judging("coverage", &unjudged) { try coverage(call) }
    let map = places.map {
      MapFinder($0, runner: self, data: self, compound: nil, coverage: gaps, unjudged: unjudged) {
        [self] keys, touchpoint in place(keys: keys, touchpoint: touchpoint, listed: listed)
      }
    }
    return CheckFinder(
      resolved, runner: self, calendar: try calendar(), listed: Set(listed.keys), map: map, scoring: scoring
    ) { [self] dimension in try derivation(of: dimension) }
  }

  /// Scores the first source whose words have no sentiment.
  private var scoring: String? {
    let open = sources.first { (source: SourceInfo) -> Bool in
      let roles = Set(source.fields.compactMap(\.role))
      let isVoice = source.kind == .mentions || source.kind == .reviews
      return isVoice && roles.contains(.text) && !roles.contains(.sentiment)
    }
    return open.map { "score sentiment in \(Word($0.alias).printed)" }
  }
}
