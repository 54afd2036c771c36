/// What a `console` block shows: commands, and below each what it wrote.
///
/// A command begins with `$ ` for the system's shell or with `cxsh› ` for the shell of this project; a line `...` stands
/// for any lines.
struct Transcript {
  struct Entry {
    var prompt: Prompt
    var command: String
    var output: [String]
  }

  enum Prompt: String, CaseIterable {
    case system = "$ "
    case cxsh = "cxsh› "
  }

  var entries: [Entry] = []
  /// The block is read by people only: a line stands before the first command.
  var isBroken = false

  init(_ lines: [String]) {
    for line in lines {
      if let prompt = Prompt.allCases.first(where: { line.hasPrefix($0.rawValue) }) {
        let command = String(line.dropFirst(prompt.rawValue.count))
        entries.append(Entry(prompt: prompt, command: command, output: []))
      } else if entries.isEmpty {
        isBroken = true
      } else {
        entries[entries.count - 1].output.append(line)
      }
    }
  }

  var lines: [String] {
    entries.flatMap { [$0.prompt.rawValue + $0.command] + $0.output }
  }
}

/// Whether lines fit a pattern in which `...` stands for any lines.
func fits(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
  guard let first = pattern.first else { return lines.isEmpty }
  if first == "..." {
    let rest = pattern.dropFirst()
    return lines.indices.contains { fits(lines[$0...], rest) } || fits(lines[lines.endIndex...], rest)
  }
  return lines.first == first && fits(lines.dropFirst(), pattern.dropFirst())
}

/// The lines of a text without the blank ones around them, and without spaces at the ends of lines.
func trimmedLines(_ text: String) -> [String] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    String(line.reversed().drop { $0 == " " }.reversed())
  }
  let start = lines.drop { $0.isEmpty }
  return Array(start.reversed().drop { $0.isEmpty }.reversed())
}
