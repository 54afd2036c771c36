import Vocabulary

/// What `help`, the parse report and the docs say of an export.
extension ExportFormat {
  /// By which columns it is recognised, one alternative each.
  public var fingerprints: [String] {
    marks.map { alternative in
      alternative.map { name in name.contains("*") ? "`\(name.replacing("*", with: "…"))`" : "`\(name)`" }
        .joined(separator: " + ")
    }
  }

  /// Each field with the columns that fill it, best first.
  public var fillings: [(field: String, source: String)] {
    fields.map { field in (field.name, field.words) }
      + durations.map { ($0.role.rawValue, "`\($0.to)` less `\($0.from)` where it is empty") }
  }

  /// Which values become which words.
  public var translations: [(field: String, words: String)] {
    fields.compactMap { field in field.translation.map { (field.name, $0) } }
  }

  /// Which rows are no events.
  public var omissions: [String] {
    leftOut.map(\.sentence)
      + (identity.first.map { ["repeated: of rows with the same `\($0)` the last one counts"] } ?? [])
  }

  /// The fields that it fills, each once.
  public var filledNames: [String] {
    var seen: [String] = []
    for field in fields where !seen.contains(field.name) { seen.append(field.name) }
    return seen
  }
}

extension ExportField {
  /// The columns, or the one value, in words.
  fileprivate var words: String {
    if case .constant(let text)? = meaning { return "\"\(text)\" in every row" }
    var out = columns.map { column in
      column.hasPrefix("<")
        ? "the column beside `…\(column.dropFirst())`" : "`\(column.replacing("*", with: "…"))`"
    }.joined(separator: ", ")
    if case .presence? = meaning { out += " holds something" }
    if !title.isEmpty { out += ", behind " + title.map { "`\($0)`" }.joined(separator: " or ") }
    if let scale { out += ", scale \(scaleText(scale))" }
    if !highIsGood { out += ", high is bad" }
    if let unit { out += ", in \(unit.word)" }
    if let condition {
      out += ", where `\(condition.column)` is \(condition.words.joined(separator: " or "))"
    }
    return out
  }

  /// The values that become others.
  fileprivate var translation: String? {
    switch meaning {
    case .words(let map):
      let isShared = role == .channel || name == "status"
      let shared = role == .channel ? ChannelWords.all : StatusWords.all
      let own = map.values.filter { !isShared || shared[$0.key] != $0.value }
      let names = role == .channel ? ChannelWords.names : StatusWords.names
      var parts = isShared ? [names.joined(separator: ", ")] : []
      parts += own.sorted { $0.key < $1.key }.map { "\($0.key) is \($0.value)" }
      parts += map.missing.sorted().map { "\($0) is no value" }
      if let otherwise = map.otherwise { parts.append("everything else is \(otherwise)") }
      return parts.isEmpty ? nil : parts.joined(separator: "; ")
    case .labels(let labels, let missing):
      let known = labels.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.filter {
        Double($0.key) != $0.value
      }
      .map { "\($0.key) is \(decimalText($0.value))" }
      let parts = known + missing.map { "\($0) is no answer" }
      return parts.isEmpty ? nil : parts.joined(separator: "; ")
    default: return nil
    }
  }
}
