/// The names that a misspelt word most probably means, best first; empty when none is near.
///
/// Near is: a Damerau–Levenshtein distance (optimal string alignment: insertions, deletions, substitutions and swaps of
/// neighbours) of at most a third of the word's length, at least 1; or a name that begins with the word, or the other way
/// round, from 3 letters on. Case does not count.
public func nearest(to word: String, in names: some Sequence<String>, limit: Int = 3) -> [String] {
  let typed = Array(word.lowercased())
  let allowed = max(1, typed.count / 3)
  var found: [(name: String, distance: Int)] = []
  for name in names where !found.contains(where: { $0.name == name }) {
    let known = Array(name.lowercased())
    if known == typed { return [name] }
    if let distance = editDistance(typed, known, atMost: allowed) {
      found.append((name, distance))
    } else if isBeginning(typed, of: known) || isBeginning(known, of: typed) {
      found.append((name, allowed + 1))
    }
  }
  let order = found.enumerated().sorted {
    ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
  }
  return order.prefix(limit).map(\.element.name)
}

private func isBeginning(_ short: [Character], of long: [Character]) -> Bool {
  short.count >= 3 && long.starts(with: short)
}

/// The number of edits between two words, nil when it exceeds the bound.
func editDistance(_ a: [Character], _ b: [Character], atMost bound: Int) -> Int? {
  guard abs(a.count - b.count) <= bound else { return nil }
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var older = [Int](repeating: 0, count: b.count + 1)
  var old = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(old[j] + 1, row[j - 1] + 1, old[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], older[j - 2] + 1)
      }
    }
    if let least = row.min(), least > bound { return nil }
    (older, old) = (old, row)
  }
  return old[b.count] <= bound ? old[b.count] : nil
}
