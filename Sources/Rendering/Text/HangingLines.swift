extension DisplayWidth {
  /// A text whose lines are no wider than the width, broken between words.
  ///
  /// What is broken off stands below the text of its line: behind the last gap of two spaces or more in the
  /// line's first half, as in a list of names and meanings, else two columns further in than the line itself.
  public static func hangingLines(_ text: String, to width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { hanging(String($0), to: width) }.joined(separator: "\n")
  }

  private static func hanging(_ line: String, to width: Int) -> [String] {
    guard of(line) > width else { return [line] }
    let margin = String(line.prefix { $0 == " " })
    let label = labelEnd(of: line, within: width / 2)
    let head = label.map { String(line[..<$0]) } ?? margin
    let room = max(1, width - of(head))
    let rows = wrapped(String(line.dropFirst(head.count)), to: room, indent: label == nil ? 2 : 0)
    let below = String(repeating: " ", count: of(head))
    return rows.enumerated().map { ($0.offset == 0 ? head : below) + $0.element }
  }

  /// Where the text begins behind the last gap between two words in so many columns.
  private static func labelEnd(of line: String, within width: Int) -> String.Index? {
    let words = line.drop { $0 == " " }
    let start = words.prefix(max(0, width - of(line) + of(words)))
    guard let gap = start.ranges(of: "  ").last else { return nil }
    return line[gap.upperBound...].firstIndex { $0 != " " }
  }
}
