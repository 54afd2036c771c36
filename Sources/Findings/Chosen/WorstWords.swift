import DataModel
import Planning
import Semantics

/// Chooses the customers' words that stand for a place: the worst said first, in a sentence.
struct WorstWords {
  private static let fewestWords = 5
  private static let mostRead = 2000

  let runner: any PlanRunner
  let text: FieldReference

  /// What is said badly in these events.
  func plan(of scope: Scope) -> RowPlan {
    let sentiment = FieldReference.sentiment
    return RowPlan(
      scope: scope.narrowed(
        to: .all([.not(.isMissing(text)), .compare(sentiment, .less, .number(0))])),
      fields: [sentiment, text], limit: Self.mostRead)
  }

  /// - Returns: texts of at least five words, the lowest sentiment first, then the shorter, then by their bytes; each once.
  /// - Throws: what the runner throws.
  func worst(_ count: Int, of scope: Scope) throws -> [String] {
    var said: [(sentiment: Double, text: String)] = []
    var seen: Set<String> = []
    for row in try runner.run(plan(of: scope)).rows {
      guard let sentiment = row[0].asNumber, case .text(let text) = row[1],
        text.split(whereSeparator: \.isWhitespace).count >= Self.fewestWords, seen.insert(text).inserted
      else { continue }
      said.append((sentiment, text))
    }
    said.sort { left, right in
      let (a, b) = ((left.sentiment, left.text.utf8.count), (right.sentiment, right.text.utf8.count))
      return a == b ? textAscends(left.text, right.text) : a < b
    }
    return said.prefix(count).map(\.text)
  }
}
