import DataModel

/// A text cut to a keyword and what stands around it.
struct KeywordInContext {
  /// Characters on either side.
  static let reach = 40

  private let finders: [WordFinder]

  /// - Parameter condition: the filter; what it demands that a text contains are the keywords.
  init?(_ condition: Condition?) {
    let patterns = condition?.wantedWords ?? []
    guard !patterns.isEmpty else { return nil }
    finders = patterns.map(WordFinder.init)
  }

  /// `… 40 characters before «keyword» 40 characters behind …`; the text as it is where no keyword stands in it.
  func cut(_ text: String) -> String {
    let characters = Array(text)
    var folded: [Character] = []
    var origins: [Int] = []
    for (place, character) in characters.enumerated() {
      for part in Accents.folded(String(character)) {
        folded.append(part)
        origins.append(place)
      }
    }
    guard let found = finders.compactMap({ $0.place(in: folded) }).min(by: { $0.lowerBound < $1.lowerBound })
    else { return text }
    let start = origins[found.lowerBound]
    let end = origins[found.upperBound - 1] + 1
    return before(characters, start) + "«" + Self.line(characters[start..<end]) + "»"
      + behind(characters, end)
  }

  private func before(_ characters: [Character], _ start: Int) -> String {
    let from = max(0, start - Self.reach)
    return (from > 0 ? "…" : "") + Self.line(characters[from..<start])
  }

  private func behind(_ characters: [Character], _ end: Int) -> String {
    let to = min(characters.count, end + Self.reach)
    return Self.line(characters[end..<to]) + (to < characters.count ? "…" : "")
  }

  /// Line ends as spaces: context is one line.
  private static func line(_ characters: ArraySlice<Character>) -> String {
    String(characters.map { $0.isNewline ? " " : $0 })
  }
}

extension Condition {
  /// The words that the event's text is to contain.
  var wantedWords: [WordPattern] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.wantedWords)
    case .contains(let field, let patterns) where field.name == "text": patterns
    default: []
    }
  }
}
