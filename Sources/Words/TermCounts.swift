/// How many customers said each term in each of several places.
///
/// A customer counts a term once in a place, however many texts they wrote; a text without a customer stands for one of its own.
public struct TermCounts: Sendable {
  /// A term that at least `WordIndex.fewest` customers said.
  public struct Term: Sendable {
    public var number: Int32
    public var isPair: Bool
    /// Customers who said it anywhere.
    public var total: Int
  }

  public var terms: [Term] = []
  public let places: Int
  /// Customers with a text in each place, and with texts in no other place.
  public var voices: [Int]
  public var voicesOnlyHere: [Int]
  public var allVoices = 0
  /// The sums over all terms, rare ones too: of single words and of pairs.
  public var sums: [Sums]
  public var allSums = Sums()
  private var counts: [Int32] = []
  private var onlyHere: [Int32] = []

  /// Sums of counts over all terms, single words and pairs apart.
  public struct Sums: Sendable {
    public var words = 0
    public var pairs = 0
    /// Those of customers who said the term in this place alone.
    public var wordsOnlyHere = 0
    public var pairsOnlyHere = 0
  }

  /// Customers who said a term in a place.
  public func here(_ term: Int, _ place: Int) -> Int { Int(counts[place * terms.count + term]) }

  /// Customers who said it in any other place.
  public func elsewhere(_ term: Int, _ place: Int) -> Int {
    terms[term].total - Int(onlyHere[place * terms.count + term])
  }

  /// Counts what was said.
  ///
  /// - Parameters:
  ///   - said: the place, the voice and the text of each event; places and voices count from 0.
  ///   - fewest: terms that fewer voices said are only summed.
  public init(_ said: Said, in index: WordIndex, fewest: Int) {
    places = said.places
    voices = Array(repeating: 0, count: places)
    voicesOnlyHere = voices
    sums = Array(repeating: Sums(), count: places)
    let ordered = said.byVoice()
    var totals = [Int32](repeating: 0, count: index.termCount)
    addTotals(ordered, index, &totals)
    var compact = [Int32](repeating: -1, count: index.termCount)
    for number in totals.indices where totals[number] >= fewest {
      compact[number] = Int32(terms.count)
      terms.append(
        Term(number: Int32(number), isPair: index.isPair(Int32(number)), total: Int(totals[number])))
    }
    counts = Array(repeating: 0, count: places * terms.count)
    onlyHere = counts
    addPlaces(ordered, index, compact)
  }

  private mutating func addTotals(_ ordered: Said.Ordered, _ index: WordIndex, _ totals: inout [Int32]) {
    var lastVoice = [Int32](repeating: -1, count: index.termCount)
    for voice in 0..<ordered.voices {
      let rows = ordered.rows(of: voice)
      if !rows.isEmpty { allVoices += 1 }
      for row in rows {
        for term in index.terms(of: ordered.texts[row]) where lastVoice[Int(term)] != Int32(voice) {
          lastVoice[Int(term)] = Int32(voice)
          totals[Int(term)] += 1
          if index.isPair(term) { allSums.pairs += 1 } else { allSums.words += 1 }
        }
      }
    }
  }

  private mutating func addPlaces(_ ordered: Said.Ordered, _ index: WordIndex, _ compact: [Int32]) {
    var lastVoice = [Int32](repeating: -1, count: index.termCount)
    var lastPlace = [Int32](repeating: -1, count: index.termCount)
    // The only place so far in which the voice said the term; -1 where there are several.
    var onlyPlace = [Int32](repeating: -1, count: index.termCount)
    for voice in 0..<ordered.voices {
      let rows = ordered.rows(of: voice)
      addVoice(rows, ordered)
      for row in rows {
        let place = ordered.places[row]
        for term in index.terms(of: ordered.texts[row]) {
          let number = Int(term)
          if lastVoice[number] != Int32(voice) {
            (lastVoice[number], lastPlace[number], onlyPlace[number]) = (Int32(voice), place, place)
            add(term, compact[number], place, index, alone: 1, here: 1)
          } else if lastPlace[number] != place {
            lastPlace[number] = place
            add(term, compact[number], place, index, alone: 0, here: 1)
            let only = onlyPlace[number]
            if only >= 0 { add(term, compact[number], only, index, alone: -1, here: 0) }
            onlyPlace[number] = -1
          }
        }
      }
    }
  }

  private mutating func addVoice(_ rows: Range<Int>, _ ordered: Said.Ordered) {
    var last: Int32 = -1
    var different = 0
    for row in rows where ordered.places[row] != last {
      last = ordered.places[row]
      voices[Int(last)] += 1
      different += 1
    }
    if different == 1 { voicesOnlyHere[Int(last)] += 1 }
  }

  private mutating func add(
    _ term: Int32, _ compact: Int32, _ place: Int32, _ index: WordIndex, alone: Int, here: Int
  ) {
    if index.isPair(term) {
      sums[Int(place)].pairs += here
      sums[Int(place)].pairsOnlyHere += alone
    } else {
      sums[Int(place)].words += here
      sums[Int(place)].wordsOnlyHere += alone
    }
    guard compact >= 0 else { return }
    let cell = Int(place) * terms.count + Int(compact)
    counts[cell] += Int32(here)
    onlyHere[cell] += Int32(alone)
  }
}
