/// The rules of VADER, on the words of one text.
///
/// Their order, and the order of the additions in them, is that of the authors' program, so that scores agree to the last digit.
struct VaderRules {
  struct Token {
    var word: WordEntry
    /// It stands in capitals.
    var isUpper: Bool
    var mark: VaderWords.Mark { word.mark }
  }

  var tokens: [Token] = []
  private var valences: [Double] = []
  /// Some of the words stand in capitals, and some do not.
  private var hasEmphasis = false

  /// The sum of the words' valences with the emphasis of the punctuation.
  mutating func sum(emphasis: Double) -> Double {
    let capitals = tokens.count { $0.isUpper }
    hasEmphasis = capitals > 0 && capitals < tokens.count
    valences.removeAll(keepingCapacity: true)
    for place in tokens.indices { valences.append(valence(at: place)) }
    weighContrast()
    var sum = 0.0
    for valence in valences { sum += valence }
    if sum > 0 { return sum + emphasis }
    return sum < 0 ? sum - emphasis : sum
  }

  private func valence(at place: Int) -> Double {
    let token = tokens[place]
    if token.word.boost != 0 { return 0 }
    if token.mark == .kind, place + 1 < tokens.count, tokens[place + 1].mark == .of { return 0 }
    guard let own = token.word.valence else { return 0 }
    var valence = own
    if token.mark == .no, place + 1 < tokens.count, tokens[place + 1].word.valence != nil { valence = 0 }
    if followsNo(place) { valence = own * VaderWords.negation }
    if token.isUpper && hasEmphasis { valence += valence > 0 ? VaderWords.capitals : -VaderWords.capitals }
    for distance in 1...3 where place >= distance && tokens[place - distance].word.valence == nil {
      valence += boost(of: tokens[place - distance], on: valence, distance: distance)
      valence = negated(valence, at: place, distance: distance)
      if distance == 3 { valence = idiom(valence, at: place) }
    }
    return afterLeast(valence, at: place)
  }

  /// "no" stands one or two words before, or three with "or" or "nor" between.
  private func followsNo(_ place: Int) -> Bool {
    if place > 0 && tokens[place - 1].mark == .no { return true }
    if place > 1 && tokens[place - 2].mark == .no { return true }
    guard place > 2, tokens[place - 3].mark == .no else { return false }
    return tokens[place - 1].mark == .or || tokens[place - 1].mark == .nor
  }

  /// What an adverb of degree adds; less from further away.
  private func boost(of token: Token, on valence: Double, distance: Int) -> Double {
    guard token.word.boost != 0 else { return 0 }
    var boost = valence < 0 ? -token.word.boost : token.word.boost
    if token.isUpper && hasEmphasis { boost += valence > 0 ? VaderWords.capitals : -VaderWords.capitals }
    return distance == 3 ? boost * 0.9 : distance == 2 ? boost * 0.95 : boost
  }

  /// The valence behind a word that may negate it, `distance` words before.
  private func negated(_ valence: Double, at place: Int, distance: Int) -> Double {
    let word = tokens[place - distance]
    switch distance {
    case 2:
      if word.mark == .never && isSoOrThis(place - 1) { return valence * 1.25 }
      if word.mark == .without && tokens[place - 1].mark == .doubt { return valence }
    case 3:
      // "so" or "this" right before is enough here, as in the authors' program.
      if word.mark == .never && isSoOrThis(place - 2) || isSoOrThis(place - 1) { return valence * 1.25 }
      let isDoubt = tokens[place - 2].mark == .doubt || tokens[place - 1].mark == .doubt
      if word.mark == .without && isDoubt { return valence }
    default: break
    }
    return word.word.isNegation ? valence * VaderWords.negation : valence
  }

  private func isSoOrThis(_ place: Int) -> Bool { tokens[place].mark == .so || tokens[place].mark == .this }

  /// Phrases that mean something else than their words; there are three words before the place.
  private func idiom(_ valence: Double, at place: Int) -> Double {
    let (three, two, one, zero) = (
      tokens[place - 3].mark, tokens[place - 2].mark, tokens[place - 1].mark, tokens[place].mark
    )
    var valence =
      VaderWords.idiom(one, zero) ?? VaderWords.idiom(two, one, zero) ?? VaderWords.idiom(two, one)
      ?? VaderWords.idiom(three, two, one) ?? VaderWords.idiom(three, two) ?? valence
    if place + 1 < tokens.count, let next = VaderWords.idiom(zero, tokens[place + 1].mark) { valence = next }
    if place + 2 < tokens.count,
      let next = VaderWords.idiom(zero, tokens[place + 1].mark, tokens[place + 2].mark)
    {
      valence = next
    }
    if let dampening = VaderWords.dampening(three, two) { valence += dampening }
    if let dampening = VaderWords.dampening(two, one) { valence += dampening }
    return valence
  }

  /// "least" negates, apart from "at least" and "very least".
  private func afterLeast(_ valence: Double, at place: Int) -> Double {
    guard place > 0, tokens[place - 1].mark == .least, tokens[place - 1].word.valence == nil else {
      return valence
    }
    if place > 1, tokens[place - 2].mark == .at || tokens[place - 2].mark == .very { return valence }
    return valence * VaderWords.negation
  }

  /// What stands before "but" counts half, what stands behind it half as much again.
  ///
  /// The authors' program looks each valence up by its value and so changes the first that is equal; so does this.
  private mutating func weighContrast() {
    guard let but = tokens.firstIndex(where: { $0.mark == .but }) else { return }
    for place in valences.indices {
      let valence = valences[place]
      guard let first = valences.firstIndex(of: valence) else { continue }
      if first < but {
        valences[first] = valence * 0.5
      } else if first > but {
        valences[first] = valence * 1.5
      }
    }
  }
}
