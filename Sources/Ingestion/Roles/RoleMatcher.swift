import DataModel
import Vocabulary

/// Finds the columns that may fill each role.
struct RoleMatcher {
  let kind: SourceKind
  let columns: [String]

  /// A role with the columns whose names speak for it, best first.
  struct Wish: Sendable {
    /// Nil for a field of its own that a recognised export declares.
    var role: Role?
    var inquiries: [Inquiry]
    /// What the field is called that is no role.
    var ownName: String?
    /// A recognised export declares it: its columns may also fill other roles.
    var isDeclared = false
    /// Only where every value of a column is one of some words.
    var condition: (column: Int, words: [String])?

    var name: String { role?.rawValue ?? ownName ?? "" }
  }

  /// What a recognised export declares, where the file has a column for it.
  func wishes(declaredBy format: ExportFormat) -> [Wish] {
    let header = ExportHeader(columns)
    return format.fields.compactMap { field in
      var inquiries: [Inquiry] = []
      for position in field.columns.flatMap(header.positions)
      where !inquiries.contains(where: { $0.column == position }) {
        let title = field.title.flatMap(header.positions).first.flatMap { $0 == position ? nil : $0 }
        let unit =
          field.role?.fieldType == .duration ? DurationUnit.split(columns[position]).unit ?? field.unit : nil
        inquiries.append(
          Inquiry(
            column: position,
            purpose: Purpose(
              role: field.role, scale: field.scale, highIsGood: field.highIsGood ? nil : false, unit: unit,
              meaning: title.map { .titled(by: $0) } ?? field.meaning)))
      }
      if case .constant? = field.meaning {
        inquiries = [
          Inquiry(column: Inquiry.noColumn, purpose: Purpose(role: field.role, meaning: field.meaning))
        ]
      }
      guard !inquiries.isEmpty else { return nil }
      let ownName = field.role == nil ? field.name : nil
      var wish = Wish(role: field.role, inquiries: inquiries, ownName: ownName, isDeclared: true)
      if let condition = field.condition {
        guard let column = header.positions(of: condition.column).first else { return nil }
        wish.condition = (column, condition.words)
      }
      return wish
    }
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
    // The title of a review is as much the customer's words as its text.
    let title =
      kind == .reviews && entry.role == .text
      ? folded.firstIndex { RoleSynonyms.titlesOfReviews.contains($0) } : nil
    return entry.names.flatMap { name in
      folded.indices.filter { folded[$0] == name }.map { position in
        let meaning = title.flatMap { $0 == position ? nil : ColumnMeaning.titled(by: $0) }
        return Inquiry(column: position, purpose: Purpose(role: entry.role, meaning: meaning))
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
