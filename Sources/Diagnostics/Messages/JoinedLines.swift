/// The lines of another program's message as one line: a message of ours is one, and a line break in it would be
/// shown as an escape.
public func joiningLines(_ text: String) -> String {
  text.split(whereSeparator: \.isNewline).reduce(into: "") { joined, line in
    let words = line.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    guard !words.isEmpty else { return }
    if let last = joined.last { joined += ".,:;!?".contains(last) ? " " : "; " }
    joined += words
  }
}
