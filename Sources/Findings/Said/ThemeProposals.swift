import DataModel
import Planning
import Semantics

/// Answers `themes` where no rule is defined: the distinctive terms of `voice`, each as the statement that makes a theme of it.
public struct ThemeProposals: Finder {
  let voice: VoiceFinder

  public init(_ voice: VoiceFinder) { self.voice = voice }

  public var plans: [NamedPlan] { voice.plans }
  public var scope: Scope? { voice.scope }
  public var keys: [ResolvedKey] { voice.keys }

  /// - Throws: what `voice` throws.
  public func table() throws -> Table {
    let found = try voice.table()
    var table = Table(columns: found.columns, rows: found.rows, facts: found.facts)
    table.explanation = [
      "No theme is defined yet. A theme is a test of texts: define theme \"late refund\" = text contains any (refund, \"money back\").",
      "Terms to begin with: " + found.explanation.joined(separator: " "),
    ]
    table.notes = found.notes
    let terms = found.rows.compactMap { row -> String? in
      guard let place = found.index(of: "term"), case .text(let term) = row[place] else { return nil }
      return term
    }
    table.next = terms.prefix(2).map { "define theme \"\($0)\" = text contains \"\($0)\"" } + ["themes"]
    return table
  }
}
