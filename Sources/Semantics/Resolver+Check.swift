import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `check`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveCheck(_ call: FinderCall) throws -> ResolvedCheck {
    try collect {
      let tail = try tail(of: call, kinds: nil, places: [.stage, .channel])
      checkFilter(of: call, tail.scope)
      let field = { (role: Role) in self.catalog.fields[role.rawValue]?.reference }
      return ResolvedCheck(
        tail: tail, customer: field(.customer), persona: field(.persona), stage: field(.stage),
        touchpoint: field(.touchpoint), sentiment: field(.sentiment), text: field(.text),
        voice: loadedKinds.intersection([.mention, .review]),
        themes: definitions.themes.count { !$0.isEmotion },
        emotions: definitions.themes.count { $0.isEmotion })
    }
  }
}
