/// What the rules know about a word.
struct WordEntry: Sendable {
  /// How the word sounds by itself, -4 to 4; nil where it is not in the lexicon.
  var valence: Double?
  /// What it adds to the words behind it; 0 for a word that is no adverb of degree.
  var boost = 0.0
  var isNegation = false
  var mark = VaderWords.Mark.none

  static let unknown = WordEntry()
}

/// Words by their UTF-8, found without making a string of them: a table with open addresses.
struct WordTable: Sendable {
  private var buffer: [UInt8] = []
  private var ends: [Int] = []
  private var entries: [WordEntry] = []
  /// Places in `entries`, -1 where free; a power of two long.
  private var slots: [Int32]
  private(set) var longest = 0

  init(capacity: Int) {
    var size = 16
    while size < capacity * 3 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  /// Changes the entry of a word, a new one where the word is new; not for more words than the capacity.
  mutating func change(_ word: some Sequence<UInt8>, _ body: (inout WordEntry) -> Void) {
    let word = Array(word)
    let slot = self.slot(of: word)
    if slots[slot] < 0 {
      slots[slot] = Int32(entries.count)
      entries.append(.unknown)
      buffer += word
      ends.append(buffer.count)
      longest = max(longest, word.count)
    }
    body(&entries[Int(slots[slot])])
  }

  /// The entry of a word; one that says nothing where the word is not known.
  func entry(_ word: [UInt8]) -> WordEntry {
    guard word.count <= longest else { return .unknown }
    let place = slots[slot(of: word)]
    return place < 0 ? .unknown : entries[Int(place)]
  }

  private func slot(of word: [UInt8]) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
    while slots[slot] >= 0, !holds(Int(slots[slot]), word) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func holds(_ place: Int, _ word: [UInt8]) -> Bool {
    let start = place == 0 ? 0 : ends[place - 1]
    guard ends[place] - start == word.count else { return false }
    for offset in word.indices where buffer[start + offset] != word[offset] { return false }
    return true
  }
}
