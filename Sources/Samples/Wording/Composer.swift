/// Puts a customer's text together: what it is about, where it happened, and how this persona talks.
struct Composer {
  let book = Phrasebook()
  private var text: [UInt8] = []
  private var random: RandomSource

  init(seed: UInt64) {
    random = RandomSource(seed: seed, stream: 40)
    text.reserveCapacity(400)
  }

  /// How much a kind of text holds: the chances of its parts.
  struct Length {
    var opening: Double
    var second: Double
    var place: Double
    var closing: Double

    static let subject = Length(opening: 0.07, second: 0, place: 0.1, closing: 0.05)
    static let post = Length(opening: 0.22, second: 0.04, place: 0.32, closing: 0.16)
    static let review = Length(opening: 0.1, second: 0.2, place: 0.5, closing: 0.2)
    static let comment = Length(opening: 0.08, second: 0, place: 0.3, closing: 0.1)
  }

  /// The text of an event; valid until the next call.
  mutating func compose(_ event: Event, _ length: Length, mood: Mood) -> [UInt8] {
    text.removeAll(keepingCapacity: true)
    let persona = event.persona
    if random.chance(length.opening) {
      add(book.openings[persona.rawValue].draw(mood, &random))
      text.append(UInt8(ascii: " "))
    }
    addBody(event, length, mood)
    if random.chance(length.closing) {
      separate(persona, isClosing: true)
      addSentence(book.closings[persona.rawValue].draw(mood, &random))
    }
    finish(persona, mood)
    return text
  }

  /// The matter itself with what happened on the channel, in either order.
  private mutating func addBody(_ event: Event, _ length: Length, _ mood: Mood) {
    let matter = matter(event, mood)
    let place = book.channels[event.channel.rawValue]
    let opensPlain = text.isEmpty
    guard random.chance(length.place) else {
      add(matter, capitalised: opensPlain && event.persona != .digitalNative)
      addSecondThought(event, length, mood, after: matter)
      return
    }
    let placeFirst = mood != .plain && random.chance(0.3)
    let words = place.draw(mood, &random)
    add(placeFirst ? words : matter, capitalised: opensPlain && event.persona != .digitalNative)
    separate(event.persona, isClosing: false)
    addSentence(placeFirst ? matter : words)
    addSecondThought(event, length, mood, after: matter)
  }

  /// Half of those who are unhappy in a failing place name what has gone wrong there.
  private mutating func matter(_ event: Event, _ mood: Mood) -> Phrase {
    let topic = book.topics[event.topic]
    if event.isAboutFailure, mood == .bad, random.chance(0.5) { return topic.drawIncident(&random) }
    return topic.draw(mood, &random)
  }

  private mutating func addSecondThought(
    _ event: Event, _ length: Length, _ mood: Mood, after first: Phrase
  ) {
    guard random.chance(length.second) else { return }
    let second = matter(event, mood)
    guard second != first else { return }
    separate(event.persona, isClosing: false)
    addSentence(second)
  }

  /// Digital natives join with commas and dots and no capitals; the others write sentences.
  private mutating func separate(_ persona: Persona, isClosing: Bool) {
    if isQuestion { text.append(UInt8(ascii: "?")) }
    switch persona {
    case .digitalNative where isQuestion || isClosing: break
    case .digitalNative: text.append(contentsOf: random.chance(0.5) ? [UInt8(ascii: ",")] : Array(" -".utf8))
    case .branchLoyalist, .escalator: if !isQuestion { text.append(UInt8(ascii: ".")) }
    }
    isQuestion = false
    capitalisesNext = persona != .digitalNative
    text.append(UInt8(ascii: " "))
  }

  private mutating func addSentence(_ phrase: Phrase) {
    add(phrase, capitalised: capitalisesNext)
  }

  private mutating func finish(_ persona: Persona, _ mood: Mood) {
    switch (persona, isQuestion) {
    case (.digitalNative, true): if random.chance(0.7) { text.append(UInt8(ascii: "?")) }
    case (_, true): text.append(UInt8(ascii: "?"))
    case (.digitalNative, _): if mood == .good, random.chance(0.15) { text.append(contentsOf: Self.smile) }
    case (.escalator, _): text.append(UInt8(ascii: mood == .bad && random.chance(0.4) ? "!" : "."))
    case (.branchLoyalist, _): text.append(UInt8(ascii: "."))
    }
    isQuestion = false
    capitalisesNext = false
  }

  private var isQuestion = false
  private var capitalisesNext = false
  private static let smile = Array(" 🙂".utf8)

  /// Appends a phrase with its places for numbers filled.
  private mutating func add(_ words: Phrase, capitalised: Bool = false) {
    let start = text.count
    let phrase = words.bytes
    isQuestion = words.isQuestion
    var index = 0
    while index < phrase.count {
      if phrase[index] == UInt8(ascii: "{"), index + 2 < phrase.count {
        appendDecimal(number(phrase[index + 1]), to: &text)
        index += 3
      } else {
        text.append(phrase[index])
        index += 1
      }
    }
    if capitalised, start < text.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[start]) {
      text[start] -= 32
    }
  }

  private mutating func number(_ slot: UInt8) -> Int {
    switch slot {
    case UInt8(ascii: "n"): 2 + random.below(5)
    case UInt8(ascii: "k"): 4 + random.below(6)
    case UInt8(ascii: "d"): 3 + random.below(19)
    case UInt8(ascii: "m"): 15 + random.below(80)
    default: 4 + random.below(380)
    }
  }
}
