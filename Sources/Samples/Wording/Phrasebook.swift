/// How a customer feels while writing.
enum Mood: Int {
  case bad, plain, good

  init(sentiment: Double) {
    self = sentiment < -0.2 ? .bad : sentiment > 0.25 ? .good : .plain
  }
}

/// A piece of text with places for numbers.
struct Phrase: Equatable {
  var bytes: [UInt8]
  /// Whether it asks something, so that it ends in a question mark.
  var isQuestion: Bool

  init(_ text: some StringProtocol, _ mood: Mood) {
    bytes = Array(text.utf8)
    isQuestion = mood == .plain && Self.questionWords.contains { text.hasPrefix($0 + " ") }
  }

  static let nothing = Phrase("", .plain)

  private static let questionWords = [
    "is", "are", "can", "could", "how", "what", "when", "where", "which", "who", "why", "do", "does", "did",
    "will", "has", "may",
  ]
}

/// One section of a phrasebook: a topic, a channel or a persona with what is said in each mood.
struct PhraseSection {
  var name: [UInt8]
  private var phrases: [[Phrase]] = [[], [], []]
  /// What is said only where something has really gone wrong.
  private var incidents: [Phrase] = []

  init(name: some StringProtocol) { self.name = Array(name.utf8) }

  mutating func add(_ phrase: some StringProtocol, _ mood: Mood) {
    phrases[mood.rawValue].append(Phrase(phrase, mood))
  }

  mutating func addIncident(_ phrase: some StringProtocol) {
    incidents.append(Phrase(phrase, .bad))
  }

  func draw(_ mood: Mood, _ random: inout RandomSource) -> Phrase {
    let choices = phrases[mood.rawValue]
    return choices.isEmpty ? .nothing : choices[random.below(choices.count)]
  }

  func drawIncident(_ random: inout RandomSource) -> Phrase {
    incidents.isEmpty ? .nothing : incidents[random.below(incidents.count)]
  }
}

/// The phrases that customers' texts are made of.
///
/// The format of its sources: `# name` begins a section; below it `- ` stands before what is said in a bad mood,
/// `= ` in a plain one, `+ ` in a good one, and `! ` what only a failing place hears. `{n}` stands for a number
/// from 2 to 6, `{k}` 4 to 9, `{d}` 3 to 21, `{m}` 15 to 94, `{p}` 4 to 383.
struct Phrasebook {
  static let topicsPerStage = 5

  /// The topics of all stages, five for each, in order.
  let topics: [PhraseSection]
  let channels: [PhraseSection]
  /// By persona.
  let openings: [PhraseSection]
  let closings: [PhraseSection]

  init() {
    topics = Stage.allCases.flatMap { Self.sections($0.words) }
    channels = Self.sections(channelWords)
    let personas = Self.sections(personaWords)
    openings = stride(from: 0, to: personas.count, by: 2).map { personas[$0] }
    closings = stride(from: 1, to: personas.count, by: 2).map { personas[$0] }
  }

  static func sections(_ source: String) -> [PhraseSection] {
    var sections: [PhraseSection] = []
    for line in source.split(separator: "\n") {
      let text = line.dropFirst(2)
      switch line.first {
      case "#": sections.append(PhraseSection(name: text))
      case "!": sections[sections.count - 1].addIncident(text)
      case "-": sections[sections.count - 1].add(text, .bad)
      case "=": sections[sections.count - 1].add(text, .plain)
      default: sections[sections.count - 1].add(text, .good)
      }
    }
    return sections
  }
}
