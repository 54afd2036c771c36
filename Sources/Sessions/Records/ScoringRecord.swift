import DataModel
import Ingestion
import Vocabulary

/// What a session file notes of a source that was scored: `scored social 14604 of 14640 by VADER 3.3.2 from text`.
struct ScoringRecord {
  let source: SourceInfo
  let counts: ScoringCounts

  var text: String {
    let phrase = source.field(named: Role.sentiment.rawValue)?.scoring?.phrase ?? ""
    let how = phrase.hasPrefix("scored ") ? String(phrase.dropFirst("scored ".count)) : phrase
    return "scored \(source.alias) \(counts.scored) of \(counts.rows) \(how)"
  }
}
