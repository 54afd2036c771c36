import DataModel

/// Two values that are probably one.
public struct TwinPair: Sendable, Equatable {
  public var rare: String
  public var frequent: String
  /// Rows with the rarer of them.
  public var rows: Int
}

/// Finds values that are probably other spellings of more frequent ones.
///
/// In this order: the same but for accents, spaces and marks; the first letters of the other's words; one the plural of
/// the other; one edit apart and at least ten times rarer, where the edit is of letters and not a word of one letter. Values that
/// differ in case only are one value to the language already.
struct TwinFinder {
  /// A value, how it is compared, and its rows.
  private struct Entry {
    var text: String
    var key: [Character]
    var count: Int
  }

  private static let shortest = 4
  private static let shortestOfEdits = 5
  private static let timesRarer = 10

  private var entries: [Entry] = []
  private var pairs: [TwinPair] = []
  private var taken: Set<Int> = []

  /// - Parameter values: the most frequent first.
  init(_ values: [FieldValue]) {
    var byCase: [String: Int] = [:]
    for value in values {
      let folded = value.text.lowercased()
      if let first = byCase[folded] {
        entries[first].count += value.count
      } else {
        byCase[folded] = entries.count
        entries.append(Entry(text: value.text, key: Self.key(value.text), count: value.count))
      }
    }
  }

  /// The pairs, in the order of the rarer value.
  mutating func twins() -> [TwinPair] {
    joinEqualKeys()
    joinInitials()
    joinPlurals()
    joinEdits()
    // A value into which another goes must not go elsewhere itself: the statement renames once.
    let targets = Dictionary(pairs.map { ($0.rare, $0.frequent) }, uniquingKeysWith: { first, _ in first })
    return pairs.map { pair in
      var last = pair
      while let next = targets[last.frequent] { last.frequent = next }
      return last
    }
  }

  /// Letters and digits without accents, in lower case, and the marks between two digits.
  private static func key(_ text: String) -> [Character] {
    let folded = Array(Accents.folded(text))
    return folded.indices.filter { position in
      if folded[position].isLetter || folded[position].isNumber { return true }
      let isInside = position > 0 && position + 1 < folded.count
      return isInside && folded[position - 1].isNumber && folded[position + 1].isNumber
    }.map { folded[$0] }
  }

  private mutating func join(_ rare: Int, into frequent: Int) {
    guard rare > frequent, taken.insert(rare).inserted else { return }
    pairs.append(
      TwinPair(rare: entries[rare].text, frequent: entries[frequent].text, rows: entries[rare].count))
  }

  /// The later of two positions is the rarer value.
  private mutating func joinBoth(_ one: Int, _ other: Int) { join(max(one, other), into: min(one, other)) }

  private mutating func joinEqualKeys() {
    var first: [[Character]: Int] = [:]
    for (position, entry) in entries.enumerated() where !entry.key.isEmpty {
      if let known = first[entry.key] { join(position, into: known) } else { first[entry.key] = position }
    }
  }

  /// `CC` for `Credit Card`: capital letters only, and one place that they can come from.
  private mutating func joinInitials() {
    var full: [String: [Int]] = [:]
    for (position, entry) in entries.enumerated() where !taken.contains(position) {
      let words = entry.text.split { !$0.isLetter && !$0.isNumber }
      guard words.count >= 2, words.allSatisfy({ $0.count > 1 }) else { continue }
      full[String(words.compactMap(\.first)).uppercased(), default: []].append(position)
    }
    for (position, entry) in entries.enumerated() where !taken.contains(position) {
      let letters = entry.text.filter { $0 != "." && $0 != " " }
      guard letters.count >= 2, letters.allSatisfy({ $0.isUppercase }), let found = full[letters],
        found.count == 1
      else { continue }
      if position > found[0] { join(position, into: found[0]) } else { join(found[0], into: position) }
    }
  }

  private mutating func joinPlurals() {
    let byKey = Dictionary(
      entries.enumerated().filter { !taken.contains($0.offset) }.map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for (position, entry) in entries.enumerated() where entry.key.count >= Self.shortest {
      guard entry.key.allSatisfy(\.isLetter), !taken.contains(position) else { continue }
      var plurals = [entry.key + ["s"], entry.key + ["e", "s"]]
      if entry.key.last == "y" { plurals.append(entry.key.dropLast() + ["i", "e", "s"]) }
      for plural in plurals {
        if let other = byKey[plural], !taken.contains(other) { joinBoth(position, other) }
      }
    }
  }

  /// Two keys that are one edit apart have a key in common from which one letter was taken.
  private mutating func joinEdits() {
    var byPart: [[Character]: [Int]] = [:]
    for (position, entry) in entries.enumerated() where entry.key.count >= Self.shortestOfEdits {
      for part in Self.parts(of: entry.key) { byPart[part, default: []].append(position) }
    }
    var best: [Int: Int] = [:]
    for positions in byPart.values where positions.count > 1 && positions.count <= 50 {
      for rare in positions where !taken.contains(rare) {
        for frequent in positions where frequent < rare && isSlip(entries[rare], of: entries[frequent]) {
          best[rare] = min(best[rare] ?? .max, frequent)
        }
      }
    }
    for (rare, frequent) in best.sorted(by: { $0.key < $1.key }) { join(rare, into: frequent) }
  }

  private static func parts(of key: [Character]) -> Set<[Character]> {
    var parts: Set<[Character]> = [key]
    for position in key.indices {
      var part = key
      part.remove(at: position)
      parts.insert(part)
    }
    return parts
  }

  private func isSlip(_ rare: Entry, of frequent: Entry) -> Bool {
    guard rare.count * Self.timesRarer <= frequent.count else { return false }
    let (a, b) = (rare.key, frequent.key)
    guard let edit = Self.edit(a, b), edit.allSatisfy(\.isLetter) else { return false }
    return !Self.differsInAWordOfOneLetter(rare.text, frequent.text)
  }

  /// The letters in which two keys differ that are one edit apart; nil where they are further apart.
  private static func edit(_ a: [Character], _ b: [Character]) -> [Character]? {
    guard abs(a.count - b.count) <= 1, a != b else { return nil }
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let (restA, restB) = (a.dropFirst(head).dropLast(tail), b.dropFirst(head).dropLast(tail))
    if restA.count <= 1, restB.count <= 1 { return Array(restA + restB) }
    let isSwap =
      restA.count == 2 && restB.count == 2 && restA.first == restB.last && restA.last == restB.first
    return isSwap ? Array(restA) : nil
  }

  /// `Product A` and `Product B` are two things.
  private static func differsInAWordOfOneLetter(_ a: String, _ b: String) -> Bool {
    let (left, right) = (words(a), words(b))
    guard left.count == right.count else { return false }
    return zip(left, right).contains { $0 != $1 && ($0.count == 1 || $1.count == 1) }
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }
}
