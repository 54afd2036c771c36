/// Text put into Markdown so that it stays text.
enum MarkdownText {
  /// A text of the data: no character of it is taken for Markdown or HTML; lines become `<br>`.
  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Character = " "
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      result += escaped(character, after: previous, before: next)
      previous = character
    }
    return result
  }

  /// A line that stands alone; it must not begin a heading, a list or a rule.
  static func paragraph(_ text: String) -> String {
    let escaped = escaped(text)
    guard let first = escaped.first, "#+-=".contains(first) else { return escaped }
    return "\\" + escaped
  }

  /// A note keeps its Markdown; only what would be HTML is taken out of it.
  ///
  /// Code is no exception: whether a backtick opens code depends on all that follows, and a mistake would let a
  /// script through.
  static func withoutHTML(_ markdown: String) -> String {
    var result = ""
    let scalars = Array(markdown.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "<" where next.properties.isAlphabetic || "/!?".unicodeScalars.contains(next): result += "&lt;"
      case "&" where next.properties.isAlphabetic || next == "#": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Code in a line, with as many backticks around it as it needs.
  static func code(_ text: String) -> String {
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// A block of code with a fence that it cannot close.
  static func block(_ text: String, language: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    let body = text.hasSuffix("\n") ? text : text + "\n"
    return fence + language + "\n" + body + fence + "\n"
  }

  private static func escaped(_ character: Character, after previous: Character, before next: Character)
    -> String
  {
    switch character {
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    case "\n": "<br>"
    case "\\", "`", "*", "[", "]", "|", "~", "$": "\\" + String(character)
    // Between letters an underscore is one already, and names stay readable in the source.
    case "_" where !(isWord(previous) && isWord(next)): "\\_"
    default: String(character)
    }
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for each in text {
      run = each == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
