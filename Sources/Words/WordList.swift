/// Every different word of the texts, numbered in the order in which they come.
struct WordList {
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  /// The first word of each hash; words of one hash are chained.
  private var first = IntegerTable()
  private var next: [Int32] = []

  var count: Int { ends.count }

  func word(_ number: Int) -> ArraySlice<UInt8> {
    letters[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  func text(_ number: Int) -> String { String(decoding: word(number), as: UTF8.self) }

  mutating func number(of word: [UInt8]) -> Int {
    let made = Int32(ends.count)
    var number = first.number(of: Self.hash(word), else: made)
    while number != made {
      if isEqual(Int(number), word) { return Int(number) }
      if next[Int(number)] < 0 {
        next[Int(number)] = made
        break
      }
      number = next[Int(number)]
    }
    letters.append(contentsOf: word)
    ends.append(letters.count)
    next.append(-1)
    return Int(made)
  }

  private func isEqual(_ number: Int, _ other: [UInt8]) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == other.count else { return false }
    for offset in other.indices where letters[start + offset] != other[offset] { return false }
    return true
  }

  /// FNV-1a.
  private static func hash(_ word: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
