/// Who said which text where: a row for each event with a text that the index knows.
public struct Said: Sendable {
  public private(set) var places = 0
  var placeOfRow: [Int32] = []
  var voiceOfRow: [Int32] = []
  var textOfRow: [Int32] = []
  private var voiceNumbers = IntegerTable()
  private var voices: Int32 = 0
  /// Texts without a customer, by the text: what is repeated word by word counts once.
  private var nameless = IntegerTable()
  /// Events without a customer.
  public private(set) var namelessRows = 0

  public init() {}

  public var count: Int { textOfRow.count }

  /// Begins the next place.
  public mutating func beginPlace() { places += 1 }

  /// Adds an event to the last place.
  ///
  /// - Parameter customer: a number that stands for the customer; nil where none is named.
  public mutating func add(customer: UInt64?, text: Int32) {
    let voice: Int32
    if let customer {
      voice = voiceNumbers.number(of: customer, else: voices)
    } else {
      namelessRows += 1
      voice = nameless.number(of: UInt64(text), else: voices)
    }
    if voice == voices { voices += 1 }
    placeOfRow.append(Int32(places - 1))
    voiceOfRow.append(voice)
    textOfRow.append(text)
  }

  /// The rows by voice, and those of a voice by place.
  struct Ordered {
    var voices: Int
    var starts: [Int]
    var places: [Int32]
    var texts: [Int32]

    func rows(of voice: Int) -> Range<Int> { starts[voice]..<starts[voice + 1] }
  }

  func byVoice() -> Ordered {
    var starts = [Int](repeating: 0, count: Int(voices) + 1)
    for voice in voiceOfRow { starts[Int(voice) + 1] += 1 }
    for voice in 0..<Int(voices) { starts[voice + 1] += starts[voice] }
    var next = starts
    var places = [Int32](repeating: 0, count: count)
    var texts = places
    // Rows come place by place, so that those of a voice stay in the order of places.
    for row in textOfRow.indices {
      let target = next[Int(voiceOfRow[row])]
      next[Int(voiceOfRow[row])] += 1
      (places[target], texts[target]) = (placeOfRow[row], textOfRow[row])
    }
    return Ordered(voices: Int(voices), starts: starts, places: places, texts: texts)
  }

  /// The shortest texts of a place that hold each of some terms, in characters; texts of equal length all of them.
  ///
  /// - Parameter fewestWords: shorter texts say nothing.
  public func shortestTexts(
    with wanted: [Int: Set<Int32>], in index: WordIndex, fewestWords: Int32
  ) -> [Int: [Int32: [Int32]]] {
    // A slot for each place and term; most terms have none, which the marks tell at once.
    var slots = Array(repeating: [Int32: Int](), count: places)
    var isWanted = [Bool](repeating: false, count: index.termCount)
    var found: [(length: Int32, texts: [Int32])] = []
    for (place, terms) in wanted {
      for term in terms {
        isWanted[Int(term)] = true
        slots[place][term] = found.count
        found.append((.max, []))
      }
    }
    for row in textOfRow.indices {
      let (place, text) = (Int(placeOfRow[row]), textOfRow[row])
      guard !slots[place].isEmpty, index.wordCounts[Int(text)] >= fewestWords else { continue }
      let length = index.length(of: text)
      for term in index.terms(of: text) where isWanted[Int(term)] {
        guard let slot = slots[place][term], length <= found[slot].length else { continue }
        if length < found[slot].length {
          found[slot] = (length, [text])
        } else if !found[slot].texts.contains(text) {
          found[slot].texts.append(text)
        }
      }
    }
    return wanted.reduce(into: [:]) { result, entry in
      result[entry.key] = slots[entry.key].mapValues { found[$0].texts }.filter { !$0.value.isEmpty }
    }
  }
}
