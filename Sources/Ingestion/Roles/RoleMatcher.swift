import DataModel
import Vocabulary

/// Finds the columns that may fill each role.
struct RoleMatcher {
  let kind: SourceKind
  let columns: [String]

  /// A role with the columns whose names speak for it, best first.
  struct Wish: Sendable {
    var role: Role
    var inquiries: [Inquiry]
  }

  /// Wishes by name, in the order in which roles take columns.
  func wishes() -> [Wish] {
    let folded = columns.map { RoleSynonyms.fold(withoutBrackets($0)) }
    return RoleSynonyms.all.filter { $0.kinds?.contains(kind) ?? true }.compactMap { entry in
      let matches = entry.role.fieldType == .duration ? durations(entry) : plain(entry, folded)
      return matches.isEmpty ? nil : Wish(role: entry.role, inquiries: matches)
    }
  }

  private func plain(_ entry: RoleSynonyms, _ folded: [String]) -> [Inquiry] {
    entry.names.flatMap { name in
      folded.indices.filter { folded[$0] == name }.map {
        Inquiry(column: $0, purpose: Purpose(role: entry.role))
      }
    }
  }

  private func durations(_ entry: RoleSynonyms) -> [Inquiry] {
    let split = columns.map { DurationUnit.split($0) }
    return entry.names.flatMap { name in
      split.indices.filter { isCalled(split[$0], name) }.map {
        Inquiry(column: $0, purpose: Purpose(role: entry.role, unit: split[$0].unit))
      }
    }
  }

  /// The stem is the name; with a unit the word `time` may be missing: `response_minutes`.
  private func isCalled(_ column: (stem: String, unit: DurationUnit?), _ name: String) -> Bool {
    let stem = RoleSynonyms.fold(column.stem)
    return stem == name || (column.unit != nil && stem + "time" == name)
  }

  /// `Conversation started at (America/New_York)`: what stands in brackets says how, not what.
  private func withoutBrackets(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open != name.startIndex else {
      return name
    }
    return String(name[..<open])
  }
}
