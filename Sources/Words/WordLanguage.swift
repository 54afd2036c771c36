/// The languages whose words are known: those with a stemmer of Snowball and a list of stop words.
public enum WordLanguage: String, CaseIterable, Sendable {
  case danish = "da"
  case german = "de"
  case english = "en"
  case spanish = "es"
  case finnish = "fi"
  case french = "fr"
  case hungarian = "hu"
  case italian = "it"
  case dutch = "nl"
  case norwegian = "no"
  case portuguese = "pt"
  case russian = "ru"
  case swedish = "sv"

  /// Its number among all languages, from 0.
  var index: Int { Self.indices[self] ?? 0 }

  private static let indices = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// Words that turn the next one around; they are stop words, but a term of two words keeps them: `no reply`.
  var negations: [String] {
    switch self {
    case .danish, .norwegian: ["ikke", "ingen", "uden", "uten", "aldri", "aldrig"]
    case .german: ["nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "ohne", "nie"]
    case .english: ["no", "not", "never", "without"]
    case .spanish: ["no", "sin", "nunca"]
    case .finnish: ["ei", "en", "et", "emme", "ette", "eivät", "ilman"]
    case .french: ["sans", "aucun", "aucune"]
    case .hungarian: ["nem", "nincs", "soha"]
    case .italian: ["non", "senza", "mai"]
    case .dutch: ["niet", "geen", "zonder", "nooit"]
    case .portuguese: ["não", "sem", "nunca"]
    case .russian: ["не", "нет", "без", "никогда"]
    case .swedish: ["inte", "ingen", "utan", "aldrig"]
    }
  }

  /// The same for words that stand behind what they turn around: `marche pas`.
  var followingNegations: [String] { self == .french ? ["pas", "jamais", "plus"] : [] }
}
