/// The terms, numbered: single words by their stem, and two words that stand side by side by both stems.
struct TermTable {
  private var numbers = IntegerTable()
  /// Of each term: whether it has two words.
  private(set) var isPair: [Bool] = []
  /// The stems of each term; the second one negative for a single word.
  private var stems: [(first: Int32, second: Int32)] = []

  var count: Int { isPair.count }

  /// The number of a word's term.
  mutating func number(word stem: Int32) -> Int32 { number(key: UInt64(stem) << 1, (stem, -1)) }

  /// The number of the term of two words.
  mutating func number(_ first: Int32, _ second: Int32) -> Int32 {
    number(key: UInt64(first) << 32 | UInt64(second) << 1 | 1, (first, second))
  }

  func find(word stem: Int32) -> Int32? { numbers.find(UInt64(stem) << 1) }

  func find(_ first: Int32, _ second: Int32) -> Int32? {
    numbers.find(UInt64(first) << 32 | UInt64(second) << 1 | 1)
  }

  /// The terms of the single words of a pair, as far as they are terms.
  func parts(of term: Int32) -> [Int32] {
    let (first, second) = stems[Int(term)]
    return second < 0 ? [] : [first, second].compactMap { find(word: $0) }
  }

  private mutating func number(key: UInt64, _ stems: (Int32, Int32)) -> Int32 {
    let made = Int32(isPair.count)
    let number = numbers.number(of: key, else: made)
    guard number == made, isPair.count == Int(made) else { return number }
    isPair.append(stems.1 >= 0)
    self.stems.append(stems)
    return number
  }
}
