import DataModel
import Vocabulary

/// What a person is told about a source that was scored.
public struct ScoringReport {
  private let before: SourceInfo
  private let after: SourceInfo
  private let counts: ScoringCounts

  public init(before: SourceInfo, after: SourceInfo, counts: ScoringCounts) {
    (self.before, self.after, self.counts) = (before, after, counts)
  }

  /// A sentence for standard error.
  public var text: String {
    var parts = [what + gap + unknown]
    if let mean = counts.mean { parts.append("mean \(signed(mean))") }
    if counts.corrected > 0 {
      parts.append("\(count(counts.corrected, "correction")) of override kept")
    }
    if let replaced { parts.append(replaced) }
    return "\(after.alias): " + parts.joined(separator: "; ")
  }

  private var scoring: Scoring? { after.field(named: Role.sentiment.rawValue)?.scoring }
  private var isOfText: Bool { scoring?.origin == Role.text.rawValue }
  private var missing: Int { counts.rows - counts.scored - counts.corrected }

  private var what: String {
    let noun = isOfText ? "text" : "row"
    let amount =
      missing > 0
      ? "\(grouped(counts.scored)) of \(count(counts.rows - counts.corrected, noun))"
      : count(counts.scored, noun)
    let verb =
      isOfText
      ? "scored by \(scoring?.method ?? "")"
      : "given a sentiment from their stars, 1 as -1, 3 as 0 and 5 as 1"
    return "\(amount) \(verb)"
  }

  private var gap: String {
    missing > 0 ? " (\(grouped(missing)) without \(isOfText ? "text" : "stars") stay missing)" : ""
  }

  private var unknown: String {
    counts.unknown > 0 ? ", \(grouped(counts.unknown)) of them 0 without a word that it knows" : ""
  }

  private var replaced: String? {
    guard let old = before.field(named: Role.sentiment.rawValue) else { return nil }
    if old.scoring != nil { return "the scores from before are replaced" }
    guard let given = scoring?.given else { return "the sentiment from before is replaced" }
    return "what the file says is \(given) now"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  private func signed(_ mean: Double) -> String {
    let hundredths = Int((mean * 100).rounded())
    let digits = String(100 + abs(hundredths) % 100).dropFirst()
    return (hundredths > 0 ? "+" : hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100).\(digits)"
  }
}
