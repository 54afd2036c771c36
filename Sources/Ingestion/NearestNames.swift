/// The names that are nearest to a word, without regard to case: by the number of edits, then by byte order.
///
/// Names that have little in common with the word are left out.
func nearestNames(to word: String, among names: [String], limit: Int) -> [String] {
  let folded = Array(word.lowercased().unicodeScalars)
  let rated = names.compactMap { name -> (Int, String)? in
    let candidate = Array(name.lowercased().unicodeScalars)
    let edits = editDistance(folded, candidate)
    let isPart =
      candidate.count >= 3 && folded.count >= 3
      && (contains(candidate, folded) || contains(folded, candidate))
    let allowed = max(2, max(folded.count, candidate.count) / 3)
    return edits <= allowed || isPart ? (isPart ? min(edits, allowed) : edits, name) : nil
  }
  return rated.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(limit).map(\.1)
}

private func contains(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
  guard short.count <= long.count else { return false }
  return (0...(long.count - short.count)).contains { Array(long[$0..<($0 + short.count)]) == short }
}

/// The number of insertions, deletions, replacements and swaps of neighbours that make one word the other.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var previous = Array(0...second.count)
  for row in 1..<(first.count + 1) {
    var current = [row]
    for column in 1..<(second.count + 1) {
      let isSame = first[row - 1] == second[column - 1]
      var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
      if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
        best = min(best, before[column - 2] + 1)
      }
      current.append(best)
    }
    before = previous
    previous = current
  }
  return previous[second.count]
}
