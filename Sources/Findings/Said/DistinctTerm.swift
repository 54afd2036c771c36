import Statistics
import Words

/// A term that is said more often in a place than elsewhere (method 7).
struct DistinctTerm {
  var number: Int32
  var isPair: Bool
  /// Customers who said it here and elsewhere.
  var here: Int
  var elsewhere: Int
  var z: Double
  /// As it is most often written.
  var surface = ""

  /// Said by fewer customers it is nobody's word; below this z it is chance.
  static let fewestVoices = 5
  static let smallestZ = 2.0
  static let most = 10
  /// A word that so large a part of its customers said within a listed pair gives way to the pair.
  static let pairShare = 0.8
  /// How many are looked at before words give way to pairs.
  private static let considered = 60

  /// The terms of a place in the order of the method: z, then customers, then the word.
  ///
  /// - Parameter other: the place that it is put beside; nil for all others together.
  static func all(
    in place: Int, beside other: Int?, _ counts: TermCounts, _ index: WordIndex
  ) -> [DistinctTerm] {
    let own = counts.sums[place]
    let far = counts.far(place, other)
    var found: [DistinctTerm] = []
    for (position, term) in counts.terms.enumerated() {
      let here = counts.here(position, place)
      guard here >= fewestVoices else { continue }
      let elsewhere = other.map { counts.here(position, $0) } ?? counts.elsewhere(position, place)
      let z = WordKeyness(
        here: (Double(here), Double(term.isPair ? own.pairs : own.words)),
        elsewhere: (Double(elsewhere), Double(term.isPair ? far.pairs : far.words))
      ).z
      guard z >= smallestZ else { continue }
      found.append(
        DistinctTerm(number: term.number, isPair: term.isPair, here: here, elsewhere: elsewhere, z: z))
    }
    return best(of: found, index)
  }

  /// The first ones, with all that are equal to the last of them.
  private static func best(of found: [DistinctTerm], _ index: WordIndex) -> [DistinctTerm] {
    let pairs = found.filter(\.isPair)
    var largest: [Int32: Int] = [:]
    for pair in pairs {
      for part in index.parts(of: pair.number) { largest[part] = max(largest[part] ?? 0, pair.here) }
    }
    let standing = found.filter { term in
      term.isPair || Double(largest[term.number] ?? 0) < pairShare * Double(term.here)
    }.sorted { ($0.z, $0.here) > ($1.z, $1.here) }
    guard standing.count > considered else { return standing }
    let last = standing[considered - 1]
    return standing.filter { ($0.z, $0.here) >= (last.z, last.here) }
  }

  /// The terms that are shown, once it is known how they are written.
  static func shown(_ terms: [DistinctTerm], _ surfaces: [Int32: String]) -> [DistinctTerm] {
    let named = terms.map { term -> DistinctTerm in
      var copy = term
      copy.surface = surfaces[term.number] ?? ""
      return copy
    }
    return Array(
      named.sorted { left, right in
        if (left.z, left.here) != (right.z, right.here) { return (left.z, left.here) > (right.z, right.here) }
        return left.surface.utf8.lexicographicallyPrecedes(right.surface.utf8)
      }.prefix(most))
  }
}

extension TermCounts {
  /// The sums of counts of another place, or of all others together.
  fileprivate func far(_ place: Int, _ other: Int?) -> (words: Int, pairs: Int) {
    if let other { return (sums[other].words, sums[other].pairs) }
    return (allSums.words - sums[place].wordsOnlyHere, allSums.pairs - sums[place].pairsOnlyHere)
  }

  /// Customers with a text in another place, or in any other.
  func farVoices(_ place: Int, _ other: Int?) -> Int {
    other.map { voices[$0] } ?? allVoices - voicesOnlyHere[place]
  }
}
