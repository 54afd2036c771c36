/// The words and phrases that VADER's rules are about, apart from the lexicon (Hutto and Gilbert 2014; the lists of
/// version 3.3.2 of the authors' own program).
enum VaderWords {
  /// What a degree adverb adds to the word behind it.
  static let boost = 0.293
  /// What a word in capitals among others that are not gains.
  static let capitals = 0.733
  /// What a negation multiplies by.
  static let negation = -0.74

  static let negations = words(
    """
    aint arent cannot cant couldnt darent didnt doesnt ain't aren't can't couldn't daren't didn't doesn't dont hadnt
    hasnt havent isnt mightnt mustnt neither don't hadn't hasn't haven't isn't mightn't mustn't neednt needn't never
    none nope nor not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent oughtn't shan't shouldn't uh-uh wasn't
    weren't without wont wouldnt won't wouldn't rarely seldom despite
    """)

  static let boosters = words(
    """
    absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously
    entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin frackin fracking
    fricking frickin frigging friggin fully fuckin fucking fuggin fugging greatly hella highly hugely incredible
    incredibly intensely major majorly more most particularly purely quite really remarkably so substantially
    thoroughly total totally tremendous tremendously uber unbelievably unusually utter utterly very
    """)

  static let dampeners = words(
    """
    almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly scarce
    scarcely slight slightly somewhat sorta sortof sort-of
    """)

  /// A word that one of the rules names.
  enum Mark: String, CaseIterable, Sendable {
    case none = ""
    case kind, sort, of, just, enough
    case no, or, nor, least, at, very, never, so, this, without, doubt, but
    case the, shit, bomb, bad, ass, bus, stop, yeah, right, kiss, death, to, die, `for`, beating, heart
  }

  /// The valence that two words have together.
  static func idiom(_ first: Mark, _ second: Mark) -> Double? {
    switch (first, second) {
    case (.the, .shit), (.the, .bomb): 3
    case (.bad, .ass): 1.5
    case (.bus, .stop): 0
    case (.yeah, .right): -2
    case (.beating, .heart): 3.5
    default: nil
    }
  }

  /// The valence that three words have together.
  static func idiom(_ first: Mark, _ second: Mark, _ third: Mark) -> Double? {
    switch (first, second, third) {
    case (.kiss, .of, .death): -1.5
    case (.to, .die, .for): 3
    default: nil
    }
  }

  /// What two words that dampen together add to a valence.
  static func dampening(_ first: Mark, _ second: Mark) -> Double? {
    switch (first, second) {
    case (.kind, .of), (.sort, .of), (.just, .enough): -boost
    default: nil
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
