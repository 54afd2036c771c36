/// A fenced block of a Markdown page.
struct CodeBlock: Sendable, CustomStringConvertible {
  var page: String
  /// The word behind the opening fence, such as `console`.
  var language: String
  /// The line of the page, from 1, in which the block's text begins.
  var line: Int
  var lines: [String]

  var description: String { "\(page):\(line)" }

  static func all(in text: String, of page: String) -> [CodeBlock] {
    var blocks: [CodeBlock] = []
    var open: CodeBlock?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let block = open {
        if line == "```" {
          blocks.append(block)
          open = nil
        } else {
          open?.lines.append(String(line))
        }
      } else if line.hasPrefix("```") {
        open = CodeBlock(page: page, language: String(line.dropFirst(3)), line: index + 2, lines: [])
      }
    }
    return blocks
  }
}
