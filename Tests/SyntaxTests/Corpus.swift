import Foundation
import Testing

/// An entry of the parser corpus; the header of the file says what the outcomes mean.
struct CorpusEntry: Sendable, CustomTestStringConvertible {
  enum Outcome: String, Sendable { case ok, error, later, reads, script }
  var outcome: Outcome
  /// The second field: a place, a reading, or what a script gives.
  var place: String
  var reason: String
  var text: String
  /// The line of the corpus.
  var line: Int
  var section: Character

  var testDescription: String { "\(line): \(text.prefix(80))" }
}

/// Reads the corpus beside the tests.
func corpus(_ outcomes: CorpusEntry.Outcome...) -> [CorpusEntry] {
  allEntries.filter { outcomes.contains($0.outcome) }
}

private let allEntries: [CorpusEntry] = readCorpus()

private func readCorpus() -> [CorpusEntry] {
  let path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
    separator: "/")
  guard let text = try? String(contentsOfFile: path + "/Fixtures/grammar-corpus.txt", encoding: .utf8) else {
    return []
  }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  var entries: [CorpusEntry] = []
  var section: Character = "?"
  var index = 0
  while index < lines.count {
    let line = lines[index]
    index += 1
    if line.hasPrefix("# "), line.dropFirst(3).hasPrefix(". "), let letter = line.dropFirst(2).first {
      section = letter
    }
    guard !line.isEmpty, !line.hasPrefix("#") else { continue }
    let start = index
    var fields = line.components(separatedBy: "\t")
    if fields.last == "<<<" {
      var block: [String] = []
      while lines[index] != ">>>" {
        block.append(lines[index])
        index += 1
      }
      index += 1
      fields[fields.count - 1] = block.joined(separator: "\n")
    }
    guard let outcome = CorpusEntry.Outcome(rawValue: fields[0]), fields.count >= 3 else { continue }
    let place = outcome == .script || outcome == .reads ? fields[fields.count - 2] : fields[1]
    entries.append(
      CorpusEntry(
        outcome: outcome, place: place, reason: fields.count > 3 ? fields[2] : "",
        text: fields[fields.count - 1], line: start, section: section))
  }
  return entries
}
